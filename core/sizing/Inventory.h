// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sizing/Placement.h"

namespace sentinel::sizing {

/// Hand-written machines to try a plan on: `groups:` (or `nodeGroups:`) of name, count, cpu, memory, disk, zone or zones (list;
/// nodes are dealt round), taints (list of KEY=VALUE:EFFECT or of maps as Kubernetes writes them), tolerated (true: Sentinel's
/// pods get the toleration). `apiVersion: console.sentinel/v1` and `kind: Inventory` may be left out, but not be others. Unknown
/// keys and wrong types are refused with file:line:column. The schema is resources/schemas/Inventory.json.
[[nodiscard]] Result<QList<Node>> loadInventory(const QString &path);

} // namespace sentinel::sizing
