// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/ClusterCheck.h"
#include "core/kube/access/KnownClusters.h"

namespace sentinel::composition {

/// The person's list of clusters, in the folder of preferences.
[[nodiscard]] kube::KnownClustersFile knownClusters();

/// What surrounds sign-in programs here. `hasTerminal`: a person sits at one. Started from a desktop, PATH is the login shell's.
[[nodiscard]] kube::PluginHost pluginHost(bool hasTerminal);

/// What is to be checked, by what the person allowed.
[[nodiscard]] kube::CheckOrder checkOrder(const QString &kubeconfig, const QString &context, bool hasTerminal = false);

/// Writes down that the person allows this for `context`: in the journal first, then in the list.
[[nodiscard]] Result<void> allow(const kube::ConsentWish &wish, const QString &context);

} // namespace sentinel::composition
