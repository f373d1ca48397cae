// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sentinel::console {

/// For a shell: quoted where it has to be.
[[nodiscard]] QString shellWord(const QString &word);
/// A command line as a person types it; nobody runs it from here.
[[nodiscard]] QString commandLine(const QStringList &words);

} // namespace sentinel::console
