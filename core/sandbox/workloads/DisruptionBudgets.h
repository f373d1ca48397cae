// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// Counts how many pods of a budget may be evicted.
class DisruptionBudgets final : public Controller
{
public:
    explicit DisruptionBudgets(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;
};

} // namespace sentinel::sandbox
