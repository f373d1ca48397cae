// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/KnownClusters.h"

namespace sentinel::kube {

/// What stands in `clusters.yaml`.
struct KnownClustersParts
{
    QList<KnownCluster> clusters{};
    QList<InsecureConsent> insecure{};
    QList<PluginConsent> plugins{};
    yaml::Value rest{}; ///< fields of the document this version does not know
};

[[nodiscard]] Result<KnownClustersParts> readKnownClusters(const QByteArray &text, const QString &file);
[[nodiscard]] QByteArray knownClustersText(const KnownClustersParts &parts);

} // namespace sentinel::kube
