// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/helm/Release.h"

namespace sentinel::helm {

/// The revision a Secret holds, from the server's JSON as it came: each byte is touched once, and of the release only what
/// `Release` has is read, not the chart's files. Nothing where it is anything but what helm writes: `decodeRelease` says why.
/// Pure, so that it may run on any thread.
[[nodiscard]] std::optional<Release> decodeReleaseBytes(const QByteArray &secret);

/// The same on another thread; the answer comes on that of the caller, which has to be the program's main one.
[[nodiscard]] Async<std::optional<Release>> decodeAside(QByteArray secret);

} // namespace sentinel::helm
