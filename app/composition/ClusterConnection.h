// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"
#include "core/kube/Api.h"
#include "core/kube/access/ClusterAccess.h"

namespace sentinel::composition {

/// kubectl's own flags.
struct ClusterFlags
{
    QString kubeconfig{}; ///< empty: as kubectl finds it (KUBECONFIG, ~/.kube/config)
    QString context{}; ///< empty: the current one
    QString ns{};
    kube::Impersonation as{}; ///< whom to act as, over what the kubeconfig says
    bool hasTerminal = false; ///< a sign-in program may ask there
    Duration requestTimeout = std::chrono::seconds(30); ///< 0: none
};

/// A cluster to speak to.
struct ClusterConnection
{
    kube::ApiPtr api;
    kube::ClusterAccess access;
    bool rehearsal = false;
};

/// Reads the kubeconfig; nothing is sent and nothing is run yet, and later only what the person allowed. Errors are those of
/// `kube::Kubeconfig`.
[[nodiscard]] Result<ClusterConnection> connectTo(const ClusterFlags &flags);

/// Asks the cluster; only one on loopback is believed. Errors are those of reaching it.
[[nodiscard]] Async<bool> isRehearsal(ClusterConnection connection, CancelToken cancel);

} // namespace sentinel::composition
