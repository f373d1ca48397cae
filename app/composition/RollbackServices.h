// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/ClusterConnection.h"
#include "core/base/ProtectionLevel.h"
#include "core/rollback/Guard.h"

namespace sentinel::composition {

/// For looking through the history helm need not be looked for, which takes as long as the rest.
enum class RollbackPurpose { History, GoingBack };

/// What a rollback of `subject` works with: helm and git of this machine where they are, the journal and what it remembers.
[[nodiscard]] Async<rollback::Services> rollbackServices(ClusterConnection connection, rollback::Subject subject,
                                                         RollbackPurpose purpose, CancelToken cancel);

/// The same for a guard, with a journal of its own.
[[nodiscard]] Async<rollback::GuardServices> guardServices(ClusterConnection connection, rollback::Subject subject,
                                                           CancelToken cancel);

/// Keeps the manifests of what an Application brings just now, for the day its repository is gone.
[[nodiscard]] Async<void> keepPresent(ClusterConnection connection, QString ns, QString application, CancelToken cancel);

/// How much stands between a hand and this cluster: as the person's list says, else by its name and the environment's. A
/// rehearsal is never protected.
[[nodiscard]] ProtectionLevel protectionOf(const ClusterConnection &connection, const QString &environment);

} // namespace sentinel::composition
