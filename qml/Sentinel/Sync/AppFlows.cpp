// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/AppFlows.h"

#include "core/base/SafeText.h"
#include "core/gitops/AutoSync.h"
#include "core/gitops/HookWaves.h"
#include "core/gitops/SyncPreview.h"
#include "core/yaml/Emit.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// What the Application is held against, and who reads its sources.
struct Desired
{
    gitops::DesiredRequest base;
    gitops::SourceServices sources;
};

[[nodiscard]] Async<Desired> desiredOf(SyncServices services, kube::Object application, CancelToken cancel)
{
    const auto base = co_await gitops::desiredBase(services.change.api, application, cancel);
    if (!base) {
        co_return failure(base);
    }
    const auto sources = co_await services.sources(cancel);
    if (!sources) {
        co_return failure(sources);
    }
    co_return Desired{.base = *base, .sources = *sources};
}

} // namespace

Async<gitops::ApplicationDifference> differenceOf(SyncServices services, kube::Object application, CancelToken cancel)
{
    const auto desired = co_await desiredOf(services, application, cancel);
    if (!desired) {
        co_return failure(desired);
    }
    co_return co_await gitops::previewSync(services.change.api, desired->base, desired->sources, false, cancel);
}

Async<Told> toldBy(SyncServices services, kube::Object object, gitops::Application application, CancelToken cancel)
{
    const auto sources = co_await services.sources(cancel);
    if (!sources) {
        co_return failure(sources);
    }
    if (!sources->server) {
        co_return failure(Error::Kind::Unsupported, {}, {});
    }
    const auto server = co_await sources->server(object, cancel);
    if (!server) {
        co_return failure(server);
    }
    const auto tree = co_await gitops::serverTree(*server, application, cancel);
    if (!tree) {
        co_return Told{.address = server->address, .problem = plainLine(tree.error().detail)};
    }
    co_return Told{.tree = *tree, .address = server->address};
}

Async<gitops::ResourceTree> treeOf(SyncServices services, QList<kube::ResourceType> types, kube::Object application,
                                   CancelToken cancel)
{
    const auto isFar = co_await gitops::runsElsewhere(services.change.api, application, services.change.cluster, cancel);
    if (!isFar) {
        co_return failure(isFar);
    }
    if (*isFar) {
        co_return gitops::distantTree(application);
    }
    co_return co_await gitops::readTree(services.change.api, application, types, services.judge, cancel);
}

Async<QHash<QString, int>> wavesOf(SyncServices services, kube::Object application, CancelToken cancel)
{
    const auto desired = co_await desiredOf(services, application, cancel);
    if (!desired) {
        co_return failure(desired);
    }
    co_return co_await gitops::hookWaves(desired->base, desired->sources, cancel);
}

Async<QList<gitops::HistoryStory>> storiesOf(SyncServices services, kube::Object application, CancelToken cancel)
{
    const auto desired = co_await desiredOf(services, application, cancel);
    if (!desired) {
        co_return failure(desired);
    }
    co_return co_await gitops::historyStories(application, desired->base, desired->sources, cancel);
}

Async<Switched> switchAutoSync(SyncServices services, kube::Object application, kube::ObjectName name, bool on, bool teaches,
                               CancelToken cancel)
{
    const auto cluster = co_await gitops::pauseWay(services.change.api, cancel);
    if (!cluster) {
        co_return failure(cluster);
    }
    const gitops::PauseWay way = gitops::wayWritten(application, on, {}, *cluster);
    const auto owner = co_await gitops::ownerOf(services.change.api, application, way, cancel);
    if (!owner) {
        co_return failure(owner);
    }
    if (owner->sticks != gitops::ApplicationOwner::Sticks::Yes && teaches && owner->canBeTaught()) {
        const auto taught = co_await gitops::teachOwner(*owner, name.name, way, services.change, cancel);
        if (!taught) {
            co_return failure(taught);
        }
    } else if (owner->sticks == gitops::ApplicationOwner::Sticks::No) {
        co_return Switched{.sentence = plainLine(owner->sentence),
                           .patch = owner->canBeTaught() ? gitops::pointerPatch(*owner, name.name, way) : QJsonObject()};
    }
    const auto done = co_await gitops::setAutoSync(name, on, {}, services.change, cancel);
    if (!done) {
        co_return failure(done);
    }
    co_return Switched{.isDone = true};
}

} // namespace sentinel::console
