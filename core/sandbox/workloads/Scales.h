// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/World.h"

namespace sentinel::sandbox {

/// How many pods whoever owns this pod wants in the end: of its ReplicaSet's Deployment, its StatefulSet; 1 for a pod of its own.
[[nodiscard]] int wantedWith(const Store &store, const QJsonObject &pod);
/// The Deployment, ReplicaSet or StatefulSet a `scaleTargetRef` names; null type when there is none.
[[nodiscard]] std::pair<const Type *, QJsonObject> scaleTarget(const Store &store, const QString &ns,
                                                               const QJsonObject &reference);

} // namespace sentinel::sandbox
