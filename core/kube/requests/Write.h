// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/requests/Call.h"

namespace sentinel::kube {

// The writes of an Api over a connection; what they mean is said there. A namespaced object without a namespace goes into that of
// the context.
[[nodiscard]] Async<Written> create(ConnectionPtr connection, ResourceType type, Object object, WriteOptions options,
                                    CancelToken cancel);
[[nodiscard]] Async<Written> replace(ConnectionPtr connection, ResourceType type, Object object, WriteOptions options,
                                     CancelToken cancel);
[[nodiscard]] Async<Written> apply(ConnectionPtr connection, ResourceType type, Object object, ApplyOptions options,
                                   CancelToken cancel);
[[nodiscard]] Async<Written> patch(ConnectionPtr connection, ResourceType type, ObjectName name, Patch patch,
                                   WriteOptions options, CancelToken cancel);
[[nodiscard]] Async<void> remove(ConnectionPtr connection, ResourceType type, ObjectName name, DeleteOptions options,
                                 CancelToken cancel);

} // namespace sentinel::kube
