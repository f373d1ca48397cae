// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Follow.h"
#include "core/deploy/Snapshot.h"

namespace sentinel::deploy {

/// Everything in the scope as it was seen: a pure function. `complete` and `problem` are left to whoever looks.
[[nodiscard]] Standing standingOf(const Snapshot &seen, const Scope &scope);

/// Group and kind of everything a standing may need besides what the bundle names: what controllers make, and what tells why.
[[nodiscard]] const QList<std::pair<QString, QString>> &lookedAtKinds();

} // namespace sentinel::deploy
