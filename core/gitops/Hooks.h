// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace sentinel::gitops {

/// What the annotations of an object say about when Argo CD syncs it. Argo CD's own come first; Helm's are read where it has
/// none.
struct HookRules
{
    bool isHook = false; ///< not part of the comparison, never pruned
    bool isLeftOut = false; ///< never created by a sync: tests, Helm's rollback and delete hooks, PreDelete and PostDelete, Skip
    QStringList phases; ///< of a hook: "PreSync", "Sync", "PostSync", "SyncFail"
    int wave = 0;
};
[[nodiscard]] HookRules hookRulesOf(const QJsonObject &object);

/// "PreSync" 0, "Sync" 1, "PostSync" 2, "SyncFail" 3; what is none of them 1.
[[nodiscard]] int phaseOrder(const QString &phase);

} // namespace sentinel::gitops
