// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PlanReader.h"

#include "core/plan/Closest.h"
#include "core/plan/Forms.h"
#include "core/plan/ReadAnswer.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

// "sentinel-<environment>-<cluster>-platform" names an Argo CD Application and a label value, so the two share 63 letters.
constexpr qsizetype kLongestName = 20;

QStringList namesOf(const QList<Profile> &profiles)
{
    QStringList names;
    for (const Profile &profile : profiles) {
        names.append(profile.name);
    }
    return names;
}

QString defaultProfile(const Catalogue &catalogue, const QString &environment)
{
    return catalogue.profile(environment) ? environment : u"prod"_s;
}

/// Whoever lists findings sees an error about the whole file among them too.
Error withFinding(Error error, const QString &rule)
{
    if (error.findings.isEmpty()) {
        error.findings.append({.severity = Severity::Error, .rule = rule, .sentence = error.detail, .where = error.where});
    }
    return error;
}

} // namespace

QString wrongName(const QString &what, const QString &name)
{
    if (isDnsLabel(name, kLongestName)) {
        return {};
    }
    if (isDnsLabel(name)) {
        return Text::tr(
                   "The %1 name \"%2\" is too long; %3 letters are the most, because it becomes part of names in the cluster.")
            .arg(what, name)
            .arg(kLongestName);
    }
    return Text::tr("The %1 name \"%2\" cannot be: lower-case letters, digits and \"-\" only, beginning and ending with a letter "
                    "or digit.")
        .arg(what, name.left(80));
}

Location PlanReader::at(const yaml::Value &value) const
{
    return {.file = m_file, .line = value.line(), .column = value.column()};
}

Location PlanReader::atKey(const yaml::Entry &entry) const
{
    return {.file = m_file, .line = entry.keyLine, .column = entry.keyColumn};
}

void PlanReader::complain(const QString &rule, const QString &path, const QString &sentence, const QString &remedy,
                          Location where)
{
    m_problems.append({.severity = Severity::Error,
                       .rule = rule,
                       .object = path,
                       .path = path,
                       .sentence = sentence,
                       .remedy = remedy,
                       .where = std::move(where)});
}

std::optional<Error> PlanReader::wrongVersion(const yaml::Value &root) const
{
    const yaml::Value *version = root.find(u"apiVersion");
    if (!version || !version->text().startsWith("console.sentinel/v"_L1) || version->text() == kApiVersion) {
        return std::nullopt;
    }
    return Error{
        .kind = Error::Kind::Unsupported,
        .doing = Text::tr("reading the plan"),
        .detail = Text::tr("This plan is written for version \"%1\"; this program reads %2. Use the newer program that wrote it.")
                      .arg(version->text(), kApiVersion),
        .where = at(*version)};
}

void PlanReader::onlyKeys(const yaml::Value &map, const QStringList &known, const QString &path)
{
    for (const yaml::Entry &entry : map.entries()) {
        if (!known.contains(entry.key)) {
            const QString whole = path.isEmpty() ? entry.key : path + u'.' + entry.key;
            complain(u"plan.unknown-key"_s, whole,
                     Text::tr("Nothing here is called \"%1\".").arg(entry.key) + didYouMean(closest(entry.key, known)),
                     Text::tr("Known here: %1.").arg(known.join(u", "_s)), atKey(entry));
        }
    }
}

QString PlanReader::textOf(const yaml::Value &map, const QString &key, const QString &path)
{
    const yaml::Value *value = map.find(key);
    if (!value) {
        return {};
    }
    if (!value->isScalar() || value->isNull() || value->kind() == yaml::Value::Kind::Boolean
        || hasControlCharacters(value->text())) {
        complain(u"plan.wrong-type"_s, path, Text::tr("%1 needs a short text.").arg(path), {}, at(*value));
        return {};
    }
    return value->text();
}

Result<InstallPlan> PlanReader::read(const QByteArray &text)
{
    const QString doing = Text::tr("reading the plan");
    auto root = yaml::read(text, m_file);
    if (!root) {
        return std::unexpected(withFinding(root.error(), u"plan.syntax"_s));
    }
    if (!root->isMap()) {
        return std::unexpected(withFinding({.kind = Error::Kind::Invalid,
                                            .doing = doing,
                                            .detail = root->isNull()
                                                ? Text::tr("The file is empty; it holds no plan.")
                                                : Text::tr("This is no plan: a map with apiVersion, kind and spec is expected."),
                                            .where = {.file = m_file, .line = 1, .column = 1}},
                                           u"plan.kind"_s));
    }
    if (auto newer = wrongVersion(*root)) {
        return std::unexpected(withFinding(*std::move(newer), u"plan.version"_s));
    }
    m_plan.m_fileName = m_file;
    m_plan.m_text = text;
    onlyKeys(*root, {u"apiVersion"_s, u"kind"_s, u"metadata"_s, u"spec"_s, u"environments"_s, u"clusters"_s}, {});
    readMetadata(*root);
    if (const yaml::Value *spec = root->find(u"spec")) {
        readSpec(*spec, {}, m_plan.m_base);
    }
    readEnvironments(*root);
    readClusters(*root);
    if (!m_problems.isEmpty()) {
        std::ranges::stable_sort(m_problems, [](const Finding &a, const Finding &b) {
            return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
        });
        return std::unexpected(invalid(doing, std::move(m_problems)));
    }
    return std::move(m_plan);
}

