// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Answers.h"
#include "core/plan/Catalogue.h"

#include <QHash>
#include <QList>
#include <QString>

namespace sentinel::console {

/// The items of a repeatable group as they stand in the fields of the page: field name → text, complete or not.
using GroupTexts = QList<QHash<QString, QString>>;

[[nodiscard]] GroupTexts groupTexts(const QList<plan::GroupItem> &items);
/// The items as the answer of `group`, in JSON, which plans take; no items: empty, which takes the answer away.
[[nodiscard]] QString groupAnswer(const plan::Question &group, const GroupTexts &items);

} // namespace sentinel::console
