// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/Demand.h"

namespace sentinel::preflight {

/// A server somebody on the cluster has to reach.
struct Endpoint
{
    enum class Whose {
        Product, ///< pods of Sentinel open the way
        Cluster, ///< Argo CD, cert-manager or the nodes do, perhaps by another way than a pod's
    };
    QString host{};
    int port = 443;
    bool tls = true; ///< its certificate is looked at, and the time it tells
    QString what{}; ///< "the mail server of the alerts"
    QString answer{}; ///< the plan's KEY
    Whose whose = Whose::Product;

    [[nodiscard]] QString place() const { return host + u':' + QString::number(port); }
    /// "git.svc", "redis.sentinel-prod.svc.cluster.local": behind a Service, not outside.
    [[nodiscard]] bool isInCluster() const { return host.endsWith(u".svc") || host.contains(u".svc."); }
};

/// What a pod is sent to look at.
struct InsideWish
{
    QStringList names{}; ///< the first is the API server's, which every cluster's DNS knows
    QList<Endpoint> endpoints{};
    QStringList untold{}; ///< whose address lies in a Secret, so that nobody can ask for it: "the webhook of the alerts"
    QString storageClass{}; ///< of the volume that is measured; empty: the default
    QString storageAnswer{}; ///< the plan's KEY behind it
    bool nodes = false; ///< each node too: the plan has its audit log watched
};

/// From the answers of the environment on this cluster; nothing rendered is needed.
[[nodiscard]] InsideWish insideWishOf(const Demand &demand);

} // namespace sentinel::preflight
