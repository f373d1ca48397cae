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
    const auto wish = std::make_shared<composition::ArgoServerWish>(composition::argoServerWish());
    return SyncServices{
        .change = change,
        .sources = [connection = *connection,
                    wish](CancelToken cancel) { return composition::sourceServices(connection, *wish, std::move(cancel)); },
        .reachServer = [wish](const QString &where,
                              const QByteArray &token) { *wish = composition::ArgoServerWish{.where = where, .token = token}; },
        .judge = composition::treeJudge()};
}

[[nodiscard]] Async<Way> opened(Result<SyncServices> services)
{
    if (!services) {
        co_return failure(services);
    }
    co_return wayTo(*services, services->change.api, services->change.clock, services->change.context);
}

SyncConnector &connector()
{
    static SyncConnector g_connector = connectByComposition;
    return g_connector;
}

} // namespace

void SyncLink::setConnector(SyncConnector made)
{
    connector() = std::move(made);
}

Async<Way> SyncLink::open(const ClusterPlace &place, const CancelToken &cancel)
{
    Q_UNUSED(cancel)
    return opened(connector()(place));
}

Trouble SyncLink::lacking(const QList<kube::ResourceType> &types) const
{
    Trouble trouble;
    if (!types.contains(gitops::applicationType())) {
        trouble.title = Text::tr("There is no Argo CD on this cluster");
        trouble.explanation = Text::tr("It serves no Applications.");
        trouble.nextStep = Text::tr("Choose another cluster, or install Argo CD; the bundle's argocd folder says how.");
    }
    return trouble;
}

QString SyncLink::deniedReason(const QString &ns)
{
    if (place().protection == ProtectionLevel::ReadOnly) {
        return Text::tr("%1 is read-only from here. Settings, Clusters says so.").arg(name());
    }
    const kube::AccessQuestion question{.verb = u"patch"_s, .group = u"argoproj.io"_s, .resource = u"applications"_s, .ns = ns};
    return isReady() && rights().of(question) == kube::Right::Denied ? Text::tr("You may not change Applications in %1.").arg(ns)
                                                                     : QString();
}

} // namespace sentinel::console
