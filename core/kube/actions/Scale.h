// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

namespace sentinel::kube {

/// How many of a workload are wanted and how many there are: the `scale` subresource, which custom resources have too.
struct Scale
{
    int wanted = 0;
    int current = 0;
    QString selector{}; ///< of its pods, as lists take it
    QString resourceVersion{};
};

/// Errors: those of Api; Unsupported when the kind cannot be scaled.
[[nodiscard]] Async<Scale> readScale(ApiPtr api, ResourceType type, ObjectName name, CancelToken cancel);

/// Only when `expected` (a number of replicas) is still what is wanted there; -1: whatever it is now. Invalid: less than 0.
/// Conflict: it is another number by now, said with it.
[[nodiscard]] Async<Written> scaleTo(ApiPtr api, ResourceType type, ObjectName name, int replicas, int expected,
                                     WriteOptions options, CancelToken cancel);

} // namespace sentinel::kube
