// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Schema.h"

#include <QJsonValue>

namespace sentinel::sandbox {

/// How a value is owned: as a whole, field by field, item by item.
enum class Way { Leaf, Fields, Keyed, Set };
[[nodiscard]] Way wayOf(const SchemaNode *node, const QJsonValue &value);

/// The step of a field set to a field, "f:name", and to an item of a list, "k:{…}" or "v:…".
[[nodiscard]] QString fieldStep(const QString &name);
[[nodiscard]] QString itemStep(const SchemaNode &list, const QJsonValue &item);
[[nodiscard]] QString compactText(const QJsonValue &value);

} // namespace sentinel::sandbox
