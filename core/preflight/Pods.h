// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/Json.h"

#include <QHash>

namespace sentinel::preflight {

/// Amounts by resource ("cpu", "memory", "nvidia.com/gpu"), in thousandths of a core, a byte or a piece.
using Amounts = QHash<QString, qint64>;
void add(Amounts &to, const Amounts &more);
void raise(Amounts &to, const Amounts &least); ///< to the larger of the two, each
/// "3 cores", "12 GiB", "2 nvidia.com/gpu"
[[nodiscard]] QString amountText(const QString &resource, qint64 milli);
[[nodiscard]] Amounts amountsOf(const QJsonValue &map);

/// What a pod asks of its node: containers and sidecars together, or the largest init container where that is more, and the
/// overhead of its runtime. What only has a limit asks for that.
[[nodiscard]] Amounts requestsOf(const QJsonObject &podSpec);
/// The limits, added up the same way.
[[nodiscard]] Amounts limitsOf(const QJsonObject &podSpec);

/// The like pods of one workload.
struct PodGroup
{
    QString owner{}; ///< "StatefulSet/patroni"
    QString ns{};
    int count = 1;
    int most = 1; ///< what its autoscaler may make of it
    bool perNode = false; ///< a DaemonSet: one on each node that takes it
    bool ends = false; ///< a Job's: needs a place once
    QJsonObject spec{}; ///< of the pods
    Labels labels{};
    Amounts requests{};
    int priority = 0; ///< of its class
    QStringList claims{}; ///< names of its claim templates: pod 2 of "patroni" has the claim "data-patroni-2"
    /// By pod: what the node must be for the volumes that are there already, each a list of node selector terms.
    QList<QList<QJsonArray>> bound{};
};

/// The workloads among these objects. What an autoscaler among them owns begins with its least number. CronJobs are left out:
/// their pods come and go.
[[nodiscard]] QList<PodGroup> podGroupsOf(const QList<QJsonObject> &objects);

/// Every volume the pods will ask for.
struct VolumeWish
{
    QString owner{}; ///< "StatefulSet/patroni"
    QString name{};
    QString storageClass{}; ///< empty: the default
    qint64 bytes = 0;
    int count = 1;
    bool lasts = true; ///< false: lives and dies with its pod
};
[[nodiscard]] QList<VolumeWish> volumesOf(const QList<QJsonObject> &objects);

/// The images, without doubles, sorted.
[[nodiscard]] QStringList imagesOf(const QList<QJsonObject> &objects);
/// Whose pods run this one: "Deployment/backend".
[[nodiscard]] QStringList ownersOf(const QList<QJsonObject> &objects, const QString &image);

} // namespace sentinel::preflight