void PlanReader::readMetadata(const yaml::Value &root)
{
    const Location top{.file = m_file, .line = 1, .column = 1};
    for (const auto &[key, wanted] : {std::pair(u"apiVersion"_s, kApiVersion), std::pair(u"kind"_s, kKind)}) {
        const yaml::Value *value = root.find(key);
        if (!value) {
            complain(u"plan.missing"_s, key, Text::tr("%1 is missing.").arg(key),
                     Text::tr("Write \"%1: %2\" at the top.").arg(key, wanted), top);
        } else if (value->text() != wanted) {
            complain(u"plan.kind"_s, key, Text::tr("%1 must be %2, not \"%3\".").arg(key, wanted, value->text()), {}, at(*value));
        }
    }
    const yaml::Value *metadata = root.find(u"metadata");
    if (!metadata) {
        complain(u"plan.missing"_s, u"metadata.name"_s, Text::tr("The plan has no name."),
                 Text::tr("Write \"metadata: {name: sentinel}\"."), top);
        return;
    }
    onlyKeys(*metadata, {u"name"_s}, u"metadata"_s);
    m_plan.m_name = textOf(*metadata, u"name"_s, u"metadata.name"_s);
    const yaml::Value *name = metadata->find(u"name");
    if (!name) {
        complain(u"plan.missing"_s, u"metadata.name"_s, Text::tr("The plan has no name."),
                 Text::tr("Write \"name: sentinel\" under metadata."), at(*metadata));
    } else if (const QString wrong = wrongName(Text::tr("plan"), name->text()); !wrong.isEmpty()) {
        complain(u"plan.name"_s, u"metadata.name"_s, wrong, {}, at(*name));
    }
}

void PlanReader::readSpec(const yaml::Value &spec, const QString &prefix, Layer &layer)
{
    if (spec.isNull()) {
        return;
    }
    if (!spec.isMap()) {
        complain(u"plan.wrong-type"_s, prefix + u"spec"_s, Text::tr("spec needs one map for each step of the wizard."), {},
                 at(spec));
        return;
    }
    for (const yaml::Entry &step : spec.entries()) {
        readStep(step, prefix, layer);
    }
}

void PlanReader::readStep(const yaml::Entry &step, const QString &prefix, Layer &layer)
{
    QStringList known;
    for (const Step &each : m_catalogue.steps()) {
        known.append(each.id);
    }
    if (!known.contains(step.key)) {
        const QString suggestion = closest(step.key, known);
        complain(u"plan.unknown-key"_s, prefix + step.key,
                 Text::tr("There is no step \"%1\".").arg(step.key)
                     + didYouMean(suggestion.isEmpty() ? m_catalogue.closestKey(step.key) : suggestion),
                 Text::tr("The steps are: %1.").arg(known.join(u", "_s)), atKey(step));
        return;
    }
    if (!step.value.isMap()) {
        if (!step.value.isNull()) {
            complain(u"plan.wrong-type"_s, prefix + step.key, Text::tr("%1 needs a map of answers.").arg(prefix + step.key), {},
                     at(step.value));
        }
        return;
    }
    for (const yaml::Entry &entry : step.value.entries()) {
        const QString key = step.key + u'.' + entry.key;
        const Question *question = m_catalogue.find(key);
        if (!question) {
            complain(u"plan.unknown-key"_s, prefix + key,
                     Text::tr("There is no question \"%1\".").arg(key) + didYouMean(m_catalogue.closestKey(key)), {},
                     atKey(entry));
            continue;
        }
        const qsizetype before = m_problems.size();
        Datum datum = readAnswer(*question, entry.value, prefix + key, m_file, m_problems);
        if (m_problems.size() == before) {
            layer.answers.insert(key, std::move(datum));
            layer.places.insert(key, at(entry.value));
        }
    }
}

