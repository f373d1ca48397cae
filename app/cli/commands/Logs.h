// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands/Cluster.h"
#include "core/base/Clock.h"

namespace sentinel::cli {

struct LogsOptions
{
    std::string target; ///< POD or KIND/NAME
    std::string container;
    std::string since; ///< "5m"
    std::string sinceTime; ///< RFC 3339
    int tail = -1;
    bool follow = false;
    bool previous = false;
    bool timestamps = false;
    bool allContainers = false;
    ClusterOptions cluster;
    Format format = Format::Table;
};

/// Invalid: flags that do not go together, or a word that is no duration or time.
[[nodiscard]] Result<void> checked(const LogsOptions &options);

/// Prints the logs of every pod behind the target in `ns`, one after the other, or as they come when they are followed.
[[nodiscard]] Async<Exit> printLogs(kube::ApiPtr api, std::shared_ptr<Clock> clock, QString ns, LogsOptions options, const Io *io,
                                    CancelToken cancel);

} // namespace sentinel::cli
