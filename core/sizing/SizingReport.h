// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sizing/Sizing.h"
#include "core/yaml/Value.h"

namespace sentinel::sizing {

/// The document `sentinelctl size -o json|yaml` prints: `apiVersion: console.sentinel/v1`, `kind: SizingReport`, `items[]`
/// (component, replicas, requests, limits, storage, iops, formula), `nodePools[]`, `totals`, `verdicts[]`. Quantities as
/// Kubernetes writes them. With several environments each entry names its own, `totals` is their sum and `environments[]` has the
/// totals of each. `explain` adds `figures[]`, each with formula, worked line, source and inputs.
[[nodiscard]] yaml::Value reportDocument(const QList<Sizing> &environments, bool explain = false);

} // namespace sentinel::sizing
