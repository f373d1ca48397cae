// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/OperationRun.h"
#include "core/gitops/Change.h"
#include "core/gitops/Operation.h"

namespace sentinel::gitops {

struct SyncRequest
{
    kube::ObjectName name;
    SyncWish wish{};
    QJsonObject alongside{}; ///< a merge patch written in the same request: a pause of auto-sync; the operation wins
    Duration patience = std::chrono::minutes(10); ///< for the operation and for becoming healthy, together
    bool followsHealth = true;
    QString kind = QStringLiteral("sync"); ///< of the journal
};

struct SyncOutcome
{
    bool succeeded = false; ///< the operation did what was asked
    bool healthy = false; ///< the application is, after it
    QString message{}; ///< Argo CD's, of the operation; plain text
    QString health{}; ///< "Healthy", "Degraded", …; empty: not looked at
    QStringList revisions{};
};

/// A sync that can be begun or gone on with: its journal is open, nothing has been written to the cluster.
struct SyncRun
{
    std::shared_ptr<OperationRun> run; ///< its id names the operation in the cluster too
    journal::OperationLog log;
    std::shared_ptr<journal::Claim> claim;
    bool isResumed = false;
};

/// The open run of this application, when it asks for the same; else a new one. Conflict: another program is at it, or an open
/// one asks for something else and its operation may still run (`discard` gives it up).
[[nodiscard]] Result<SyncRun> openSync(const SyncRequest &request, const ChangeServices &services, bool discard = false);

/// Asks Argo CD to sync, once, whatever crashes: nothing is written while an operation waits or runs, and a resumed run looks
/// first whether its operation is there. Follows it to its end and until the application is healthy or ill. Errors: Conflict
/// (an operation of somebody else runs; says whose), Timeout (it goes on in the cluster), Cancelled (before: nothing was
/// written; after: it goes on in the cluster and the run can be taken up again), those of Api and the journal.
[[nodiscard]] Async<SyncOutcome> syncApplication(SyncRequest request, ChangeServices services, SyncRun run, CancelToken cancel);

} // namespace sentinel::gitops
