// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/yaml/Value.h"

#include <optional>

namespace sentinel::yaml {

// What a tree should look like after a change: the patcher compares its result with this.

/// The name in a step "[NAME]", or nothing when the step is a map key.
[[nodiscard]] std::optional<QString> itemName(const QString &step);

/// Position of the list item whose `name` is `name`, or -1.
[[nodiscard]] qsizetype itemNamed(const Value &list, const QString &name);

/// Position of the child that `step` leads to, or -1.
[[nodiscard]] qsizetype childAt(const Value &parent, const QString &step);
[[nodiscard]] const Value &child(const Value &parent, qsizetype index);
[[nodiscard]] qsizetype childCount(const Value &parent);

/// `value` below the missing `steps`: maps, and for "[NAME]" a list with one item of that name.
[[nodiscard]] Value nested(const QStringList &steps, const Value &value);
/// The item that a missing step "[NAME]" adds, with `steps` below it.
[[nodiscard]] Value newItem(const QString &name, const QStringList &steps, const Value &value);

/// The tree with `value` at `path`. Nothing when a value on the way is neither missing nor of the kind the next step needs.
[[nodiscard]] std::optional<Value> withValue(const Value &root, const QStringList &path, const Value &value);
/// The tree without the entry at `path`, maps and lists that become empty included; null when nothing is left.
[[nodiscard]] Value withoutValue(const Value &root, const QStringList &path);

} // namespace sentinel::yaml
