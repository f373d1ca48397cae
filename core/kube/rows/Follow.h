// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/requests/Call.h"
#include "core/kube/rows/RowMailbox.h"

namespace sentinel::kube {

/// List, then watch for good, as Api::follow says: in protobuf where the kind has it, decoded on the transport's thread.
[[nodiscard]] Async<void> follow(ConnectionPtr connection, ResourceType type, ListOptions options,
                                 std::shared_ptr<RowMailbox> rows, CancelToken cancel);

/// The list alone, page by page, as rows of the mailbox. Gives the version a watch goes on from.
[[nodiscard]] Async<QString> listRows(ConnectionPtr connection, ResourceType type, ListOptions options,
                                      std::shared_ptr<RowMailbox> rows, CancelToken cancel);

} // namespace sentinel::kube
