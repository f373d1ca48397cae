// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace sentinel::cli {

/// While one lives, SIGINT, SIGTERM and SIGHUP are noted instead of ending the program, so that what is half made can be taken
/// away first. A second one ends it at once. One at a time, on the main thread.
class Interruption
{
public:
    Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;
    ~Interruption(); ///< gives the signals back to whoever had them

    /// Whether somebody asked to stop since the last one was made. Any thread.
    [[nodiscard]] static bool isAsked();

private:
    std::array<void (*)(int), 3> m_before;
};

} // namespace sentinel::cli
