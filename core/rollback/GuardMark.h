// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Candidate.h"

namespace sentinel::rollback {

/// What failed before a deploy, so that only what is new counts.
struct GuardArmed
{
    QString version; ///< that ran then, as `versionKey` has it
    QStringList failing{}; ///< "Deployment/shop/web": what was not well then
    bool wasOverSlo = false;
    QString purpose{}; ///< the run it was armed for; empty: for whatever comes next
    QDateTime at{};
    QString by{};
};

/// What a guard decided about one deploy, so that nobody decides it twice.
struct GuardDecided
{
    QString deploy; ///< as `GuardedDeploy::id` has it
    QString run; ///< of the guard
    QString decision; ///< "rolling-back", "rolled-back", "not-helped", "refused", "quiet"
    QString to{}; ///< id of the version it goes back to
    QString sentence{};
    QDateTime at{};
    QString by{};
};

/// What guards of all machines share about one Application or release: a ConfigMap beside it, written only by who has seen its
/// last version, so that of two guards one decides.
struct GuardMark
{
    std::optional<GuardArmed> armed{};
    std::optional<GuardDecided> decided{};
    QString resourceVersion{}; ///< empty: it is not there yet
};

/// Missing is an empty mark. Errors: those of `Api`.
[[nodiscard]] Async<GuardMark> readGuardMark(kube::ApiPtr api, Subject subject, CancelToken cancel);
/// False: somebody wrote it meanwhile; read it again. Errors: those of `Api`.
[[nodiscard]] Async<bool> writeGuardMark(kube::ApiPtr api, Subject subject, GuardMark mark, CancelToken cancel);
[[nodiscard]] QString guardMarkName(const Subject &subject); ///< of the ConfigMap, in the subject's namespace

/// Tells one version from another: the revision, and for Argo CD what is made of it.
[[nodiscard]] QString versionKey(const Candidate &candidate);

/// What was deployed last, as the history tells it.
struct GuardedDeploy
{
    Candidate present{}; ///< without a revision: there is no history
    std::optional<Candidate> before{}; ///< what it took the place of
    QString stepBackTo{}; ///< id of an older version that it repeats: then it is no deploy but a way back
    /// Which deploy it is; the same before and after its sync ends.
    [[nodiscard]] QString id() const;
};
/// Pure. `candidates` are the newest first.
[[nodiscard]] GuardedDeploy deployIn(const QList<Candidate> &candidates);

} // namespace sentinel::rollback
