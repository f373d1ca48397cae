// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/Churn.h"
#include "tests/faults/Mirror.h"
#include "tests/faults/Schedule.h"

namespace sentinel::testing {

/// A server to follow, and how it is made to forget.
struct Bench
{
    kube::ClusterAccess access;
    QString ns; ///< one that exists; every run begins with whatever is left there
    std::function<void()> forgetHistory{};
};

/// Makes the client under test.
using MirrorMaker = std::function<std::unique_ptr<Mirror>(kube::ClusterAccess access, const Schedule &schedule)>;

/// How a run went.
struct Outcome
{
    QString problem; ///< empty: the client holds what the server holds
    Tally tally;
    int writes = 0;
    qint64 heard = 0;
    int rounds = 0; ///< comparisons until both were equal
};

struct Run
{
    Bench bench;
    Schedule schedule;
    kube::ResourceType type;
    Maker maker;
    MirrorMaker mirror;
};

/// Lets a client follow a server through a fault proxy while a writer changes objects directly at the server. When every fault
/// has struck, the faults end, the writer too, and the two are compared.
[[nodiscard]] Outcome carryOut(const Run &run);

} // namespace sentinel::testing
