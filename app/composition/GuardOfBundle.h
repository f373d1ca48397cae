// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Package.h"
#include "core/rollback/GuardRules.h"
#include "core/rollback/Subject.h"

namespace sentinel::composition {

/// What a bundle's environment says of its guard; off where it says nothing. Invalid names the file and what is wrong in it.
[[nodiscard]] Result<rollback::GuardRules> guardRulesOf(const deploy::Package &package);

/// What a deploy of it brings, as a guard and a rollback look for it.
[[nodiscard]] rollback::SubjectName subjectNameOf(const deploy::Package &package);

} // namespace sentinel::composition
