// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QQuickItem;

namespace sentinel::console {

/// Texts that are shown but cannot be read whole: elided, or drawn wider than the place they were given. Texts that may be cut on
/// purpose say so by a property `mayElide` of their own or of an item around them.
[[nodiscard]] QStringList cutTexts(QQuickItem *root);

} // namespace sentinel::console
