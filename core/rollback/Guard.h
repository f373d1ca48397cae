// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/GuardMark.h"
#include "core/rollback/GuardRules.h"
#include "core/rollback/Rollback.h"

namespace sentinel::rollback {

/// What a guard of one deploy came to.
enum class GuardDecision {
    Nothing, ///< there was no deploy to guard, or somebody else has decided about it
    Quiet, ///< the time passed without a new failure
    RolledBack, ///< it failed newly, and the version before is back and healthy
    NotHelped, ///< it failed newly, it was rolled back, and that did not become healthy
    Refused, ///< it failed newly, and nobody but a person may go back
};
/// "nothing", "quiet", "rolled-back", "not-helped", "refused": the words of documents.
[[nodiscard]] QString guardDecisionName(GuardDecision decision);

struct GuardReport
{
    GuardDecision decision = GuardDecision::Nothing;
    QString sentence{}; ///< why, in the person's language
    Subject subject{};
    QString version{}; ///< revision that was deployed
    QString before{}; ///< id of the version it took the place of
    QDateTime until{}; ///< end of the watch; invalid where there was none
    QStringList failures{}; ///< new ones, as sentences
    QStringList old{}; ///< names of what was not well before the deploy
    std::optional<double> slo{}; ///< the query's value at the end
    QString sloProblem{}; ///< why there is none, where one was asked for
    QString rollbackRun{}; ///< id of the rollback
    QStringList accepted{}; ///< amber checks that were taken upon without a person
    std::shared_ptr<const Verdict> verdict{}; ///< null where nothing had failed
};

struct GuardRequest
{
    Subject subject;
    GuardRules rules;
    QString optIn; ///< who said that a guard may go back here: "plan", or a person. Empty: nobody did, so it is refused
    QString purpose{}; ///< what it was armed for; empty: for whatever comes
    QDateTime since{}; ///< when the deploy was through; invalid: as the history says
    Duration wait{0}; ///< how long a deploy is waited for while what was there when it was armed still runs
    Duration patience = std::chrono::minutes(1); ///< how long a failure must last
    Duration deadline = std::chrono::minutes(20); ///< of the rollback
};

struct GuardServices
{
    Services rollback;
    std::shared_ptr<deploy::Ledger> ledger; ///< of guards
    /// One guard of a subject at a time; what it returns is held while it lasts. May be null.
    std::function<Result<std::shared_ptr<void>>(const Subject &subject)> lock{};
};

/// Before a deploy: writes down, beside the Application or release, which version runs and what is not well already. Armed for
/// the same `purpose` before, or for a deploy that has just come, it stays as it is. Errors: those of `Api`; what cannot be
/// looked at is one too, since failures could not be told from old ones later.
[[nodiscard]] Async<GuardArmed> armGuard(Subject subject, GuardRules rules, GuardServices services, QString purpose,
                                         CancelToken cancel);

/// A run to hand to `guardDeploy`: that of an open one of the same subject, else a new one. Its steps, by id: `find`, `watch`,
/// `decide`, `rollback`.
[[nodiscard]] Result<std::shared_ptr<deploy::DeployRun>> openGuard(const GuardRequest &request, const GuardServices &services);

/// Watches the deploy that came after it was armed, for as long as the rules say. Workloads that fail newly and stay so, or a
/// query above its limit, are answered by going back to the version before, once for each deploy, whoever runs guards: never when
/// a migration came between the two or nobody knows, never when something is red. Killed at any point, the same call goes on and
/// never rolls back twice. Errors: those of `Api`; Invalid: nobody opted in, or armed it before the
/// deploy; Conflict: another guard is at it; Unreachable: the
/// cluster could not be watched, so nobody knows how the deploy did.
[[nodiscard]] Async<GuardReport> guardDeploy(GuardRequest request, GuardServices services, std::shared_ptr<deploy::DeployRun> run,
                                             CancelToken cancel);

} // namespace sentinel::rollback
