// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/ObjectHealth.h"

#include "core/sandbox/delivery/Objects.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

using Status = Health::Status;

bool isObserved(const QJsonObject &live)
{
    return numberAt(live, {u"status", u"observedGeneration"}) >= numberAt(live, {u"metadata", u"generation"});
}

Health deploymentHealth(const QJsonObject &live)
{
    if (flagAt(live, {u"spec", u"paused"})) {
        return {Status::Suspended, u"Deployment is paused"_s};
    }
    if (!isObserved(live)) {
        return {Status::Progressing,
                u"Waiting for rollout to finish: observed deployment generation less than desired generation"_s};
    }
    if (conditionOf(live, u"Progressing").value(u"reason").toString() == u"ProgressDeadlineExceeded") {
        return {Status::Degraded, u"Deployment \"%1\" exceeded its progress deadline"_s.arg(nameOf(live))};
    }
    const QJsonObject status = live[u"status"].toObject();
    const qint64 wanted = numberAt(live, {u"spec", u"replicas"}, 1);
    const qint64 updated = status[u"updatedReplicas"].toInteger();
    if (updated < wanted) {
        return {Status::Progressing,
                u"Waiting for rollout to finish: %1 out of %2 new replicas have been updated..."_s.arg(updated).arg(wanted)};
    }
    if (const qint64 old = status[u"replicas"].toInteger() - updated; old > 0) {
        return {Status::Progressing, u"Waiting for rollout to finish: %1 old replicas are pending termination..."_s.arg(old)};
    }
    if (const qint64 available = status[u"availableReplicas"].toInteger(); available < updated) {
        return {Status::Progressing,
                u"Waiting for rollout to finish: %1 of %2 updated replicas are available..."_s.arg(available).arg(updated)};
    }
    return {};
}

Health statefulSetHealth(const QJsonObject &live)
{
    const QJsonObject status = live[u"status"].toObject();
    if (status[u"observedGeneration"].toInteger() == 0 || !isObserved(live)) {
        return {Status::Progressing, u"Waiting for statefulset spec update to be observed..."_s};
    }
    const qint64 wanted = numberAt(live, {u"spec", u"replicas"}, 1);
    if (const qint64 missing = wanted - status[u"readyReplicas"].toInteger(); missing > 0) {
        return {Status::Progressing, u"Waiting for %1 pods to be ready..."_s.arg(missing)};
    }
    const QString kind = textAt(live, {u"spec", u"updateStrategy", u"type"});
    const qint64 partition = numberAt(live, {u"spec", u"updateStrategy", u"rollingUpdate", u"partition"});
    if (kind != u"OnDelete" && partition > 0) {
        if (status[u"updatedReplicas"].toInteger() < wanted - partition) {
            return {Status::Progressing,
                    u"Waiting for partitioned roll out to finish: %1 out of %2 new pods have been updated..."_s
                        .arg(status[u"updatedReplicas"].toInteger())
                        .arg(wanted - partition)};
        }
        return {};
    }
    if (kind != u"OnDelete" && status[u"updateRevision"].toString() != status[u"currentRevision"].toString()) {
        return {Status::Progressing,
                u"waiting for statefulset rolling update to complete %1 pods at revision %2..."_s
                    .arg(status[u"updatedReplicas"].toInteger())
                    .arg(status[u"updateRevision"].toString())};
    }
    return {};
}

Health daemonSetHealth(const QJsonObject &live)
{
    if (!isObserved(live)) {
        return {Status::Progressing,
                u"Waiting for rollout to finish: observed daemon set generation less than desired generation"_s};
    }
    const QJsonObject status = live[u"status"].toObject();
    const qint64 wanted = status[u"desiredNumberScheduled"].toInteger();
    if (const qint64 updated = status[u"updatedNumberScheduled"].toInteger(); updated < wanted) {
        return {Status::Progressing,
                u"Waiting for daemon set \"%1\" rollout to finish: %2 out of %3 new pods have been updated..."_s.arg(nameOf(live))
                    .arg(updated)
                    .arg(wanted)};
    }
    if (const qint64 available = status[u"numberAvailable"].toInteger(); available < wanted) {
        return {Status::Progressing,
                u"Waiting for daemon set \"%1\" rollout to finish: %2 of %3 updated pods are available..."_s.arg(nameOf(live))
                    .arg(available)
                    .arg(wanted)};
    }
    return {};
}

Health jobHealth(const QJsonObject &live)
{
    if (isTrue(live, u"Failed")) {
        return {Status::Degraded, conditionOf(live, u"Failed").value(u"message").toString()};
    }
    if (isTrue(live, u"Complete")) {
        return {Status::Healthy, conditionOf(live, u"Complete").value(u"message").toString()};
    }
    if (isTrue(live, u"Suspended")) {
        return {Status::Suspended, conditionOf(live, u"Suspended").value(u"message").toString()};
    }
    return {Status::Progressing, {}};
}

