// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

#include <QDateTime>

namespace sentinel::kube {

/// A new rollout of a Deployment, StatefulSet or DaemonSet with nothing changed, as `kubectl rollout restart` asks for it: the
/// annotation `kubectl.kubernetes.io/restartedAt` of its pod template. Whoever holds the object to a repository sees a
/// difference. Errors: those of Api; Conflict: the Deployment is paused; Unsupported: another kind.
[[nodiscard]] Async<Written> restart(ApiPtr api, ResourceType type, ObjectName name, QDateTime now, WriteOptions options,
                                     CancelToken cancel);

/// Holds a Deployment's rollout, or lets it go on. Unsupported: another kind.
[[nodiscard]] Async<Written> setPaused(ApiPtr api, ResourceType type, ObjectName name, bool paused, WriteOptions options,
                                       CancelToken cancel);

} // namespace sentinel::kube
