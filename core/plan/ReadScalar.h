// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/ReadAnswer.h"

namespace sentinel::plan {

/// One scalar, for every type but Choices and Group.
[[nodiscard]] std::expected<Datum, Wrong> readScalar(const Question &question, const QString &text, const QString &key);

[[nodiscard]] std::expected<Datum, Wrong> readChoices(const Question &question, const QStringList &texts, const QString &key);

} // namespace sentinel::plan
