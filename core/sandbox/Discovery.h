// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Call.h"

#include <optional>

namespace sentinel::sandbox {

/// `/api`, `/apis` and below, down to a version's list of resources, in the old form and the aggregated one; nothing for other
/// paths. A group that is not served is a 404.
[[nodiscard]] std::optional<Answer> discovery(const Call &call);

/// "1.35" for `/version`.
[[nodiscard]] QJsonObject versionObject();

} // namespace sentinel::sandbox
