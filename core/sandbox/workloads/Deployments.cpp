// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Deployments.h"

#include "core/sandbox/workloads/Deletion.h"
#include "core/sandbox/workloads/ReplicaSetSums.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr auto kHash = "pod-template-hash"_L1;
const auto kRevision = u"deployment.kubernetes.io/revision"_s;
const auto kRevisions = u"deployment.kubernetes.io/revision-history"_s;
const auto kDesired = u"deployment.kubernetes.io/desired-replicas"_s;
const auto kMost = u"deployment.kubernetes.io/max-replicas"_s;

QJsonObject withoutHash(QJsonObject podTemplate)
{
    drop(podTemplate, {u"metadata", u"labels", u"pod-template-hash"});
    drop(podTemplate, {u"metadata", u"creationTimestamp"});
    return podTemplate;
}

qint64 revisionOf(const QJsonObject &object)
{
    return textAt(object, {u"metadata", u"annotations", kRevision}).toLongLong();
}

/// What a ReplicaSet takes over from its Deployment: all but what belongs to the Deployment alone.
QJsonObject sharedAnnotations(const QJsonObject &deployment)
{
    QJsonObject annotations = objectAt(deployment, {u"metadata", u"annotations"});
    for (const QString &own : {u"kubectl.kubernetes.io/last-applied-configuration"_s, kRevision, kRevisions, kDesired, kMost}) {
        annotations.remove(own);
    }
    return annotations;
}

} // namespace

Deployments::Deployments(World &world)
    : Controller(world)
{
    lookAtAll(kinds::deployment());
}

void Deployments::observe(const Change &change)
{
    if (change.type == &kinds::deployment()) {
        look(change.object);
    } else if (change.type == &kinds::replicaSet()) {
        lookAtOwner(change, u"Deployment");
    } else if (change.type == &kinds::pod() && change.kind == Change::Kind::Deleted) {
        // Recreate waits for the last pod of the old version; its ReplicaSet may say nothing any more.
        const QJsonObject owner = controllerOf(change.object);
        const auto set = m_world.store.find(kinds::replicaSet(), namespaceOf(change.object), owner.value(u"name").toString());
        const QJsonObject above = set ? controllerOf(*set) : QJsonObject();
        if (above.value(u"kind").toString() == u"Deployment") {
            look(namespaceOf(change.object), above.value(u"name").toString());
        }
    }
}

Deployments::Rollout Deployments::rolloutOf(const QJsonObject &deployment) const
{
    Rollout rollout{.deployment = deployment, .fresh = {}, .old = {}};
    rollout.replicas = static_cast<int>(numberAt(deployment, {u"spec", u"replicas"}, 1));
    const QJsonObject rolling = objectAt(deployment, {u"spec", u"strategy", u"rollingUpdate"});
    const QJsonValue surge = rolling.contains(u"maxSurge") ? rolling.value(u"maxSurge") : QJsonValue(u"25%"_s);
    const QJsonValue unavailable = rolling.contains(u"maxUnavailable") ? rolling.value(u"maxUnavailable") : QJsonValue(u"25%"_s);
    rollout.maxSurge = countOf(surge, rollout.replicas, Rounding::Up);
    rollout.maxUnavailable = std::min(countOf(unavailable, rollout.replicas, Rounding::Down), rollout.replicas);
    if (rollout.maxSurge == 0 && rollout.maxUnavailable == 0) {
        rollout.maxUnavailable = 1; // both rounded to nothing: nothing would ever move
    }
    const QJsonObject wanted = withoutHash(objectAt(deployment, {u"spec", u"template"}));
    QList<QJsonObject> sets = claimedBy(m_world.store, kinds::replicaSet(), deployment);
    std::ranges::stable_sort(sets, {}, [](const QJsonObject &each) { return revisionOf(each); });
    for (const QJsonObject &set : std::as_const(sets)) {
        if (!rollout.fresh && withoutHash(objectAt(set, {u"spec", u"template"})) == wanted) {
            rollout.fresh = set;
        } else {
            rollout.old.append(set);
        }
    }
    return rollout;
}

void Deployments::reconcile(const Key &key)
{
    const auto deployment = m_world.store.find(kinds::deployment(), key.ns, key.name);
    if (!deployment) {
        return;
    }
    Rollout rollout = rolloutOf(*deployment);
    if (isDeleting(*deployment)) {
        report(rollout);
        return;
    }
    const bool isPaused = flagAt(*deployment, {u"spec", u"paused"});
    if (isPaused || isScaling(rollout)) {
        if (rollout.fresh) {
            number(rollout);
        }
        scaleTogether(rollout);
    } else if (textAt(*deployment, {u"spec", u"strategy", u"type"}) == u"Recreate") {
        recreate(rollout);
    } else {
        makeFresh(rollout);
        roll(rollout);
    }
    rollout = rolloutOf(*m_world.store.find(kinds::deployment(), key.ns, key.name));
    trimHistory(rollout);
    report(rollout);
}