Health podHealth(const QJsonObject &live)
{
    const QString phase = textAt(live, {u"status", u"phase"});
    const QJsonArray containers = listAt(live, {u"status", u"containerStatuses"});
    for (const QJsonValue &container : containers) {
        const QJsonValue waiting = container[u"state"][u"waiting"];
        const QString reason = waiting[u"reason"].toString();
        if (textAt(live, {u"spec", u"restartPolicy"}) != u"Never"
            && (reason.startsWith(u"Err") || reason.endsWith(u"Error") || reason.endsWith(u"BackOff"))) {
            return {Status::Degraded, waiting[u"message"].toString()};
        }
    }
    if (phase == u"Succeeded") {
        return {};
    }
    if (phase == u"Failed") {
        return {Status::Degraded, textAt(live, {u"status", u"message"})};
    }
    const QString restart = textAt(live, {u"spec", u"restartPolicy"});
    const bool runsForGood = restart.isEmpty() || restart == u"Always";
    if (phase == u"Running" && runsForGood && isTrue(live, u"Ready")) {
        return {};
    }
    return {Status::Progressing, textAt(live, {u"status", u"message"})};
}

Health claimHealth(const QJsonObject &live)
{
    const QString phase = textAt(live, {u"status", u"phase"});
    if (phase == u"Bound") {
        return {};
    }
    return {phase == u"Lost" ? Status::Degraded : Status::Progressing, {}};
}

/// Ingress, and Service of type LoadBalancer: healthy with an address.
Health addressHealth(const QJsonObject &live)
{
    return {listAt(live, {u"status", u"loadBalancer", u"ingress"}).isEmpty() ? Status::Progressing : Status::Healthy, {}};
}

Health autoscalerHealth(const QJsonObject &live)
{
    const QJsonArray conditions = listAt(live, {u"status", u"conditions"});
    for (const QJsonValue &condition : conditions) {
        const QString reason = condition[u"reason"].toString();
        if (condition[u"status"].toString() == u"False" && (reason.startsWith(u"FailedGet") || reason == u"InvalidSelector")) {
            return {Status::Degraded, condition[u"message"].toString()};
        }
    }
    if (conditions.isEmpty()) {
        return {Status::Progressing, u"Waiting to Autoscale"_s};
    }
    return {};
}

Health certificateHealth(const QJsonObject &live)
{
    const QJsonObject ready = conditionOf(live, u"Ready");
    const QJsonObject issuing = conditionOf(live, u"Issuing");
    if (ready.value(u"status").toString() == u"True") {
        return {Status::Healthy, ready.value(u"message").toString()};
    }
    if (issuing.value(u"status").toString() == u"True") {
        return {Status::Progressing, issuing.value(u"message").toString()};
    }
    if (ready.value(u"status").toString() == u"False") {
        return {Status::Degraded, ready.value(u"message").toString()};
    }
    return {Status::Progressing, u"Waiting for certificate"_s};
}

Health issuerHealth(const QJsonObject &live)
{
    const QJsonObject ready = conditionOf(live, u"Ready");
    const QString status = ready.value(u"status").toString();
    return {status == u"True"        ? Status::Healthy
                : status == u"False" ? Status::Degraded
                                     : Status::Progressing,
            status.isEmpty() ? u"Initializing"_s : ready.value(u"message").toString()};
}

Health applicationHealth(const QJsonObject &live)
{
    const QString status = textAt(live, {u"status", u"health", u"status"});
    for (const Status each : {Status::Healthy, Status::Suspended, Status::Missing, Status::Degraded, Status::Unknown}) {
        if (healthName(each) == status) {
            return {each, textAt(live, {u"status", u"health", u"message"})};
        }
    }
    return {Status::Progressing, {}};
}

using Judge = Health (*)(const QJsonObject &);

const QHash<QString, Judge> &judges()
{
    static const QHash<QString, Judge> all{{u"apps/Deployment"_s, deploymentHealth},
                                           {u"apps/StatefulSet"_s, statefulSetHealth},
                                           {u"apps/DaemonSet"_s, daemonSetHealth},
                                           {u"batch/Job"_s, jobHealth},
                                           {u"/Pod"_s, podHealth},
                                           {u"/PersistentVolumeClaim"_s, claimHealth},
                                           {u"networking.k8s.io/Ingress"_s, addressHealth},
                                           {u"autoscaling/HorizontalPodAutoscaler"_s, autoscalerHealth},
                                           {u"cert-manager.io/Certificate"_s, certificateHealth},
                                           {u"cert-manager.io/Issuer"_s, issuerHealth},
                                           {u"cert-manager.io/ClusterIssuer"_s, issuerHealth},
                                           {u"argoproj.io/Application"_s, applicationHealth}};
    return all;
}

} // namespace

QString healthName(Status status)
{
    switch (status) {
    case Status::Healthy:
        return u"Healthy"_s;
    case Status::Suspended:
        return u"Suspended"_s;
    case Status::Progressing:
        return u"Progressing"_s;
    case Status::Missing:
        return u"Missing"_s;
    case Status::Degraded:
        return u"Degraded"_s;
    case Status::Unknown:
        return u"Unknown"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<Health> healthOf(const QJsonObject &live)
{
    const QString kind = groupOf(live) + u'/' + live[u"kind"].toString();
    if (isDeleting(live)) {
        return Health{Status::Progressing, u"Pending deletion"_s};
    }
    if (kind == u"/Service" && textAt(live, {u"spec", u"type"}) == u"LoadBalancer") {
        return addressHealth(live);
    }
    const Judge judge = judges().value(kind);
    return judge ? std::optional(judge(live)) : std::nullopt;
}

} // namespace sentinel::sandbox
