// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Io.h"

#include <QStringList>

namespace CLI {
class App;
} // namespace CLI

namespace sentinel::cli {

struct Invocation;

/// Adds a command to the program.
using AddCommand = void (*)(CLI::App &app, Invocation &invocation);

/// Runs one command line (without the program's name) and gives its exit code. `more`: commands beyond the offline ones. Asks a
/// person only where `io` says there is one; never exits the process.
[[nodiscard]] Exit run(const QStringList &arguments, const Io &io, const QList<AddCommand> &more = {});

} // namespace sentinel::cli
