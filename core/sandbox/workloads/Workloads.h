// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/World.h"

namespace sentinel::sandbox {

class FaultSwitches;
class Scenarios;

/// Everything that makes the objects of the store live: nodes, scheduler, kubelets and the controllers of the built-in kinds, and
/// the scenarios that break them. It works off the event loop and waits through `clock`; with nothing to do it does nothing.
class Workloads
{
public:
    /// What it is given outlives it. `switches` may be null (see Scenarios).
    Workloads(Store &store, Clock &clock, PodLogs &logs, Options options = {}, FaultSwitches *switches = nullptr);
    ~Workloads();
    Workloads(const Workloads &) = delete;
    Workloads &operator=(const Workloads &) = delete;

    [[nodiscard]] Scenarios &scenarios();
    [[nodiscard]] Breakage &breakage();
    /// For other controllers of the cluster, so that all events are aggregated alike.
    [[nodiscard]] Events &events();
    /// 1 is the usual load of every autoscaled workload; 2 twice as much.
    void setLoad(double factor);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace sentinel::sandbox
