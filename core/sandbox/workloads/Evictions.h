// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Store.h"

namespace sentinel::sandbox {

/// Name of the budget that forbids to end the pod now, by what there is at this moment; empty when none does.
[[nodiscard]] QString budgetAgainst(const Store &store, const QJsonObject &pod);

/// Ends a pod as the eviction API does, where the budgets that cover it allow that: what `kubectl drain` asks for. RateLimited
/// (429) with the API server's sentence when one does not; NotFound.
[[nodiscard]] Result<QJsonObject> evict(Store &store, const QString &ns, const QString &pod, std::optional<Duration> grace = {});

} // namespace sentinel::sandbox
