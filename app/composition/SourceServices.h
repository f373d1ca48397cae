// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/ArgoServer.h"
#include "core/gitops/DesiredState.h"

namespace sentinel::composition {

/// Where the sources of a cluster's Applications come from: git and helm of this machine, the person's cache; a rehearsal
/// cluster's repositories where they lie on this machine. What only Argo CD makes is asked of its server, as `argoServer` finds
/// it.
[[nodiscard]] Async<gitops::SourceServices> sourceServices(ClusterConnection connection, CancelToken cancel);
/// The same with a way to argocd-server other than the environment's.
[[nodiscard]] Async<gitops::SourceServices> sourceServices(ClusterConnection connection, ArgoServerWish wish, CancelToken cancel);

} // namespace sentinel::composition
