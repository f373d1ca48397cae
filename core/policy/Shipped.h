// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/Flows.h"

namespace sentinel::policy {

/// The flows that Sentinel's own parts need, out of resources/policy/flows.yaml; `lookup` says what the plan answers.
[[nodiscard]] Result<QList<Flow>> shippedFlows(const Lookup &lookup);

} // namespace sentinel::policy
