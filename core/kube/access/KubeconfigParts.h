// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/ClusterAccess.h"
#include "core/kube/access/Consent.h"
#include "core/kube/access/KubeconfigEntry.h"

namespace sentinel::kube {

/// Fills in what `cluster` says: server, trust, proxy. Forbidden: it asks not to verify the certificate and nobody allowed that.
[[nodiscard]] Result<void> readCluster(const KubeconfigEntry &cluster, const Consent &consent, ClusterAccess &access);
/// Fills in what `user` says: token, certificate, password, plugin, whom to act as. `cluster`: whose extension a plugin is told.
[[nodiscard]] Result<void> readUser(const KubeconfigEntry &user, const KubeconfigEntry &cluster, ClusterAccess &access);

} // namespace sentinel::kube
