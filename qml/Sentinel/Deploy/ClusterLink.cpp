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

[[nodiscard]] Async<Connected> greet(Connector connector, ClusterPlace place, CancelToken cancel)
{
    const auto services = co_await connector(place, cancel);
    if (!services) {
        co_return failure(services);
    }
    const auto version = co_await services->api->version(cancel);
    if (!version) {
        co_return failure(version);
    }
    const auto types = co_await services->api->discover(cancel);
    if (!types) {
        co_return failure(types);
    }
    co_return Connected{.services = *services, .version = version->gitVersion, .types = *types};
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

ClusterLink::ClusterLink(QObject *parent)
    : QObject(parent)
{
}

ClusterLink::~ClusterLink()
{
    m_cancel.cancel();
}

void ClusterLink::setConnector(Connector made)
{
    connector() = std::move(made);
}

void ClusterLink::setPlaceProperties(const QVariantMap &properties)
{
    m_properties = properties;
    const ClusterPlace place = placeOf(properties);
    if (place != m_place) {
        connectTo(place);
    }
}

void ClusterLink::reconnect()
{
    connectTo(m_place);
}

void ClusterLink::connectTo(const ClusterPlace &place)
{
    m_cancel.cancel();
    m_cancel = {};
    m_place = place;
    m_ready = false;
    m_services.reset();
    m_types.clear();
    m_version.clear();
    m_trouble = {};
    if (place.usable) {
        const CancelToken token = m_cancel.token();
        deliver(greet(connector(), place, token), this, [this, token](const Result<Connected> &answer) {
            if (!token.isCancelled()) { // else it is the answer of a cluster left meanwhile
                take(answer);
            }
        });
    }
    Q_EMIT changed();
}

void ClusterLink::take(const Result<Connected> &answer)
{
    m_ready = answer.has_value();
    if (answer) {
        m_services = answer->services;
        m_version = answer->version;
        m_types = answer->types;
    } else {
        m_trouble = Trouble::of(answer.error());
    }
    Q_EMIT changed();
}

bool ClusterLink::isConnecting() const
{
    return !m_ready && !m_trouble.isPresent() && m_place.problem.isEmpty() && (m_place.usable || m_place.rehearsal);
}

QString ClusterLink::name() const
{
    if (m_place.rehearsal) {
        return Text::tr("the rehearsal cluster");
    }
    return !m_place.name.isEmpty() ? m_place.name : m_services ? m_services->clusterName : m_place.context;
}

QString ClusterLink::readOnlyReason() const
{
    return m_place.protection == ProtectionLevel::ReadOnly
        ? Text::tr("%1 is read-only from here. Settings, Clusters says so.").arg(name())
        : QString();
}

QString ClusterLink::blockedReason() const
{
    if (m_ready) {
        return {};
    }
    if (m_trouble.isPresent()) {
        return m_trouble.title;
    }
    if (!m_place.problem.isEmpty()) {
        return m_place.problem;
    }
    return m_place.rehearsal ? Text::tr("The rehearsal cluster is starting.") : Text::tr("No cluster is connected.");
}

std::optional<kube::ResourceType> ClusterLink::typeOf(const QString &group, const QString &kind) const
{
    const auto found
        = std::ranges::find_if(m_types, [&](const kube::ResourceType &type) { return type.group == group && type.kind == kind; });
    return found == m_types.end() ? std::nullopt : std::optional(*found);
}

} // namespace sentinel::console
