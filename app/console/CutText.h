// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QQuickItem;

namespace sentinel::console {

/// What is shown but cannot be read whole, one line each: texts that are elided, larger than the place they were given, or behind
/// an edge nobody can scroll; and cards lower than what stands in them. Texts that may be cut on purpose say so by a property
/// `mayElide` of their own or of an item around them.
[[nodiscard]] QStringList cutTexts(QQuickItem *root);

} // namespace sentinel::console
