// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sentinel::wording {

/// What a condition of an Argo CD Application means, for people; its own name where we know none better.
[[nodiscard]] QString conditionTitle(const QString &type);

} // namespace sentinel::wording
