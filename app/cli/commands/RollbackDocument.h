// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Pauses.h"
#include "core/rollback/Verdict.h"
#include "core/yaml/Value.h"

namespace sentinel::cli {

/// `kind: RollbackCandidates`: what one could go back to, the newest first.
[[nodiscard]] yaml::Value candidatesDocument(const rollback::Subject &subject, const QList<rollback::Candidate> &candidates,
                                             const std::optional<rollback::Pause> &pause);
/// `kind: RollbackVerdict`: the fifteen checks, what changes, what happens, how long it lasts.
[[nodiscard]] yaml::Value verdictDocument(const rollback::Verdict &verdict);

/// The same for people.
[[nodiscard]] QString candidateTable(const QList<rollback::Candidate> &candidates);
[[nodiscard]] QString verdictText(const rollback::Verdict &verdict, bool wide);

} // namespace sentinel::cli
