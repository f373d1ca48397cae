// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/requests/Call.h"

namespace sentinel::kube {

/// List, then watch for good, as Api::watch says.
[[nodiscard]] Async<void> watch(ConnectionPtr connection, ResourceType type, ListOptions options,
                                std::function<void(WatchEvent)> sink, CancelToken cancel);

} // namespace sentinel::kube
