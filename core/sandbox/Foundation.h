// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Store.h"

namespace sentinel::sandbox {

/// What every cluster has before anybody comes: its namespaces, the `kubernetes` Service, the admin's role, and the definitions
/// of the custom kinds that are served.
void lay(Store &store);

} // namespace sentinel::sandbox
