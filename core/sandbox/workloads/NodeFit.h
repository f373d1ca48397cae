// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Resources.h"
#include "core/sandbox/workloads/World.h"

namespace sentinel::sandbox {

/// A node as the scheduler sees it.
struct Room
{
    QJsonObject node;
    Amounts allocatable;
    Amounts used;
    QList<QJsonObject> pods; ///< that run or will run there
};

/// Why a pod cannot go to a node.
struct Refusal
{
    QStringList reasons; ///< "Insufficient cpu"; empty: it fits
    bool isForGood = false; ///< moving other pods away would not help
};

/// The rooms of the cluster, and the rules by which a pod fits into one. Reasons are worded as kube-scheduler words them.
class NodeFit
{
public:
    explicit NodeFit(const Store &store);

    [[nodiscard]] const QList<Room> &rooms() const { return m_rooms; }
    [[nodiscard]] Refusal refusal(const QJsonObject &pod, const Room &room) const;
    /// Higher is better: emptier nodes, and pods of the same kind far apart.
    [[nodiscard]] double score(const QJsonObject &pod, const Room &room) const;

private:
    [[nodiscard]] QString affinityProblem(const QJsonObject &pod, const Room &room) const;
    [[nodiscard]] QString spreadProblem(const QJsonObject &pod, const Room &room) const;
    [[nodiscard]] bool termHits(const QJsonObject &term, const QJsonObject &pod, const Room &room) const;
    enum class Leaving { Count, Ignore }; ///< pods that are being deleted
    [[nodiscard]] int podsInDomain(const QString &key, const QString &value, const QJsonObject &selector, const QString &ns,
                                   Leaving leaving) const;
    [[nodiscard]] bool volumesFit(const QJsonObject &pod, const QJsonObject &node) const;

    const Store &m_store;
    QList<Room> m_rooms;
};

/// The claims a pod mounts: names of those of its namespace, generic ephemeral volumes included.
[[nodiscard]] QStringList claimsOf(const QJsonObject &pod);

} // namespace sentinel::sandbox
