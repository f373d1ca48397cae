// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Flow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const QString kRelease = u"sentinel"_s;

// Helm is never made to wait for pods, so one that still lives is through in seconds.
constexpr int kMostTries = 20;
constexpr Duration kBetweenTries = std::chrono::seconds(1);

HelmInstall installOf(const FlowPtr &flow)
{
    return {.release = kRelease,
            .ns = flow->package.ns(),
            .chart = flow->package.chart(),
            .valueFiles = flow->package.valueFiles,
            // A plan for Argo CD taken through Helm after all: no waves, no hooks of Argo CD.
            .values = {{u"delivery"_s, u"helm"_s}},
            .description = u"sentinel-console "_s + flow->run->id(),
            .dryRun = flow->request.dryRun,
            .resumed = flow->run->isResumed()};
}

bool isOurs(const FlowPtr &flow, const HelmRevision &newest)
{
    return newest.status == u"deployed" && newest.description.endsWith(flow->run->id());
}

/// A helm of our own may have outlived us: a killed program leaves its child at work. It carries the name of this run, so what it
/// brings about is what we want.
bool mayOutliveUs(const FlowPtr &flow, const HelmRevision &newest)
{
    return flow->run->isResumed() && newest.status.startsWith(u"pending");
}

/// One look at the history and, when nobody is at it, one try. Nothing: wait a little and look again.
[[nodiscard]] Async<std::optional<int>> tryToInstall(FlowPtr flow, bool last)
{
    const auto newest = co_await flow->services.helm->newest(kRelease, flow->package.ns(), flow->cancel());
    if (!newest) {
        co_return failure(newest);
    }
    if (isOurs(flow, *newest)) {
        co_return newest->number;
    }
    if (mayOutliveUs(flow, *newest) && !last) {
        flow->tell(Text::tr("waits for a helm that an earlier try began"));
        co_return std::nullopt;
    }
    const auto installed = co_await flow->services.helm->install(
        installOf(flow), [flow](const QString &line) { flow->run->log(line); }, flow->cancel());
    if (installed) {
        co_return installed->number;
    }
    if (installed.error().kind == Error::Kind::Conflict && flow->run->isResumed() && !last) {
        co_return std::nullopt;
    }
    co_return failure(installed);
}

[[nodiscard]] Async<QJsonObject> install(FlowPtr flow)
{
    for (int tries = 1; tries <= kMostTries; ++tries) {
        const auto revision = co_await tryToInstall(flow, tries == kMostTries);
        if (!revision) {
            co_return failure(revision);
        }
        if (*revision) {
            co_return QJsonObject{{u"revision"_s, **revision}};
        }
        if (const auto waited = co_await sleep(*flow->services.clock, kBetweenTries, flow->cancel()); !waited) {
            co_return failure(waited);
        }
    }
    co_return QJsonObject();
}

} // namespace

Async<void> installRelease(FlowPtr flow)
{
    const QString ns = flow->package.ns();
    if (flow->request.dryRun) {
        const auto checked = co_await flow->services.helm->install(
            installOf(flow), [flow](const QString &line) { flow->run->log(line); }, flow->cancel());
        // helm asks the API server about the namespace too, and that may still have to be made.
        if (!checked && checked.error().kind != Error::Kind::NotFound) {
            co_return failure(checked);
        }
        flow->run->addPlanned(Text::tr("helm upgrade --install %1 in %2, Sentinel %3").arg(kRelease, ns, flow->package.version));
        co_return {};
    }
    observe(flow);
    co_return co_await perform(flow, u"release:"_s + kRelease, Text::tr("Helm release %1 in %2").arg(kRelease, ns),
                               [flow] { return install(flow); });
}

} // namespace sentinel::deploy
