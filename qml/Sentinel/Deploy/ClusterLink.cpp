// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/ClusterLink.h"

#include "app/composition/Connection.h"

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Greeting
{
    QString version;
    QList<kube::ResourceType> types;
};

[[nodiscard]] Async<Greeting> greet(kube::ApiPtr api, CancelToken cancel)
{
    const auto version = co_await api->version(cancel);
    if (!version) {
        co_return failure(version);
    }
    const auto types = co_await api->discover(cancel);
    if (!types) {
        co_return failure(types);
    }
    co_return Greeting{.version = version->gitVersion, .types = *types};
}

Connector &connector()
{
    static Connector g_connector = [](const ClusterPlace &place) {
        return composition::connectCluster({.kubeconfig = place.kubeconfig,
                                            .context = place.context,
                                            .rehearsal = place.rehearsal,
                                            .stateFolder = place.stateFolder});
    };
    return g_connector;
}

ClusterPlace placeOf(const QVariantMap &properties)
{
    return {.kubeconfig = properties.value(u"kubeconfig"_s).toString(),
            .context = properties.value(u"context"_s).toString(),
            .rehearsal = properties.value(u"rehearsal"_s).toBool(),
            .guarded = properties.value(u"guarded"_s).toBool(),
            .problem = properties.value(u"clusterProblem"_s).toString(),
            .stateFolder = properties.value(u"stateFolder"_s).toString()};
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
    if (!place.kubeconfig.isEmpty()) {
        auto services = connector()(place);
        if (services) {
            m_services = std::move(*services);
            const CancelToken token = m_cancel.token();
            deliver(greet(m_services->api, token), this, [this, token](const Result<Greeting> &greeting) {
                if (token.isCancelled()) {
                    return; // the answer of a cluster left meanwhile
                }
                m_ready = greeting.has_value();
                if (greeting) {
                    m_version = greeting->version;
                    m_types = greeting->types;
                } else {
                    m_trouble = Trouble::of(greeting.error());
                }
                Q_EMIT changed();
            });
        } else {
            m_trouble = Trouble::of(services.error());
        }
    }
    Q_EMIT changed();
}

bool ClusterLink::isConnecting() const
{
    return !m_ready && !m_trouble.isPresent() && m_place.problem.isEmpty();
}

QString ClusterLink::name() const
{
    if (m_place.rehearsal) {
        return tr("the rehearsal cluster");
    }
    return m_services ? m_services->clusterName : m_place.context;
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
    return m_place.rehearsal ? tr("The rehearsal cluster is starting.") : tr("No cluster is connected.");
}

std::optional<kube::ResourceType> ClusterLink::typeOf(const QString &group, const QString &kind) const
{
    const auto found = std::ranges::find_if(
        m_types, [&](const kube::ResourceType &type) { return type.group == group && type.kind == kind; });
    return found == m_types.end() ? std::nullopt : std::optional(*found);
}

} // namespace sentinel::console
