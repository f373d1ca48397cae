// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace sentinel::sandbox {

/// Amounts by resource name, in thousandths (of cores, bytes, pods).
using Amounts = QMap<QString, qint64>;

[[nodiscard]] Amounts amountsIn(const QJsonObject &list);
/// What a pod asks for: the larger of its containers together and its largest init container, sidecars counted in; a limit
/// without a request is one. One of "pods" is added.
[[nodiscard]] Amounts requestsOf(const QJsonObject &podSpec);
/// "Guaranteed", "Burstable" or "BestEffort".
[[nodiscard]] QString qosClassOf(const QJsonObject &podSpec);

} // namespace sentinel::sandbox
