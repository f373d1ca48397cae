// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Type.h"

#include <QJsonObject>

namespace sentinel::sandbox {

/// The object with the defaults of Kubernetes 1.35 that controllers and kubectl rely on: replicas, strategies, pod templates,
/// ports, access modes. Not every default there is; fields nobody here reads stay away.
[[nodiscard]] QJsonObject withDefaults(const Type &type, QJsonObject object);

} // namespace sentinel::sandbox
