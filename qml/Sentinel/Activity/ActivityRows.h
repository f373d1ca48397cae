// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/OperationRun.h"
#include "core/journal/Operation.h"
#include "qml/Sentinel/Rows/RowsModel.h"
#include "qml/Sentinel/Rows/Tone.h"

namespace sentinel::console {

/// How an operation stands; one without an outcome is under way only while a program holds its claim.
struct Standing
{
    Tone tone = Tone::Unknown;
    QString word;
};
/// Who works on an operation now.
enum class Work {
    UnderWay,
    Nobody,
    Gone, ///< nobody can: its cluster does not exist any more
};
[[nodiscard]] Standing standingOf(const journal::Operation &operation, Work work);

[[nodiscard]] RowsModel::Row operationRow(const journal::Operation &operation, Work work);
[[nodiscard]] QList<RowsModel::Row> stepRows(const QList<OperationStep> &steps);
/// What was written down, in order, in words.
[[nodiscard]] QList<RowsModel::Row> recordRows(const QList<journal::Record> &records);

} // namespace sentinel::console
