// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <optional>

namespace sentinel::sandbox {

// `status.operationState` and what follows from it, as values.

[[nodiscard]] QJsonObject operationStateOf(const QJsonObject &application);
[[nodiscard]] bool isOngoing(const QJsonObject &operationState); ///< Running or Terminating

/// Begun just now for `operation`.
[[nodiscard]] QJsonObject begunState(const QJsonObject &operation, const QDateTime &now);

/// After a failed attempt: the state that waits to try again, or nothing when the operation may not.
[[nodiscard]] std::optional<QJsonObject> retriedState(QJsonObject state, const QString &message, const QDateTime &now);
/// When a waiting state tries again; invalid when it does not wait.
[[nodiscard]] QDateTime retryTime(const QJsonObject &state);

/// "15s", "5m", or a bare number of seconds, as `retry.backoff` has them.
[[nodiscard]] Duration backoffDuration(const QString &text, Duration fallback);

/// Puts a finished deployment at the end of `status.history`, which keeps the newest `limit`.
[[nodiscard]] QJsonArray withHistoryEntry(QJsonArray history, QJsonObject entry, int limit);

/// The operation automatic sync would ask for now; nothing when it has no reason to. `why` tells what stands against it.
struct AutoSync
{
    std::optional<QJsonObject> operation;
    QString problem{}; ///< for the condition SyncError
    std::optional<Duration> lookAgain{};
};
struct AutoSyncQuestion
{
    QJsonObject application;
    QString revision; ///< of the present target
    bool isInSync = false;
    bool needsOnlyPruning = false;
    bool targetIsEmpty = false;
    bool hasLiveObjects = false;
    QJsonArray outOfSync; ///< group, kind, namespace, name
    QDateTime now;
};
[[nodiscard]] AutoSync autoSync(const AutoSyncQuestion &question);

} // namespace sentinel::sandbox
