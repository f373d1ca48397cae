// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Checks.h"
#include "core/preflight/PodSecurity.h"
#include "core/preflight/Pods.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// What the pods in the namespace add up to, as quotas name it.
Amounts askedIn(const QList<PodGroup> &groups, const QString &ns)
{
    Amounts asked;
    for (const PodGroup &group : groups) {
        if (group.ns != ns && !group.ns.isEmpty()) {
            continue;
        }
        const Amounts limits = limitsOf(group.spec);
        for (auto each = group.requests.begin(); each != group.requests.end(); ++each) {
            const QString name = each.key() == "pods"_L1 ? each.key() : u"requests."_s + each.key();
            asked[name] += each.value() * group.count;
        }
        for (auto each = limits.begin(); each != limits.end(); ++each) {
            asked[u"limits."_s + each.key()] += each.value() * group.count;
        }
    }
    // The old names of the same.
    asked[u"cpu"_s] = asked.value(u"requests.cpu"_s);
    asked[u"memory"_s] = asked.value(u"requests.memory"_s);
    return asked;
}

void addVolumes(Amounts &asked, const QList<VolumeWish> &wishes)
{
    for (const VolumeWish &wish : wishes) {
        asked[u"persistentvolumeclaims"_s] += 1000LL * wish.count;
        asked[u"requests.storage"_s] += wish.bytes * 1000 * wish.count;
    }
}

void addObjects(Amounts &asked, const QList<QJsonObject> &objects, const QString &ns)
{
    static const QMap<QString, QString> plurals{{u"Service"_s, u"services"_s},
                                                {u"ConfigMap"_s, u"configmaps"_s},
                                                {u"Secret"_s, u"secrets"_s},
                                                {u"Deployment"_s, u"count/deployments.apps"_s},
                                                {u"StatefulSet"_s, u"count/statefulsets.apps"_s}};
    for (const QJsonObject &object : objects) {
        if (plurals.contains(kindOf(object)) && (spaceOf(object) == ns || spaceOf(object).isEmpty())) {
            asked[plurals.value(kindOf(object))] += 1000;
        }
    }
}

/// What a quota's counts of now hold that this install brings itself: an upgrade asks for nothing twice.
Amounts usedByOthers(const QJsonObject &quota, const Sight &sight, const Demand &demand)
{
    Amounts used = amountsOf(quota[u"status"][u"used"]);
    const auto &pods = sight.of(u"pods"_s);
    if (!pods) {
        return used;
    }
    for (const QJsonObject &pod : *pods) {
        if (spaceOf(pod) != demand.ns()
            || labelsOf(pod[u"metadata"][u"labels"]).value(u"app.kubernetes.io/instance"_s) != "sentinel"_L1) {
            continue;
        }
        const Amounts requests = requestsOf(pod[u"spec"].toObject());
        const Amounts limits = limitsOf(pod[u"spec"].toObject());
        for (auto each = requests.begin(); each != requests.end(); ++each) {
            used[u"requests."_s + each.key()] -= each.value();
            used[each.key()] -= each.value();
        }
        for (auto each = limits.begin(); each != limits.end(); ++each) {
            used[u"limits."_s + each.key()] -= each.value();
        }
        used[u"pods"_s] -= 1000;
    }
    return used;
}

/// Counted objects of an install that is there are ours already.
bool isCounted(const QString &resource)
{
    return resource.startsWith("count/"_L1) || resource == "services"_L1 || resource == "configmaps"_L1
        || resource == "secrets"_L1 || resource == "persistentvolumeclaims"_L1 || resource == "requests.storage"_L1;
}

