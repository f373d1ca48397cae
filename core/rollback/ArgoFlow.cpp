// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Application.h"
#include "core/gitops/AutoSync.h"
#include "core/gitops/Await.h"
#include "core/gitops/Operation.h"
#include "core/rollback/ArgoPatch.h"
#include "core/rollback/Flow.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kMostTries = 8; ///< others write an Application too: its controllers, several times a second

QString doing(const FlowPtr &flow)
{
    return Text::tr("rolling %1 back").arg(flow->subject().title());
}

kube::Patch merge(const QJsonObject &patch)
{
    return {.type = kube::PatchType::Merge, .json = QJsonDocument(patch).toJson(QJsonDocument::Compact)};
}

/// The history has the older version as the newest entry, younger than this run: it was done, whoever's name is on it by now.
bool historyHasIt(const FlowPtr &flow, const kube::Object &object)
{
    const auto application = gitops::readApplication(object);
    if (!application || application->history.isEmpty() || gitops::isBusy(object)) {
        return false;
    }
    const gitops::HistoryEntry &newest = application->history.constLast();
    const QDateTime began = QDateTime::fromString(flow->begun[u"began"].toVariant().toString(), Qt::ISODate);
    return flow->run->isResumed() && newest.revisions == flow->candidate.revisions && newest.source == flow->candidate.source
        && began.isValid() && newest.ended >= began;
}

/// Sends a patch made of the Application as it is now; a field the server does not know is an error. False: somebody wrote in
/// between; look again.
[[nodiscard]] Async<bool> send(FlowPtr flow, kube::Object application, QJsonObject patch)
{
    const auto written = co_await flow->services.api->patch(gitops::applicationType(), flow->application(), merge(patch),
                                                            {.strict = true}, flow->cancel());
    if (!written) {
        co_return written.error().kind == Error::Kind::Conflict ? Result<bool>(false) : failure(written);
    }
    flow->isPaused = flow->isPaused || gitops::isAutoSynced(application);
    co_return true;
}

/// What has to be turned on again is on disk before it is turned off.
Result<void> remember(const FlowPtr &flow, const kube::Object &application)
{
    if (!gitops::isAutoSynced(application)) {
        return {};
    }
    return flow->services.pauses->note({.clusterName = flow->services.clusterName,
                                        .clusterId = flow->services.clusterId,
                                        .ns = flow->subject().ns,
                                        .name = flow->subject().name,
                                        .run = flow->run->id(),
                                        .by = flow->services.userName,
                                        .automated = application[u"spec"][u"syncPolicy"][u"automated"].toObject()});
}

Error busy(const FlowPtr &flow, const kube::Object &application)
{
    const QString by = gitops::initiatorOf(application);
    return {.kind = Error::Kind::Conflict,
            .doing = doing(flow),
            .detail
            = Text::tr("An operation of %1 runs, and Argo CD would lose ours without a word. Wait until it is over, or let it "
                       "be ended first with --end-running.")
                  .arg(by.isEmpty() ? Text::tr("somebody") : by)};
}

[[nodiscard]] Async<kube::Object> freshApplication(FlowPtr flow)
{
    co_return co_await flow->services.api->get(gitops::applicationType(), flow->application(), flow->cancel());
}

using Attempt = std::function<Async<bool>(kube::Object application)>;
/// Looks, and tries, until it is written.
[[nodiscard]] Async<QJsonObject> untilWritten(FlowPtr flow, Attempt attempt, QJsonObject facts)
{
    for (int tries = 0; tries < kMostTries; ++tries) {
        const auto application = co_await freshApplication(flow);
        if (!application) {
            co_return failure(application);
        }
        const auto written = co_await attempt(*application);
        if (!written) {
            co_return failure(written);
        }
        if (*written) {
            co_return facts;
        }
    }
    co_return failure(Error::Kind::Conflict, doing(flow),
                      Text::tr("Others kept writing to the Application; try again when they are done."));
}

[[nodiscard]] Async<bool> pauseNow(FlowPtr flow, kube::Object application)
{
    if (!gitops::isAutoSynced(application)) {
        co_return true;
    }
    if (const auto noted = remember(flow, application); !noted) {
        co_return failure(noted);
    }
    co_return co_await send(flow, application, pauseOnlyPatch(application, flow->pauseWay));
}

