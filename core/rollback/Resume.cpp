// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/AutoSync.h"
#include "core/rollback/ArgoPatch.h"
#include "core/rollback/ResumeAutoSync.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kMostTries = 8;
constexpr Duration kSettling = std::chrono::minutes(1);

QString doing(const QString &title)
{
    return Text::tr("turning auto-sync of %1 on again").arg(title);
}

/// What an ApplicationSet would write, where it makes the Application.
[[nodiscard]] Async<std::optional<QJsonObject>> policyOfOwner(kube::ApiPtr api, kube::Object application, CancelToken cancel)
{
    const QJsonArray owners = application[u"metadata"][u"ownerReferences"].toArray();
    for (const QJsonValue &owner : owners) {
        if (owner[u"kind"].toString() != u"ApplicationSet") {
            continue;
        }
        const kube::ResourceType type{
            .group = u"argoproj.io"_s, .version = u"v1alpha1"_s, .kind = u"ApplicationSet"_s, .plural = u"applicationsets"_s};
        const auto set = co_await api->get(
            type, {.ns = application[u"metadata"][u"namespace"].toString(), .name = owner[u"name"].toString()}, cancel);
        const QJsonValue automated = set ? (*set)[u"spec"][u"template"][u"spec"][u"syncPolicy"][u"automated"] : QJsonValue();
        if (automated.isObject()) {
            co_return automated.toObject();
        }
    }
    co_return std::nullopt;
}

/// As it was: where we wrote it down, exactly that; else as the Application remembers it or its owner has it. Empty: nobody
/// remembers, so nobody paused it.
[[nodiscard]] Async<QJsonObject> patchToResume(Services services, kube::Object application, std::optional<Pause> pause,
                                               CancelToken cancel)
{
    if (pause) {
        co_return restorePatch(application, pause->automated);
    }
    QJsonObject patch;
    if (gitops::isAutoSyncPaused(application)) {
        patch = gitops::resumePatch(application);
    } else {
        const auto owned = co_await policyOfOwner(services.api, application, cancel);
        if (!owned || !*owned) {
            co_return QJsonObject();
        }
        patch = restorePatch(application, **owned);
    }
    co_return patch;
}

std::optional<Pause> pauseOf(const QList<Pause> &pauses, const Subject &subject, const QString &clusterId)
{
    const auto found = std::ranges::find_if(pauses, [&](const Pause &pause) {
        return pause.clusterId == clusterId && pause.ns == subject.ns && pause.name == subject.name;
    });
    return found == pauses.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

Async<bool> resumeIfPaused(Subject subject, Services services, CancelToken cancel)
{
    if (subject.way == Way::Helm) {
        co_return false; // Argo CD does not bring it
    }
    const auto pauses = services.pauses->open();
    if (!pauses) {
        co_return failure(pauses);
    }
    const auto pause = pauseOf(*pauses, subject, services.clusterId);
    for (int tries = 0; tries < kMostTries; ++tries) {
        const auto application
            = co_await services.api->get(gitops::applicationType(), {.ns = subject.ns, .name = subject.name}, cancel);
        if (!application) {
            co_return failure(application);
        }
        if (gitops::isAutoSynced(*application)) {
            if (!pause) {
                co_return false;
            }
            const auto settled = services.pauses->settle(*pause, Text::tr("auto-sync of %1 is on").arg(subject.name));
            co_return settled ? Result<bool>(true) : failure(settled);
        }
        const auto patch = co_await patchToResume(services, *application, pause, cancel);
        if (!patch) {
            co_return failure(patch);
        }
        if (patch->isEmpty()) {
            co_return false;
        }
        const auto written = co_await services.api->patch(gitops::applicationType(), {.ns = subject.ns, .name = subject.name},
                                                          kube::PatchType::Merge,
                                                          QJsonDocument(*patch).toJson(QJsonDocument::Compact), {}, cancel);
        if (written) {
            const auto settled = pause
                ? services.pauses->settle(*pause, Text::tr("auto-sync of %1 is on again").arg(subject.name))
                : Result<void>();
            co_return settled ? Result<bool>(true) : failure(settled);
        }
        if (written.error().kind != Error::Kind::Conflict) {
            co_return failure(written);
        }
    }
    co_return failure(Error::Kind::Conflict, doing(subject.title()),
                      Text::tr("Others kept writing to the Application; try again when they are done."));
}

Async<void> resumeAutoSync(Subject subject, Services services, CancelToken cancel)
{
    const auto resumed = co_await resumeIfPaused(subject, std::move(services), std::move(cancel));
    if (!resumed) {
        co_return failure(resumed);
    }
    if (!*resumed) {
        co_return failure(Error::Kind::Invalid, doing(subject.title()),
                          Text::tr("No rollback paused it, so there is nothing to give back."));
    }
    co_return {};
}

Async<QList<Pause>> openPauses(Services services, CancelToken cancel)
{
    const auto pauses = services.pauses->open();
    if (!pauses) {
        co_return failure(pauses);
    }
    QList<Pause> open;
    for (const Pause &pause : *pauses) {
        if (pause.clusterId != services.clusterId) {
            open.append(pause); // another cluster's: told, and not asked about here
            continue;
        }
        const auto application
            = co_await services.api->get(gitops::applicationType(), {.ns = pause.ns, .name = pause.name}, cancel);
        const bool isGone = !application && application.error().kind == Error::Kind::NotFound;
        if (!application && !isGone) {
            co_return failure(application);
        }
        const bool isOn = !isGone && gitops::isAutoSynced(*application);
        if (isOn && pause.since.msecsTo(services.clock->now()) < kSettling.count()) {
            continue; // it is written down before it is done
        }
        if (isGone || isOn) {
            const auto settled
                = services.pauses->settle(pause,
                                          isGone ? Text::tr("the Application %1 is gone").arg(pause.name)
                                                 : Text::tr("somebody turned auto-sync of %1 on again").arg(pause.name));
            if (!settled) {
                co_return failure(settled);
            }
            continue;
        }
        open.append(pause);
    }
    co_return open;
}

} // namespace sentinel::rollback
