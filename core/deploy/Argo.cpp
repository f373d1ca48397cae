// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Flow.h"
#include "core/gitops/Await.h"
#include "core/gitops/Operation.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <optional>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kMostTries = 8; ///< others write an Application too: its controllers, several times a second

using gitops::awaitObject;
using gitops::initiatorOf;
using gitops::isBusy;
using gitops::isOurs;
using gitops::isSyncedTo;

const QString kPush = u"push"_s;

QString syncEffect(const QString &application)
{
    return u"sync:"_s + application;
}

QString revisionOf(const FlowPtr &flow)
{
    return flow->record->facts(kPush)[u"revision"].toString();
}

Result<kube::ResourceType> applicationType(const FlowPtr &flow)
{
    return typeOf(flow, {{u"apiVersion"_s, u"argoproj.io/v1alpha1"_s}, {u"kind"_s, u"Application"_s}});
}

[[nodiscard]] Async<QJsonObject> push(FlowPtr flow)
{
    const Package &package = flow->package;
    const auto pushed = co_await flow->services.git->push(package.folder, package.repository, package.branch, flow->cancel());
    if (!pushed) {
        co_return failure(pushed);
    }
    co_return QJsonObject{{u"url"_s, pushed->url}, {u"revision"_s, pushed->revision}, {u"changed"_s, pushed->changed}};
}

const QString kBefore = u"before"_s; ///< when the operation began that was the last one before ours

QString lastBegan(const kube::Object &application)
{
    return application[u"status"][u"operationState"][u"startedAt"].toString();
}

/// One look and, when nothing runs, one try to start ours. Its facts once it is started or not needed.
[[nodiscard]] Async<std::optional<QJsonObject>> tryToSync(FlowPtr flow, kube::ResourceType type, kube::ObjectName name)
{
    const kube::ApiPtr api = flow->services.api;
    flow->tell(Text::tr("waits for Argo CD to make the Application %1").arg(name.name));
    const auto there
        = co_await awaitObject(api, type, name, [](const kube::Object &object) { return !object.isEmpty(); }, flow->cancel());
    if (!there) {
        co_return failure(there);
    }
    if (isOurs(*there, flow->run->id()) || (!isBusy(*there) && isSyncedTo(*there, revisionOf(flow)))) {
        co_return QJsonObject();
    }
    if (isBusy(*there)) {
        flow->tell(Text::tr("waits for an operation of %1 to end").arg(initiatorOf(*there)));
        const auto free
            = co_await awaitObject(api, type, name, [](const kube::Object &object) { return !isBusy(object); }, flow->cancel());
        if (!free) {
            co_return failure(free);
        }
        co_return std::nullopt;
    }
    const QJsonObject patch
        = gitops::syncPatch(*there, {.revisions = {revisionOf(flow)}, .prune = true}, flow->run->id(), flow->services.userName);
    const auto written = co_await api->patch(type, name, kube::PatchType::Merge,
                                             QJsonDocument(patch).toJson(QJsonDocument::Compact), {}, flow->cancel());
    if (!written) {
        // Somebody wrote in between: look again.
        if (written.error().kind != Error::Kind::Conflict) {
            co_return failure(written);
        }
        co_return std::nullopt;
    }
    co_return QJsonObject{{kBefore, lastBegan(*there)}};
}

[[nodiscard]] Async<QJsonObject> startSync(FlowPtr flow, kube::ResourceType type, kube::ObjectName name)
{
    for (int tries = 0; tries < kMostTries; ++tries) {
        const auto started = co_await tryToSync(flow, type, name);
        if (!started) {
            co_return failure(started);
        }
        if (*started) {
            co_return **started;
        }
    }
    co_return failure(Error::Kind::Conflict, Text::tr("starting the sync of %1").arg(name.name),
                      Text::tr("Others kept writing to the Application or syncing it; try again when they are done."));
}

QString replacedBy(const kube::Object &application)
{
    if (application.isEmpty()) {
        return Text::tr("The Application was removed meanwhile. Deploy again if this version is still wanted.");
    }
    const QString who = initiatorOf(application);
    return who.isEmpty()
        ? Text::tr("Another operation took the place of ours. Deploy again if this version is still wanted.")
        : Text::tr("An operation of %1 took the place of ours. Deploy again if this version is still wanted.").arg(who);
}

