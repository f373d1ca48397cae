// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sentinel::console {

/// From now on collects every warning of Qt and QML beside printing it, but for those of Qt's animation clock about itself.
/// Messages of other kinds go where they went before.
void collectWarnings();
[[nodiscard]] QStringList collectedWarnings();

} // namespace sentinel::console
