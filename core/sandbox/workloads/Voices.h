// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/PodRun.h"

namespace sentinel::sandbox {

// What containers print: lines a reader of logs would expect of such a program at such a moment. The kind of program is read off
// the image and the command.

void sayStarted(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now);
void sayReady(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now);
void sayWaiting(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now,
                const QStringList &missing);
void sayGoesOn(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now);
void sayEnded(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now);
void sayStopped(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now);
/// Returns the last line: what also stands in the container's status.
QString sayGaveUp(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now,
                  const QStringList &missing);
QString sayDiskFull(PodLogs &logs, const QString &pod, const ContainerRun &container, const QDateTime &now);

} // namespace sentinel::sandbox
