// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/StatefulSets.h"

#include "core/sandbox/workloads/Pods.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

const auto kComponent = u"statefulset-controller"_s;

QString revisionOf(const QJsonObject &pod)
{
    return labelsOf(pod).value(QStringView(kRevisionLabel)).toString();
}

bool isHealthy(const QJsonObject &pod)
{
    return phaseOf(pod) == u"Running" && isReady(pod) && !isDeleting(pod);
}

} // namespace

StatefulSets::StatefulSets(World &world)
    : Controller(world)
{
    lookAtAll(kinds::statefulSet());
}

void StatefulSets::observe(const Change &change)
{
    if (change.type == &kinds::statefulSet()) {
        look(change.object);
    } else if (change.type == &kinds::pod()) {
        lookAtOwner(change, u"StatefulSet");
    } else if (change.type == &kinds::serviceAccount()) {
        lookAtAll(kinds::statefulSet(), namespaceOf(change.object));
    }
}

StatefulSets::Look StatefulSets::lookAtSet(const QJsonObject &set)
{
    Look now{.set = set, .revisions = syncRevisions(m_world, set), .current = {}, .pods = {}};
    now.start = static_cast<int>(numberAt(set, {u"spec", u"ordinals", u"start"}));
    now.replicas = static_cast<int>(numberAt(set, {u"spec", u"replicas"}, 1));
    now.isOrdered = textAt(set, {u"spec", u"podManagementPolicy"}) != u"Parallel";
    const QString current = textAt(set, {u"status", u"currentRevision"});
    const bool isKnown = std::ranges::any_of(now.revisions.all, [&](const QJsonObject &each) { return nameOf(each) == current; });
    now.current = isKnown ? current : now.revisions.update;
    for (const QJsonObject &pod : claimedBy(m_world.store, kinds::pod(), set)) {
        const QString name = nameOf(pod);
        bool isNumber = false;
        const int ordinal = name.sliced(name.lastIndexOf(u'-') + 1).toInt(&isNumber);
        if (isNumber && name == nameOf(set) + u'-' + QString::number(ordinal)) {
            now.pods.insert(ordinal, pod);
        }
    }
    return now;
}

void StatefulSets::reconcile(const Key &key)
{
    const auto set = m_world.store.find(kinds::statefulSet(), key.ns, key.name);
    if (!set) {
        return;
    }
    if (!isDeleting(*set)) {
        move(lookAtSet(*set));
    }
    report(lookAtSet(*m_world.store.find(kinds::statefulSet(), key.ns, key.name)));
}

void StatefulSets::move(const Look &now)
{
    // A pod that ended is removed so that it can be made anew.
    for (const QJsonObject &pod : now.pods) {
        if (isFinished(pod) && !isDeleting(pod)) {
            m_world.events.warning(
                now.set, kComponent, u"RecreatingFailedPod"_s,
                u"StatefulSet %1/%2 is recreating failed Pod %3"_s.arg(namespaceOf(now.set), nameOf(now.set), nameOf(pod)));
            deletePod(m_world, now.set, kComponent, pod);
            return;
        }
    }
    if (fill(now) && condemn(now)) {
        replace(now);
    }
}

/// False when the set is not to be moved on before something changes.
bool StatefulSets::fill(const Look &now)
{
    for (int ordinal = now.start; ordinal < now.start + now.replicas; ++ordinal) {
        const auto pod = now.pods.constFind(ordinal);
        if (pod == now.pods.constEnd()) {
            if (!makePod(now, ordinal) || now.isOrdered) {
                return false;
            }
        } else if (now.isOrdered && !isHealthy(*pod)) {
            return false;
        }
    }
    return true;
}

