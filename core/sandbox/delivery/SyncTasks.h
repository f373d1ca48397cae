// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/delivery/Comparison.h"

namespace sentinel::sandbox {

/// What an operation asks for, beside the revision.
struct SyncRequest
{
    bool prune = false;
    bool dryRun = false;
    bool skipsHooks = false; ///< apply strategy, or only some objects
    QJsonArray only{}; ///< group, kind, name, namespace; empty: everything
    QStringList options{}; ///< "ServerSideApply=true"

    [[nodiscard]] bool has(QLatin1StringView option) const { return options.contains(option); }
    [[nodiscard]] QString valueOf(QLatin1StringView option) const; ///< "PrunePropagationPolicy" → "background"
};
[[nodiscard]] SyncRequest syncRequestOf(const QJsonObject &operation);

/// One thing a sync does: applies an object, runs a hook, removes an object.
struct SyncTask
{
    enum class State { Pending, Running, Succeeded, Failed };
    QJsonObject object; ///< the target; of a removal: what lives
    ObjectPlace place;
    HookRules rules{};
    SyncPhase phase = SyncPhase::Sync;
    int wave = 0;
    bool isHook = false;
    bool isPrune = false;
    State state = State::Pending;
    bool isCreated = false; ///< of a hook: its predecessor is gone and this one is there
    QString status{}; ///< "Synced", "SyncFailed", "Pruned", "PruneSkipped"
    QString message{};
};

/// In the order they run: phase, wave, removals first, kind, name.
[[nodiscard]] QList<SyncTask> syncTasks(const TargetState &target, const Comparison &comparison, const SyncRequest &request,
                                        const QDateTime &startedAt);

/// As `syncResult.resources` has it.
[[nodiscard]] QJsonObject syncedResource(const SyncTask &task);

} // namespace sentinel::sandbox
