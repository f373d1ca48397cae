// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/preflight/Check.h"

namespace sentinel::console {

/// Writes a report; the end of the name says how: .html, .pdf (A4, for a folder of papers), .json, .txt. Invalid: another end.
[[nodiscard]] Result<void> saveReport(const preflight::Report &report, const QString &path);

} // namespace sentinel::console
