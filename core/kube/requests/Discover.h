// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/requests/Call.h"

namespace sentinel::kube {

/// Every kind, in the version the server prefers for it. One request a tree where the server aggregates (since 1.26), one a group
/// elsewhere. Groups that do not answer are left out and noted in the connection.
[[nodiscard]] Async<QList<ResourceType>> discover(ConnectionPtr connection, CancelToken cancel);

} // namespace sentinel::kube