bool StatefulSets::condemn(const Look &now)
{
    bool isDone = true;
    QList<int> ordinals = now.pods.keys();
    std::ranges::sort(ordinals, std::greater<>{});
    for (const int ordinal : ordinals) {
        if (ordinal >= now.start && ordinal < now.start + now.replicas) {
            continue;
        }
        isDone = false;
        const QJsonObject pod = now.pods.value(ordinal);
        if (!isDeleting(pod)) {
            deletePod(m_world, now.set, kComponent, pod);
            dropClaims(now, ordinal);
        }
        if (now.isOrdered) {
            return false;
        }
    }
    return isDone;
}

void StatefulSets::replace(const Look &now)
{
    if (textAt(now.set, {u"spec", u"updateStrategy", u"type"}) == u"OnDelete") {
        return;
    }
    const int partition = static_cast<int>(numberAt(now.set, {u"spec", u"updateStrategy", u"rollingUpdate", u"partition"}));
    for (int ordinal = now.start + now.replicas - 1; ordinal >= std::max(now.start, partition); --ordinal) {
        const QJsonObject pod = now.pods.value(ordinal);
        if (pod.isEmpty()) {
            return; // made just now
        }
        if (revisionOf(pod) != now.revisions.update && !isDeleting(pod)) {
            deletePod(m_world, now.set, kComponent, pod);
            return;
        }
        if (!isHealthy(pod)) {
            return;
        }
    }
}

QJsonObject StatefulSets::podSpecOf(const Look &now, int ordinal) const
{
    const int partition = static_cast<int>(numberAt(now.set, {u"spec", u"updateStrategy", u"rollingUpdate", u"partition"}));
    const bool isOnDelete = textAt(now.set, {u"spec", u"updateStrategy", u"type"}) == u"OnDelete";
    const bool isOld = now.current != now.revisions.update && !isOnDelete && ordinal < partition;
    const QString revision = isOld ? now.current : now.revisions.update;
    QJsonObject podTemplate = objectAt(now.set, {u"spec", u"template"});
    for (const QJsonObject &each : now.revisions.all) {
        if (nameOf(each) == revision) {
            podTemplate = objectAt(each, {u"data", u"spec", u"template"});
            podTemplate.remove(u"$patch"_s);
        }
    }
    const QString name = nameOf(now.set) + u'-' + QString::number(ordinal);
    put(podTemplate, {u"metadata", u"labels", QStringView(kRevisionLabel)}, revision);
    put(podTemplate, {u"metadata", u"labels", u"statefulset.kubernetes.io/pod-name"}, name);
    put(podTemplate, {u"metadata", u"labels", u"apps.kubernetes.io/pod-index"}, QString::number(ordinal));
    put(podTemplate, {u"spec", u"hostname"}, name);
    put(podTemplate, {u"spec", u"subdomain"}, textAt(now.set, {u"spec", u"serviceName"}));
    QJsonArray volumes = listAt(podTemplate, {u"spec", u"volumes"});
    for (const QJsonValue &each : listAt(now.set, {u"spec", u"volumeClaimTemplates"})) {
        const QString volume = nameOf(each.toObject());
        volumes.prepend(
            QJsonObject{{u"name"_s, volume}, {u"persistentVolumeClaim"_s, QJsonObject{{u"claimName"_s, volume + u'-' + name}}}});
    }
    if (!volumes.isEmpty()) {
        put(podTemplate, {u"spec", u"volumes"}, volumes);
    }
    return podTemplate;
}

bool StatefulSets::makePod(const Look &now, int ordinal)
{
    const QString name = nameOf(now.set) + u'-' + QString::number(ordinal);
    makeClaims(now, name);
    if (createPod(m_world, now.set, kComponent, podOf(podSpecOf(now, ordinal), now.set, name))) {
        return true;
    }
    lookLater({.ns = namespaceOf(now.set), .name = nameOf(now.set)}, std::chrono::seconds(30));
    return false;
}

