// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"
#include "core/base/OperationRun.h"

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

[[nodiscard]] constexpr Tone toneOf(OperationStep::State state)
{
    switch (state) {
    case OperationStep::State::Waiting:
        return Tone::Unknown;
    case OperationStep::State::Running:
        return Tone::Info;
    case OperationStep::State::Done:
    case OperationStep::State::Skipped:
        return Tone::Ok;
    case OperationStep::State::Failed:
        return Tone::Error;
    case OperationStep::State::Stopped:
        return Tone::Warning;
    }
    return Tone::Unknown;
}

} // namespace sentinel::console
