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
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

/// "load.logRetention = 90d, load.eventStore = postgresql": what a derived default was worked out from.
QString inputsOf(const Compiled::Item &item, const Answers &answers)
{
    QStringList inputs;
    for (const QString &key : item.value.keys()) {
        inputs.append(u"%1 = %2"_s.arg(key, answers.notation(key)));
    }
    return inputs.join(u", "_s);
}

QString reasonOf(const Compiled::Item &item, const Answers &answers, const Location &where)
{
    switch (answers.origin(item.question->key).source) {
    case Origin::Source::Base:
    case Origin::Source::Environment:
    case Origin::Source::Cluster:
        return Text::tr("answered on line %1 of %2").arg(where.line).arg(QFileInfo(where.file).fileName());
    case Origin::Source::Profile:
        return Text::tr("the profile %1 of the environment %2").arg(answers.profile(), answers.environment());
    case Origin::Source::Derived: {
        const QString inputs = inputsOf(item, answers);
        return inputs.isEmpty() ? Text::tr("worked out from the kind of environment (%1)").arg(answers.profile())
                                : Text::tr("worked out from %1").arg(inputs);
    }
    case Origin::Source::Default:
        return Text::tr("nobody answered, so the usual value stands");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

Result<Explanation> InstallPlan::explain(const QString &key, Language) const
{
    const QString doing = Text::tr("explaining an answer");
    const auto path = KeyPath::parse(key, Catalogue::shipped());
    if (!path || !path->known) {
        return failure(Error::Kind::Invalid, doing,
                       path ? Text::tr("\"%1\" is no question; it names a part of the file itself.").arg(key) : path.error());
    }
    const auto cluster = std::ranges::find(m_clusters, path->cluster, &Cluster::name);
    if ((!path->environment.isEmpty() && !environments().contains(path->environment))
        || (!path->cluster.isEmpty() && cluster == m_clusters.end())) {
        return failure(Error::Kind::Invalid, doing,
                       Text::tr("There is no \"%1\" in this plan.").arg(path->environment + path->cluster));
    }
    Levels asked = levels(path->cluster.isEmpty() ? path->environment : cluster->environment, path->cluster);
    // Asked for the answer all environments share: none of them may speak for the others.
    Layer nobody = *asked.environment;
    if (path->environment.isEmpty() && path->cluster.isEmpty()) {
        nobody = m_environments.first();
        nobody.answers.clear();
        nobody.places.clear();
        asked.environment = &nobody;
    }
    const Answers answers = resolve(Compiled::shipped(), asked);
    const auto item = std::ranges::find(Compiled::shipped().items(), path->known, &Compiled::Item::question);
    Q_ASSERT(item != Compiled::shipped().items().end());

    Explanation explanation{.key = path->toString(),
                            .label = path->known->label,
                            .help = path->known->help,
                            .unit = path->known->unit,
                            .value = answers.notation(path->question),
                            .origin = answers.origin(path->question)};
    for (const Layer *layer : {asked.cluster, asked.environment, asked.base}) {
        if (layer && layer->answers.contains(path->question)) {
            explanation.where = layer->places.value(path->question);
            break;
        }
    }
    explanation.reason = reasonOf(*item, answers, explanation.where);
    explanation.effects = path->known->effects;
    explanation.applies = answers.applies(path->question);
    return explanation;
}

} // namespace sentinel::plan
