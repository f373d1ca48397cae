// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"

namespace sentinel::console {

/// The states the design shows by shape, word and colour; the numbers are those of its `Status`.
enum class Tone { Neutral, Ok, Info, Warning, Error, Unknown };

[[nodiscard]] constexpr int number(Tone tone)
{
    return static_cast<int>(tone);
}

[[nodiscard]] constexpr Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Tone::Info;
    case Severity::Warning:
        return Tone::Warning;
    case Severity::Error:
        return Tone::Error;
    }
    return Tone::Unknown;
}

} // namespace sentinel::console
