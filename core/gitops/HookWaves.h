// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/DesiredState.h"

namespace sentinel::gitops {

/// The present or last operation has hooks, whose waves the Application does not tell.
[[nodiscard]] bool hasHooks(const Application &application);

/// Waves of the hooks by place ("batch/Job/shop/migrate"), read from the manifests of what the present or last operation deploys.
/// `base`: types and version of the destination. Errors: those of `desiredState`.
[[nodiscard]] Async<QHash<QString, int>> hookWaves(DesiredRequest base, SourceServices services, CancelToken cancel);

} // namespace sentinel::gitops
