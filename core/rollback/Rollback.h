// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/DeployRun.h"
#include "core/rollback/Services.h"
#include "core/rollback/Verdict.h"

namespace sentinel::rollback {

struct RollbackRequest
{
    Subject subject;
    QString to; ///< id of a candidate
    Choice choice{};
    QStringList accepted{}; ///< rules of amber checks the person takes upon himself
    /// What the person saw and said yes to: it is not looked at again, only whether it is still the same version that runs.
    std::shared_ptr<const Verdict> seen{};
    Duration deadline = std::chrono::minutes(20); ///< for everything after it was accepted, until the verdict
    Duration patience = std::chrono::minutes(2); ///< how long a trouble that does not mend by itself is watched
};

/// How a rollback that reached the cluster ended. Not healthy, or refused by a check, is an answer, not an error.
struct RollbackOutcome
{
    bool healthy = false;
    bool isRefused = false; ///< nothing was done: a check is red, or amber and not accepted
    std::shared_ptr<const Verdict> verdict{}; ///< null when a run was gone on with
    QList<deploy::ObjectState> objects{};
    QList<deploy::WhyStep> cause{}; ///< root first; empty when healthy
    bool isPaused = false; ///< auto-sync has to be turned on again by somebody
};

/// The verdict of going back to `to`, without doing anything. Errors: NotFound (no such candidate), those of `gather`.
[[nodiscard]] Async<std::shared_ptr<const Verdict>> lookAhead(RollbackRequest request, Services services, CancelToken cancel);

/// A run to hand to `rollBack`: that of an open one of the same subject and candidate, else a new one. Its steps, by id: `look`
/// (the checks), `accept` (done once Argo CD, helm or Git has taken it), `sync` (ways through Argo CD), `health`.
[[nodiscard]] Result<std::shared_ptr<deploy::DeployRun>> openRun(const RollbackRequest &request, const Services &services);

/// Goes back and follows every object until it is healthy. Every effect is written to the journal before it happens; stopped or
/// killed at any point, the same call again goes on and does nothing twice. Errors are those of `Api`; Conflict: something else
/// runs, or somebody changed it meanwhile; Invalid: no such candidate.
[[nodiscard]] Async<RollbackOutcome> rollBack(RollbackRequest request, Services services, std::shared_ptr<deploy::DeployRun> run,
                                              CancelToken cancel);

/// Turns auto-sync on again, exactly as it was: as the reminder says, else as the Application or its ApplicationSet does.
/// Invalid: no rollback paused it, or it is on. Journalled, and done once.
[[nodiscard]] Async<void> resumeAutoSync(Subject subject, Services services, CancelToken cancel);

/// Reminders that are still true: one whose Application has auto-sync again, or is gone, is settled on the way.
[[nodiscard]] Async<QList<Pause>> openPauses(Services services, CancelToken cancel);

} // namespace sentinel::rollback
