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

[[nodiscard]] Async<QJsonObject> install(FlowPtr flow)
{
    // Killed after helm was through and before we wrote it down: its own history knows.
    const auto newest = co_await flow->services.helm->newest(kRelease, flow->package.ns(), flow->cancel());
    if (!newest) {
        co_return failure(newest);
    }
    if (newest->status == u"deployed" && newest->description.endsWith(flow->run->id())) {
        co_return QJsonObject{{u"revision"_s, newest->number}};
    }
    const auto installed = co_await flow->services.helm->install(
        installOf(flow), [flow](const QString &line) { flow->run->log(line); }, flow->cancel());
    if (!installed) {
        co_return failure(installed);
    }
    co_return QJsonObject{{u"revision"_s, installed->number}};
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
