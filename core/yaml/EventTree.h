// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/Read.h"

#include <optional>

namespace sentinel::yaml {

/// The documents of a stream, built from libyaml's events: the trees and places `readAll` gives, without spans of bytes, in a
/// fraction of its time. None for everything out of the ordinary (anchors, tags, directives, keys that are no text or stand
/// twice, carriage returns, whatever libyaml refuses, anything past `limits`): `readAll` then decides, and words why.
[[nodiscard]] std::optional<QList<Value>> treesOfEvents(const QByteArray &text, const Limits &limits);

} // namespace sentinel::yaml
