// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/InstallPlan.h"
#include "core/sizing/Sizing.h"

namespace sentinel::sizing {

using Settings = QList<std::pair<QString, QString>>;

/// The answers of a new plan of `profile` with `settings`; a test that asks for an impossible plan ends with the reason.
[[nodiscard]] plan::Answers answersOf(const QString &profile, const Settings &settings = {});
[[nodiscard]] Sizing sized(const QString &profile, const Settings &settings = {});
/// The value of a figure; ends the test when there is none of that name.
[[nodiscard]] double figureValue(const Sizing &sizing, QStringView id);
/// The first verdict of that rule; null when there is none.
[[nodiscard]] const Finding *verdict(const Sizing &sizing, QStringView rule);

} // namespace sentinel::sizing
