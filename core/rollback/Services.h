// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/deploy/Ledger.h"
#include "core/gitops/DesiredState.h"
#include "core/helm/HelmBack.h"
#include "core/rollback/Evidence.h"
#include "core/rollback/Pauses.h"

#include <functional>

namespace sentinel::rollback {

using HelmBack = helm::HelmBack;

/// What a revert in Git is to do.
struct RevertOrder
{
    QString url; ///< as the Application names it
    QString branch; ///< the target revision of the Application
    QString commit; ///< whose files come back
    QStringList paths; ///< files and folders of the repository that the Application reads
    QString run; ///< named in the commit's message, so that a commit that was pushed before a kill is known again
    QString reason; ///< for the message
};

struct Reverted
{
    QString commit; ///< the new one, or the one that says the same already
    bool changed = false;
};

/// Git as the flow needs it. A port.
class GitBack
{
public:
    virtual ~GitBack() = default;
    /// One commit on top of the branch with the files as they were in `commit`; nothing is forced. Nothing is done when the
    /// branch holds them already. Conflict: somebody pushed meanwhile. Others are those of `gitops::runGit`.
    [[nodiscard]] virtual Async<Reverted> revert(RevertOrder order, CancelToken cancel) = 0;
};

using ContentOf = std::function<Async<Content>(Subject subject, Candidate candidate, CancelToken cancel)>;

/// What a rollback works with. Shared, so that no page or command that goes away takes anything from under a running flow.
struct Services
{
    kube::ApiPtr api;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<deploy::Ledger> ledger; ///< where every effect is written before it happens
    std::shared_ptr<Memory> memory = std::make_shared<Memory>(); ///< what earlier runs know
    std::shared_ptr<PauseBook> pauses; ///< reminders of what has to be turned on again
    std::shared_ptr<HelmBack> helm{}; ///< null: no helm here; that way says so
    std::shared_ptr<GitBack> git{}; ///< null: no git here; that way says so
    ContentOf contents; ///< what a version holds
    /// One run for each subject at a time, and none beside a deploy of its environment; what it returns is held while the run
    /// lasts. Conflict names who holds it. May be null.
    std::function<Result<std::shared_ptr<void>>(const Subject &subject)> lock{};
    QString clusterName{}; ///< for people and the journal: the kubeconfig's context
    QString clusterId{}; ///< what tells clusters apart: the server's address
    QString userName{}; ///< who does this, as the journal and Argo CD show it
};

/// Reads a version where it is kept: a release in its Secret, an Application's source in Git, rendered by helm.
[[nodiscard]] ContentOf readContents(kube::ApiPtr api, gitops::SourceServices sources);

} // namespace sentinel::rollback
