// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Catalogue.h"

#include <QByteArray>

namespace sentinel::plan::pack {

/// C++ source that holds `catalogue` as the constant tables of core/plan/Packed.h. Same catalogue, same bytes.
[[nodiscard]] QByteArray tablesOf(const Catalogue &catalogue);

} // namespace sentinel::plan::pack
