// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

namespace sentinel::kube {

/// A CronJob starts no more Jobs, or a Job's pods are taken away until it is let go on. Unsupported: another kind.
[[nodiscard]] Async<Written> setSuspended(ApiPtr api, ResourceType type, ObjectName name, bool suspended, WriteOptions options,
                                          CancelToken cancel);

/// No new pods on a node (`kubectl cordon`), or again (`uncordon`); those there stay.
[[nodiscard]] Async<Written> setSchedulable(ApiPtr api, QString node, bool schedulable, WriteOptions options, CancelToken cancel);

} // namespace sentinel::kube
