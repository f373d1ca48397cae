// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/ClusterConnection.h"
#include "core/deploy/Services.h"
#include "core/journal/Journal.h"

namespace sentinel::composition {

/// The journal in the person's state folder, made when there is none.
[[nodiscard]] Result<std::shared_ptr<journal::Journal>> openJournal();

/// What a deploy works with: helm and git of this machine where they are, the journal, one run for each place. Nobody is asked
/// unless the front end fills `ask`.
[[nodiscard]] Async<deploy::Services> deployServices(ClusterConnection connection, CancelToken cancel);

} // namespace sentinel::composition
