// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Secrets.h"

namespace sentinel::composition {

/// What stands in on a rehearsal cluster for a value only a person has on a real one: a certificate authority made on the spot, a
/// login nobody knows, a random word. Answers to the same Secret belong together.
[[nodiscard]] QByteArray standInFor(const deploy::SecretNeed &need, const deploy::SecretKey &key);

} // namespace sentinel::composition
