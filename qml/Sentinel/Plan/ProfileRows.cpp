// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/ProfileRows.h"

#include "core/plan/InstallPlan.h"
#include "core/sizing/Sizing.h"
#include "qml/Sentinel/Plan/PlanWords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QVariantMap fact(const QString &label, const QString &value)
{
    return {{u"label"_s, label}, {u"value"_s, value}};
}

QVariantList factsOf(const QString &profile, Language language)
{
    plan::InstallPlan::NewPlan wanted;
    wanted.profile = profile;
    wanted.environments = {profile};
    const auto plan = plan::InstallPlan::create(wanted);
    if (!plan) {
        return {}; // the name alone still begins a plan, which then says what is wrong
    }
    const plan::Answers answers = plan->answers(profile);
    QVariantList facts;
    for (const QString &key : {u"load.eventsPerSecond"_s, u"load.logRetention"_s, u"availability.level"_s}) {
        facts.append(fact(labelOf(key, language), spoken(answers, key, language)));
    }
    const sizing::Sizing sizing = sizing::size(answers);
    facts.append(fact(Text::tr("Nodes"), localeOf(language).toString(sizing.totals.nodes)));
    facts.append(fact(Text::tr("Cost per month"), price(sizing.totals.costPerMonth, sizing.totals.currency, language)));
    return facts;
}

} // namespace

QByteArrayList profileRoles()
{
    return {"name", "title", "summary", "facts"};
}

QList<RowsModel::Row> profileRows(Language language)
{
    QList<RowsModel::Row> rows;
    for (const plan::Profile &profile : plan::Catalogue::shipped().profiles()) {
        rows.append({{u"name"_s, profile.name},
                     {u"title"_s, profile.title.in(language)},
                     {u"summary"_s, profile.summary.in(language)},
                     {u"facts"_s, factsOf(profile.name, language)}});
    }
    return rows;
}

} // namespace sentinel::console
