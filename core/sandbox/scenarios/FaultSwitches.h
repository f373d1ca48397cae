// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/scenarios/Fault.h"

namespace sentinel::sandbox {

/// Where faults go that are not of workloads: slow API, 429 and cut watches to the front, certificates to whoever issues them.
class FaultSwitches
{
public:
    virtual ~FaultSwitches() = default;
    /// `scenario` names who asks; several faults of one scenario come one by one.
    virtual void start(const QString &scenario, const Fault &fault) = 0;
    /// Everything the scenario started is over.
    virtual void clear(const QString &scenario) = 0;
};

} // namespace sentinel::sandbox
