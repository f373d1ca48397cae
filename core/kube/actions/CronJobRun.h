// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

namespace sentinel::kube {

/// The Job that `kubectl create job NAME --from=cronjob/…` makes: the template's labels, annotations and spec, marked as started
/// by hand, owned by the CronJob so that it counts in its history and goes with it.
[[nodiscard]] Object jobOfCronJob(const Object &cronJob, const QString &name);

/// A name for one: the CronJob's, shortened where it must be, and `tail` (letters, digits): "backup-manual-3f9c". At most 63.
[[nodiscard]] QString nameOfRun(const QString &cronJob, const QString &tail);

/// Starts it now, a suspended one too. Errors: those of Api; Conflict: there is a Job of that name.
[[nodiscard]] Async<Written> runCronJob(ApiPtr api, ObjectName cronJob, QString jobName, WriteOptions options,
                                        CancelToken cancel);

} // namespace sentinel::kube
