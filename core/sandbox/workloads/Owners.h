// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Store.h"

namespace sentinel::sandbox {

/// The entry of `metadata.ownerReferences` that makes `owner` the controller.
[[nodiscard]] QJsonObject controllerReference(const QJsonObject &owner);
/// The reference with `controller: true`; empty when nobody controls the object.
[[nodiscard]] QJsonObject controllerOf(const QJsonObject &object);
[[nodiscard]] bool isControlledBy(const QJsonObject &object, const QJsonObject &owner);
[[nodiscard]] QList<QJsonObject> controlledBy(const Store &store, const Type &type, const QJsonObject &owner);
/// As above; objects that match the selector of `owner` and that nobody controls are taken over first.
[[nodiscard]] QList<QJsonObject> claimedBy(Store &store, const Type &type, const QJsonObject &owner);

} // namespace sentinel::sandbox
