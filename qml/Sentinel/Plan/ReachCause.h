// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/Network.h"

#include <QStringList>

namespace sentinel::console {

/// The policies at one end of a way.
struct ReachSide
{
    bool held = false; ///< a policy isolates it, so only what one lets through passes
    QStringList holding; ///< policies that isolate it
    QStringList letting; ///< those of them that let this through, on whatever port

    [[nodiscard]] bool isOpen() const { return !held || !letting.isEmpty(); }
};

struct ReachCause
{
    ReachSide source; ///< what goes out
    ReachSide destination; ///< what comes in
};

/// Which policies decide between two ends; positions in Network::endpoints. Each is asked alone, so it is the room's own
/// evaluator that answers.
[[nodiscard]] ReachCause reachCause(const policy::Network &network, int from, int to);

/// Why the way is open or closed, in a sentence.
[[nodiscard]] QString causeSentence(const ReachCause &cause);

} // namespace sentinel::console
