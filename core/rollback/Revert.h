// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Services.h"

namespace sentinel::rollback {

/// What a revert of this Application to that version is. Unsupported: several sources, a source that is no Git, or one that is
/// pinned to a commit instead of following a branch.
[[nodiscard]] Result<RevertOrder> revertOrder(const Subject &subject, const Candidate &candidate, const QString &run);

/// For a pull request instead of a commit of ours: its title, its text and the commands, to be done by hand.
[[nodiscard]] QString revertText(const RevertOrder &order);

/// Those commands alone, for a clone and a new branch.
[[nodiscard]] QStringList revertCommands(const RevertOrder &order, const QString &branch);

/// By the `git` binary, in a bare repository of this one revert: nothing of the repository is written to disk as files.
class RevertByGit final : public GitBack
{
public:
    /// Where git finds the repository of an address, when that is elsewhere (a rehearsal's own); unset or empty: the address.
    explicit RevertByGit(std::function<QString(const QString &url)> placeOf = {})
        : m_placeOf(std::move(placeOf))
    {
    }
    Async<Reverted> revert(RevertOrder order, CancelToken cancel) override;

private:
    std::function<QString(const QString &url)> m_placeOf;
};

} // namespace sentinel::rollback
