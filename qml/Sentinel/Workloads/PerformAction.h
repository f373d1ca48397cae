// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Workloads/ActionWords.h"
#include "qml/Sentinel/Workloads/WorkloadsLink.h"

namespace sentinel::console {

/// Does it, written down before and after; where it cannot be written down it is not done. What the server warned of comes back.
/// Errors: those of Api and of the journal.
[[nodiscard]] Async<QStringList> performAction(WorkloadsServices services, ActionOrder order, CancelToken cancel);

} // namespace sentinel::console
