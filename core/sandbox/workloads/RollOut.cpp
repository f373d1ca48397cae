// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Deployments.h"

#include "core/sandbox/workloads/Pods.h"
#include "core/sandbox/workloads/ReplicaSetSums.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

const auto kDesired = u"deployment.kubernetes.io/desired-replicas"_s;
const auto kMost = u"deployment.kubernetes.io/max-replicas"_s;

} // namespace

QJsonObject Deployments::scaleSet(const Rollout &rollout, const QJsonObject &set, int replicas)
{
    const int before = wantedBy(set);
    const auto changed = m_world.store.change(
        kinds::replicaSet(), namespaceOf(set), nameOf(set),
        [&](QJsonObject &object) {
            put(object, {u"spec", u"replicas"}, replicas);
            put(object, {u"metadata", u"annotations", kDesired}, QString::number(rollout.replicas));
            put(object, {u"metadata", u"annotations", kMost}, QString::number(rollout.replicas + rollout.maxSurge));
            return true;
        },
        Store::Half::Both);
    if (changed && before != replicas) {
        m_world.events.normal(
            rollout.deployment, u"deployment-controller"_s, u"ScalingReplicaSet"_s,
            u"Scaled %1 replica set %2 from %3 to %4"_s.arg(before < replicas ? u"up"_s : u"down"_s, nameOf(set))
                .arg(before)
                .arg(replicas));
    }
    return changed.value_or(set);
}

/// Whether somebody changed `spec.replicas` since the sets were last scaled.
bool Deployments::isScaling(const Rollout &rollout) const
{
    QList<QJsonObject> sets = rollout.old;
    if (rollout.fresh) {
        sets.append(*rollout.fresh);
    }
    return std::ranges::any_of(sets, [&](const QJsonObject &each) {
        const QString desired = textAt(each, {u"metadata", u"annotations", kDesired});
        return wantedBy(each) > 0 && !desired.isEmpty() && desired.toInt() != rollout.replicas;
    });
}

/// Grows or shrinks without moving the roll out on: one active set takes it all, several in proportion.
void Deployments::scaleTogether(Rollout &rollout)
{
    QList<QJsonObject> active;
    for (const QJsonObject &each : std::as_const(rollout.old)) {
        if (wantedBy(each) > 0) {
            active.append(each);
        }
    }
    if (rollout.fresh && (wantedBy(*rollout.fresh) > 0 || active.isEmpty())) {
        active.append(*rollout.fresh);
    }
    if (active.size() <= 1) {
        if (!active.isEmpty()) {
            scaleSet(rollout, active.first(), rollout.replicas);
        }
        return;
    }
    const bool isSaturated = rollout.fresh && wantedBy(*rollout.fresh) == rollout.replicas
        && statusOf(*rollout.fresh, u"availableReplicas") == rollout.replicas;
    const int most = rollout.replicas > 0 ? rollout.replicas + rollout.maxSurge : 0;
    const int present = wantedByAll(active);
    int left = most - present;
    std::ranges::stable_sort(active, std::greater<>{}, wantedBy);
    for (const QJsonObject &each : std::as_const(active)) {
        if (isSaturated) {
            scaleSet(rollout, each, nameOf(each) == nameOf(*rollout.fresh) ? rollout.replicas : 0);
            continue;
        }
        const int share = present > 0 ? left * wantedBy(each) / present : 0;
        scaleSet(rollout, each, std::max(0, wantedBy(each) + share));
        left -= share;
    }
    if (!isSaturated && left != 0) {
        const auto largest = m_world.store.find(kinds::replicaSet(), namespaceOf(active.first()), nameOf(active.first()));
        if (largest) {
            scaleSet(rollout, *largest, std::max(0, wantedBy(*largest) + left));
        }
    }
}

void Deployments::recreate(Rollout &rollout)
{
    for (QJsonObject &each : rollout.old) {
        if (wantedBy(each) > 0) {
            each = scaleSet(rollout, each, 0);
        }
    }
    // Until the last of the old pods is gone, those on their way out included.
    for (const QJsonObject &each : std::as_const(rollout.old)) {
        const QList<QJsonObject> pods = controlledBy(m_world.store, kinds::pod(), each);
        if (std::ranges::any_of(pods, [](const QJsonObject &pod) { return !isFinished(pod); })) {
            return;
        }
    }
    makeFresh(rollout);
    if (rollout.fresh) {
        scaleSet(rollout, *rollout.fresh, rollout.replicas);
    }
}

void Deployments::roll(Rollout &rollout)
{
    if (!rollout.fresh) {
        return;
    }
    scaleFresh(rollout);
    scaleOld(rollout);
}

void Deployments::scaleFresh(Rollout &rollout)
{
    const int wanted = wantedBy(*rollout.fresh);
    int target = rollout.replicas;
    if (wanted < rollout.replicas) {
        const int room = rollout.replicas + rollout.maxSurge - wantedByAll(rollout.old) - wanted;
        target = std::min(rollout.replicas, wanted + std::max(0, room));
    }
    rollout.fresh = scaleSet(rollout, *rollout.fresh, target);
}

void Deployments::scaleOld(Rollout &rollout)
{
    const int least = rollout.replicas - rollout.maxUnavailable;
    const int freshUnavailable = wantedBy(*rollout.fresh) - statusOf(*rollout.fresh, u"availableReplicas");
    int mayGo = wantedByAll(rollout.old) + wantedBy(*rollout.fresh) - least - std::max(0, freshUnavailable);
    if (mayGo <= 0) {
        return; // by what is asked for: what the sets say they have may be of a moment ago
    }
    // Pods that serve nobody go first.
    for (QJsonObject &each : rollout.old) {
        const int broken = wantedBy(each) - statusOf(each, u"availableReplicas");
        const int go = std::clamp(mayGo, 0, std::max(0, broken));
        if (go > 0) {
            each = scaleSet(rollout, each, wantedBy(each) - go);
            mayGo -= go;
        }
    }
    int spare = statusOfAll(rollout.old, u"availableReplicas") + statusOf(*rollout.fresh, u"availableReplicas") - least;
    for (QJsonObject &each : rollout.old) {
        const int go = std::min(std::max(0, spare), wantedBy(each));
        if (go > 0) {
            each = scaleSet(rollout, each, wantedBy(each) - go);
            spare -= go;
        }
    }
}

} // namespace sentinel::sandbox
