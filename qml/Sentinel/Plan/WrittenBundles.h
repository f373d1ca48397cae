// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sentinel::console {

/// Remembers, beside the drafts, where the bundle of a plan was written last, so the next review can show what is different.
void rememberBundle(const QString &stateFolder, const QString &planFile, const QString &bundleFolder);
/// Empty when nothing was written, or it is gone.
[[nodiscard]] QString rememberedBundle(const QString &stateFolder, const QString &planFile);

} // namespace sentinel::console
