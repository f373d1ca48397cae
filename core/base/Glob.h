// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sentinel {

/// Patterns as Argo CD takes them: "*" and "**" for any text, "?" for one character, "{a,b}" for either; everything else stands
/// for itself.
[[nodiscard]] bool globMatches(const QString &pattern, const QString &text);

} // namespace sentinel
