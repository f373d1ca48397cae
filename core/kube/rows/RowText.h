// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"
#include "core/kube/rows/ObjectStore.h"

namespace sentinel::kube {

/// A cell as kubectl prints it: "1/1", "3 (5m ago)", "4d2h", "<none>". Plain text; `now` is for ages.
[[nodiscard]] QString rowText(const ObjectStore &store, RowId row, Field field, const QDateTime &now);

/// "45s", "12m", "3h20m", "4d2h", "12d", "2y30d": coarser the longer it is, as kubectl says it; "<invalid>" for times to come.
[[nodiscard]] QString ageText(Duration age);

} // namespace sentinel::kube
