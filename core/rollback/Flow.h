// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Record.h"
#include "core/rollback/Expected.h"
#include "core/rollback/Rollback.h"

namespace sentinel::rollback {

/// One rollback in flight: what its phases share. Lives as long as any of its coroutines.
struct Flow
{
    RollbackRequest request;
    Services services;
    std::shared_ptr<deploy::DeployRun> run;
    CancelSource halt; ///< stops everything: the person's wish, or no hope
    bool hopeless = false; ///< a trouble outlasted the patience, the deadline passed, or the operation failed
    bool refused = false; ///< by a check
    std::optional<Error> lost{}; ///< the cluster gave no answer for longer than the patience

    std::optional<deploy::Record> record{};
    QJsonObject begun{}; ///< facts of the run, as they were written when it began
    Candidate candidate{};
    Candidate present{};
    std::shared_ptr<const Verdict> verdict{};
    Expected expected{}; ///< what has to be healthy; empty: whatever Argo CD says it brings
    deploy::Standing last{};
    bool isPaused = false; ///< by us
    gitops::PauseWay pauseWay = gitops::PauseWay::Switch;
    QString step{}; ///< the phase that runs
    QObject context; ///< of timers

    [[nodiscard]] CancelToken cancel() const { return halt.token(); }
    [[nodiscard]] QDateTime now() const { return services.clock->now(); }
    [[nodiscard]] const Subject &subject() const { return request.subject; }
    [[nodiscard]] kube::ObjectName application() const { return {.ns = subject().ns, .name = subject().name}; }
    void tell(const QString &detail, int done = 0, int total = 0) const { run->tell(step, detail, done, total); }
};
using FlowPtr = std::shared_ptr<Flow>;

// The phases, in order. Each ends in an error that stops the run, or leaves its effects done and recorded.
[[nodiscard]] Async<void> lookAtBoth(FlowPtr flow); ///< and begins the record
[[nodiscard]] Async<void> handToArgo(FlowPtr flow);
[[nodiscard]] Async<void> handToHelm(FlowPtr flow);
[[nodiscard]] Async<void> handToGit(FlowPtr flow);
[[nodiscard]] Async<void> awaitOperation(FlowPtr flow); ///< of Argo CD
/// Brings the older version without Argo CD, where neither that nor we can reach its repository. False: that is not so.
[[nodiscard]] Async<bool> bringKept(FlowPtr flow);
[[nodiscard]] Async<void> awaitRevert(FlowPtr flow); ///< Argo CD syncs the commit
[[nodiscard]] Async<void> alsoRevert(FlowPtr flow); ///< after Argo CD has gone back; where Git cannot, that is said
[[nodiscard]] Async<void> becomeHealthy(FlowPtr flow);

/// What makes two runs the same: the same thing back to the same version, the same way.
[[nodiscard]] QJsonObject identityOf(const RollbackRequest &request, const Services &services);
/// Whether facts that were written say the same in these.
[[nodiscard]] bool isSame(const QJsonObject &facts, const QJsonObject &identity, const QStringList &keys);
[[nodiscard]] FlowPtr flowOf(RollbackRequest request, Services services);

using Work = std::function<Async<QJsonObject>()>;
/// One effect: written down, done, written down again; nothing when it was done before.
[[nodiscard]] Async<void> perform(FlowPtr flow, QString effect, QString what, Work work);

} // namespace sentinel::rollback
