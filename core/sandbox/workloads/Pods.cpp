// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Pods.h"

#include "core/sandbox/workloads/Deletion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// What the admission plug-in DefaultTolerationSeconds adds: a pod stays 300 s on a node that is gone.
QJsonArray withDefaultTolerations(QJsonArray tolerations)
{
    for (const QString &key : {u"node.kubernetes.io/not-ready"_s, u"node.kubernetes.io/unreachable"_s}) {
        const bool has = std::ranges::any_of(tolerations, [&](const QJsonValue &each) {
            const QJsonObject toleration = each.toObject();
            return toleration.value(u"key").toString() == key
                || (toleration.value(u"key").toString().isEmpty() && toleration.value(u"operator").toString() == u"Exists");
        });
        if (!has) {
            tolerations.append(QJsonObject{
                {u"key"_s, key}, {u"operator"_s, u"Exists"_s}, {u"effect"_s, u"NoExecute"_s}, {u"tolerationSeconds"_s, 300}});
        }
    }
    return tolerations;
}

void fill(QJsonObject &map, QStringView key, const QJsonValue &value)
{
    if (!map.contains(key)) {
        map.insert(key, value);
    }
}

QDateTime readySince(const QJsonObject &pod)
{
    return QDateTime::fromString(conditionOf(pod, u"Ready").value(u"lastTransitionTime").toString(), Qt::ISODate);
}

} // namespace

QString phaseOf(const QJsonObject &pod)
{
    return textAt(pod, {u"status", u"phase"});
}

bool isFinished(const QJsonObject &pod)
{
    const QString phase = phaseOf(pod);
    return phase == u"Succeeded" || phase == u"Failed";
}

bool isActive(const QJsonObject &pod)
{
    return !isFinished(pod) && !isDeleting(pod);
}

bool isReady(const QJsonObject &pod)
{
    return isTrue(pod, u"Ready");
}

bool isAvailable(const QJsonObject &pod, qint64 minReadySeconds, const QDateTime &now)
{
    return isReady(pod) && (minReadySeconds <= 0 || readySince(pod).secsTo(now) >= minReadySeconds);
}

QJsonObject podOf(const QJsonObject &podTemplate, const QJsonObject &owner, const QString &nameOrPrefix)
{
    QJsonObject metadata;
    for (const QString &key : {u"labels"_s, u"annotations"_s, u"finalizers"_s}) {
        if (hasAt(podTemplate, {u"metadata", key})) {
            metadata.insert(key, valueAt(podTemplate, {u"metadata", key}));
        }
    }
    metadata.insert(u"namespace", namespaceOf(owner));
    metadata.insert(nameOrPrefix.endsWith(u'-') ? u"generateName"_s : u"name"_s, nameOrPrefix);
    metadata.insert(u"ownerReferences", QJsonArray{controllerReference(owner)});
    QJsonObject spec = objectAt(podTemplate, {u"spec"});
    fill(spec, u"restartPolicy", u"Always"_s);
    fill(spec, u"terminationGracePeriodSeconds", 30);
    fill(spec, u"dnsPolicy", u"ClusterFirst"_s);
    fill(spec, u"schedulerName", u"default-scheduler"_s);
    fill(spec, u"serviceAccountName", u"default"_s);
    fill(spec, u"enableServiceLinks", true);
    spec.insert(u"tolerations", withDefaultTolerations(spec.value(u"tolerations").toArray()));
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, metadata},
            {u"spec"_s, spec},
            {u"status"_s, QJsonObject{{u"phase"_s, u"Pending"_s}}}};
}

Result<QJsonObject> createPod(World &world, const QJsonObject &owner, const QString &component, QJsonObject pod)
{
    const QString ns = namespaceOf(pod);
    const QString account = textAt(pod, {u"spec", u"serviceAccountName"});
    const QString named = nameOf(pod).isEmpty() ? textAt(pod, {u"metadata", u"generateName"}) : nameOf(pod);
    QString refusal;
    const auto home = world.store.find(kinds::ns(), {}, ns);
    if (!home || isDeleting(*home)) {
        refusal = u"pods \"%1\" is forbidden: unable to create new content in namespace %2 because it is being terminated"_s.arg(
            named, ns);
    } else if (!world.store.find(kinds::serviceAccount(), ns, account)) {
        refusal = u"pods \"%1\" is forbidden: error looking up service account %2/%3: serviceaccount \"%3\" not found"_s.arg(
            named, ns, account);
    }
    const Result<QJsonObject> made = refusal.isEmpty() ? world.store.create(kinds::pod(), std::move(pod))
                                                       : failure(Error::Kind::Forbidden, u"creating a pod"_s, refusal);
    if (made) {
        world.events.normal(owner, component, u"SuccessfulCreate"_s, u"Created pod: "_s + nameOf(*made));
    } else {
        world.events.warning(owner, component, u"FailedCreate"_s, u"Error creating: "_s + made.error().detail);
    }
    return made;
}

void deletePod(World &world, const QJsonObject &owner, const QString &component, const QJsonObject &pod)
{
    if (beginDeletion(world.store, kinds::pod(), namespaceOf(pod), nameOf(pod))) {
        world.events.normal(owner, component, u"SuccessfulDelete"_s, u"Deleted pod: "_s + nameOf(pod));
    }
}

PodCounts countPods(const QList<QJsonObject> &pods, qint64 minReadySeconds, const QDateTime &now)
{
    PodCounts counts;
    for (const QJsonObject &each : pods) {
        ++counts.replicas;
        counts.ready += isReady(each) ? 1 : 0;
        counts.available += isAvailable(each, minReadySeconds, now) ? 1 : 0;
    }
    return counts;
}

std::optional<Duration> nextAvailable(const QList<QJsonObject> &pods, qint64 minReadySeconds, const QDateTime &now)
{
    std::optional<Duration> next;
    for (const QJsonObject &each : pods) {
        if (minReadySeconds > 0 && isReady(each) && !isAvailable(each, minReadySeconds, now)) {
            const Duration left(now.msecsTo(readySince(each).addSecs(minReadySeconds)));
            next = std::min(next.value_or(left), std::max(left, Duration(1)));
        }
    }
    return next;
}

} // namespace sentinel::sandbox
