// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Output.h"
#include "core/kube/access/ClusterCheck.h"
#include "core/kube/access/KnownClusters.h"

namespace sentinel::cli {

/// `kind: ClusterList`.
[[nodiscard]] yaml::Value clusterList(const kube::KnownClusters &known);
[[nodiscard]] QString clusterTable(const kube::KnownClusters &known);

/// `kind: ClusterCheck`.
[[nodiscard]] yaml::Value checkDocument(const kube::ClusterCheck &check);
[[nodiscard]] QString checkTable(const kube::ClusterCheck &check);

} // namespace sentinel::cli
