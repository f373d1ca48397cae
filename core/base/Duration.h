// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <chrono>

namespace sentinel {

using Duration = std::chrono::milliseconds;

/// Reads "90d", "1h30m", "50ms", "2w": one or more whole numbers each with a unit (ms, s, m, h, d, w), largest first or not.
/// Zero ("0s") is allowed; a bare number is not, since nobody could tell its unit. Most: 200 years.
[[nodiscard]] Result<Duration> parseDuration(QStringView text);

/// The same notation back, in the largest units that keep it exact: "90d", "1h30m". Days are the largest unit used.
[[nodiscard]] QString formatDuration(Duration duration);

/// Go's notation ("2160h", "30s"), which Kubernetes, cert-manager and Prometheus' Go parts read; they know no days.
[[nodiscard]] QString formatGoDuration(Duration duration);

} // namespace sentinel
