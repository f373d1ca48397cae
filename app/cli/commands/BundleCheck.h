// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands/Commands.h"

namespace sentinel::cli {

/// Adds `bundle check`.
void addBundleCheck(CLI::App &bundle, Invocation &invocation);

} // namespace sentinel::cli
