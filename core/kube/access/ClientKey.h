// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sentinel::kube {

enum class KeyFit { Yes, No, Unknown };

/// Whether the key (PEM) is that of the first certificate. A pair that is replaced file by file does not fit for a moment.
/// Unknown: one of the two cannot be read; the handshake will say more.
[[nodiscard]] KeyFit keyFit(const QByteArray &certificate, const QByteArray &key);

} // namespace sentinel::kube
