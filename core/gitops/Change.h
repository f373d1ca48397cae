// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/gitops/Application.h"
#include "core/journal/Journal.h"

#include <functional>
#include <memory>

namespace sentinel::gitops {

/// What changes to Applications work with. Shared, so that no page or command that goes away takes anything from under a flow.
struct ChangeServices
{
    kube::ApiPtr api;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<journal::Journal> journal; ///< every effect is written there before it happens
    QString context{}; ///< of the kubeconfig, for people
    QString cluster{}; ///< what tells clusters apart: the server's address
    QString userName{}; ///< who does this, as the journal and Argo CD show it
};

/// One change of one object, which may be done again without harm.
struct Change
{
    QString kind; ///< of the journal: "refresh", "pause-auto-sync", …
    kube::ResourceType type = applicationType();
    kube::ObjectName name;
    QString sentence; ///< "Auto-sync of argocd/web is paused."
    journal::Facts facts{};
    /// The merge patch for the object as it is now; an empty one: it is so already. An error: not now, and why.
    std::function<Result<QJsonObject>(const kube::Object &object)> patch;
    bool strict = true; ///< a field the cluster does not know is an error, not silently dropped
};

/// Writes the intent down, then patches, again when others wrote in between, and writes down that it is done. After a crash the
/// same change goes on with the open operation. The answer is the object afterwards. Errors: those of Api, of the journal and of
/// `patch`; Conflict when others keep writing.
[[nodiscard]] Async<kube::Object> changeObject(Change change, ChangeServices services, CancelToken cancel);

/// The operation of the journal for this object: the open one of that kind, taken up again, or a new one. Conflict when another
/// program is at it.
struct OpenedOperation
{
    journal::OperationLog log;
    std::shared_ptr<journal::Claim> claim; ///< held while the flow runs
    bool isResumed = false;
};
[[nodiscard]] Result<OpenedOperation> openOperation(const ChangeServices &services, const QString &kind,
                                                    const kube::ObjectName &name, const QString &sentence,
                                                    const journal::Facts &facts = {});

// --- the small changes

/// Asks Argo CD to compare with Git again; `hard`: and to render anew. Ends when it has. Timeout after a minute.
[[nodiscard]] Async<void> refreshApplication(kube::ObjectName name, bool hard, ChangeServices services, CancelToken cancel);
/// Ends the operation that runs. Ends when Argo CD has ended it; Conflict when none runs.
[[nodiscard]] Async<void> terminateOperation(kube::ObjectName name, ChangeServices services, CancelToken cancel);
/// Says yes to deletions that wait for it (`Prune=confirm`, `Delete=confirm`).
[[nodiscard]] Async<void> confirmDeletion(kube::ObjectName name, ChangeServices services, CancelToken cancel);

} // namespace sentinel::gitops
