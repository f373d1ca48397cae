// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/InstalledHelm.h"
#include "core/helm/RenderChart.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Helm gives up after ten minutes of waiting, and this program never makes it wait: a pending revision this old is nobody's.
constexpr Duration kAbandoned = std::chrono::minutes(15);

using Place = InstalledHelm::Place;

HelmRevision revisionOf(const helm::Release &release)
{
    return {.number = release.revision,
            .status = helm::statusName(release.status),
            .description = release.description,
            .version = release.appVersion};
}

helm::ReleaseTarget targetOf(const Place &place, const QString &release, const QString &ns)
{
    return {.kubeconfig = place.kubeconfig, .context = {}, .ns = ns, .name = release};
}

[[nodiscard]] Async<HelmRevision> newestOf(Place place, QString release, QString ns, CancelToken cancel)
{
    const auto releases = co_await helm::readReleases(place.api, ns, release, cancel);
    if (!releases) {
        co_return failure(releases);
    }
    co_return releases->isEmpty() ? HelmRevision() : revisionOf(releases->constLast());
}

/// The way out of a pending revision: back to the last good one, or away with a first install that never was.
[[nodiscard]] Async<void> clearPending(Place place, HelmInstall request, CancelToken cancel)
{
    const auto releases = co_await helm::readReleases(place.api, request.ns, request.release, cancel);
    if (!releases) {
        co_return failure(releases);
    }
    if (releases->isEmpty() || !releases->constLast().isPending()) {
        co_return {};
    }
    const Duration age(releases->constLast().lastDeployed.msecsTo(place.clock->now()));
    if (!request.resumed && age < kAbandoned) {
        co_return failure(
            Error::Kind::Conflict, Text::tr("installing the release %1").arg(request.release),
            Text::tr("Another helm began revision %1 %n minute(s) ago and may still be at it. When it is not, deploy "
                     "again in a quarter of an hour, or roll the release back first.",
                     nullptr, int(age / std::chrono::minutes(1)))
                .arg(releases->constLast().revision));
    }
    int good = 0;
    for (const helm::Release &release : *releases) {
        if (release.status == helm::Release::Status::Deployed || release.status == helm::Release::Status::Superseded) {
            good = release.revision;
        }
    }
    const helm::ReleaseTarget target = targetOf(place, request.release, request.ns);
    const helm::ReleaseChange change{.wait = false};
    if (good == 0) {
        co_return co_await helm::uninstallRelease(place.binary, target, change, cancel);
    }
    co_return co_await helm::rollBackRelease(place.binary, {.target = target, .revision = good, .change = change}, cancel);
}

[[nodiscard]] Async<HelmRevision> render(Place place, HelmInstall request, CancelToken cancel)
{
    const auto rendered = co_await helm::renderChart(place.binary,
                                                     {.chart = request.chart,
                                                      .releaseName = request.release,
                                                      .ns = request.ns,
                                                      .valueFiles = request.valueFiles,
                                                      .values = request.values},
                                                     cancel);
    if (!rendered) {
        co_return failure(rendered);
    }
    co_return HelmRevision();
}

[[nodiscard]] Async<HelmRevision> installOn(Place place, HelmInstall request, std::function<void(QString)> line,
                                            CancelToken cancel)
{
    if (request.dryRun) {
        co_return co_await render(place, request, cancel);
    }
    if (const auto cleared = co_await clearPending(place, request, cancel); !cleared) {
        co_return failure(cleared);
    }
    // Without waiting: what comes up, and why it does not, is watched by the run itself.
    const helm::ReleaseUpgrade upgrade{
        .target = targetOf(place, request.release, request.ns),
        .chart = request.chart,
        .valueFiles = request.valueFiles,
        .values = request.values,
        .change = {.wait = false, .description = request.description, .line = [line](const QString &text) { line(text); }}};
    const auto installed = co_await helm::upgradeRelease(place.binary, upgrade, cancel);
    if (!installed) {
        co_return failure(installed);
    }
    co_return revisionOf(*installed);
}

} // namespace

Async<HelmRevision> InstalledHelm::newest(QString release, QString ns, CancelToken cancel)
{
    return newestOf(m_place, std::move(release), std::move(ns), std::move(cancel));
}

Async<HelmRevision> InstalledHelm::install(HelmInstall request, std::function<void(QString)> line, CancelToken cancel)
{
    return installOn(m_place, std::move(request), std::move(line), std::move(cancel));
}

Async<void> InstalledHelm::rollBack(QString ns, QString release, int revision, bool hooks, std::function<void(QString)> line,
                                    CancelToken cancel)
{
    // Without waiting: what comes up, and why it does not, is watched by the run itself. What others took over, such as an
    // autoscaler the number of pods, is taken back: that is what a rollback is.
    return helm::rollBackRelease(
        m_place.binary,
        {.target = {.kubeconfig = m_place.kubeconfig, .context = {}, .ns = std::move(ns), .name = std::move(release)},
         .revision = revision,
         .change = {.wait = false, .hooks = hooks, .forceConflicts = true, .line = [line](const QString &text) { line(text); }}},
        std::move(cancel));
}

} // namespace sentinel::deploy
