// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/InstallPlan.h"
#include "core/plan/KeyPath.h"
#include "core/plan/Resolve.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

std::unexpected<Error> refuse(const QString &sentence)
{
    return failure(Error::Kind::Invalid, Text::tr("explaining an answer"), sentence);
}

QString lineOf(const Location &where)
{
    return Text::tr("line %1 of %2").arg(where.line).arg(QFileInfo(where.file).fileName());
}

QString shown(const Answers &answers, const QString &key)
{
    const Datum &datum = answers.resolved(key).datum;
    if (!std::holds_alternative<QList<GroupItem>>(datum)) {
        return notation(datum);
    }
    const auto count = answers.group(key).size();
    return count == 0 ? QString() : Text::tr("%n entries", nullptr, static_cast<int>(count));
}

/// "load.logRetention = 90d, load.eventStore = postgresql": what a derived default was worked out from.
QString inputsOf(const Compiled::Item &item, const Answers &answers)
{
    QStringList inputs;
    for (const QString &key : item.value.keys()) {
        inputs.append(u"%1 = %2"_s.arg(key, shown(answers, key)));
    }
    return inputs.join(u", "_s);
}

QString reasonOf(const QString &key, const Answers &answers, const Location &where)
{
    switch (answers.origin(key).source) {
    case Origin::Source::Base:
    case Origin::Source::Environment:
    case Origin::Source::Cluster:
        return Text::tr("answered on %1").arg(lineOf(where));
    case Origin::Source::Profile:
        return Text::tr("the profile %1 of the environment %2").arg(answers.profile(), answers.environment());
    case Origin::Source::Derived: {
        const auto &items = Compiled::shipped().items();
        const auto item = std::ranges::find_if(items, [&](const Compiled::Item &each) { return each.question->key == key; });
        const QString inputs = inputsOf(*item, answers);
        return inputs.isEmpty() ? Text::tr("worked out from the kind of environment (%1)").arg(answers.profile())
                                : Text::tr("worked out from %1").arg(inputs);
    }
    case Origin::Source::Default:
        return Text::tr("nobody answered, so the usual value stands");
    }
    Q_UNREACHABLE_RETURN({});
}

Location placeOf(const QString &key, const Levels &levels)
{
    for (const Layer *layer : {levels.cluster, levels.environment, levels.base}) {
        if (layer && layer->answers.contains(key)) {
            return layer->places.value(key);
        }
    }
    return {};
}

Explanation explained(const Question &question, const Levels &levels)
{
    const Answers answers = resolve(Compiled::shipped(), levels);
    Explanation explanation{.key = question.key, .label = question.label, .help = question.help, .unit = question.unit};
    explanation.value = shown(answers, question.key);
    explanation.origin = answers.origin(question.key);
    explanation.where = placeOf(question.key, levels);
    explanation.reason = reasonOf(question.key, answers, explanation.where);
    explanation.effects = question.effects;
    explanation.applies = answers.applies(question.key);
    return explanation;
}

