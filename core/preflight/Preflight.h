// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/Checks.h"

namespace sentinel::preflight {

/// What a preflight works with. Ports are filled by the program.
struct Services
{
    kube::ApiPtr api;
    helm::HelmBinary helm;
    Resolve resolve{}; ///< null: names are not checked
    HasImage hasImage{}; ///< null: registries are not asked
    QString context{};
    QString server{};
    bool rehearsal = false;
};

/// How much is asked.
enum class Depth {
    Quick, ///< before a deploy, which asks the server about each object itself
    Full, ///< with a dry run of each object
};

/// Looks whether an environment of a bundle would come up on a cluster. Changes nothing. Errors: those of `readDemand`,
/// `renderDemand` and of reaching the server; whatever the person merely may not see is a check that says so.
[[nodiscard]] Async<Report> preflight(Request request, Services services, Depth depth, CancelToken cancel);

} // namespace sentinel::preflight
