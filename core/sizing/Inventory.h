// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sizing/Placement.h"

namespace sentinel::sizing {

/// Hand-written machines to try a plan on: `apiVersion: console.sentinel/v1`, `kind: Inventory`, `groups:` of name, count, cpu,
/// memory, disk, zones (list; nodes are dealt round), taints (list), tolerated (true: Sentinel's pods get the toleration).
/// Unknown keys and wrong types are refused with file:line:column.
[[nodiscard]] Result<QList<Node>> loadInventory(const QString &path);

} // namespace sentinel::sizing
