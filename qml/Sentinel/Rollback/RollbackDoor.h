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
    QString server{}; ///< what tells clusters apart, as the journal has it
};

using RollbackConnector = std::function<Result<RollbackDoor>(const ClusterPlace &place)>;

/// The program's own way to a cluster.
[[nodiscard]] Result<RollbackDoor> openDoor(const ClusterPlace &place);
/// Used from now on instead of the program's own.
void setRollbackConnector(RollbackConnector connector);
/// By the connector in use.
[[nodiscard]] Result<RollbackDoor> doorTo(const ClusterPlace &place);

/// What can be rolled back on a cluster, and what nobody knows because it may not be read.
struct SubjectsFound
{
    QList<rollback::Subject> subjects{}; ///< the unhealthy first, then by name
    std::optional<Error> unread{}; ///< Applications or releases that could not be asked for
};

/// Applications of Argo CD and releases of Helm. Errors: those of `Api` where neither could be read.
[[nodiscard]] Async<SubjectsFound> subjectsOn(kube::ApiPtr api, CancelToken cancel);

} // namespace sentinel::console
