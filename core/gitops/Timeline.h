// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/Application.h"

namespace sentinel::gitops {

/// How far a part of a sync has come.
enum class StageState { Waiting, Running, Done, Failed };

struct TimelineItem
{
    SyncedResource resource;
    StageState state = StageState::Waiting;
};

/// What is synced at the same time: a wave of a phase.
struct TimelineWave
{
    QString phase; ///< "PreSync", "Sync", "PostSync", "SyncFail"
    int wave = 0;
    StageState state = StageState::Waiting;
    QList<TimelineItem> items;
};

/// The present or last operation in the order in which Argo CD goes through it: phases, then waves, then kind and name. Waves of
/// hooks are those of `hookWaves` ("batch/Job/shop/migrate"), since the object does not tell them.
[[nodiscard]] QList<TimelineWave> timelineOf(const Application &application, const QHash<QString, int> &hookWaves = {});

} // namespace sentinel::gitops
