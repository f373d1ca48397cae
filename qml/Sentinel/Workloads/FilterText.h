// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/RowFilter.h"

namespace sentinel::console {

/// What a person types to narrow a list: words that stand somewhere in a row, and `ns:shop`, `label:app=web` (several of them, or
/// kubectl's commas), `status:bad` (good, waiting, bad, done, unknown; another word is looked for like any other).
[[nodiscard]] kube::ViewFilter filterOf(const QString &typed);

} // namespace sentinel::console
