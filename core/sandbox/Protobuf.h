// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Problem.h"

#include <QByteArray>
#include <QJsonObject>

namespace sentinel::sandbox {

/// What kubectl's typed commands (`create configmap`, `auth can-i`, `create token`) send objects as.
inline constexpr QByteArrayView kProtobufMedia("application/vnd.kubernetes.protobuf");

[[nodiscard]] bool isProtobuf(const QByteArray &body);
/// The object in the envelope, by the field numbers of the schema table. 400 when it is broken, 415 when its kind has no numbers.
/// Empty texts are taken for "not set": on the wire both look the same.
[[nodiscard]] Outcome<QJsonObject> fromProtobuf(const QByteArray &body);

} // namespace sentinel::sandbox
