// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/SyncLink.h"

#include "app/composition/DeployServices.h"
#include "app/composition/SourceServices.h"
#include "app/composition/TreeJudge.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Result<SyncServices> connectByComposition(const ClusterPlace &place)
{
    auto connection = composition::connectTo({.kubeconfig = place.kubeconfig, .context = place.context});
    if (!connection) {
        return failure(connection);
    }
    connection->rehearsal = place.rehearsal;
    const auto journal = composition::openJournal();
    if (!journal) {
        return failure(journal);
    }
    const gitops::ChangeServices change{.api = connection->api,
                                        .clock = std::make_shared<SystemClock>(),
                                        .journal = *journal,
                                        .context = connection->access.context,
                                        .cluster = connection->access.server.toString(),
                                        .userName = qEnvironmentVariable("USER", u"sentinel-console"_s)};
    return SyncServices{.change = change,
                        .sources = [connection = *connection](
                                       CancelToken cancel) { return composition::sourceServices(connection, std::move(cancel)); },
                        .judge = composition::treeJudge()};
}

SyncConnector &connector()
{
    static SyncConnector g_connector = connectByComposition;
    return g_connector;
}

} // namespace

SyncLink::SyncLink(QObject *parent)
    : QObject(parent)
{
}

SyncLink::~SyncLink()
{
    m_cancel.cancel();
}

void SyncLink::setConnector(SyncConnector made)
{
    connector() = std::move(made);
}

void SyncLink::setPlaceProperties(const QVariantMap &properties)
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

void SyncLink::reconnect()
{
    connectTo(m_place);
}

void SyncLink::connectTo(const ClusterPlace &place)
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
            deliver(m_services->change.api->discover(token), this, [this, token](const Result<QList<kube::ResourceType>> &types) {
                if (!token.isCancelled()) {
                    take(types);
                }
            });
        }
    }
    Q_EMIT reconnected();
    Q_EMIT changed();
}

void SyncLink::take(const Result<QList<kube::ResourceType>> &types)
{
    if (!types) {
        m_trouble = Trouble::of(types.error());
        Q_EMIT changed();
        return;
    }
    m_types = *types;
    if (!m_types.contains(gitops::applicationType())) {
        m_trouble = {.title = Text::tr("There is no Argo CD on this cluster"),
                     .explanation = Text::tr("It serves no Applications."),
                     .nextStep = Text::tr("Choose another cluster, or install Argo CD; the bundle's argocd folder says how.")};
        Q_EMIT changed();
        return;
    }
    m_rights = std::make_unique<kube::RightsCache>(m_services->change.api, m_services->change.clock);
    m_rights->onChange([this] { Q_EMIT rightsChanged(); });
    m_ready = true;
    Q_EMIT changed();
    Q_EMIT reconnected();
}

bool SyncLink::isConnecting() const
{
    return !m_ready && !m_trouble.isPresent() && m_place.problem.isEmpty() && (m_place.usable || m_place.rehearsal);
}

QString SyncLink::blockedReason() const
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

QString SyncLink::deniedReason(const QString &ns)
{
    const kube::AccessQuestion question{.verb = u"patch"_s, .group = u"argoproj.io"_s, .resource = u"applications"_s, .ns = ns};
    return m_ready && m_rights->of(question) == kube::Right::Denied ? Text::tr("You may not change Applications in %1.").arg(ns)
                                                                    : QString();
}

} // namespace sentinel::console
