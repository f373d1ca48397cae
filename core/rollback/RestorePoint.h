// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Evidence.h"

namespace sentinel::rollback {

/// Something data can be restored from.
struct RestorePoint
{
    QString kind; ///< "VolumeSnapshot", "Job"
    QString name;
    QDateTime at{}; ///< what it holds is of this time
    QString command{}; ///< how to get at it, for a shell; names are those Kubernetes allows
    bool operator==(const RestorePoint &) const = default;
};

/// Those the cluster tells of, the newest first. What keeps a list of its own elsewhere is not among them.
[[nodiscard]] QList<RestorePoint> restorePointsIn(const Evidence &evidence);

/// The newest from before the version that runs now came: data as the older version left it. Nothing when there is none, or when
/// it is not known since when that version runs.
[[nodiscard]] std::optional<RestorePoint> restorePointBefore(const Evidence &evidence);

/// Where pgBackRest keeps the database's own list: the command that prints it; empty where no pod here has it.
[[nodiscard]] QString archiveCommand(const Evidence &evidence);

} // namespace sentinel::rollback
