// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/Api.h"

#include "core/kube/rows/FollowObjects.h"

namespace sentinel::kube {

Async<void> Api::follow(ResourceType type, ListOptions options, std::shared_ptr<RowMailbox> rows, CancelToken cancel)
{
    return followObjects(this, std::move(type), std::move(options), std::move(rows), std::move(cancel));
}

} // namespace sentinel::kube
