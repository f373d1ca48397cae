// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/World.h"

namespace sentinel::sandbox {

// What controllers ask of pods, and how they make and delete them.

[[nodiscard]] QString phaseOf(const QJsonObject &pod);
[[nodiscard]] bool isFinished(const QJsonObject &pod); ///< Succeeded or Failed
[[nodiscard]] bool isActive(const QJsonObject &pod); ///< neither finished nor being deleted
[[nodiscard]] bool isReady(const QJsonObject &pod);
/// Ready for at least `minReadySeconds`.
[[nodiscard]] bool isAvailable(const QJsonObject &pod, qint64 minReadySeconds, const QDateTime &now);

/// A pod of `template` (v1.PodTemplateSpec) controlled by `owner`, with what the API server fills in. A name, or a prefix that
/// ends in "-".
[[nodiscard]] QJsonObject podOf(const QJsonObject &podTemplate, const QJsonObject &owner, const QString &nameOrPrefix);
/// Creates it after the admission a pod meets: its ServiceAccount exists. Says the event of success or failure about `owner`.
[[nodiscard]] Result<QJsonObject> createPod(World &world, const QJsonObject &owner, const QString &component, QJsonObject pod);
/// Begins the pod's end and says the event about `owner`.
void deletePod(World &world, const QJsonObject &owner, const QString &component, const QJsonObject &pod);

struct PodCounts
{
    int replicas = 0;
    int ready = 0;
    int available = 0;
};
[[nodiscard]] PodCounts countPods(const QList<QJsonObject> &pods, qint64 minReadySeconds, const QDateTime &now);
/// When the next ready pod becomes available; nothing when none is on its way.
[[nodiscard]] std::optional<Duration> nextAvailable(const QList<QJsonObject> &pods, qint64 minReadySeconds, const QDateTime &now);

} // namespace sentinel::sandbox
