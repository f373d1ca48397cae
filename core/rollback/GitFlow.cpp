// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Application.h"
#include "core/gitops/AutoSync.h"
#include "core/gitops/Await.h"
#include "core/gitops/DesiredState.h"
#include "core/gitops/Operation.h"
#include "core/rollback/Flow.h"
#include "core/rollback/Revert.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kMostTries = 8;

QString effectOf(const FlowPtr &flow)
{
    return u"revert:"_s + flow->subject().name;
}

QString commitOf(const FlowPtr &flow)
{
    return flow->record->facts(effectOf(flow))[u"commit"].toString();
}

[[nodiscard]] Async<QJsonObject> commit(FlowPtr flow, RevertOrder order)
{
    const auto reverted = co_await flow->services.git->revert(order, flow->cancel());
    if (!reverted) {
        co_return failure(reverted);
    }
    // `revision` is what runs afterwards, as the memory of later rollbacks knows it.
    co_return QJsonObject{{u"commit"_s, reverted->commit}, {u"revision"_s, reverted->commit}};
}

kube::Patch merge(const QJsonObject &patch)
{
    return {.type = kube::PatchType::Merge, .json = QJsonDocument(patch).toJson(QJsonDocument::Compact)};
}

/// Argo CD looks at Git every few minutes by itself; asked, at once.
[[nodiscard]] Async<void> askToLook(FlowPtr flow)
{
    const QJsonObject annotations{{u"argocd.argoproj.io/refresh"_s, u"normal"_s}};
    const QJsonObject patch{{u"metadata"_s, QJsonObject{{u"annotations"_s, annotations}}}};
    const auto written
        = co_await flow->services.api->patch(gitops::applicationType(), flow->application(), merge(patch), {}, flow->cancel());
    co_return written ? Result<void>() : failure(written);
}

/// Where auto-sync is off, nobody would sync the commit.
[[nodiscard]] Async<QJsonObject> syncCommit(FlowPtr flow)
{
    const QString run = flow->run->id();
    for (int tries = 0; tries < kMostTries; ++tries) {
        const auto seen = co_await gitops::awaitObject(
            flow->services.api, gitops::applicationType(), flow->application(),
            [run](const kube::Object &object) { return !gitops::isBusy(object) || gitops::isOurs(object, run); }, flow->cancel());
        if (!seen) {
            co_return failure(seen);
        }
        if (gitops::isOurs(*seen, run) || gitops::isSyncedTo(*seen, commitOf(flow))) {
            co_return QJsonObject();
        }
        const gitops::SyncWish wish{.revisions = {commitOf(flow)}, .prune = flow->request.choice.prune};
        const auto written = co_await flow->services.api->patch(
            gitops::applicationType(), flow->application(), merge(gitops::syncPatch(*seen, wish, run, flow->services.userName)),
            {}, flow->cancel());
        if (written) {
            co_return QJsonObject();
        }
        if (written.error().kind != Error::Kind::Conflict) {
            co_return failure(written);
        }
    }
    co_return failure(Error::Kind::Conflict, Text::tr("syncing %1").arg(flow->subject().title()),
                      Text::tr("Others kept writing to the Application; try again when they are done."));
}

} // namespace

Async<void> handToGit(FlowPtr flow)
{
    const QString effect = effectOf(flow);
    if (flow->record->isDone(effect)) {
        co_return {};
    }
    if (flow->candidate.id.isEmpty()) {
        co_return failure(Error::Kind::NotFound, Text::tr("rolling %1 back").arg(flow->subject().title()),
                          Text::tr("The version to go back to has left the history of the Application meanwhile."));
    }
    const auto order = revertOrder(flow->subject(), flow->candidate, flow->run->id());
    if (!order) {
        co_return failure(order);
    }
    co_return co_await perform(flow, effect, Text::tr("commit on %1 of %2").arg(order->branch, order->url),
                               [flow, order = *order] { return commit(flow, order); });
}

Async<void> alsoRevert(FlowPtr flow)
{
    const auto reverted = flow->services.git
        ? co_await handToGit(flow)
        : Result<void>(failure(Error::Kind::Unreachable, {}, Text::tr("There is no git on this machine.")));
    if (!reverted && reverted.error().kind == Error::Kind::Cancelled) {
        co_return reverted;
    }
    if (!reverted) {
        // The rollback itself is done; that it does not last longer is no reason to call it failed.
        flow->tell(Text::tr("Git was not reverted: %1").arg(reverted.error().detail));
        flow->run->log(Text::tr("Git was not reverted: %1").arg(reverted.error().detail));
    }
    co_return {};
}

Async<void> awaitRevert(FlowPtr flow)
{
    const QString revision = commitOf(flow);
    if (const auto asked = co_await askToLook(flow); !asked) {
        co_return asked;
    }
    if (!gitops::isAutoSynced(flow->subject().application)) {
        const auto begun
            = co_await perform(flow, u"sync:"_s + flow->subject().name, Text::tr("sync of %1").arg(flow->subject().name),
                               [flow] { return syncCommit(flow); });
        if (!begun) {
            co_return begun;
        }
    }
    const auto synced = co_await gitops::awaitObject(
        flow->services.api, gitops::applicationType(), flow->application(),
        [flow, revision](const kube::Object &object) {
            flow->tell(object[u"status"][u"operationState"][u"message"].toString());
            return object.isEmpty() || gitops::isSyncedTo(object, revision);
        },
        flow->cancel());
    if (!synced) {
        co_return failure(synced);
    }
    flow->tell(Text::tr("%1 is synced to %2").arg(flow->subject().name, revision.left(8)));
    co_return {};
}

} // namespace sentinel::rollback
