// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/ClusterConnection.h"
#include "core/gitops/ArgoServer.h"

namespace sentinel::composition {

/// How argocd-server is to be reached. Held in memory only.
struct ArgoServerWish
{
    /// "auto": at the address argocd-cm names, with what `argocd login` left for exactly that address. "off". "proxy": through
    /// the API server, which sees the token. Else its own address, "https://…".
    QString where = QStringLiteral("auto");
    QByteArray token{}; ///< in place of a login; empty: none
    /// Ways made already, by the namespace of Argo CD: each keeps its connection.
    std::shared_ptr<QHash<QString, gitops::ArgoServer>> known = std::make_shared<QHash<QString, gitops::ArgoServer>>();
};

/// $SENTINEL_ARGOCD_SERVER and $ARGOCD_AUTH_TOKEN, as far as they are set.
[[nodiscard]] ArgoServerWish argoServerWish();

/// The way to the argocd-server of an Application, not asked yet. A token goes to the server it was made for and to no other one,
/// whatever the cluster says. Errors say why there is none: NotFound (no address, no login), Invalid (an address or a token that
/// is none, a login file that is broken), Unsupported (switched off; a rehearsal has none), those of reading argocd-cm.
[[nodiscard]] Async<gitops::ArgoServer> argoServer(ClusterConnection connection, ArgoServerWish wish, kube::Object application,
                                                   CancelToken cancel);

} // namespace sentinel::composition
