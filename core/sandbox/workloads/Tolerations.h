// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"

#include <QJsonObject>
#include <optional>

namespace sentinel::sandbox {

[[nodiscard]] bool tolerates(const QJsonObject &podSpec, const QJsonObject &taint);
/// How long a pod may stay beside a NoExecute taint; nothing: for good. A pod that says nothing of lost nodes stays 300 s, as the
/// API server's DefaultTolerationSeconds has it.
[[nodiscard]] std::optional<Duration> toleratedFor(const QJsonObject &podSpec, const QJsonObject &taint);

} // namespace sentinel::sandbox
