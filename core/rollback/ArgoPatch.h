// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Evidence.h"

namespace sentinel::rollback {

// What is written to an Application; pure. Auto-sync is paused and the operation is set in one patch: two would leave a moment in
// which the controller brings the newer version back.

struct PatchWords
{
    QString run; ///< names the operation, so that it is known again
    QString userName;
    gitops::PauseWay pause = gitops::PauseWay::Switch;
};
/// Merge patch: pause, where auto-sync is on, and operation at once, only if the object is still this one.
[[nodiscard]] QJsonObject rollbackPatch(const QJsonObject &application, const Candidate &candidate, const Choice &choice,
                                        const PatchWords &words);
/// The pause alone, for when an operation has to be ended first.
[[nodiscard]] QJsonObject pauseOnlyPatch(const QJsonObject &application, gitops::PauseWay way);
/// Gives auto-sync back exactly as `automated` was before.
[[nodiscard]] QJsonObject restorePatch(const QJsonObject &application, const QJsonObject &automated);

} // namespace sentinel::rollback
