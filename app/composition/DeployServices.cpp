// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/DeployServices.h"
#include "app/composition/Application.h"
#include "app/composition/HelmAccess.h"
#include "app/composition/PreflightServices.h"
#include "app/composition/RollbackServices.h"
#include "app/composition/StandIn.h"
#include "core/deploy/BundleGit.h"
#include "core/deploy/InstalledHelm.h"
#include "core/deploy/JournalLedger.h"

#include <QCoreApplication>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

/// Null where there is no helm: what needs it says so.
[[nodiscard]] Async<std::shared_ptr<deploy::HelmRunner>> helmFor(ClusterConnection connection, std::shared_ptr<Clock> clock,
                                                                 CancelToken cancel)
{
    const auto access = co_await helmAccess(connection, cancel);
    if (!access) {
        co_return failure(access);
    }
    if (!*access) {
        co_return std::shared_ptr<deploy::HelmRunner>();
    }
    co_return std::make_shared<deploy::InstalledHelm>(deploy::InstalledHelm::Place{.binary = (*access)->binary,
                                                                                   .kubeconfig = (*access)->kubeconfig,
                                                                                   .api = connection.api,
                                                                                   .clock = std::move(clock),
                                                                                   .keeper = (*access)->keeper});
}

/// With what was accepted for this bundle before.
[[nodiscard]] Async<preflight::Report> lookAhead(ClusterConnection connection, std::shared_ptr<journal::Journal> journal,
                                                 preflight::Request request, preflight::Depth depth, CancelToken cancel)
{
    auto services = co_await preflightServices(connection, cancel);
    if (!services) {
        co_return failure(services);
    }
    if (depth == preflight::Depth::Quick) {
        services->resolve = nullptr; // a name nobody serves yet would hold up the deploy
        services->hasImage = nullptr; // so would a registry out of reach
    }
    auto report = co_await preflight::preflight(request, *services, depth, cancel);
    if (!report) {
        co_return failure(report);
    }
    const auto scope = overrideScope(request.folder, report->environment, connection);
    const auto before = scope ? recordedOverrides(*journal, *scope) : failure(scope);
    if (!before) {
        co_return failure(before);
    }
    std::ignore = preflight::accept(*report, *before);
    co_return report;
}

[[nodiscard]] Async<preflight::Checks> lookInsideOf(ClusterConnection connection, preflight::Request request,
                                                    std::function<void(QString)> tell, CancelToken cancel)
{
    const auto services = insideServices(connection);
    if (!services) {
        co_return failure(services);
    }
    co_return co_await preflight::lookInside(std::move(request), *services, std::move(tell), cancel);
}

} // namespace

Result<std::shared_ptr<journal::Journal>> openJournal()
{
    return journal::Journal::open(stateFolder());
}

Async<deploy::Services> deployServices(ClusterConnection connection, CancelToken cancel)
{
    const auto clock = std::make_shared<SystemClock>();
    const auto journal = openJournal();
    if (!journal) {
        co_return failure(journal);
    }
    const auto helm = co_await helmFor(connection, clock, cancel);
    if (!helm) {
        co_return failure(helm);
    }
    deploy::Services services{.api = connection.api, .clock = clock, .ledger = std::make_shared<deploy::JournalLedger>(*journal)};
    services.helm = *helm;
    if (!QStandardPaths::findExecutable(u"git"_s).isEmpty()) {
        const QString rehearsals = connection.rehearsal ? stateFolder() + u"/rehearsal/repositories"_s : QString();
        services.git = std::make_shared<deploy::BundleGit>(connection.api, rehearsals);
    }
    if (services.helm) { // without it the bundle cannot be rendered, and so not be looked at
        services.preflight
            = [connection, journal = *journal](preflight::Request request, preflight::Depth depth, CancelToken token) {
                  return lookAhead(connection, journal, std::move(request), depth, std::move(token));
              };
    }
    services.lookInside = [connection](preflight::Request request, std::function<void(QString)> tell, CancelToken token) {
        return lookInsideOf(connection, std::move(request), std::move(tell), std::move(token));
    };
    services.keep = [connection](const QString &ns, const QString &application, const CancelToken &token) {
        return keepPresent(connection, ns, application, token);
    };
    services.clusterName = connection.access.context;
    services.clusterId = connection.access.server.toString();
    services.userName = qEnvironmentVariable("USER", u"sentinel-console"_s);
    services.rehearsal = connection.rehearsal;
    services.lock
        = [journal = *journal, cluster = services.clusterId](const QString &environment) -> Result<std::shared_ptr<void>> {
        auto claim = journal->claim({.kind = u"deploy"_s, .cluster = cluster, .environment = environment});
        if (!claim) {
            return failure(claim);
        }
        return std::make_shared<journal::Claim>(std::move(*claim));
    };
    if (connection.rehearsal) {
        // A word nobody guesses will do where no system beyond this machine is asked.
        services.standIn = [](const deploy::SecretNeed &need, const deploy::SecretKey &key) { return standInFor(need, key); };
    }
    co_return services;
}

} // namespace sentinel::composition