[[nodiscard]] Async<bool> endRunning(FlowPtr flow, kube::Object application)
{
    if (!gitops::isBusy(application) || gitops::isOurs(application, flow->run->id())) {
        co_return true;
    }
    const auto written = co_await flow->services.api->patch(gitops::applicationType(), flow->application(),
                                                            merge(gitops::terminatePatch(application)), {}, flow->cancel());
    if (!written) {
        co_return written.error().kind == Error::Kind::Conflict ? Result<bool>(false) : failure(written);
    }
    co_return true;
}

/// Waits for the operation that was told to end.
[[nodiscard]] Async<void> awaitEnd(FlowPtr flow)
{
    flow->tell(Text::tr("waits for the operation to end"));
    const auto free = co_await gitops::awaitObject(
        flow->services.api, gitops::applicationType(), flow->application(),
        [run = flow->run->id()](const kube::Object &object) {
            return object.isEmpty() || !gitops::isBusy(object) || gitops::isOurs(object, run);
        },
        flow->cancel());
    co_return free ? Result<void>() : failure(free);
}

[[nodiscard]] Async<bool> startOperation(FlowPtr flow, kube::Object application)
{
    if (gitops::isOurs(application, flow->run->id()) || historyHasIt(flow, application)) {
        co_return true;
    }
    if (gitops::isBusy(application)) {
        co_return failure(busy(flow, application));
    }
    if (flow->candidate.id.isEmpty()) {
        co_return failure(Error::Kind::NotFound, doing(flow),
                          Text::tr("The version to go back to has left the history of the Application meanwhile."));
    }
    if (const auto noted = remember(flow, application); !noted) {
        co_return failure(noted);
    }
    const PatchWords words{.run = flow->run->id(), .userName = flow->services.userName, .pause = flow->pauseWay};
    co_return co_await send(flow, application, rollbackPatch(application, flow->candidate, flow->request.choice, words));
}

/// Tells the owner to leave the pause alone.
[[nodiscard]] Async<QJsonObject> addPointer(FlowPtr flow)
{
    for (int tries = 0; tries < kMostTries; ++tries) {
        const auto application = co_await freshApplication(flow);
        if (!application) {
            co_return failure(application);
        }
        const auto owner = co_await gitops::ownerOf(flow->services.api, *application, flow->pauseWay, flow->cancel());
        if (!owner) {
            co_return failure(owner);
        }
        QJsonObject patch = gitops::pointerPatch(*owner, flow->subject().name, flow->pauseWay);
        if (patch.isEmpty()) {
            co_return QJsonObject();
        }
        patch.insert(u"metadata"_s, QJsonObject{{u"resourceVersion"_s, owner->object[u"metadata"][u"resourceVersion"]}});
        const bool isSet = owner->kind == gitops::ApplicationOwner::Kind::ApplicationSet;
        kube::ResourceType type = gitops::applicationType();
        if (isSet) {
            type.kind = u"ApplicationSet"_s;
            type.plural = u"applicationsets"_s;
        }
        const auto written
            = co_await flow->services.api->patch(type, {.ns = owner->ns, .name = owner->name}, merge(patch), {}, flow->cancel());
        if (written) {
            co_return QJsonObject();
        }
        if (written.error().kind != Error::Kind::Conflict) {
            co_return failure(written);
        }
    }
    co_return failure(Error::Kind::Conflict, doing(flow),
                      Text::tr("Others kept writing to the owner of the Application; try again."));
}

/// What this Argo CD knows: as the checks found, else asked again.
[[nodiscard]] Async<void> learnPauseWay(FlowPtr flow)
{
    if (flow->verdict) {
        flow->pauseWay = flow->verdict->pauseWay;
        co_return {};
    }
    const auto way = co_await gitops::pauseWay(flow->services.api, flow->cancel());
    if (!way) {
        co_return failure(way);
    }
    flow->pauseWay = *way;
    co_return {};
}

