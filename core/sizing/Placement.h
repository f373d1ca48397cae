// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sizing/Sizing.h"

#include <QStringList>

namespace sentinel::sizing {

/// A machine pods can be put on, with what is left for pods.
struct Node
{
    QString name;
    QString zone;
    QString group; ///< node pool or inventory group
    Quantity cpu; ///< allocatable
    Quantity memory;
    Quantity disk; ///< for local volumes; zero: storage is elsewhere
    QStringList taints; ///< "key=value:NoSchedule"; nothing of Sentinel tolerates one unless the group says so
};

/// Whether a taint keeps the pods of Sentinel away.
[[nodiscard]] bool repels(const Node &node);

struct PlacedPod
{
    QString component;
    int ordinal = 0;
    QString node;
    Quantity cpu;
    Quantity memory;
    bool moved = false; ///< stands elsewhere than before the loss: was on the lost node, or made room for a database
};

struct UnplacedPod
{
    QString component;
    int ordinal = 0;
    QString reason; ///< a sentence: which limit stopped it on how many nodes
};

struct Placement
{
    QList<Node> nodes;
    QList<PlacedPod> pods;
    QList<UnplacedPod> unplaced;
    QString lostNode; ///< empty: all nodes stand
    bool quorumHolds = true; ///< databases and etcd keep a majority
    [[nodiscard]] bool fits() const { return unplaced.isEmpty(); }
    [[nodiscard]] int movedCount() const;
};

/// The nodes the sizing asks for, spread over its zones.
[[nodiscard]] QList<Node> nodesOf(const Sizing &sizing, const plan::Answers &answers);
/// First-fit decreasing with anti-affinity, zone spread and taints: what the scheduler could do, not what it will do.
[[nodiscard]] Placement place(const Sizing &sizing, const QList<Node> &nodes);
/// The same with one node gone: its pods move where they fit and the others stay, except stateless pods that make room for a
/// database or another part of which no two may meet (priority classes). Pods whose volume lies on the lost node's own disk
/// cannot move.
[[nodiscard]] Placement loseNode(const Placement &placement, const Sizing &sizing, const QString &node);
/// Findings of a placement and of each single lost node: rules "sizing.does-not-fit", "sizing.node-loss", "sizing.zone-loss",
/// "sizing.node-disk".
[[nodiscard]] Findings judge(const Placement &placement, const Sizing &sizing, const plan::Answers &answers);

} // namespace sentinel::sizing
