// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sentinel::cli {

/// Whether this first word is a command that needs no cluster: it runs in the small program, which loads no network library.
[[nodiscard]] constexpr bool isOffline(std::string_view word)
{
    return word == "plan" || word == "size" || word == "generate" || word == "bundle" || word == "schema" || word == "--version";
}

/// Becomes the program of cluster commands beside this one: same arguments, same process, so exit codes and signals stay as they
/// are. Returns only when that is not possible: the exit code to end with, after a sentence on stderr.
[[nodiscard]] int becomeClusterProgram(char **arguments);

} // namespace sentinel::cli
