// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/FollowObjects.h"

namespace sentinel::kube {

Async<void> followObjects(Api *, ResourceType, ListOptions, std::shared_ptr<RowMailbox>, CancelToken)
{
    co_return failure(Error::Kind::Unsupported, {}, QStringLiteral("not yet"));
}

} // namespace sentinel::kube
