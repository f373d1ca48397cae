// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

namespace sentinel::kube {

/// Which run of a container a pod shows, as its log needs it.
struct ContainerRun
{
    QString podUid{};
    QString container{};
    int restarts = 0;
    qint64 startedAt = 0; ///< nanoseconds since 1970, whole seconds; 0: not known
    bool isRunning = false;
    bool isOver = false; ///< ended, and will not be started again
    bool isKnown = false; ///< false: the pod could not be read, or has no such container
};

/// Of the container of that name; empty: the one `kubectl.kubernetes.io/default-container` names, else the first.
[[nodiscard]] ContainerRun containerRun(const Object &pod, const QString &container);

/// Every container of a pod in the order of its life: initial ones, those of its work, ephemeral ones.
[[nodiscard]] QStringList containersOf(const Object &pod);

} // namespace sentinel::kube
