// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/World.h"

namespace sentinel::sandbox {

/// The ControllerRevisions of a StatefulSet or DaemonSet: one for each pod template it had, oldest first.
struct Revisions
{
    QList<QJsonObject> all;
    QString update; ///< name of the one with the present template
};

/// Makes the revision of the present template when there is none and gives it the newest number.
[[nodiscard]] Revisions syncRevisions(World &world, const QJsonObject &owner);
/// Removes the oldest that are neither in use (`live`, names) nor within `spec.revisionHistoryLimit`.
void trimRevisions(World &world, const QJsonObject &owner, const Revisions &revisions, const QStringList &live);
/// The label of pods that says which revision they are of.
inline constexpr auto kRevisionLabel = u"controller-revision-hash";

} // namespace sentinel::sandbox