Check quota(const QJsonObject &object, const Amounts &asked, const Demand &demand, const Sight &sight)
{
    const QString rule = u"preflight.quota"_s;
    const QString key = u"security.quota"_s;
    const Amounts hard = amountsOf(object[u"status"][u"hard"].isObject() ? object[u"status"][u"hard"] : object[u"spec"][u"hard"]);
    const Amounts used = usedByOthers(object, sight, demand);
    const auto &sets = sight.of(u"statefulsets.apps"_s);
    const bool installed = sets && !sets->isEmpty();
    QStringList over;
    for (auto each = hard.begin(); each != hard.end(); ++each) {
        if (installed && isCounted(each.key())) {
            continue;
        }
        const QString unit = each.key().section(u'.', -1);
        const qint64 left = each.value() - std::max<qint64>(0, used.value(each.key()));
        if (asked.value(each.key()) > left) {
            over.append(Text::tr("%1: %2 asked, %3 left of %4")
                            .arg(each.key(), amountText(unit, asked.value(each.key())), amountText(unit, left),
                                 amountText(unit, each.value())));
        }
    }
    Check check = over.isEmpty()
        ? pass(rule, Text::tr("What is installed fits into the quota %1.").arg(nameOf(object)), key)
        : fail(rule, Text::tr("The quota %1 does not let everything in: %2.").arg(nameOf(object), over.join(u"; "_s)),
               Text::tr("Ask whoever manages the namespace for a larger quota, or lower the load in the plan."), key);
    check.object = titleOf(object);
    check.details = over;
    return check;
}

/// What a limit range says against one container; empty: nothing.
QString against(const QJsonObject &limit, const QJsonObject &container)
{
    const Amounts requests = amountsOf(container[u"resources"][u"requests"]);
    const Amounts limits = amountsOf(container[u"resources"][u"limits"]);
    const Amounts most = amountsOf(limit[u"max"]);
    const Amounts least = amountsOf(limit[u"min"]);
    for (auto each = most.begin(); each != most.end(); ++each) {
        const qint64 asked = limits.value(each.key(), requests.value(each.key()));
        if (asked > each.value()) {
            return Text::tr("limit of %1 %2, %3 allowed")
                .arg(each.key(), amountText(each.key(), asked), amountText(each.key(), each.value()));
        }
    }
    for (auto each = least.begin(); each != least.end(); ++each) {
        const qint64 asked = requests.value(each.key(), limits.value(each.key()));
        if (asked > 0 && asked < each.value()) {
            return Text::tr("request of %1 %2, at least %3 wanted")
                .arg(each.key(), amountText(each.key(), asked), amountText(each.key(), each.value()));
        }
    }
    const Amounts ratios = amountsOf(limit[u"maxLimitRequestRatio"]);
    for (auto each = ratios.begin(); each != ratios.end(); ++each) {
        const qint64 asked = requests.value(each.key());
        if (asked > 0 && limits.value(each.key()) * 1000 > asked * each.value()) {
            return Text::tr("limit of %1 more than %2 times its request").arg(each.key()).arg(double(each.value()) / 1000);
        }
    }
    return {};
}

Check limitRange(const QJsonObject &range, const QList<PodGroup> &groups, const QString &ns)
{
    const QString rule = u"preflight.limit-range"_s;
    QStringList wrong;
    const QJsonArray limits = range[u"spec"][u"limits"].toArray();
    for (const QJsonValue &limit : limits) {
        if (limit[u"type"].toString() != "Container"_L1) {
            continue;
        }
        for (const PodGroup &group : groups) {
            if (group.ns != ns && !group.ns.isEmpty()) {
                continue;
            }
            for (const QStringView list : {QStringView(u"initContainers"), QStringView(u"containers")}) {
                const QJsonArray containers = group.spec[list].toArray();
                for (const QJsonValue &each : containers) {
                    const QString why = against(limit.toObject(), each.toObject());
                    if (!why.isEmpty()) {
                        wrong.append(Text::tr("%1, container %2: %3").arg(group.owner, each[u"name"].toString(), why));
                    }
                }
            }
        }
    }
    Check check = wrong.isEmpty()
        ? pass(rule, Text::tr("Every container is inside the limit range %1.").arg(nameOf(range)))
        : fail(rule, Text::tr("The limit range %1 refuses pods: %2.").arg(nameOf(range), wrong.first()),
               Text::tr("Ask whoever manages the namespace to widen it, or change the load in the plan."),
               u"load.eventsPerSecond"_s);
    check.object = titleOf(range);
    check.details = wrong;
    return check;
}

