// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/HookWaves.h"

#include "core/gitops/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

/// What the operation was asked for; a rollback has sources of its own.
DesiredRequest requestOf(DesiredRequest base, const Application &application)
{
    const QJsonValue sync = application.operation.request[u"sync"];
    base.sources.clear();
    const QJsonArray several = sync[u"sources"].toArray();
    for (const QJsonValue &source : several) {
        base.sources.append(source.toObject());
    }
    if (base.sources.isEmpty() && sync[u"source"].isObject()) {
        base.sources.append(sync[u"source"].toObject());
    }
    base.revisions = application.operation.revisions;
    base.tracking = Tracking::None;
    return base;
}

} // namespace

bool hasHooks(const Application &application)
{
    return std::ranges::any_of(application.operation.resources,
                               [](const SyncedResource &resource) { return !resource.hookType.isEmpty(); });
}

Async<QHash<QString, int>> hookWaves(DesiredRequest base, SourceServices services, CancelToken cancel)
{
    const auto application = readApplication(base.application);
    if (!application) {
        co_return failure(application);
    }
    const auto state = co_await desiredState(requestOf(base, *application), services, cancel);
    if (!state) {
        co_return failure(state);
    }
    QHash<QString, int> waves;
    for (const DesiredObject &object : state->objects) {
        if (object.isHook()) {
            waves.insert(placeOf(object.object), object.hook.wave);
        }
    }
    co_return waves;
}

} // namespace sentinel::gitops
