// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Call.h"

#include <optional>

namespace sentinel::sandbox {

/// `/openapi/v3` and the document of each group and version, made from the schema table when asked for; `/openapi/v2` is a 406,
/// which clients that know v3 never see. Nothing for other paths.
[[nodiscard]] std::optional<Answer> openApi(const Call &call);

} // namespace sentinel::sandbox
