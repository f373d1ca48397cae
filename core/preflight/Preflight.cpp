// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Preflight.h"

#include "core/preflight/Json.h"
#include "core/preflight/inside/LookInside.h"

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

Capabilities capabilitiesOf(const Sight &sight)
{
    Capabilities able{.kubernetesVersion = u"%1.%2.0"_s.arg(sight.version.major).arg(sight.version.minor)};
    for (const kube::ResourceType &type : sight.types) {
        able.apiVersions.append(type.apiVersion() + u'/' + type.kind);
    }
    return able;
}

Report headOf(const Demand &demand, const Sight &sight, const Services &services)
{
    Report report;
    report.bundle = demand.environment.planName;
    report.environment = demand.environment.name;
    report.cluster = demand.cluster;
    report.context = services.context;
    report.server = services.server;
    report.ns = demand.ns();
    report.way = wayName(demand.way);
    report.version = plainLine(sight.version.gitVersion);
    report.at = QDateTime::currentDateTimeUtc();
    return report;
}

Checks seen(const Demand &demand, const Sight &sight)
{
    return checkVersions(demand, sight) + checkEdge(demand, sight) + checkIssuer(demand, sight)
        + checkNetworkPolicies(demand, sight) + checkCapacity(demand, sight) + checkStorage(demand, sight)
        + checkNamespace(demand, sight) + checkExisting(demand, sight) + checkImmutable(demand, sight) + checkClock(sight)
        + checkKernels(sight);
}

/// Where a registry could not be asked, images that lie on nodes already answer too.
void preferNodes(Report &report, const Checks &onNodes)
{
    for (Check &check : report.checks) {
        for (const Check &other : onNodes) {
            if (check.rule == other.rule && check.state == State::NotChecked && other.state == State::Pass) {
                check = other;
            }
        }
    }
}

} // namespace

Async<Report> preflight(Request request, Services services, Depth depth, CancelToken cancel)
{
    auto demand = readDemand(request);
    if (!demand) {
        co_return failure(demand);
    }
    auto sight = co_await lookAt(services.api, demand->ns(), cancel);
    if (!sight) {
        co_return failure(sight);
    }
    sight->rehearsal = services.rehearsal;
    const auto rendered = co_await renderDemand(std::move(*demand), services.helm, capabilitiesOf(*sight), cancel);
    if (!rendered) {
        co_return failure(rendered);
    }
    Report report = headOf(*rendered, *sight, services);
    // What is asked of others goes on while the rest is worked out.
    auto rights = checkRights(services.api, *rendered, *sight, cancel);
    auto name = checkName(*rendered, services.resolve, cancel);
    report.checks = seen(*rendered, *sight);
    std::vector<Async<Checks>> asked;
    asked.push_back(std::move(rights));
    asked.push_back(std::move(name));
    if (depth == Depth::Full) {
        asked.push_back(checkAdmission(services.api, *rendered, *sight, cancel));
        report.checks.append(notLookedInside());
    }
    if (services.hasImage) {
        asked.push_back(checkRegistries(*rendered, services.hasImage, cancel));
    } else {
        report.checks += checkNodeImages(*rendered, *sight);
    }
    for (auto &flow : asked) {
        const auto checks = co_await std::move(flow);
        if (!checks) {
            co_return failure(checks);
        }
        report.checks += *checks;
    }
    if (services.hasImage) {
        preferNodes(report, checkNodeImages(*rendered, *sight));
    }
    report.sort();
    co_return report;
}

} // namespace sentinel::preflight
