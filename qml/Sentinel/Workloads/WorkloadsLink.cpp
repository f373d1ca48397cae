// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/WorkloadsLink.h"

#include "app/composition/ClusterConnection.h"
#include "app/composition/DeployServices.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

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

WorkloadsConnector &connector()
{
    static WorkloadsConnector g_connector = connectByComposition;
    return g_connector;
}

} // namespace

WorkloadsLink::WorkloadsLink(QObject *parent)
    : QObject(parent)
{
}

WorkloadsLink::~WorkloadsLink()
{
    m_cancel.cancel();
}

void WorkloadsLink::setConnector(WorkloadsConnector made)
{
    connector() = std::move(made);
}

void WorkloadsLink::setPlaceProperties(const QVariantMap &properties)
{
    m_properties = properties;
    const ClusterPlace place = placeOf(properties);
    ClusterPlace same = m_place; // how it is shown and protected makes it no other cluster
    same.name = place.name;
    same.protection = place.protection;
    if (place != same) {
        connectTo(place);
    } else if (place != m_place) {
        m_place = place;
        Q_EMIT changed();
    }
}

void WorkloadsLink::reconnect()
{
    connectTo(m_place);
}

void WorkloadsLink::connectTo(const ClusterPlace &place)
{
    m_cancel.cancel();
    m_cancel = {};
    m_place = place;
    m_ready = false;
    m_trouble = {};
    m_types.clear();
    m_rights.reset();
    m_services.reset();
    if (place.usable) {
        const auto services = connector()(place);
        if (!services) {
            m_trouble = Trouble::of(services.error());
        } else {
            m_services = *services;
            const CancelToken token = m_cancel.token();
            deliver(m_services->api->discover(token), this, [this, token](const Result<QList<kube::ResourceType>> &types) {
                if (!token.isCancelled()) { // else it is the answer of a cluster left meanwhile
                    take(types);
                }
            });
        }
    }
    Q_EMIT reconnected();
    Q_EMIT changed();
}

void WorkloadsLink::take(const Result<QList<kube::ResourceType>> &types)
{
    if (!types) {
        m_trouble = Trouble::of(types.error());
        Q_EMIT changed();
        return;
    }
    m_types = *types;
    m_rights = std::make_unique<kube::RightsCache>(m_services->api, m_services->clock);
    m_rights->onChange([this] { Q_EMIT rightsChanged(); });
    m_ready = true;
    Q_EMIT changed();
    Q_EMIT reconnected();
}

bool WorkloadsLink::isConnecting() const
{
    return !m_ready && !m_trouble.isPresent() && m_place.problem.isEmpty() && (m_place.usable || m_place.rehearsal);
}

QString WorkloadsLink::name() const
{
    return m_place.rehearsal         ? Text::tr("the rehearsal cluster")
        : !m_place.name.isEmpty()    ? m_place.name
        : !m_place.context.isEmpty() ? m_place.context
        : m_services                 ? m_services->context
                                     : QString();
}

QString WorkloadsLink::blockedReason() const
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
    return m_place.rehearsal ? Text::tr("The rehearsal cluster is starting.")
        : m_place.usable     ? Text::tr("Asking the cluster what it serves…")
                             : Text::tr("No cluster is connected.");
}

std::optional<kube::ResourceType> WorkloadsLink::typeOf(const QString &group, const QString &kind) const
{
    const auto found
        = std::ranges::find_if(m_types, [&](const kube::ResourceType &type) { return type.group == group && type.kind == kind; });
    return found == m_types.end() ? std::nullopt : std::optional(*found);
}

QStringList WorkloadsLink::kubectl() const
{
    QStringList words{u"kubectl"_s};
    if (!m_place.kubeconfig.isEmpty()) {
        words << u"--kubeconfig"_s << m_place.kubeconfig;
    }
    if (!m_place.context.isEmpty()) {
        words << u"--context"_s << m_place.context;
    }
    return words;
}

} // namespace sentinel::console
