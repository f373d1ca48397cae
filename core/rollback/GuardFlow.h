// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Record.h"
#include "core/rollback/Expected.h"
#include "core/rollback/Guard.h"

#include <QMap>

namespace sentinel::rollback {

/// One guard in flight: what its phases share.
struct GuardFlow
{
    GuardRequest request;
    GuardServices services;
    std::shared_ptr<deploy::DeployRun> run;
    CancelToken cancel;

    std::optional<deploy::Record> record{};
    QJsonObject begun{}; ///< facts of the run, as they were written when it began
    GuardedDeploy deploy{};
    QString deployId{}; ///< which one it is
    GuardMark mark{};
    GuardReport report{};
    QStringList rollbackRuns{}; ///< that an earlier process of this run meant to begin
    QString to{}; ///< id of the version to go back to, once decided
    QString step{};

    [[nodiscard]] QDateTime now() const { return services.rollback.clock->now(); }
    [[nodiscard]] const Subject &subject() const { return request.subject; }
    [[nodiscard]] const kube::ApiPtr &api() const { return services.rollback.api; }
    void tell(const QString &detail) const { run->tell(step, detail); }
    /// Ends it with an answer.
    void decide(GuardDecision decision, const QString &sentence)
    {
        report.decision = decision;
        report.sentence = sentence;
        isDecided = true;
    }
    bool isDecided = false;
};
using GuardPtr = std::shared_ptr<GuardFlow>;

// The phases, in order. Each ends in an error that stops the run, decides, or leaves it to the next.
[[nodiscard]] Async<void> findDeploy(GuardPtr guard);
[[nodiscard]] Async<void> watchDeploy(GuardPtr guard); ///< `report.failures` is empty when it decided "quiet"
[[nodiscard]] Async<void> decideDeploy(GuardPtr guard); ///< refuses, or claims the rollback: then `to` is set
[[nodiscard]] Async<void> takeBack(GuardPtr guard);

/// By name ("Deployment/shop/web"), what is not well and why, of what a version brings.
using Troubles = QMap<QString, QString>;
/// Only what does not mend by itself.
[[nodiscard]] Troubles failuresIn(const deploy::Standing &standing, const Expected &expected);
/// Everything that is not well just now.
[[nodiscard]] Troubles unwellIn(const deploy::Standing &standing, const Expected &expected);
/// Of another cluster's objects Argo CD alone knows.
[[nodiscard]] Troubles failuresOf(const kube::Object &application);

/// An entry of a guard of this subject on this cluster.
[[nodiscard]] bool isGuardOf(const deploy::LedgerEntry &entry, const Subject &subject, const GuardServices &services);

/// The versions there are, the Application as it is now among what is known of the subject.
[[nodiscard]] Async<QList<Candidate>> freshCandidates(std::shared_ptr<Subject> subject, Services services, CancelToken cancel);
/// What the version holds that is watched; nothing where it cannot be read.
[[nodiscard]] Async<Expected> expectedIn(Services services, Subject subject, Candidate version, CancelToken cancel);

/// Writes a decision where all guards see it, unless another guard has decided about the same deploy: false.
[[nodiscard]] Async<bool> noteDecision(GuardPtr guard, QString decision, QString sentence);

} // namespace sentinel::rollback
