// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/ReplicaSets.h"

#include "core/sandbox/workloads/Pods.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

const auto kComponent = u"replicaset-controller"_s;

/// Which of two pods goes first: without a node before with one, not ready before ready, then the younger.
bool goesBefore(const QJsonObject &left, const QJsonObject &right)
{
    const auto rank = [](const QJsonObject &pod) {
        return (textAt(pod, {u"spec", u"nodeName"}).isEmpty() ? 0 : 4) + (phaseOf(pod) == u"Running" ? 2 : 0)
            + (isReady(pod) ? 1 : 0);
    };
    if (rank(left) != rank(right)) {
        return rank(left) < rank(right);
    }
    const QString leftTime = textAt(left, {u"metadata", u"creationTimestamp"});
    const QString rightTime = textAt(right, {u"metadata", u"creationTimestamp"});
    return leftTime != rightTime ? leftTime > rightTime : nameOf(left) > nameOf(right);
}

} // namespace

ReplicaSets::ReplicaSets(World &world)
    : Controller(world)
{
    lookAtAll(kinds::replicaSet());
}

void ReplicaSets::observe(const Change &change)
{
    if (change.type == &kinds::replicaSet()) {
        look(change.object);
    } else if (change.type == &kinds::pod()) {
        lookAtOwner(change, u"ReplicaSet");
        if (controllerOf(change.object).isEmpty()) {
            lookAtSelecting(kinds::replicaSet(), {u"spec", u"selector"}, change);
        }
    } else if (change.type == &kinds::serviceAccount()) {
        lookAtAll(kinds::replicaSet(), namespaceOf(change.object));
    }
}

void ReplicaSets::reconcile(const Key &key)
{
    const auto set = m_world.store.find(kinds::replicaSet(), key.ns, key.name);
    if (!set) {
        return;
    }
    const auto activePods = [&] {
        QList<QJsonObject> pods = claimedBy(m_world.store, kinds::pod(), *set);
        pods.removeIf([](const QJsonObject &each) { return !isActive(each); });
        return pods;
    };
    QList<QJsonObject> pods = activePods();
    if (!isDeleting(*set) && pods.size() != numberAt(*set, {u"spec", u"replicas"}, 1)) {
        scale(*set, pods);
        pods = activePods();
    }
    const qint64 minReady = numberAt(*set, {u"spec", u"minReadySeconds"});
    const PodCounts counts = countPods(pods, minReady, m_world.now());
    if (const auto next = nextAvailable(pods, minReady, m_world.now())) {
        lookLater(key, *next);
    }
    const QJsonObject wantedLabels = objectAt(*set, {u"spec", u"template", u"metadata", u"labels"});
    QJsonObject status{
        {u"replicas"_s, counts.replicas},
        {u"fullyLabeledReplicas"_s,
         std::ranges::count_if(
             pods, [&](const QJsonObject &each) { return wantedLabels.isEmpty() || selects(wantedLabels, labelsOf(each)); })},
        {u"readyReplicas"_s, counts.ready},
        {u"availableReplicas"_s, counts.available},
        {u"observedGeneration"_s, valueAt(*set, {u"metadata", u"generation"})}};
    if (hasAt(*set, {u"status", u"conditions"})) {
        status.insert(u"conditions", valueAt(*set, {u"status", u"conditions"}));
    }
    writeStatus(kinds::replicaSet(), *set, status);
}

void ReplicaSets::scale(const QJsonObject &set, QList<QJsonObject> active)
{
    const qint64 wanted = numberAt(set, {u"spec", u"replicas"}, 1);
    for (qint64 missing = wanted - active.size(); missing > 0; --missing) {
        if (!createPod(m_world, set, kComponent, podOf(objectAt(set, {u"spec", u"template"}), set, nameOf(set) + u'-'))) {
            lookLater({.ns = namespaceOf(set), .name = nameOf(set)}, std::chrono::seconds(30));
            return;
        }
    }
    if (active.size() > wanted) {
        std::ranges::sort(active, goesBefore);
        for (qint64 index = 0; index < active.size() - wanted; ++index) {
            deletePod(m_world, set, kComponent, active.at(index));
        }
    }
}

} // namespace sentinel::sandbox
