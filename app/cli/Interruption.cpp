// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Interruption.h"

#include "app/cli/Io.h"

#include <atomic>
#include <csignal>
#include <cstdlib>

namespace sentinel::cli {

namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};
std::atomic<bool> asked = false;
static_assert(std::atomic<bool>::is_always_lock_free, "signal handlers may touch nothing else");

void note(int)
{
    if (asked.exchange(true)) {
        std::_Exit(static_cast<int>(Exit::Interrupted));
    }
}

} // namespace

Interruption::Interruption()
    : m_before{}
{
    asked = false;
    for (size_t index = 0; index < kSignals.size(); ++index) {
        m_before[index] = std::signal(kSignals[index], note);
        // What was ignored on purpose ("nohup", a shell's background jobs) stays ignored.
        if (m_before[index] == SIG_IGN) {
            std::signal(kSignals[index], SIG_IGN);
        }
    }
}

Interruption::~Interruption()
{
    for (size_t index = 0; index < kSignals.size(); ++index) {
        if (m_before[index] != SIG_ERR) {
            std::signal(kSignals[index], m_before[index]);
        }
    }
}

bool Interruption::isAsked()
{
    return asked;
}

} // namespace sentinel::cli
