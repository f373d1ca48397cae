// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Names.h"
#include "core/sandbox/workloads/Deployments.h"
#include "core/sandbox/workloads/ReplicaSetSums.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QJsonObject condition(const QString &type, const QString &status, const QString &reason, const QString &message)
{
    return {{u"type"_s, type}, {u"status"_s, status}, {u"reason"_s, reason}, {u"message"_s, message}};
}

} // namespace

bool Deployments::isComplete(const Rollout &rollout, const QJsonObject &status) const
{
    const auto count = [&](QStringView field) { return status.value(field).toInt(); };
    return count(u"updatedReplicas") == rollout.replicas && count(u"replicas") == rollout.replicas
        && count(u"availableReplicas") == rollout.replicas;
}

/// The condition Progressing with the time it last moved on: the progress deadline counts from there.
QJsonObject Deployments::progressOf(const Rollout &rollout, const QJsonObject &status) const
{
    const QJsonObject present = conditionOf(rollout.deployment, u"Progressing");
    const QString reason = present.value(u"reason").toString();
    const QJsonObject before = objectAt(rollout.deployment, {u"status"});
    const QString set = rollout.fresh ? nameOf(*rollout.fresh) : QString();
    QJsonObject result = present;
    const auto say = [&](const QString &state, const QString &why, const QString &message) {
        result = condition(u"Progressing"_s, state, why, message);
        result.insert(u"lastUpdateTime", timestamp(m_world.now()));
    };
    const bool isNew = rollout.fresh && !present.value(u"message").toString().contains(u'"' + set + u'"');
    const bool hasMoved = status.value(u"updatedReplicas").toInt() > before.value(u"updatedReplicas").toInt()
        || status.value(u"replicas").toInt() - status.value(u"updatedReplicas").toInt()
            < before.value(u"replicas").toInt() - before.value(u"updatedReplicas").toInt()
        || status.value(u"readyReplicas").toInt() > before.value(u"readyReplicas").toInt()
        || status.value(u"availableReplicas").toInt() > before.value(u"availableReplicas").toInt();
    if (flagAt(rollout.deployment, {u"spec", u"paused"})) {
        if (reason != u"DeploymentPaused") {
            say(u"Unknown"_s, u"DeploymentPaused"_s, u"Deployment is paused"_s);
        }
    } else if (reason == u"DeploymentPaused") {
        say(u"Unknown"_s, u"DeploymentResumed"_s, u"Deployment is resumed"_s);
    } else if (rollout.fresh && isComplete(rollout, status)) {
        if (isNew || reason != u"NewReplicaSetAvailable") {
            say(u"True"_s, u"NewReplicaSetAvailable"_s, u"ReplicaSet \"%1\" has successfully progressed."_s.arg(set));
        }
    } else if (isNew) {
        say(u"True"_s, u"NewReplicaSetCreated"_s, u"Created new replica set \"%1\""_s.arg(set));
    } else if (hasMoved) {
        say(u"True"_s, u"ReplicaSetUpdated"_s, u"ReplicaSet \"%1\" is progressing."_s.arg(set));
    } else if (reason == u"NewReplicaSetAvailable" || reason == u"ProgressDeadlineExceeded") {
        // A roll out that was through stays so, whatever its pods do later; one that was late stays late until it moves.
    } else {
        const qint64 deadline = numberAt(rollout.deployment, {u"spec", u"progressDeadlineSeconds"}, 600);
        const QDateTime since = timeAt(present, {u"lastUpdateTime"});
        if (since.isValid() && since.secsTo(m_world.now()) >= deadline) {
            say(u"False"_s, u"ProgressDeadlineExceeded"_s, u"ReplicaSet \"%1\" has timed out progressing."_s.arg(set));
        }
    }
    return result;
}

void Deployments::report(const Rollout &rollout)
{
    QList<QJsonObject> all = rollout.old;
    if (rollout.fresh) {
        all.append(*rollout.fresh);
    }
    const int available = statusOfAll(all, u"availableReplicas");
    QJsonObject status{{u"observedGeneration"_s, valueAt(rollout.deployment, {u"metadata", u"generation"})}};
    // Zero is left out, as the API server's JSON does.
    const auto insert = [&](const QString &field, int count) {
        if (count > 0) {
            status.insert(field, count);
        }
    };
    insert(u"replicas"_s, statusOfAll(all, u"replicas"));
    insert(u"updatedReplicas"_s, rollout.fresh ? statusOf(*rollout.fresh, u"replicas") : 0);
    insert(u"readyReplicas"_s, statusOfAll(all, u"readyReplicas"));
    insert(u"availableReplicas"_s, available);
    insert(u"unavailableReplicas"_s, std::max(0, wantedByAll(all) - available));

    QJsonArray conditions = listAt(rollout.deployment, {u"status", u"conditions"});
    const QDateTime now = m_world.now();
    const bool isEnough = available >= rollout.replicas - rollout.maxUnavailable;
    QJsonObject availability = isEnough
        ? condition(u"Available"_s, u"True"_s, u"MinimumReplicasAvailable"_s, u"Deployment has minimum availability."_s)
        : condition(u"Available"_s, u"False"_s, u"MinimumReplicasUnavailable"_s,
                    u"Deployment does not have minimum availability."_s);
    const QJsonObject present = conditionOf(rollout.deployment, u"Available");
    const bool isSame = present.value(u"status") == availability.value(u"status");
    availability.insert(u"lastUpdateTime", isSame ? present.value(u"lastUpdateTime") : QJsonValue(timestamp(now)));
    conditions = withCondition(conditions, availability, now);
    const QJsonObject progress = progressOf(rollout, status);
    if (!progress.isEmpty()) {
        conditions = withCondition(conditions, progress, now);
    }
    status.insert(u"conditions", conditions);
    writeStatus(kinds::deployment(), rollout.deployment, status);

    const QString reason = progress.value(u"reason").toString();
    if (reason != u"NewReplicaSetAvailable" && reason != u"ProgressDeadlineExceeded" && reason != u"DeploymentPaused"
        && !progress.isEmpty()) {
        const qint64 deadline = numberAt(rollout.deployment, {u"spec", u"progressDeadlineSeconds"}, 600);
        const QDateTime until = timeAt(progress, {u"lastUpdateTime"}).addSecs(deadline);
        lookLater({.ns = namespaceOf(rollout.deployment), .name = nameOf(rollout.deployment)},
                  Duration(std::max<qint64>(1000, now.msecsTo(until))));
    }
}

} // namespace sentinel::sandbox
