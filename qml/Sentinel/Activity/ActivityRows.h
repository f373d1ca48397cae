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
/// No work, but what a rollback leaves to be remembered: open until auto-sync is on again.
[[nodiscard]] bool isReminder(const journal::Operation &operation);
/// A rehearsal cluster ends with the program that started it, and what was in it is gone.
[[nodiscard]] bool isGone(const journal::Operation &operation, const QDateTime &rehearsalSince);
[[nodiscard]] Standing standingOf(const journal::Operation &operation, Work work);

[[nodiscard]] QString placeText(const journal::Scope &scope); ///< "prod on eu-1"
[[nodiscard]] QString momentText(const QDateTime &moment);
[[nodiscard]] RowsModel::Row operationRow(const journal::Operation &operation, Work work);
[[nodiscard]] QList<RowsModel::Row> stepRows(const QList<OperationStep> &steps);
/// What the operation brought to a cluster, as the rollback sheet asks for it: {subject, via, server}; empty: nothing that could
/// be rolled back.
[[nodiscard]] QVariantMap rollBackOf(const journal::Operation &operation, const journal::Facts &begun);
/// What was written down, in order, in words.
[[nodiscard]] QList<RowsModel::Row> recordRows(const QList<journal::Record> &records);

} // namespace sentinel::console
