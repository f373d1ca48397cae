// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/RowLayout.h"

#include <QString>

namespace sentinel::console {

struct TableColumn
{
    kube::Field field = kube::Field::Name;
    int width = 0; ///< of the sketch's pixels; 0: what is left
    int importance = 0; ///< where the room is short, the least important go first
    bool isRight = false; ///< numbers
    bool operator==(const TableColumn &) const = default;
};

[[nodiscard]] QString columnTitle(kube::Field field);
/// The columns of a kind that fit into `width`, with the namespace where several are shown.
[[nodiscard]] QList<TableColumn> tableColumns(const kube::RowLayout &layout, bool withNamespace, int width);

} // namespace sentinel::console
