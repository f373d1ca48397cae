// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Output.h"
#include "core/preflight/Check.h"

#include <string>
#include <vector>

namespace sentinel::cli {

/// One check a line, worst first, with what to do below where there is something.
[[nodiscard]] QString preflightTable(const preflight::Report &report, Format format);
/// `--override RULE=REASON`. Invalid: no such rule, no reason.
[[nodiscard]] Result<QList<preflight::Override>> overridesOf(const std::vector<std::string> &words);

} // namespace sentinel::cli
