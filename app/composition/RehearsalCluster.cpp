// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/RehearsalCluster.h"
#include "app/composition/RehearsalParts.h"
#include "core/base/Files.h"
#include "core/sandbox/delivery/ProjectRules.h"
#include "core/sandbox/workloads/Deletion.h"
#include "core/sandbox/workloads/Evictions.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

sandbox::Options optionsFor(const RehearsalSettings &settings, const sandbox::Credentials &credentials)
{
    sandbox::Options options;
    options.certificateAuthority = QString::fromLatin1(credentials.authority);
    const int zones = int(options.pools.size());
    for (int zone = 0; zone < zones; ++zone) {
        options.pools[zone].nodes = settings.nodes / zones + (zone < settings.nodes % zones ? 1 : 0);
    }
    options.pools.removeIf([](const sandbox::Options::NodePool &pool) { return pool.nodes == 0; });
    return options;
}

Error errorOf(const sandbox::Answer &answer, const QString &doing)
{
    const Error::Kind kind = answer.code == 409 ? Error::Kind::Conflict
        : answer.code == 404                    ? Error::Kind::NotFound
        : answer.code == 403                    ? Error::Kind::Forbidden
                                                : Error::Kind::Invalid;
    return {.kind = kind, .doing = doing, .detail = answer.object[u"message"].toString()};
}

/// What Argo CD applies goes the way of any other apply, past the door.
sandbox::ApplyObject applyThrough(sandbox::Registry &registry)
{
    return [&registry](const sandbox::Type &type, const QJsonObject &object, const QString &manager,
                       bool force) -> Result<QJsonObject> {
        sandbox::Call call{.method = "PATCH",
                           .body = QJsonDocument(object).toJson(QJsonDocument::Compact),
                           .contentType = "application/apply-patch+yaml",
                           .type = &type,
                           .ns = type.namespaced ? object[u"metadata"][u"namespace"].toString() : QString(),
                           .name = object[u"metadata"][u"name"].toString()};
        call.query.addQueryItem(u"fieldManager"_s, manager);
        if (force) {
            call.query.addQueryItem(u"force"_s, u"true"_s);
        }
        const sandbox::Answer answer = registry.handle(call);
        if (answer.code >= 400) {
            return std::unexpected(errorOf(answer, Text::tr("applying %1 %2").arg(type.kind, call.name)));
        }
        return answer.bytes.isEmpty() ? answer.object : QJsonDocument::fromJson(answer.bytes).object();
    };
}

} // namespace

RehearsalCluster::Parts::Parts(const RehearsalSettings &settings)
    : cluster(wall, {.port = settings.port, .speed = settings.speed})
    , registry(cluster.store(), cluster.clock())
    , repositories(checkOutInto(cache.path()))
    , faults(cluster.faults())
    , workloads(cluster.store(), cluster.clock(), cluster.logs(), optionsFor(settings, cluster.credentials()), &faults)
    , world{.store = cluster.store(),
            .clock = cluster.clock(),
            .apply = applyThrough(registry),
            .renderer = renderer,
            .repositories = repositories}
    , issuers(world)
    , certificates(world, issuers)
    , sets(world)
    , applications(world)
{
    faults.setCertificates(&certificates);
    sandbox::seedArgoCd(cluster.store());
    sandbox::seedCertManager(cluster.store());
    cluster.setBudgets(sandbox::budgetAgainst);
    cluster.setDeletion([](sandbox::Store &store, const sandbox::Type &type, const QString &ns, const QString &name,
                           sandbox::Propagation propagation, std::optional<Duration> grace) {
        return sandbox::beginDeletion(store, type, ns, name, propagation, grace);
    });
}

RehearsalCluster::RehearsalCluster(const RehearsalSettings &settings)
    : m_parts(std::make_unique<Parts>(settings))
    , m_settings(settings)
{
    m_parts->repositories.whenMoved(this, [this](const QString &url) { m_parts->applications.repositoryMoved(url); });
    connect(&m_parts->cluster, &sandbox::Cluster::shutdownRequested, this, &RehearsalCluster::shutdownRequested);
    servePaths();
}

RehearsalCluster::~RehearsalCluster() = default;

Result<void> RehearsalCluster::start()
{
    if (!m_settings.scenario.isEmpty()) {
        const auto text = readFile(m_settings.scenario);
        auto scenario = text ? sandbox::readScenario(*text, m_settings.scenario) : failure(text);
        if (!scenario) {
            return failure(scenario);
        }
        const QString id = scenario->id;
        sandbox::Scenarios &scenarios = m_parts->workloads.scenarios();
        if (const auto added = scenarios.add(std::move(*scenario)); !added) {
            return added;
        }
        if (const auto started = scenarios.start(id); !started) {
            return started;
        }
    }
    return m_parts->cluster.start();
}

QString RehearsalCluster::url() const
{
    return m_parts->cluster.url();
}

Result<void> RehearsalCluster::writeKubeconfigTo(const QString &path) const
{
    return m_parts->cluster.writeKubeconfigTo(path);
}

} // namespace sentinel::composition
