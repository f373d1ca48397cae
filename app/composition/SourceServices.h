// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/ClusterConnection.h"
#include "core/gitops/DesiredState.h"

namespace sentinel::composition {

/// Where the sources of a cluster's Applications come from: git and helm of this machine, the person's cache; a rehearsal
/// cluster's repositories where they lie on this machine.
[[nodiscard]] Async<gitops::SourceServices> sourceServices(ClusterConnection connection, CancelToken cancel);

} // namespace sentinel::composition
