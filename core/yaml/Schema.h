// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/Value.h"

namespace sentinel::yaml {

/// What an unquoted scalar is in the core schema of YAML 1.2 (section 10.3.2).
[[nodiscard]] Value::Kind plainKind(QStringView text);

/// A number of the YAML 1.2 core schema: 12, -1.5, 1e3, 0o17, 0x1F, .inf, .nan.
[[nodiscard]] bool isNumber(QStringView text);

/// Whether every reader in use takes `text` for a string when it stands unquoted: YAML 1.2, YAML 1.1 (Python, Ruby) and the Go
/// readers of Helm and Kubernetes. Speaks of types only; characters that would end or break a plain scalar are the emitter's
/// affair.
[[nodiscard]] bool isTextEverywhere(QStringView text);

} // namespace sentinel::yaml
