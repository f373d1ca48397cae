// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Call.h"

namespace sentinel::sandbox {

// What the options of a request may be, before anything else of it is looked at.

/// `fieldManager`, `dryRun`, `fieldValidation`, `force` of a write.
[[nodiscard]] std::optional<Problem> wrongWriteOptions(const Call &call);
/// `resourceVersion`, `resourceVersionMatch`, `sendInitialEvents`, `continue` of a list or a watch.
[[nodiscard]] std::optional<Problem> wrongListOptions(const Call &call, bool isWatch);
/// Of a body of delete options and the query.
[[nodiscard]] std::optional<Problem> wrongPropagation(const QString &policy);

} // namespace sentinel::sandbox
