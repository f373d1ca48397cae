// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Resources.h"
#include "core/sandbox/workloads/World.h"

namespace sentinel::sandbox {

/// A pod on its node, and what is asked of it for every pod that looks for a place.
struct Guest
{
    QJsonObject pod;
    Amounts requests;
    QString owner; ///< uid of its controller
    QJsonArray apart; ///< whom it does not bear on its node: required anti-affinity
    bool isLeaving = false;
};

/// A node as the scheduler sees it.
struct Room
{
    QJsonObject node;
    QString zone;
    Amounts allocatable;
    Amounts used;
    QMap<QString, Guest> guests; ///< that run or will run there, by uid
    QHash<QString, int> kin; ///< how many of them stay, by their owner
};

/// Why a pod cannot go to a node.
struct Refusal
{
    QStringList reasons; ///< "Insufficient cpu"; empty: it fits
    bool isForGood = false; ///< moving other pods away would not help
};

/// The rooms of the cluster, and the rules by which a pod fits into one. Reasons are worded as kube-scheduler words them.
/// Counted once and kept by what changes: counting for each pod anew made a thousand pods wait for minutes.
class NodeFit
{
public:
    explicit NodeFit(const Store &store);

    /// To be told of every change of pods and nodes.
    void follow(const Change &change);
    /// The pod will run there once its volumes are made; until then it counts as if it did, or those after it would all choose
    /// the same place.
    void expect(QJsonObject pod, const QString &node);
    void forget(const QJsonObject &pod); ///< what was expected of it
    [[nodiscard]] const QList<Room> &rooms() const { return m_rooms; }
    [[nodiscard]] Refusal refusal(const QJsonObject &pod, const Room &room) const;
    /// Higher is better: emptier nodes, and pods of the same kind far apart.
    [[nodiscard]] double score(const QJsonObject &pod, const Room &room) const;

private:
    void count();
    void settle(const QJsonObject &pod);
    void clear(const QJsonObject &pod);
    [[nodiscard]] QString affinityProblem(const QJsonObject &pod, const Room &room) const;
    [[nodiscard]] QString spreadProblem(const QJsonObject &pod, const Room &room) const;
    [[nodiscard]] bool termHits(const QJsonObject &term, const QJsonObject &pod, const Room &room) const;
    enum class Leaving { Count, Ignore }; ///< pods that are being deleted
    [[nodiscard]] int podsInDomain(const QString &key, const QString &value, const QJsonObject &selector, const QString &ns,
                                   Leaving leaving) const;
    [[nodiscard]] bool volumesFit(const QJsonObject &pod, const QJsonObject &node) const;

    const Store &m_store;
    QList<Room> m_rooms; ///< by name
    QHash<QString, qsizetype> m_byName;
    QHash<QString, QJsonObject> m_expected; ///< uid → the pod on its node
};

/// The claims a pod mounts: names of those of its namespace, generic ephemeral volumes included.
[[nodiscard]] QStringList claimsOf(const QJsonObject &pod);

} // namespace sentinel::sandbox
