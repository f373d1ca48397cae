// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Snapshot.h"

namespace sentinel::deploy {

/// Why an object is not healthy: from the root to the object itself. Empty when it is healthy. A pure function of what was seen.
[[nodiscard]] QList<WhyStep> why(const Snapshot &seen, const ObjectKey &key);

} // namespace sentinel::deploy
