// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Rollback.h"

namespace sentinel::rollback {

/// As `resumeAutoSync`, but that no rollback paused it is an answer: false, and nothing was done.
[[nodiscard]] Async<bool> resumeIfPaused(Subject subject, Services services, CancelToken cancel);

} // namespace sentinel::rollback