/// What the sync of an Application is waited for by.
struct Awaited
{
    QString run;
    QString revision;
    QJsonValue before; ///< undefined where ours was never started, or by a version that did not write it down
};

/// Somebody ended ours, or wrote theirs after it: Argo CD remembers only the last operation, so ours never comes to an end. One
/// to the same commit does the work of ours.
bool isReplaced(const kube::Object &application, const Awaited &awaited)
{
    if (isOurs(application, awaited.run)) {
        return false;
    }
    const QJsonValue state = application[u"status"][u"operationState"];
    const QJsonValue operation = application[u"operation"].isObject() ? application[u"operation"] : state[u"operation"];
    if (isBusy(application)) {
        return operation[u"sync"][u"revision"].toString() != awaited.revision;
    }
    return awaited.before.isString() && !lastBegan(application).isEmpty() && lastBegan(application) != awaited.before.toString();
}

bool isOver(const kube::Object &application, const Awaited &awaited)
{
    return application.isEmpty()
        || (!isBusy(application) && (isOurs(application, awaited.run) || isSyncedTo(application, awaited.revision)))
        || isReplaced(application, awaited);
}

[[nodiscard]] Async<void> awaitSync(FlowPtr flow, kube::ResourceType type, kube::ObjectName name)
{
    const Awaited awaited{
        .run = flow->run->id(), .revision = revisionOf(flow), .before = flow->record->facts(syncEffect(name.name))[kBefore]};
    const auto over = co_await awaitObject(
        flow->services.api, type, name, [awaited](const kube::Object &object) { return isOver(object, awaited); },
        flow->cancel());
    if (!over) {
        co_return failure(over);
    }
    const QJsonValue state = (*over)[u"status"][u"operationState"];
    const QString phase = state[u"phase"].toString();
    if (over->isEmpty() || (!isOurs(*over, awaited.run) && (isBusy(*over) || !isSyncedTo(*over, awaited.revision)))) {
        // Gone on with, this run would wait for an end that never comes; who still wants the version deploys it anew.
        flow->hopeless = true;
        co_return failure(Error::Kind::Conflict, Text::tr("syncing %1").arg(name.name), replacedBy(*over));
    }
    if (isOurs(*over, awaited.run) && phase != u"Succeeded") {
        flow->hopeless = true;
        co_return failure(Error::Kind::Invalid, Text::tr("syncing %1").arg(name.name), state[u"message"].toString());
    }
    flow->tell(Text::tr("%1 is synced to %2").arg(name.name, revisionOf(flow).first(8)));
    co_return {};
}

[[nodiscard]] Async<void> sync(FlowPtr flow, QString application)
{
    const auto type = applicationType(flow);
    if (!type) {
        co_return failure(type);
    }
    if (flow->request.dryRun) {
        flow->run->addPlanned(Text::tr("sync the Application %1 and wait until it is healthy").arg(application));
        co_return {};
    }
    const kube::ObjectName name{.ns = flow->package.argoNamespace, .name = application};
    const auto started = co_await perform(flow, syncEffect(application), Text::tr("sync of %1").arg(application),
                                          [flow, type = *type, name] { return startSync(flow, type, name); });
    if (!started) {
        co_return started;
    }
    co_return co_await awaitSync(flow, *type, name);
}

} // namespace

Async<void> pushBundle(FlowPtr flow)
{
    const Package &package = flow->package;
    if (flow->request.dryRun) {
        flow->run->addPlanned(Text::tr("push the bundle to %1, branch %2").arg(package.repository, package.branch));
        co_return {};
    }
    co_return co_await perform(flow, kPush, Text::tr("push to %1, branch %2").arg(package.repository, package.branch),
                               [flow] { return push(flow); });
}

Async<void> applyProject(FlowPtr flow)
{
    co_return co_await applyObjects(flow, flow->package.projects + flow->package.applicationSets.first(1));
}

Async<void> syncPlatform(FlowPtr flow)
{
    if (!flow->request.dryRun) {
        observe(flow);
    }
    co_return co_await sync(flow, flow->package.platformApplication());
}

Async<void> syncApplication(FlowPtr flow)
{
    const auto applied = co_await applyObjects(flow, flow->package.applicationSets.sliced(1));
    if (!applied) {
        co_return applied;
    }
    co_return co_await sync(flow, flow->package.application());
}

} // namespace sentinel::deploy