/// What a field that is no question is called.
Words labelOf(KeyPath::Target target)
{
    switch (target) {
    case KeyPath::Target::PlanName:
        return {.english = u"Name of the plan"_s, .spanish = u"Nombre del plan"_s};
    case KeyPath::Target::Profile:
        return {.english = u"Profile of the environment"_s, .spanish = u"Perfil del entorno"_s};
    case KeyPath::Target::ClusterEnvironment:
        return {.english = u"Environment installed on the cluster"_s, .spanish = u"Entorno instalado en el clúster"_s};
    case KeyPath::Target::ClusterContext:
        return {.english = u"Context of the kubeconfig"_s, .spanish = u"Contexto del kubeconfig"_s};
    case KeyPath::Target::ClusterServer:
        return {.english = u"API server, as Argo CD knows it"_s, .spanish = u"Servidor de API, como lo conoce Argo CD"_s};
    case KeyPath::Target::Answer:
    case KeyPath::Target::Environment:
    case KeyPath::Target::Cluster:
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

/// Where in the bundle such a field is found.
QStringList effectsOf(KeyPath::Target target)
{
    switch (target) {
    case KeyPath::Target::PlanName:
        return {u"bundle.json"_s, u"README.md"_s};
    case KeyPath::Target::Profile:
        return {u"environments/<name>/"_s};
    case KeyPath::Target::ClusterEnvironment:
    case KeyPath::Target::ClusterServer:
        return {u"clusters/<name>/"_s, u"argocd/applicationsets/"_s};
    case KeyPath::Target::ClusterContext:
        return {u"clusters/<name>/cluster.yaml"_s};
    case KeyPath::Target::Answer:
    case KeyPath::Target::Environment:
    case KeyPath::Target::Cluster:
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

/// The answer all environments share. Where none was given and they differ by their profiles, all of them are told; where one of
/// them overrides it, that is said too.
Explanation InstallPlan::explainShared(const Question &question) const
{
    Explanation shared = explained(question, levels(m_environments.first().name, {}));
    QStringList values;
    QStringList overrides;
    bool differ = false;
    for (const Layer &environment : m_environments) {
        const Explanation own = explained(question, levels(environment.name, {}));
        values.append(u"%1: %2"_s.arg(environment.name, own.value));
        differ = differ || own.value != shared.value;
        if (own.origin.source == Origin::Source::Environment) {
            overrides.append(Text::tr("%1 answers %2 itself").arg(environment.name, own.value));
        }
    }
    if (m_base.answers.contains(question.key)) {
        Levels bare = levels(m_environments.first().name, {});
        const Layer nobody{.name = bare.environment->name, .profile = bare.environment->profile, .answers = {}, .places = {}};
        bare.environment = &nobody;
        shared = explained(question, bare);
        overrides.prepend(shared.reason);
        shared.reason = overrides.join(u"; "_s);
    } else if (differ) {
        shared.value = values.join(u", "_s);
        shared.reason = Text::tr("the environments differ; ask for environments.NAME.%1").arg(question.key);
    }
    return shared;
}

/// A field of the file that is no question: name of the plan, profile of an environment, fields of a cluster.
Result<Explanation> InstallPlan::explainField(const KeyPath &path) const
{
    Explanation explanation{.key = path.toString(), .label = labelOf(path.target)};
    explanation.origin = {.key = path.toString(), .source = Origin::Source::Base};
    explanation.effects = effectsOf(path.target);
    if (path.target == KeyPath::Target::PlanName) {
        explanation.value = m_name;
        explanation.reason = Text::tr("the name of the plan");
        return explanation;
    }
    if (path.target == KeyPath::Target::Environment || path.target == KeyPath::Target::Cluster) {
        return refuse(Text::tr("\"%1\" is a whole entry; ask for one of its answers, such as %1.%2.")
                          .arg(path.toString(), path.target == KeyPath::Target::Cluster ? u"context"_s : u"profile"_s));
    }
    const QList<Layer> &layers = path.cluster.isEmpty() ? m_environments : m_clusterLayers;
    const auto layer = std::ranges::find(layers, path.environment + path.cluster, &Layer::name);
    const QString field = path.inFile().last();
    explanation.value = layer->profile;
    if (!path.cluster.isEmpty()) {
        const Cluster &cluster = m_clusters.at(std::distance(layers.begin(), layer));
        explanation.value = field == u"context" ? cluster.context : field == u"server" ? cluster.server : cluster.environment;
    }
    explanation.where = layer->places.value(field);
    explanation.reason = explanation.where.isKnown() ? Text::tr("answered on %1").arg(lineOf(explanation.where))
                                                     : Text::tr("nobody answered, so the usual value stands");
    if (!explanation.where.isKnown()) {
        explanation.origin.source = Origin::Source::Default;
    }
    return explanation;
}

Result<Explanation> InstallPlan::explain(const QString &key, Language) const
{
    const auto path = KeyPath::parse(key, Catalogue::shipped());
    if (!path) {
        return refuse(path.error());
    }
    const auto cluster = std::ranges::find(m_clusters, path->cluster, &Cluster::name);
    if (!path->environment.isEmpty() && !environments().contains(path->environment)) {
        return refuse(Text::tr("There is no environment \"%1\" in this plan.").arg(path->environment));
    }
    if (!path->cluster.isEmpty() && cluster == m_clusters.end()) {
        return refuse(Text::tr("There is no cluster \"%1\" in this plan.").arg(path->cluster));
    }
    if (!path->known) {
        return explainField(*path);
    }
    if (path->environment.isEmpty() && path->cluster.isEmpty()) {
        return explainShared(*path->known);
    }
    Explanation one
        = explained(*path->known, levels(path->cluster.isEmpty() ? path->environment : cluster->environment, path->cluster));
    one.key = path->toString();
    return one;
}

} // namespace sentinel::plan
