// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Timeline.h"

#include "core/gitops/Hooks.h"
#include "core/gitops/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

StageState stateOf(const SyncedResource &resource, bool isOver)
{
    if (resource.status == u"SyncFailed" || resource.hookPhase == u"Failed" || resource.hookPhase == u"Error") {
        return StageState::Failed;
    }
    if (resource.hookPhase == u"Running" || resource.hookPhase == u"Terminating") {
        // An object that is applied has the phase Running too until its wave is healthy.
        return isOver ? (resource.hookType.isEmpty() ? StageState::Done : StageState::Failed) : StageState::Running;
    }
    if (resource.hookPhase == u"Succeeded" || !resource.status.isEmpty()) {
        return StageState::Done;
    }
    return StageState::Waiting;
}

StageState worse(StageState left, StageState right)
{
    const auto rank = [](StageState state) {
        switch (state) {
        case StageState::Failed:
            return 3;
        case StageState::Running:
            return 2;
        case StageState::Waiting:
            return 1;
        case StageState::Done:
            return 0;
        }
        Q_UNREACHABLE_RETURN(0);
    };
    return rank(left) >= rank(right) ? left : right;
}

} // namespace

QList<TimelineWave> timelineOf(const Application &application, const QHash<QString, int> &hookWaves)
{
    QHash<QString, int> waves = hookWaves;
    for (const ApplicationResource &resource : application.resources) {
        if (resource.wave != 0) {
            waves.insert(placeOf(resource.group, resource.kind, resource.ns, resource.name), resource.wave);
        }
    }
    QMap<std::pair<int, int>, TimelineWave> ordered;
    for (const SyncedResource &resource : application.operation.resources) {
        const QString phase = resource.syncPhase.isEmpty() ? u"Sync"_s : resource.syncPhase;
        const int wave = waves.value(placeOf(resource.group, resource.kind, resource.ns, resource.name));
        TimelineWave &stage = ordered[{phaseOrder(phase), wave}];
        stage.phase = phase;
        stage.wave = wave;
        const StageState state = stateOf(resource, application.operation.isOver());
        stage.state = stage.items.isEmpty() ? state : worse(stage.state, state);
        stage.items.append({.resource = resource, .state = state});
    }
    QList<TimelineWave> line = ordered.values();
    for (TimelineWave &stage : line) {
        std::ranges::sort(stage.items, {}, [](const TimelineItem &item) {
            return std::tuple(item.resource.kind, item.resource.ns, item.resource.name);
        });
    }
    return line;
}

} // namespace sentinel::gitops
