// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Program.h"

namespace sentinel::gitops {

/// One call of git. It never asks anything on the terminal, and speaks English so its words can be understood.
struct GitRun
{
    QString doing; ///< "pushing the bundle"
    QString repository{}; ///< its git directory; empty: none needed
    QStringList arguments;
    QMap<QString, QString> environment{};
    QByteArray input{};
};

/// What git printed. Errors: NotFound (git is not installed; says so), Unauthorized, Unreachable, Conflict (the other side went
/// on meanwhile), Cancelled, Invalid otherwise, with git's own sentence. Passwords in addresses are taken out of it.
[[nodiscard]] Async<QByteArray> runGit(GitRun run, CancelToken cancel);

/// Nothing, or why this address is refused: passwords in it (they would be seen by everyone on the machine), a leading dash,
/// transports that run programs.
[[nodiscard]] Result<void> checkRepositoryUrl(const QString &doing, const QString &url);

/// The same address without its user's password or token.
[[nodiscard]] QString withoutPassword(const QString &url);

} // namespace sentinel::gitops
