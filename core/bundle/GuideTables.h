// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Language.h"
#include "core/bundle/Environment.h"

#include <span>

namespace sentinel::bundle {

// Tables and command lists of the guides, as Markdown without a line feed at their end. Their words come with both languages here
// rather than from the program's translations, since a bundle must not depend on the language of whoever generates it.

[[nodiscard]] QString environmentTable(std::span<const Environment> environments, Language language);
[[nodiscard]] QString nodeTable(const Environment &environment, Language language);
[[nodiscard]] QString componentTable(const Environment &environment, Language language);
[[nodiscard]] QString applicationTable(const Environment &environment, Language language);

[[nodiscard]] QString secretCommands(const Environment &environment);
[[nodiscard]] QString namespaceCommands(const Environment &environment);
[[nodiscard]] QString helmCommands(const Environment &environment);
/// "1.35" or "1.34, 1.35": what an answer says over all environments.
[[nodiscard]] QString allOf(std::span<const Environment> environments, const QString &answer);

} // namespace sentinel::bundle
