// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>

namespace sentinel::sandbox {

/// Which sync windows concern an Application.
struct WindowSubject
{
    QString name;
    QString ns; ///< of its destination
    QString cluster; ///< server or name of its destination
};

/// Why `project` (an AppProject) does not let this Application be synced now; empty when it does. Windows: `allow` (outside of
/// all that match: no) and `deny`; `manual` syncs pass those with `manualSync`.
[[nodiscard]] QString windowInTheWay(const QJsonObject &project, const WindowSubject &subject, bool manual, const QDateTime &now);

/// Whether a window of that cron schedule and length, in that zone, is open at `now`. A schedule that cannot be read is never
/// open.
[[nodiscard]] bool isWindowOpen(const QString &schedule, qint64 minutes, const QString &timeZone, const QDateTime &now);

} // namespace sentinel::sandbox
