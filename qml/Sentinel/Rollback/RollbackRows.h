// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Verdict.h"
#include "qml/Sentinel/Rows/RowsModel.h"
#include "qml/Sentinel/Rows/Tone.h"

namespace sentinel::console {

[[nodiscard]] Tone toneOf(rollback::Light light);
/// An operation of Argo CD waits or runs.
[[nodiscard]] bool isBusy(const rollback::Subject &subject);

[[nodiscard]] QByteArrayList subjectRoles(); ///< id, title, detail, tone, word
[[nodiscard]] QList<RowsModel::Row> subjectRows(const QList<rollback::Subject> &subjects);
/// "Changes 3 images, 6 objects"; empty while it was not looked at.
[[nodiscard]] QString changesWord(const rollback::Distance &distance);
[[nodiscard]] QByteArrayList candidateRoles(); ///< id, version, when, tone, word, present, chosen, changes
[[nodiscard]] QList<RowsModel::Row> candidateRows(const QList<rollback::Candidate> &candidates, const QString &chosen);
[[nodiscard]] QByteArrayList checkRoles(); ///< rule, title, tone, text, remedy
/// What is not green, the worst first; then what a person wants to read of the rest.
[[nodiscard]] QList<RowsModel::Row> checkRows(const rollback::Verdict &verdict);
[[nodiscard]] QByteArrayList lineRoles(); ///< at, kind ("head", "same", "gone", "new"), text
[[nodiscard]] QList<RowsModel::Row> lineRows(const rollback::Verdict &verdict);

} // namespace sentinel::console
