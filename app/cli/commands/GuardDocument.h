// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Guard.h"
#include "core/yaml/Value.h"

namespace sentinel::cli {

/// `kind: GuardReport`: what a guard of one deploy came to, and why.
[[nodiscard]] yaml::Value guardDocument(const rollback::GuardReport &report, const QString &run);
[[nodiscard]] QString guardText(const rollback::GuardReport &report);

} // namespace sentinel::cli
