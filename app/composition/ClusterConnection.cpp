// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/ClusterConnection.h"
#include "app/composition/Clusters.h"
#include "core/kube/HttpApi.h"
#include "core/kube/access/Kubeconfig.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

/// Whom a flag names comes over whom the kubeconfig does, also after that is read again.
kube::ClusterAccess actingAs(kube::ClusterAccess access, const kube::Impersonation &as)
{
    if (as.isNobody()) {
        return access;
    }
    access.as = as;
    if (access.reread) {
        access.reread = [again = access.reread, as]() -> Result<kube::ClusterAccess> {
            auto read = again();
            return read ? actingAs(std::move(*read), as) : read;
        };
    }
    return access;
}

} // namespace

Result<ClusterConnection> connectTo(const ClusterFlags &flags)
{
    const auto kubeconfig = kube::Kubeconfig::read(flags.kubeconfig);
    if (!kubeconfig) {
        return failure(kubeconfig);
    }
    const auto consent = knownClusters().consent();
    const auto read = kubeconfig->access(flags.context, consent);
    if (!read) {
        return failure(read);
    }
    kube::ClusterAccess access = actingAs(*read, flags.as);
    const kube::HttpOptions options{.requestDeadline = flags.requestTimeout,
                                    .gate = {.host = pluginHost(flags.hasTerminal), .consent = consent}};
    return ClusterConnection{.api = std::make_shared<kube::HttpApi>(access, options), .access = access};
}

Async<bool> isRehearsal(ClusterConnection connection, CancelToken cancel)
{
    const QString host = connection.access.server.host();
    if (host != u"localhost" && !QHostAddress(host).isLoopback()) {
        co_return false;
    }
    const auto state = co_await connection.api->request("GET", u"/rehearsal/v1/state"_s, {}, cancel);
    if (state) {
        co_return (*state)[u"kind"].toString() == u"RehearsalState";
    }
    switch (state.error().kind) {
    case Error::Kind::NotFound:
    case Error::Kind::Unsupported:
    case Error::Kind::Forbidden:
    case Error::Kind::Invalid:
        co_return false; // a real cluster on this machine
    default:
        co_return failure(state);
    }
}

} // namespace sentinel::composition
