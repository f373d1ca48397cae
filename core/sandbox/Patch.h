// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Problem.h"
#include "core/sandbox/Schema.h"

#include <QJsonObject>

namespace sentinel::sandbox {

/// RFC 6902. 422 when an operation does not fit, 400 when the patch is none.
[[nodiscard]] Outcome<QJsonObject> jsonPatched(const QJsonObject &object, const QByteArray &patch);
/// RFC 7386.
[[nodiscard]] QJsonObject mergePatched(QJsonObject object, const QJsonObject &patch);
/// Kubernetes' own: lists merged by their keys, as the schema says; $patch, $retainKeys, $setElementOrder,
/// $deleteFromPrimitiveList.
[[nodiscard]] Outcome<QJsonObject> strategicPatched(const Type &type, const QJsonObject &object, const QJsonObject &patch);

} // namespace sentinel::sandbox
