// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/inside/Traces.h"

namespace sentinel::preflight {

/// A Job of a look, and how its pod came to an end.
struct JobEnd
{
    QString ns{};
    QString job{};
    QString pod{}; ///< empty: none was made
    bool ended = false; ///< the pod ran to its end, so its log is whole
    QString trouble{}; ///< why it did not, in the cluster's words
};

/// Waits until every pod has ended or cannot be started, or the patience is over. Cancelled, it tells how far they were.
[[nodiscard]] Async<QList<JobEnd>> awaitJobs(LookPtr look, QList<JobEnd> jobs, CancelToken cancel);

} // namespace sentinel::preflight
