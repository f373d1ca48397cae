// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/RollbackServices.h"
#include "app/composition/Application.h"
#include "app/composition/Clusters.h"
#include "app/composition/DeployServices.h"
#include "app/composition/HelmAccess.h"
#include "app/composition/SourceServices.h"
#include "core/deploy/InstalledHelm.h"
#include "core/deploy/JournalLedger.h"
#include "core/rollback/Kept.h"
#include "core/rollback/Revert.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

using Claims = std::pair<journal::Claim, std::optional<journal::Claim>>;

/// Neither two rollbacks of one thing at a time, nor one beside a deploy of its environment.
Result<std::shared_ptr<void>> lockOf(const std::shared_ptr<journal::Journal> &journal, const QString &cluster,
                                     const rollback::Subject &subject)
{
    auto own = journal->claim({.kind = u"rollback"_s, .cluster = cluster, .environment = subject.title()});
    if (!own) {
        return failure(own);
    }
    std::optional<journal::Claim> deploy;
    if (!subject.environment.isEmpty()) {
        auto claimed = journal->claim({.kind = u"deploy"_s, .cluster = cluster, .environment = subject.environment});
        if (!claimed) {
            return failure(claimed);
        }
        deploy.emplace(std::move(*claimed));
    }
    return std::make_shared<Claims>(std::move(*own), std::move(deploy));
}

/// Where no journal can be had: what it would know is unknown, not nothing.
class UnknownPauses final : public rollback::PauseBook
{
public:
    explicit UnknownPauses(Error why)
        : m_why(std::move(why))
    {
    }
    Result<void> note(rollback::Pause /*pause*/) override { return std::unexpected(m_why); }
    Result<void> settle(const rollback::Pause & /*pause*/, const QString & /*sentence*/) override
    {
        return std::unexpected(m_why);
    }
    Result<QList<rollback::Pause>> open() override { return std::unexpected(m_why); }

private:
    Error m_why;
};

/// What this machine wrote down. Looking changes nothing, so that it can also be done where nothing can be written.
Result<void> addJournal(rollback::Services &services, const rollback::Subject &subject, RollbackPurpose purpose)
{
    const auto journal = openJournal();
    if (!journal && purpose == RollbackPurpose::History) {
        services.memory = std::make_shared<rollback::Memory>();
        services.pauses = std::make_shared<UnknownPauses>(journal.error());
        return {};
    }
    if (!journal) {
        return failure(journal);
    }
    services.ledger = std::make_shared<deploy::JournalLedger>(*journal, u"rollback"_s);
    services.pauses = std::make_shared<rollback::JournalPauses>(*journal);
    services.lock = [journal = *journal, cluster = services.clusterId](const rollback::Subject &locked) {
        return lockOf(journal, cluster, locked);
    };
    const auto memory = rollback::rememberFrom(**journal, services.clusterId, subject.targetNs);
    if (!memory) {
        return failure(memory);
    }
    services.memory = *memory;
    return {};
}

} // namespace

Async<rollback::Services> rollbackServices(ClusterConnection connection, rollback::Subject subject, RollbackPurpose purpose,
                                           CancelToken cancel)
{
    rollback::Services services{.api = connection.api, .clock = std::make_shared<SystemClock>()};
    services.clusterName = connection.access.context;
    services.clusterId = connection.access.server.toString();
    services.userName = qEnvironmentVariable("USER", u"sentinel-console"_s);
    if (const auto added = addJournal(services, subject, purpose); !added) {
        co_return failure(added);
    }
    auto helm = Result<std::optional<HelmAccess>>(std::nullopt);
    if (purpose == RollbackPurpose::GoingBack && subject.way == rollback::Way::Helm) {
        helm = co_await helmAccess(connection, cancel);
    }
    if (!helm) {
        co_return failure(helm);
    }
    if (*helm) {
        services.helm = std::make_shared<deploy::InstalledHelm>(deploy::InstalledHelm::Place{.binary = (*helm)->binary,
                                                                                             .kubeconfig = (*helm)->kubeconfig,
                                                                                             .api = connection.api,
                                                                                             .clock = services.clock,
                                                                                             .keeper = (*helm)->keeper});
    }
    const auto sources = co_await sourceServices(connection, cancel);
    if (!sources) {
        co_return failure(sources);
    }
    services.contents = rollback::keeping(rollback::readContents(connection.api, *sources),
                                          std::make_shared<rollback::KeptManifests>(stateFolder() + u"/kept"_s),
                                          services.clusterId, services.clock);
    if (!QStandardPaths::findExecutable(u"git"_s).isEmpty()) {
        services.git = std::make_shared<rollback::RevertByGit>(sources->placeOf);
    }
    co_return services;
}

Async<rollback::GuardServices> guardServices(ClusterConnection connection, rollback::Subject subject, CancelToken cancel)
{
    const auto services = co_await rollbackServices(connection, subject, RollbackPurpose::GoingBack, cancel);
    if (!services) {
        co_return failure(services);
    }
    const auto journal = openJournal();
    if (!journal) {
        co_return failure(journal);
    }
    co_return rollback::GuardServices{
        .rollback = *services,
        .ledger = std::make_shared<deploy::JournalLedger>(*journal, u"guard"_s),
        .lock
        = [journal = *journal, cluster = services->clusterId](const rollback::Subject &locked) -> Result<std::shared_ptr<void>> {
            auto claim = journal->claim({.kind = u"guard"_s, .cluster = cluster, .environment = locked.title()});
            if (!claim) {
                return failure(claim);
            }
            return std::make_shared<journal::Claim>(std::move(*claim));
        }};
}

Async<void> keepPresent(ClusterConnection connection, QString ns, QString application, CancelToken cancel)
{
    const auto subject
        = co_await rollback::findSubject(connection.api, {.word = application, .ns = ns, .way = rollback::Way::ArgoCd}, cancel);
    if (!subject) {
        co_return failure(subject);
    }
    const auto services = co_await rollbackServices(connection, *subject, RollbackPurpose::History, cancel);
    if (!services) {
        co_return failure(services);
    }
    const auto present = rollback::deployIn(rollback::argoCandidates(*subject, *services->memory)).present;
    if (present.revision.isEmpty()) {
        co_return {};
    }
    const auto content = co_await services->contents(*subject, present, cancel);
    co_return content ? Result<void>() : failure(content);
}

ProtectionLevel protectionOf(const ClusterConnection &connection, const QString &environment)
{
    if (connection.rehearsal) {
        return ProtectionLevel::None;
    }
    if (const auto known = knownClusters().read()) {
        for (const kube::KnownCluster &cluster : known->clusters()) {
            if (cluster.context == connection.access.context) {
                return cluster.protection;
            }
        }
    }
    return kube::suggestedProtection(connection.access.context + u' ' + environment);
}

} // namespace sentinel::composition
