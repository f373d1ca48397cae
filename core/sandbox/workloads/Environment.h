// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/World.h"

#include <expected>

namespace sentinel::sandbox {

using Variables = QMap<QString, QString>;

/// What a container finds in its environment, or why it cannot be made, in the kubelet's words (CreateContainerConfigError).
[[nodiscard]] std::expected<Variables, QString> environmentOf(const Store &store, const QJsonObject &pod,
                                                              const QJsonObject &container);

/// Why a volume of the pod cannot be mounted, in the kubelet's words (FailedMount); empty when all can.
[[nodiscard]] QString mountProblem(const Store &store, const QJsonObject &pod);

} // namespace sentinel::sandbox
