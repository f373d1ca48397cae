// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/Check.h"
#include "core/yaml/Value.h"

namespace sentinel::preflight {

/// `kind: PreflightReport`: what was looked at, `ready`, `summary` by state, `items` with the fields of each check.
[[nodiscard]] yaml::Value reportDocument(const Report &report);
/// For people without a program: every check with what was found, why it matters and what to do, worst first.
[[nodiscard]] QString reportText(const Report &report);
/// One self-contained page: light and dark, printable; everything from the cluster escaped, nothing loaded.
[[nodiscard]] QByteArray reportHtml(const Report &report);

/// The person's word for a state.
[[nodiscard]] QString stateWord(State state);

} // namespace sentinel::preflight
