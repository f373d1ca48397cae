// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/InstallPlan.h"
#include "qml/Sentinel/Plan/GroupItems.h"
#include "qml/Sentinel/Rows/RowsModel.h"

#include <QHash>

namespace sentinel::console {

/// What stands in a field while it is not (or not yet) an answer of the plan.
struct Typed
{
    QString text;
    QString problem; ///< why it is no answer; empty: it is one, written as the person likes
};

/// Everything a page of questions is worked out from.
struct QuestionView
{
    const plan::Answers &answers;
    const Findings &findings; ///< of the whole plan
    const QHash<QString, Typed> &typed; ///< by question key
    const QHash<QString, GroupTexts> &groups; ///< groups with items that are not complete
    QString environment; ///< whose answers are edited; empty: those of all environments
    Language language = Language::English;
};

enum class Depth { Usual, Advanced };

[[nodiscard]] QByteArrayList questionRoles();
/// The questions of a step that apply, in the order of the wizard; a row of control "heading" opens each section.
[[nodiscard]] QList<RowsModel::Row> questionRows(const QuestionView &view, const QString &step, Depth depth);

/// "segments", "menu", "many", "switch", "number", "secret", "group" or "text": which control asks the question.
[[nodiscard]] QString controlOf(const plan::Question &question, Language language);

} // namespace sentinel::console
