// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Language.h"
#include "qml/Sentinel/Rows/RowsModel.h"

namespace sentinel::console {

[[nodiscard]] QByteArrayList profileRoles();
/// The profiles a plan can begin from, each with what it answers to the questions that decide most, and what that needs.
[[nodiscard]] QList<RowsModel::Row> profileRows(Language language);

} // namespace sentinel::console
