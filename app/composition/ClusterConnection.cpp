// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/ClusterConnection.h"
#include "core/kube/HttpApi.h"
#include "core/kube/Kubeconfig.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

Result<ClusterConnection> connectTo(const ClusterFlags &flags)
{
    const auto kubeconfig = kube::Kubeconfig::read(flags.kubeconfig);
    if (!kubeconfig) {
        return failure(kubeconfig);
    }
    const auto access = kubeconfig->access(flags.context);
    if (!access) {
        return failure(access);
    }
    return ClusterConnection{
        .api = std::make_shared<kube::HttpApi>(*access, kube::HttpOptions{.requestDeadline = flags.requestTimeout}),
        .access = *access};
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
