// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>

namespace sentinel::sandbox {

/// The phases of a sync, in their order.
enum class SyncPhase { PreSync, Sync, PostSync, SyncFail };
[[nodiscard]] QString phaseName(SyncPhase phase);

/// What the annotations of an object say about when it is synced. Argo CD's own come first; Helm's are read where it has none.
struct HookRules
{
    bool isHook = false; ///< not part of the comparison, never pruned
    bool isLeftOut = false; ///< never created: hooks Argo CD does not run (tests, rollbacks, deletions) and "Skip"
    QList<SyncPhase> phases; ///< of a hook
    int wave = 0;
    bool deleteWhenSucceeded = false;
    bool deleteWhenFailed = false;
    bool deleteBeforeCreation = true;
};
[[nodiscard]] HookRules hookRulesOf(const QJsonObject &object);

/// Where a kind stands among others of its wave: namespaces first, then what others need, custom resources last.
[[nodiscard]] int kindOrder(const QJsonObject &object);

} // namespace sentinel::sandbox
