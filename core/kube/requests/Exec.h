// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/requests/Call.h"
#include "core/kube/requests/ExecInput.h"

namespace sentinel::kube {

/// Runs a command in a container over a WebSocket, as Api::exec says.
[[nodiscard]] Async<ExecEnd> exec(ConnectionPtr connection, ObjectName pod, ExecOptions options, ExecStreams streams,
                                  CancelToken cancel);

} // namespace sentinel::kube
