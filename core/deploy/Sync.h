// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace sentinel::deploy {

// What an Application of Argo CD says of its operations; pure.

/// An operation waits or runs: nothing may be written over it, it would be swallowed.
[[nodiscard]] bool isBusy(const QJsonObject &application);
/// The operation that waits, runs or ran last is that of this run of ours.
[[nodiscard]] bool isOurs(const QJsonObject &application, const QString &run);
/// Synced to this commit, whoever asked for it.
[[nodiscard]] bool isSyncedTo(const QJsonObject &application, const QString &revision);
/// Who asked for the operation that waits or runs.
[[nodiscard]] QString initiatorOf(const QJsonObject &application);

/// The merge patch that starts a sync, only if the object is still this one. Sync options and retries are those of the spec,
/// which Argo CD does not take over by itself; the state of the last operation goes, or the controller would resume it.
[[nodiscard]] QJsonObject syncPatch(const QJsonObject &application, const QString &revision, const QString &run,
                                    const QString &userName);

} // namespace sentinel::deploy
