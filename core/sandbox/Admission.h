// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Problem.h"
#include "core/sandbox/Store.h"

namespace sentinel::sandbox {

/// What the server sees to before it stores an object, beyond its fields: the namespace is there and not going, names are names,
/// Services get an address, what cannot change does not. `before` is empty for a create.
[[nodiscard]] Outcome<QJsonObject> admitted(const Store &store, const Type &type, QJsonObject object, const QJsonObject &before);

} // namespace sentinel::sandbox
