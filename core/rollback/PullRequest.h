// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Verdict.h"

namespace sentinel::rollback {

/// A revert as a pull request, to be opened by hand or by a tool of the person's own.
struct PullRequestText
{
    QString title; ///< one line
    QString body; ///< Markdown; what comes from the cluster is plain text in it
    QString repository; ///< without a password
    QString base; ///< branch it goes to
    QString branch; ///< proposed name of the branch it comes from
    QStringList commands{}; ///< that make it, in a clone
};

/// Of a verdict of going back by Git. `reason`: a sentence of the person's own; may be empty. Unsupported: as `revertOrder` says.
[[nodiscard]] Result<PullRequestText> pullRequestText(const Verdict &verdict, const QString &reason);

} // namespace sentinel::rollback