/// An operation is in the way: auto-sync is paused first, or the controller would begin the next one at once.
[[nodiscard]] Async<void> clearWay(FlowPtr flow)
{
    const QString name = flow->subject().name;
    const auto application = co_await freshApplication(flow);
    if (!application) {
        co_return failure(application);
    }
    if (!gitops::isBusy(*application) || gitops::isOurs(*application, flow->run->id())) {
        co_return {};
    }
    const auto paused = co_await perform(flow, u"pause:"_s + name, Text::tr("auto-sync of %1 is paused").arg(name), [flow] {
        return untilWritten(flow, [flow](const kube::Object &seen) { return pauseNow(flow, seen); }, {});
    });
    if (!paused) {
        co_return paused;
    }
    const auto ended = co_await perform(flow, u"terminate:"_s + name, Text::tr("the operation that runs is ended"), [flow] {
        return untilWritten(flow, [flow](const kube::Object &seen) { return endRunning(flow, seen); }, {});
    });
    co_return ended ? co_await awaitEnd(flow) : ended;
}

bool isOver(const kube::Object &application, const QString &run)
{
    return application.isEmpty() || !gitops::isBusy(application) || !gitops::isOurs(application, run);
}

} // namespace

Async<void> handToArgo(FlowPtr flow)
{
    const QString name = flow->subject().name;
    const QString effect = u"operation:"_s + name;
    flow->isPaused = flow->record->isDone(effect) || flow->record->isDone(u"pause:"_s + name);
    if (const auto learned = co_await learnPauseWay(flow); !learned) {
        co_return learned;
    }
    if (flow->request.choice.addPointer) {
        const auto taught
            = co_await perform(flow, u"pointer:"_s + name, Text::tr("the owner of %1 leaves its auto-sync alone").arg(name),
                               [flow] { return addPointer(flow); });
        if (!taught) {
            co_return taught;
        }
    }
    if (flow->request.choice.endRunning && !flow->record->isDone(effect)) {
        if (const auto cleared = co_await clearWay(flow); !cleared) {
            co_return cleared;
        }
    }
    const QString what = flow->request.choice.withHooks ? Text::tr("rollback of %1, with hooks").arg(name)
                                                        : Text::tr("rollback of %1").arg(name);
    co_return co_await perform(flow, effect, what, [flow] {
        return untilWritten(flow, [flow](const kube::Object &seen) { return startOperation(flow, seen); },
                            {{u"revision"_s, flow->candidate.revision}});
    });
}

Async<void> awaitOperation(FlowPtr flow)
{
    const QString run = flow->run->id();
    const auto over = co_await gitops::awaitObject(
        flow->services.api, gitops::applicationType(), flow->application(),
        [flow, run](const kube::Object &object) {
            const QString message = object[u"status"][u"operationState"][u"message"].toString();
            if (gitops::isOurs(object, run) && !message.isEmpty()) {
                flow->tell(message);
            }
            return isOver(object, run);
        },
        flow->cancel());
    if (!over) {
        co_return failure(over);
    }
    if (!gitops::isOurs(*over, run) && !historyHasIt(flow, *over)) {
        co_return failure(Error::Kind::Conflict, doing(flow),
                          Text::tr("Somebody else's operation took the place of ours. Look at the Application and try again."));
    }
    const QJsonValue state = (*over)[u"status"][u"operationState"];
    if (gitops::isOurs(*over, run) && state[u"phase"].toString() != u"Succeeded") {
        if (state[u"syncResult"][u"resources"].toArray().isEmpty()) { // it has not even begun
            const auto kept = co_await bringKept(flow);
            if (!kept || *kept) {
                co_return kept ? Result<void>() : failure(kept);
            }
        }
        flow->hopeless = true;
        const QString message = state[u"message"].toString();
        co_return failure(Error::Kind::Invalid, doing(flow),
                          message.contains(u"ComparisonError") ? Text::tr("Argo CD cannot read that version: %1").arg(message)
                                                               : Text::tr("Argo CD did not get there: %1").arg(message));
    }
    flow->tell(Text::tr("%1 is at %2").arg(flow->subject().name, flow->candidate.revision.left(8)));
    co_return {};
}

} // namespace sentinel::rollback
