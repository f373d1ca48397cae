// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/kube/transport/Transfer.h"

namespace sentinel::kube {

/// Why no complete answer came, as a sentence that names the server. `detail` is libcurl's own text.
[[nodiscard]] Error transferFailure(CURLcode code, const TransferPlace &place, const HttpRequest &request, bool wasConnected,
                                    const QString &detail);
/// Of a stream from which nothing came for so long; `hasBegun`: after its first bytes.
[[nodiscard]] Error silenceFailure(const TransferPlace &place, Duration silent, bool hasBegun);
[[nodiscard]] Error answerTooLarge(const TransferPlace &place);

} // namespace sentinel::kube
