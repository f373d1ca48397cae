// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Io.h"

#include <QStringList>

namespace sentinel::cli {

/// Runs one command line (without the program's name) and gives its exit code. Never prompts, never exits the process.
[[nodiscard]] Exit run(const QStringList &arguments, const Io &io);

} // namespace sentinel::cli
