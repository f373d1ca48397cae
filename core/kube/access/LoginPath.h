// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"

namespace sentinel::kube {

/// PATH as the person's login shell sets it: a program started from a desktop has another, poorer one. The shell is asked once in
/// the life of the program, with a deadline; where it does not answer well, PATH is ours.
[[nodiscard]] Async<QString> loginPath();

/// The shell to ask: the account's own, where /etc/shells lists it; empty otherwise. `listed` is that file's text.
[[nodiscard]] QString shellToAsk(const QString &shell, const QByteArray &listed);
/// The PATH in what a shell wrote, whatever it greets with: the last line that is one. Only absolute folders are kept.
[[nodiscard]] QString pathIn(const QByteArray &out);

} // namespace sentinel::kube
