// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/ClusterLink.h"

#include "app/composition/DeployServices.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

[[nodiscard]] Async<Way> met(Connector connector, ClusterPlace place, CancelToken cancel)
{
    const auto services = co_await connector(place, cancel);
    if (!services) {
        co_return failure(services);
    }
    const auto version = co_await services->api->version(cancel);
    if (!version) {
        co_return failure(version);
    }
    co_return wayTo(Connected{.services = *services, .version = version->gitVersion}, services->api, services->clock,
                    services->clusterName);
}

/// The cluster says itself whether it is a rehearsal: what that allows is not taken from a file's name.
[[nodiscard]] Async<deploy::Services> connectByComposition(ClusterPlace place, CancelToken cancel)
{
    auto connection = composition::connectTo({.kubeconfig = place.kubeconfig, .context = place.context});
    if (!connection) {
        co_return failure(connection);
    }
    const auto rehearsal = co_await composition::isRehearsal(*connection, cancel);
    if (!rehearsal) {
        co_return failure(rehearsal);
    }
    connection->rehearsal = *rehearsal;
    auto services = co_await composition::deployServices(*connection, cancel);
    co_return services;
}

Connector &connector()
{
    static Connector g_connector = connectByComposition;
    return g_connector;
}

} // namespace

void ClusterLink::setConnector(Connector made)
{
    connector() = std::move(made);
}

Async<Way> ClusterLink::open(const ClusterPlace &place, const CancelToken &cancel)
{
    return console::met(connector(), place, cancel);
}

QString ClusterLink::readOnlyReason() const
{
    return place().protection == ProtectionLevel::ReadOnly
        ? Text::tr("%1 is read-only from here. Settings, Clusters says so.").arg(name())
        : QString();
}

} // namespace sentinel::console
