// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace sentinel::sandbox {

/// Whether the live object has everything the wanted one says. What the cluster or others added plays no part.
[[nodiscard]] bool hasAll(const QJsonValue &live, const QJsonValue &wanted);

/// What an Application's `spec.ignoreDifferences` says of this object: the wanted object with the live values at those places.
/// Places the live object lacks are taken out of the wanted one.
[[nodiscard]] QJsonObject withIgnoredAsLive(const QJsonObject &wanted, const QJsonObject &live,
                                            const QJsonArray &ignoreDifferences);

/// Why these rules cannot be followed here; empty when they can.
[[nodiscard]] QString unknownIgnoreRules(const QJsonArray &ignoreDifferences);

/// Without what is never applied (status, server-written metadata); a Secret's stringData as data.
[[nodiscard]] QJsonObject normalised(QJsonObject wanted);

} // namespace sentinel::sandbox
