// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/Pods.h"

namespace sentinel::preflight {

struct Taint
{
    QString key;
    QString value;
    QString effect; ///< "NoSchedule", "NoExecute"

    [[nodiscard]] QString text() const { return value.isEmpty() ? key + u':' + effect : key + u'=' + value + u':' + effect; }
};

/// A node as the scheduler sees it.
struct Node
{
    QString name{};
    QString zone{};
    Labels labels{};
    QList<Taint> taints{}; ///< those that keep pods away
    bool open = true; ///< ready and not cordoned
    QString closedBecause{};
    Amounts allocatable{};
    Amounts free{}; ///< less what others' pods ask for
    QStringList images{}; ///< names it has already
};

/// Nodes with what is left on them. Pods of the namespaces in `ours` count as gone: what is installed makes room for itself.
[[nodiscard]] QList<Node> nodesOf(const QList<QJsonObject> &nodes, const QList<QJsonObject> &pods, const QStringList &ours);

/// Why a node does not take a pod of this group whatever room it has, for sums over many nodes: "has a taint nothing tolerates
/// (gpu=yes:NoSchedule)". Empty: it would.
[[nodiscard]] QString refusal(const Node &node, const PodGroup &pod);
/// Whether a node is among those that terms (of an affinity, of a volume) allow: any of them holds.
[[nodiscard]] bool isAmong(const Node &node, const QJsonArray &nodeSelectorTerms);
/// Whether a selector (matchLabels, matchExpressions) takes these labels. An empty one takes all.
[[nodiscard]] bool selects(const QJsonObject &selector, const Labels &labels);

} // namespace sentinel::preflight
