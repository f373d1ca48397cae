// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace sentinel::sandbox {

[[nodiscard]] QJsonObject labelsOf(const QJsonObject &object);
/// A plain map of labels, as a Service has; an empty one selects nothing.
[[nodiscard]] bool selects(const QJsonObject &map, const QJsonObject &labels);
/// A metav1.LabelSelector; an empty one selects everything.
[[nodiscard]] bool selectorMatches(const QJsonObject &selector, const QJsonObject &labels);
/// One expression of a label or node selector: In, NotIn, Exists, DoesNotExist, Gt, Lt.
[[nodiscard]] bool expressionMatches(const QJsonObject &expression, const QJsonObject &labels);
/// `spec.affinity.nodeAffinity.required…` and `spec.nodeSelector` of a pod against a node.
[[nodiscard]] bool nodeSelectionMatches(const QJsonObject &podSpec, const QJsonObject &node);
/// One v1.NodeSelector (a pod's required affinity, a volume's) against a node.
[[nodiscard]] bool nodeSelectorMatches(const QJsonObject &nodeSelector, const QJsonObject &node);

} // namespace sentinel::sandbox
