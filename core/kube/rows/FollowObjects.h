// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/RowMailbox.h"

namespace sentinel::kube {

/// Api::follow for any Api, over its watch: every object a JSON value first. For fakes and small kinds.
[[nodiscard]] Async<void> followObjects(Api *api, ResourceType type, ListOptions options, std::shared_ptr<RowMailbox> rows,
                                        CancelToken cancel);

} // namespace sentinel::kube
