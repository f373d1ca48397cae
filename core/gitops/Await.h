// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

namespace sentinel::gitops {

/// Watches one object until `enough` says so, and gives it; an object that is not there is an empty one. Ends with Cancelled by
/// `cancel`; has no deadline of its own.
[[nodiscard]] Async<kube::Object> awaitObject(kube::ApiPtr api, kube::ResourceType type, kube::ObjectName name,
                                              std::function<bool(const kube::Object &)> enough, CancelToken cancel);

} // namespace sentinel::gitops
