// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/WorkloadsLink.h"

#include "app/composition/ClusterConnection.h"
#include "app/composition/DeployServices.h"

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

Result<WorkloadsServices> connectByComposition(const ClusterPlace &place)
{
    const auto connection = composition::connectTo({.kubeconfig = place.kubeconfig, .context = place.context});
    if (!connection) {
        return failure(connection);
    }
    const auto journal = composition::openJournal();
    if (!journal) {
        return failure(journal);
    }
    return WorkloadsServices{.api = connection->api,
                             .clock = std::make_shared<SystemClock>(),
                             .journal = *journal,
                             .ns = connection->access.ns,
                             .context = connection->access.context,
                             .server = connection->access.server.toString()};
}

[[nodiscard]] Async<Way> opened(Result<WorkloadsServices> services)
{
    if (!services) {
        co_return failure(services);
    }
    co_return wayTo(*services, services->api, services->clock, services->context);
}

WorkloadsConnector &connector()
{
    static WorkloadsConnector g_connector = connectByComposition;
    return g_connector;
}

} // namespace

void WorkloadsLink::setConnector(WorkloadsConnector made)
{
    connector() = std::move(made);
}

Async<Way> WorkloadsLink::open(const ClusterPlace &place, const CancelToken &cancel)
{
    Q_UNUSED(cancel)
    return opened(connector()(place));
}

QStringList WorkloadsLink::kubectl() const
{
    QStringList words{u"kubectl"_s};
    if (!place().kubeconfig.isEmpty()) {
        words << u"--kubeconfig"_s << place().kubeconfig;
    }
    if (!place().context.isEmpty()) {
        words << u"--context"_s << place().context;
    }
    return words;
}

} // namespace sentinel::console
