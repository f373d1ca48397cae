// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/ClusterConnection.h"
#include "core/helm/HelmBinary.h"

#include <memory>
#include <optional>

namespace sentinel::composition {

/// The helm of this machine, and a kubeconfig with our own access that it can read.
struct HelmAccess
{
    helm::HelmBinary binary;
    QString kubeconfig; ///< 0600
    std::shared_ptr<void> keeper; ///< takes the file away with its last owner
};

/// Nothing where there is no helm: what needs it says so.
[[nodiscard]] Async<std::optional<HelmAccess>> helmAccess(ClusterConnection connection, CancelToken cancel);

} // namespace sentinel::composition