Check podSecurity(const Demand &demand, const Sight &sight)
{
    const QString rule = u"preflight.pod-security"_s;
    const QString key = u"security.podSecurity"_s;
    const QString label = u"pod-security.kubernetes.io/enforce"_s;
    const Labels there = sight.nameSpace ? labelsOf((*sight.nameSpace)[u"metadata"][u"labels"]) : Labels();
    const Labels brought = labelsOf(demand.nameSpace[u"metadata"][u"labels"]);
    const QString level = there.value(label, brought.value(label));
    if (level.isEmpty()) {
        return pass(rule, Text::tr("No Pod Security level is set, so nothing is refused by it."), key);
    }
    QStringList refused;
    const QList<PodGroup> groups = podGroupsOf(demand.objects());
    for (const PodGroup &group : groups) {
        if (group.ns != demand.ns() && !group.ns.isEmpty()) {
            continue; // of the nodes' namespace, which has a level of its own
        }
        const QString why = refusedBy(level, group.spec);
        if (!why.isEmpty()) {
            refused.append(Text::tr("%1: %2").arg(group.owner, why));
        }
    }
    if (refused.isEmpty()) {
        return pass(rule, Text::tr("The level %1 of %2 admits every pod.").arg(plainLine(level), demand.ns()), key);
    }
    Check check
        = fail(rule, Text::tr("The level %1 of %2 refuses pods: %3.").arg(plainLine(level), demand.ns(), refused.first()),
               Text::tr("Set the level the plan asks for on the namespace, or the plan to what the namespace allows."), key);
    check.details = refused;
    return check;
}

} // namespace

Checks checkNamespace(const Demand &demand, const Sight &sight)
{
    Checks checks;
    const QList<PodGroup> groups = podGroupsOf(demand.objects());
    const auto &quotas = sight.of(u"resourcequotas"_s);
    const QString who = Text::tr("%1 in %2").arg(whoMay(u"list"_s, u"resourcequotas"_s), demand.ns());
    if (!quotas) {
        checks.append(notChecked(u"preflight.quota"_s, unseen(u"resourcequotas"_s, quotas.error()), who));
    } else {
        Amounts asked = askedIn(groups, demand.ns());
        addVolumes(asked, volumesOf(demand.objects()));
        addObjects(asked, demand.objects(), demand.ns());
        for (const QJsonObject &object : *quotas) {
            const bool own = labelsOf(object[u"metadata"][u"labels"]).value(u"app.kubernetes.io/instance"_s) == "sentinel"_L1;
            if (!own) { // what the chart brings changes with it
                checks.append(quota(object, asked, demand, sight));
            }
        }
        if (checks.isEmpty()) {
            checks.append(pass(u"preflight.quota"_s, Text::tr("No quota stands in %1.").arg(demand.ns())));
        }
    }
    const auto &ranges = sight.of(u"limitranges"_s);
    if (!ranges) {
        checks.append(notChecked(u"preflight.limit-range"_s, unseen(u"limitranges"_s, ranges.error()),
                                 Text::tr("%1 in %2").arg(whoMay(u"list"_s, u"limitranges"_s), demand.ns())));
    } else if (ranges->isEmpty()) {
        checks.append(pass(u"preflight.limit-range"_s, Text::tr("No limit range stands in %1.").arg(demand.ns())));
    } else {
        for (const QJsonObject &range : *ranges) {
            checks.append(limitRange(range, groups, demand.ns()));
        }
    }
    checks.append(podSecurity(demand, sight));
    return checks;
}

} // namespace sentinel::preflight
