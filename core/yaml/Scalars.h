// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/Source.h"

#include <optional>
#include <string_view>

namespace sentinel::yaml {

// yaml-cpp says where a scalar begins and what it contains, but not where it ends; and it accepts some that never do.

/// End of the quoted scalar that begins at `begin`. Refused when its quote is never closed.
[[nodiscard]] qsizetype quotedEnd(const Source &source, qsizetype begin);

/// Content of the quoted scalar at `span`, unescaped and folded. yaml-cpp breaks "\N" and "\_" and drops trailing empty lines.
[[nodiscard]] QString quotedText(const Source &source, Span span);

/// End of the plain scalar at `begin` whose content is `content`, or -1 when the text there says something else.
[[nodiscard]] qsizetype plainEnd(const Source &source, qsizetype begin, std::string_view content);

/// End of the block scalar (| or >) at `begin` inside a block collection at column `parent` (from 0; -1 at the root): behind the
/// last line that has content, or with "+" behind the empty lines it keeps; the last line feed is not part of it.
[[nodiscard]] qsizetype blockEnd(const Source &source, qsizetype begin, qsizetype parent);

/// Where the brackets ([ and {) stand that are open at `end`, when reading begins between two tokens at `begin`.
[[nodiscard]] std::vector<qsizetype> openBrackets(const Source &source, qsizetype begin, qsizetype end);
/// Says so when the flow collection at `begin` is never closed.
[[nodiscard]] std::optional<Refusal> unclosedBracket(const Source &source, qsizetype begin);

/// End of the line `at` is in, before its line ending.
[[nodiscard]] qsizetype lineEnd(const Source &source, qsizetype at);

} // namespace sentinel::yaml
