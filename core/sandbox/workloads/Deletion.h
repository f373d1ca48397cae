// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Store.h"

namespace sentinel::sandbox {

/// What DELETE means for the kinds that leave in steps, and Store::remove for every other: a pod on a node is given its grace
/// (`grace`, or what its spec says; zero takes it away at once), a namespace is marked and emptied first. The API front and the
/// controllers delete through this.
[[nodiscard]] Result<QJsonObject> beginDeletion(Store &store, const Type &type, const QString &ns, const QString &name,
                                                Propagation propagation = Propagation::Background,
                                                std::optional<Duration> grace = {});

} // namespace sentinel::sandbox