void StatefulSets::makeClaims(const Look &now, const QString &pod)
{
    const bool goesWithSet = textAt(now.set, {u"spec", u"persistentVolumeClaimRetentionPolicy", u"whenDeleted"}) == u"Delete";
    for (const QJsonValue &each : listAt(now.set, {u"spec", u"volumeClaimTemplates"})) {
        const QJsonObject claimTemplate = each.toObject();
        const QString name = nameOf(claimTemplate) + u'-' + pod;
        if (m_world.store.find(kinds::volumeClaim(), namespaceOf(now.set), name)) {
            continue;
        }
        QJsonObject labels = labelsOf(claimTemplate);
        const QJsonObject selector = objectAt(now.set, {u"spec", u"selector", u"matchLabels"});
        for (auto label = selector.begin(); label != selector.end(); ++label) {
            labels.insert(label.key(), label.value());
        }
        QJsonObject metadata{{u"name"_s, name}, {u"namespace"_s, namespaceOf(now.set)}, {u"labels"_s, labels}};
        if (hasAt(claimTemplate, {u"metadata", u"annotations"})) {
            metadata.insert(u"annotations", valueAt(claimTemplate, {u"metadata", u"annotations"}));
        }
        if (goesWithSet) {
            metadata.insert(u"ownerReferences", QJsonArray{controllerReference(now.set)});
        }
        const auto made = m_world.store.create(kinds::volumeClaim(),
                                               {{u"metadata"_s, metadata},
                                                {u"spec"_s, claimTemplate.value(u"spec")},
                                                {u"status"_s, QJsonObject{{u"phase"_s, u"Pending"_s}}}});
        if (made) {
            m_world.events.normal(now.set, kComponent, u"SuccessfulCreate"_s,
                                  u"create Claim %1 Pod %2 in StatefulSet %3 success"_s.arg(name, pod, nameOf(now.set)));
        }
    }
}

void StatefulSets::dropClaims(const Look &now, int ordinal)
{
    if (textAt(now.set, {u"spec", u"persistentVolumeClaimRetentionPolicy", u"whenScaled"}) != u"Delete") {
        return;
    }
    const QString pod = nameOf(now.set) + u'-' + QString::number(ordinal);
    for (const QJsonValue &each : listAt(now.set, {u"spec", u"volumeClaimTemplates"})) {
        static_cast<void>(m_world.store.remove(kinds::volumeClaim(), namespaceOf(now.set), nameOf(each.toObject()) + u'-' + pod));
    }
}

void StatefulSets::report(const Look &now)
{
    const qint64 minReady = numberAt(now.set, {u"spec", u"minReadySeconds"});
    QList<QJsonObject> pods = now.pods.values();
    const PodCounts counts = countPods(pods, minReady, m_world.now());
    if (const auto next = nextAvailable(pods, minReady, m_world.now())) {
        lookLater({.ns = namespaceOf(now.set), .name = nameOf(now.set)}, *next);
    }
    const auto ofRevision = [&](const QString &revision) {
        return static_cast<int>(std::ranges::count_if(
            pods, [&](const QJsonObject &each) { return revisionOf(each) == revision && !isDeleting(each); }));
    };
    QString current = now.current;
    const int updated = ofRevision(now.revisions.update);
    const bool isThrough = updated == now.replicas && counts.ready == now.replicas && counts.replicas == now.replicas;
    if (isThrough) {
        current = now.revisions.update;
    }
    QJsonObject status{{u"observedGeneration"_s, valueAt(now.set, {u"metadata", u"generation"})},
                       {u"replicas"_s, counts.replicas},
                       {u"readyReplicas"_s, counts.ready},
                       {u"availableReplicas"_s, counts.available},
                       {u"currentReplicas"_s, ofRevision(current)},
                       {u"updatedReplicas"_s, updated},
                       {u"currentRevision"_s, current},
                       {u"updateRevision"_s, now.revisions.update},
                       {u"collisionCount"_s, 0}};
    writeStatus(kinds::statefulSet(), now.set, status);
    QStringList live{current, now.revisions.update};
    for (const QJsonObject &each : std::as_const(pods)) {
        live.append(revisionOf(each));
    }
    live.removeDuplicates();
    trimRevisions(m_world, now.set, now.revisions, live);
}

} // namespace sentinel::sandbox
