// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands/Cluster.h"
#include "core/deploy/Package.h"
#include "core/rollback/Guard.h"

namespace sentinel::cli {

/// A guard that is ready to watch.
struct Guarding
{
    rollback::GuardServices services;
    rollback::GuardRequest request;
};

/// For a deploy that is about to begin: armed for this run of it. Nothing on a first install, since there is nothing to go back
/// to; that is said. Invalid: the plan does not say that a guard may go back here.
[[nodiscard]] Result<std::optional<Guarding>> armForDeploy(const Io &io, const composition::ClusterConnection &connection,
                                                           const deploy::Package &package, const QString &run,
                                                           CancelToken cancel);

/// Watches until it is over and says what came of it: as a document or a text, or without a format beside another answer. `run`
/// is what a signal stops.
[[nodiscard]] Exit guardNow(const Io &io, std::optional<Format> format, const Guarding &guarding,
                            std::shared_ptr<deploy::DeployRun> &run);

} // namespace sentinel::cli
