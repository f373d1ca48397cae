// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Pauses.h"
#include "core/rollback/PullRequest.h"
#include "core/rollback/Verdict.h"
#include "core/yaml/Value.h"

namespace sentinel::cli {

/// `kind: RollbackCandidates`: what one could go back to, the newest first.
[[nodiscard]] yaml::Value candidatesDocument(const rollback::Subject &subject, const QList<rollback::Candidate> &candidates,
                                             const std::optional<rollback::Pause> &pause);
/// `kind: RollbackVerdict`: the fifteen checks, what changes, what happens, how long it lasts.
[[nodiscard]] yaml::Value verdictDocument(const rollback::Verdict &verdict);

/// `kind: PullRequestText`: a revert to be opened by hand; `light` is that of its checks.
[[nodiscard]] yaml::Value pullRequestDocument(const rollback::PullRequestText &text, rollback::Light light);

/// What a version changes: how much, or each image and value by name.
enum class CandidateDetail { Counts, Names };
/// The same for people.
[[nodiscard]] QString candidateTable(const QList<rollback::Candidate> &candidates, CandidateDetail detail);
[[nodiscard]] QString verdictText(const rollback::Verdict &verdict, bool wide);
[[nodiscard]] QString pullRequestText(const rollback::PullRequestText &text);

[[nodiscard]] QString differenceWord(rollback::ObjectDifference::Kind kind); ///< "changed", "created", "removed"
[[nodiscard]] QString lineText(const rollback::DiffLine &line); ///< "+ image: web:1"

/// Of the rules a person accepts, the first that is none; empty when all are.
[[nodiscard]] QString complaintOfRules(const QStringList &accepted);

} // namespace sentinel::cli