void PlanReader::readEnvironments(const yaml::Value &root)
{
    const yaml::Value *environments = root.find(u"environments");
    const bool none = !environments || environments->isNull() || (environments->isMap() && environments->entries().isEmpty());
    if (none || !environments->isMap()) {
        complain(none ? u"plan.missing"_s : u"plan.wrong-type"_s, u"environments"_s,
                 none ? Text::tr("The plan has no environment.")
                      : Text::tr("environments needs a map: a name, then its answers."),
                 Text::tr("Write at least one, such as \"prod: {profile: prod}\" under environments."),
                 environments && environments->line() > 0 ? at(*environments) : Location{.file = m_file, .line = 1, .column = 1});
        return;
    }
    for (const yaml::Entry &entry : environments->entries()) {
        const QString path = u"environments."_s + entry.key;
        if (const QString wrong = wrongName(Text::tr("environment"), entry.key); !wrong.isEmpty()) {
            complain(u"plan.name"_s, path, wrong, {}, atKey(entry));
        }
        Layer layer;
        layer.name = entry.key;
        layer.places.insert({}, atKey(entry));
        layer.profile = defaultProfile(m_catalogue, entry.key);
        if (!entry.value.isMap() && !entry.value.isNull()) {
            complain(u"plan.wrong-type"_s, path, Text::tr("%1 needs a map with profile and spec.").arg(path), {},
                     at(entry.value));
            continue;
        }
        onlyKeys(entry.value, {u"profile"_s, u"spec"_s}, path);
        if (const yaml::Value *profile = entry.value.find(u"profile")) {
            layer.profile = textOf(entry.value, u"profile"_s, path + u".profile"_s);
            layer.places.insert(u"profile"_s, at(*profile));
            if (const QStringList known = namesOf(m_catalogue.profiles());
                !layer.profile.isEmpty() && !known.contains(layer.profile)) {
                complain(u"plan.unknown-profile"_s, path + u".profile"_s,
                         Text::tr("There is no profile \"%1\".").arg(layer.profile) + didYouMean(closest(layer.profile, known)),
                         Text::tr("The profiles are: %1.").arg(known.join(u", "_s)), at(*profile));
            }
        }
        if (const yaml::Value *spec = entry.value.find(u"spec")) {
            readSpec(*spec, path + u'.', layer);
        }
        m_plan.m_environments.append(std::move(layer));
    }
}

void PlanReader::readClusters(const yaml::Value &root)
{
    const yaml::Value *clusters = root.find(u"clusters");
    if (!clusters || clusters->isNull()) {
        return;
    }
    if (!clusters->isList()) {
        complain(u"plan.wrong-type"_s, u"clusters"_s, Text::tr("clusters needs a list of entries with a name."), {},
                 at(*clusters));
        return;
    }
    for (qsizetype index = 0; index < clusters->items().size(); ++index) {
        readCluster(clusters->items().at(index), index);
    }
}

void PlanReader::readCluster(const yaml::Value &item, qsizetype index)
{
    const yaml::Value *name = item.find(u"name");
    if (!item.isMap() || !name) {
        const QString path = u"clusters[%1]"_s.arg(index);
        complain(u"plan.missing"_s, path, Text::tr("The cluster has no name."), Text::tr("Write \"name: eu-1\" or the like."),
                 at(item));
        return;
    }
    const QString path = u"clusters[%1]"_s.arg(name->text());
    onlyKeys(item, {u"name"_s, u"environment"_s, u"context"_s, u"server"_s, u"spec"_s}, path);
    if (const QString wrong = wrongName(Text::tr("cluster"), name->text()); !wrong.isEmpty()) {
        complain(u"plan.name"_s, path, wrong, {}, at(*name));
    }
    if (std::ranges::any_of(m_plan.m_clusters, [&](const Cluster &each) { return each.name == name->text(); })) {
        complain(u"plan.duplicate-name"_s, path, Text::tr("There are two clusters named \"%1\".").arg(name->text()),
                 Text::tr("Give each its own name."), at(*name));
    }
    Cluster cluster{.name = name->text(),
                    .environment = textOf(item, u"environment"_s, path + u".environment"_s),
                    .context = textOf(item, u"context"_s, path + u".context"_s),
                    .server = textOf(item, u"server"_s, path + u".server"_s)};
    const yaml::Value *environment = item.find(u"environment");
    const QStringList known = m_plan.environments();
    if (!environment) {
        complain(u"plan.missing"_s, path + u".environment"_s,
                 Text::tr("The cluster \"%1\" belongs to no environment.").arg(cluster.name),
                 Text::tr("Write \"environment: NAME\" with one of: %1.").arg(known.join(u", "_s)), at(item));
    } else if (!cluster.environment.isEmpty() && !known.contains(cluster.environment)) {
        complain(u"plan.unknown-environment"_s, path + u".environment"_s,
                 Text::tr("There is no environment \"%1\".").arg(cluster.environment)
                     + didYouMean(closest(cluster.environment, known)),
                 Text::tr("The environments are: %1.").arg(known.join(u", "_s)), at(*environment));
    }
    if (const yaml::Value *server = item.find(u"server"); server && !cluster.server.isEmpty()) {
        Question url;
        url.type = AnswerType::Url;
        // Read only for its complaints: a cluster's address follows the rules of every other one.
        std::ignore = readAnswer(url, *server, path + u".server"_s, m_file, m_problems);
    } else {
        cluster.server = u"https://kubernetes.default.svc"_s;
    }
    Layer layer;
    layer.name = cluster.name;
    layer.places.insert({}, at(*name));
    for (const QString &field : {u"environment"_s, u"context"_s, u"server"_s}) {
        if (const yaml::Value *value = item.find(field)) {
            layer.places.insert(field, at(*value));
        }
    }
    if (const yaml::Value *spec = item.find(u"spec")) {
        readSpec(*spec, path + u'.', layer);
    }
    m_plan.m_clusters.append(std::move(cluster));
    m_plan.m_clusterLayers.append(std::move(layer));
}

} // namespace sentinel::plan
