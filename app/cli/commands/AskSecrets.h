// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Io.h"
#include "core/deploy/Services.h"

namespace sentinel::cli {

/// A question on the terminal; yes is "y", "yes" or the same in the person's language.
[[nodiscard]] bool askYes(const Io &io, const QString &question);

/// Asks for each value on the terminal without showing what is typed. Cancelled when the input ends.
[[nodiscard]] Async<deploy::SecretValues> askSecrets(const Io &io, QList<deploy::SecretQuestion> questions);

} // namespace sentinel::cli
