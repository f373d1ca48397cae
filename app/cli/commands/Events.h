// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands/Cluster.h"

namespace sentinel::cli {

struct EventsOptions
{
    std::string about; ///< KIND/NAME; empty: everything
    bool watch = false;
    bool allNamespaces = false;
    bool warningsOnly = false;
    ClusterOptions cluster;
    Format format = Format::Table;
};

/// Prints what the cluster tells of what happened, the newest last; with `watch` also what happens from then on.
[[nodiscard]] Async<Exit> printEvents(kube::ApiPtr api, QString ns, EventsOptions options, const Io *io, CancelToken cancel);

} // namespace sentinel::cli
