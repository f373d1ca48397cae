// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Closest.h"
#include "core/plan/Forms.h"
#include "core/plan/InstallPlan.h"
#include "core/plan/KeyPath.h"
#include "core/plan/PlanReader.h"
#include "core/plan/ReadAnswer.h"
#include "core/yaml/Patch.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

using Target = KeyPath::Target;

Finding wrong(const QString &rule, const QString &key, const QString &sentence, const QString &remedy = {})
{
    return {.severity = Severity::Error,
            .rule = rule,
            .object = key,
            .path = key,
            .sentence = sentence,
            .remedy = remedy,
            .where = {}};
}

std::optional<Finding> wrongProfile(const QString &key, const QString &value)
{
    QStringList known;
    for (const Profile &profile : Catalogue::shipped().profiles()) {
        known.append(profile.name);
    }
    if (known.contains(value)) {
        return std::nullopt;
    }
    return wrong(u"plan.unknown-profile"_s, key,
                 Text::tr("There is no profile \"%1\".").arg(value) + didYouMean(closest(value, known)),
                 Text::tr("The profiles are: %1.").arg(known.join(u", "_s)));
}

std::optional<Finding> wrongField(const KeyPath &path, const QString &key, const QString &value)
{
    switch (path.target) {
    case Target::PlanName:
    case Target::ClusterEnvironment: {
        const QString sentence = wrongName(path.target == Target::PlanName ? Text::tr("plan") : Text::tr("environment"), value);
        return sentence.isEmpty() ? std::nullopt : std::optional(wrong(u"plan.name"_s, key, sentence));
    }
    case Target::Profile:
        return wrongProfile(key, value);
    case Target::ClusterContext:
    case Target::ClusterServer:
        if (hasControlCharacters(value)) {
            return wrong(u"plan.control-characters"_s, key, Text::tr("The answer to %1 holds invisible characters.").arg(key),
                         Text::tr("Type it anew instead of pasting it."));
        }
        if (path.target == Target::ClusterServer && !value.startsWith("https://"_L1)) {
            return wrong(u"plan.wrong-type"_s, key, Text::tr("\"%1\" is no address of an API server.").arg(value.left(80)),
                         Text::tr("Write it as https://HOST:PORT."));
        }
        return std::nullopt;
    case Target::Answer:
        break;
    }
    const auto read = readAnswer(*path.known, value, key);
    return read ? std::nullopt : std::optional(wrong(read.error().rule, key, read.error().sentence, read.error().remedy));
}

Error refused(Finding finding)
{
    return invalid(Text::tr("changing an answer"), {std::move(finding)});
}

/// A new cluster becomes the last item of the list; those before it are written back as they were read.
Result<QByteArray> withNewCluster(const QByteArray &text, const QString &fileName, const QString &name,
                                  const QString &environment)
{
    const auto root = yaml::read(text, fileName);
    if (!root) {
        return failure(root);
    }
    const yaml::Value *old = root->find(u"clusters");
    yaml::Value list = old && old->isList() ? *old : yaml::Value::list(QList<yaml::Value>());
    yaml::Value item = yaml::Value::map();
    item.set(u"name"_s, name);
    item.set(u"environment"_s, environment);
    list.append(std::move(item));
    return yaml::setValue(text, fileName, {u"clusters"_s}, list);
}

} // namespace

std::optional<Finding> InstallPlan::checkAnswer(const QString &key, const QString &value)
{
    const auto path = KeyPath::parse(key, Catalogue::shipped());
    if (!path) {
        return wrong(u"plan.unknown-key"_s, key, path.error());
    }
    // Nothing typed means nobody answers: the default stands again.
    return value.isEmpty() && path->target == Target::Answer ? std::nullopt : wrongField(*path, path->toString(), value);
}

Result<InstallPlan> InstallPlan::with(const QString &key, const QString &value) const
{
    const auto path = KeyPath::parse(key, Catalogue::shipped());
    if (!path) {
        return failure(refused(wrong(u"plan.unknown-key"_s, key, path.error())));
    }
    if (auto problem = checkAnswer(key, value); problem && !value.isEmpty()) {
        return failure(refused(*std::move(problem)));
    }
    const bool knownEnvironment = path->environment.isEmpty() || environments().contains(path->environment);
    if (!knownEnvironment && path->target != Target::Profile) {
        return failure(refused(wrong(u"plan.unknown-environment"_s, key,
                                     Text::tr("There is no environment \"%1\" in this plan.").arg(path->environment)
                                         + didYouMean(closest(path->environment, environments())),
                                     Text::tr("Its environments are: %1.").arg(environments().join(u", "_s)))));
    }
    const bool knownCluster = path->cluster.isEmpty() || std::ranges::contains(m_clusters, path->cluster, &Cluster::name);
    if (!knownCluster && path->target != Target::ClusterEnvironment) {
        return failure(
            refused(wrong(u"plan.unknown-cluster"_s, key, Text::tr("There is no cluster \"%1\" in this plan.").arg(path->cluster),
                          Text::tr("Add it first: clusters[%1].environment=NAME.").arg(path->cluster))));
    }
    const auto edited = !knownCluster ? withNewCluster(m_text, m_fileName, path->cluster, value)
        : value.isEmpty()
        ? yaml::removeValue(m_text, m_fileName, path->inFile())
        : yaml::setValue(m_text, m_fileName, path->inFile(), path->known ? toYaml(*path->known, value) : yaml::Value(value));
    return edited ? parse(*edited, m_fileName) : failure(edited);
}

} // namespace sentinel::plan
