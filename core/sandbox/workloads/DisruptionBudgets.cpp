// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/DisruptionBudgets.h"

#include "core/sandbox/workloads/Deletion.h"
#include "core/sandbox/workloads/Evictions.h"
#include "core/sandbox/workloads/Pods.h"
#include "core/sandbox/workloads/Scales.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

bool covers(const QJsonObject &budget, const QJsonObject &pod)
{
    return selectorMatches(objectAt(budget, {u"spec", u"selector"}), labelsOf(pod));
}

/// `status` of a budget for the pods as they are now.
QJsonObject statusOf(const Store &store, const QJsonObject &budget, const QDateTime &now)
{
    QList<QJsonObject> pods = store.list(kinds::pod(), namespaceOf(budget));
    pods.removeIf([&](const QJsonObject &pod) { return isFinished(pod) || !covers(budget, pod); });
    // What their owners want, not what is there just now: a roll out has more, a failure less.
    int expected = 0;
    QSet<QString> owners;
    for (const QJsonObject &pod : std::as_const(pods)) {
        const QJsonObject owner = controllerOf(pod);
        const auto [type, set] = scaleTarget(store, namespaceOf(pod), owner);
        const QJsonObject above = type ? controllerOf(set) : QJsonObject();
        const QString uid = above.isEmpty() ? owner.value(u"uid").toString(uidOf(pod)) : above.value(u"uid").toString();
        if (!owners.contains(uid)) {
            owners.insert(uid);
            expected += wantedWith(store, pod);
        }
    }
    const auto healthy
        = static_cast<int>(std::ranges::count_if(pods, [](const QJsonObject &pod) { return isReady(pod) && !isDeleting(pod); }));
    const QJsonObject spec = objectAt(budget, {u"spec"});
    const int wanted = spec.contains(u"maxUnavailable")
        ? std::max(0, expected - countOf(spec.value(u"maxUnavailable"), expected, Rounding::Up))
        : countOf(spec.contains(u"minAvailable") ? spec.value(u"minAvailable") : QJsonValue(1), expected, Rounding::Up);
    const int allowed = expected > 0 ? std::max(0, healthy - wanted) : 0;
    QJsonObject condition{{u"type"_s, u"DisruptionAllowed"_s},
                          {u"status"_s, allowed > 0 ? u"True"_s : u"False"_s},
                          {u"reason"_s, allowed > 0 ? u"SufficientPods"_s : u"InsufficientPods"_s},
                          {u"message"_s, QString()},
                          {u"observedGeneration"_s, valueAt(budget, {u"metadata", u"generation"})}};
    return {{u"observedGeneration"_s, valueAt(budget, {u"metadata", u"generation"})},
            {u"expectedPods"_s, expected},
            {u"desiredHealthy"_s, wanted},
            {u"currentHealthy"_s, healthy},
            {u"disruptionsAllowed"_s, allowed},
            {u"conditions"_s, withCondition(listAt(budget, {u"status", u"conditions"}), condition, now)}};
}

} // namespace

DisruptionBudgets::DisruptionBudgets(World &world)
    : Controller(world)
{
    lookAtAll(kinds::disruptionBudget());
}

void DisruptionBudgets::observe(const Change &change)
{
    if (change.type == &kinds::disruptionBudget()) {
        look(change.object);
    } else if (change.type == &kinds::pod()) {
        lookAtSelecting(kinds::disruptionBudget(), {u"spec", u"selector"}, change);
    } else if (change.type == &kinds::deployment() || change.type == &kinds::statefulSet()) {
        lookAtAll(kinds::disruptionBudget(), namespaceOf(change.object));
    }
}

void DisruptionBudgets::reconcile(const Key &key)
{
    if (const auto budget = m_world.store.find(kinds::disruptionBudget(), key.ns, key.name)) {
        writeStatus(kinds::disruptionBudget(), *budget, statusOf(m_world.store, *budget, m_world.now()));
    }
}

QString budgetAgainst(const Store &store, const QJsonObject &pod)
{
    QList<QJsonObject> budgets = store.list(kinds::disruptionBudget(), namespaceOf(pod));
    budgets.removeIf([&](const QJsonObject &each) { return !covers(each, pod); });
    // A pod that does not serve takes nothing away, as long as enough others do (unhealthyPodEvictionPolicy: IfHealthyBudget).
    const bool serves = isReady(pod) && !isFinished(pod) && !isDeleting(pod);
    for (const QJsonObject &budget : std::as_const(budgets)) {
        const QJsonObject status = statusOf(store, budget, QDateTime());
        const bool isUnhealthyFree = !serves
            && (status.value(u"currentHealthy").toInt() >= status.value(u"desiredHealthy").toInt()
                || textAt(budget, {u"spec", u"unhealthyPodEvictionPolicy"}) == u"AlwaysAllow");
        if (!isUnhealthyFree && !isFinished(pod) && status.value(u"disruptionsAllowed").toInt() < 1) {
            return nameOf(budget);
        }
    }
    return {};
}

Result<QJsonObject> evict(Store &store, const QString &ns, const QString &name, std::optional<Duration> grace)
{
    const auto pod = store.find(kinds::pod(), ns, name);
    if (!pod) {
        return failure(Error::Kind::NotFound, u"evicting a pod"_s, u"pods \"%1\" not found"_s.arg(name));
    }
    if (!budgetAgainst(store, *pod).isEmpty()) {
        return failure(Error::Kind::RateLimited, u"evicting a pod"_s,
                       u"Cannot evict pod as it would violate the pod's disruption budget."_s);
    }
    return beginDeletion(store, kinds::pod(), ns, name, Propagation::Background, grace);
}

} // namespace sentinel::sandbox
