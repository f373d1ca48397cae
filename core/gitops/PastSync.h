// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/SyncApplication.h"

namespace sentinel::gitops {

// What the journal keeps of a sync, so that the next program knows what an open one asked for.

[[nodiscard]] journal::Facts wishFacts(const SyncRequest &request);
/// `begun`: the first record of an operation.
[[nodiscard]] bool isSameWish(const SyncRequest &request, const journal::Record &begun);
/// "revision v2, prune"; of the journal, so plain text.
[[nodiscard]] QString wishText(const journal::Record &begun);

/// Closes the open run of this Application where it asked for something else and its operation is over, or another one took its
/// place: it would only be in the way of `openSync`. The answer says what became of it; empty: nothing was in the way, or it
/// still runs. Errors: those of Api and of the journal; Conflict: another program is at it.
[[nodiscard]] Async<QString> closePastSync(SyncRequest request, ChangeServices services, CancelToken cancel);

} // namespace sentinel::gitops
