// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/World.h"

namespace sentinel::sandbox {

/// The Node of a pool as a kubelet registers it; `ordinal` counts over all pools, from 1.
[[nodiscard]] QJsonObject nodeObject(const Options &options, const Options::NodePool &pool, int ordinal);
/// The conditions of a node that answers.
[[nodiscard]] QJsonArray healthyConditions(QJsonArray present, const QDateTime &now);
/// Those of one that does not.
[[nodiscard]] QJsonArray unknownConditions(QJsonArray present, const QDateTime &now);

} // namespace sentinel::sandbox