void Deployments::makeFresh(Rollout &rollout)
{
    if (!rollout.fresh) {
        const QJsonObject &deployment = rollout.deployment;
        QJsonObject podTemplate = objectAt(deployment, {u"spec", u"template"});
        const QString hash = contentHash(podTemplate);
        put(podTemplate, {u"metadata", u"labels", QString(kHash)}, hash);
        QJsonObject selector = objectAt(deployment, {u"spec", u"selector"});
        put(selector, {u"matchLabels", QString(kHash)}, hash);
        QJsonObject spec{{u"replicas"_s, 0}, {u"selector"_s, selector}, {u"template"_s, podTemplate}};
        if (hasAt(deployment, {u"spec", u"minReadySeconds"})) {
            spec.insert(u"minReadySeconds", valueAt(deployment, {u"spec", u"minReadySeconds"}));
        }
        QJsonObject annotations = sharedAnnotations(deployment);
        annotations.insert(kDesired, QString::number(rollout.replicas));
        annotations.insert(kMost, QString::number(rollout.replicas + rollout.maxSurge));
        const auto made
            = m_world.store.create(kinds::replicaSet(),
                                   {{u"metadata"_s,
                                     QJsonObject{{u"name"_s, nameOf(deployment) + u'-' + hash},
                                                 {u"namespace"_s, namespaceOf(deployment)},
                                                 {u"labels"_s, objectAt(podTemplate, {u"metadata", u"labels"})},
                                                 {u"annotations"_s, annotations},
                                                 {u"ownerReferences"_s, QJsonArray{controllerReference(deployment)}}}},
                                    {u"spec"_s, spec},
                                    {u"status"_s, QJsonObject{{u"replicas"_s, 0}}}});
        if (!made) {
            // The name is somebody else's: a collision of hashes, or the old set is still on its way out.
            lookLater({.ns = namespaceOf(deployment), .name = nameOf(deployment)}, std::chrono::seconds(1));
            return;
        }
        rollout.fresh = *made;
    }
    number(rollout);
}

/// Gives the fresh ReplicaSet the newest revision, and the Deployment the same.
void Deployments::number(Rollout &rollout)
{
    qint64 newest = 0;
    for (const QJsonObject &each : std::as_const(rollout.old)) {
        newest = std::max(newest, revisionOf(each));
    }
    const QString revision = QString::number(std::max(newest + 1, revisionOf(*rollout.fresh)));
    const auto set = m_world.store.change(
        kinds::replicaSet(), namespaceOf(*rollout.fresh), nameOf(*rollout.fresh),
        [&](QJsonObject &object) {
            const QString before = textAt(object, {u"metadata", u"annotations", kRevision});
            const QJsonObject shared = sharedAnnotations(rollout.deployment);
            for (auto each = shared.begin(); each != shared.end(); ++each) {
                put(object, {u"metadata", u"annotations", each.key()}, each.value());
            }
            if (before != revision) {
                put(object, {u"metadata", u"annotations", kRevision}, revision);
                const QString earlier = textAt(object, {u"metadata", u"annotations", kRevisions});
                if (!before.isEmpty()) {
                    put(object, {u"metadata", u"annotations", kRevisions}, earlier.isEmpty() ? before : earlier + u',' + before);
                }
            }
            return true;
        },
        Store::Half::Both);
    rollout.fresh = set.value_or(*rollout.fresh);
    const auto deployment = m_world.store.change(
        kinds::deployment(), namespaceOf(rollout.deployment), nameOf(rollout.deployment),
        [&](QJsonObject &object) {
            put(object, {u"metadata", u"annotations", kRevision}, revision);
            return true;
        },
        Store::Half::Both);
    rollout.deployment = deployment.value_or(rollout.deployment);
}

void Deployments::trimHistory(const Rollout &rollout)
{
    const qint64 kept = numberAt(rollout.deployment, {u"spec", u"revisionHistoryLimit"}, 10);
    qint64 surplus = rollout.old.size() - kept;
    for (const QJsonObject &each : rollout.old) {
        if (surplus <= 0) {
            return;
        }
        if (wantedBy(each) == 0 && statusOf(each, u"replicas") == 0 && !isDeleting(each)) {
            static_cast<void>(beginDeletion(m_world.store, kinds::replicaSet(), namespaceOf(each), nameOf(each)));
            --surplus;
        }
    }
}

} // namespace sentinel::sandbox
