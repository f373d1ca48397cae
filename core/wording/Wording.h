// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace sentinel::wording {

/// An error as both front ends say it.
struct Problem
{
    QString title; ///< "The plan cannot be read"
    QString explanation; ///< why, with the place in front when there is one
    QString nextStep; ///< what to do; may be empty when the explanation says it
};

[[nodiscard]] Problem describe(const Error &error);
/// "FILE:LINE:COLUMN: sentence" or "sentence": one line of the command line's stderr.
[[nodiscard]] QString line(const Finding &finding);
[[nodiscard]] QString line(const Error &error);

} // namespace sentinel::wording
