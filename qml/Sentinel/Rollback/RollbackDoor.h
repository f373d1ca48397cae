// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Services.h"
#include "qml/Sentinel/Rows/ClusterPlace.h"

namespace sentinel::console {

/// A cluster as rollbacks work with it.
struct RollbackDoor
{
    kube::ApiPtr api;
    std::function<Async<rollback::Services>(rollback::Subject subject, CancelToken cancel)> services;
    QString context{};
};

using RollbackConnector = std::function<Result<RollbackDoor>(const ClusterPlace &place)>;

/// The program's own way to a cluster.
[[nodiscard]] Result<RollbackDoor> openDoor(const ClusterPlace &place);

/// What can be rolled back there: Applications of Argo CD and releases of Helm; what may not be read is left out. Ordered by
/// name.
[[nodiscard]] Async<QList<rollback::Subject>> subjectsOn(kube::ApiPtr api, CancelToken cancel);

} // namespace sentinel::console
