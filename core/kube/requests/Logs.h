// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/requests/Call.h"

namespace sentinel::kube {

/// Lines of a container's log, as Api::logs says. Without `follow` a log that falls silent is given up after the deadline of
/// requests.
[[nodiscard]] Async<void> logs(ConnectionPtr connection, ObjectName pod, LogOptions options, std::function<void(QByteArray)> line,
                               CancelToken cancel);

} // namespace sentinel::kube
