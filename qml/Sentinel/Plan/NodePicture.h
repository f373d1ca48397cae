// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Language.h"
#include "core/sizing/Placement.h"
#include "qml/Sentinel/Rows/RowsModel.h"

namespace sentinel::console {

/// Which resource the height of a block stands for.
enum class Measure { Cpu, Memory };

/// The resource that fills the nodes more: the one worth drawing.
[[nodiscard]] Measure tighterMeasure(const sizing::Placement &placement);

/// A component's name as people write it: "PostgreSQL" for "postgresql".
[[nodiscard]] QString componentLabel(const QString &component);

[[nodiscard]] QByteArrayList nodeRoles();
/// One row a node of `whole`, in its order, with the blocks that stand on it in `now`. Pods of one component are one block; what
/// is too small to be read is gathered in one. `now` is `whole` itself, or what is left after a node was lost.
[[nodiscard]] QList<RowsModel::Row> nodeRows(const sizing::Placement &whole, const sizing::Placement &now, Measure measure,
                                             Language language);

} // namespace sentinel::console
