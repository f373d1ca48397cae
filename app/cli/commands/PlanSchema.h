// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Language.h"
#include "core/yaml/Value.h"

namespace sentinel::cli {

/// The JSON schema (2020-12) of a plan, made from the questions: what an editor needs to complete and check one.
/// Rules across answers are beyond a schema; `sentinelctl plan check` has them.
[[nodiscard]] yaml::Value planSchema(Language language);

} // namespace sentinel::cli
