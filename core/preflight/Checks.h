// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/Check.h"
#include "core/preflight/Demand.h"
#include "core/preflight/Sight.h"

#include <functional>

namespace sentinel::preflight {

// The checks. Those that need no more than what was seen are functions of it; the others ask the server.

[[nodiscard]] Checks checkVersions(const Demand &demand,
                                   const Sight &sight); ///< Kubernetes, and what the plan asks for beside it
[[nodiscard]] Checks checkEdge(const Demand &demand, const Sight &sight); ///< ingress class, Gateway
[[nodiscard]] Checks checkIssuer(const Demand &demand, const Sight &sight);
[[nodiscard]] Checks checkNetworkPolicies(const Demand &demand, const Sight &sight);
[[nodiscard]] Checks checkCapacity(const Demand &demand, const Sight &sight); ///< room, a place for each pod, losses
[[nodiscard]] Checks checkStorage(const Demand &demand, const Sight &sight);
[[nodiscard]] Checks checkNamespace(const Demand &demand, const Sight &sight); ///< quota, limit ranges, Pod Security
[[nodiscard]] Checks checkExisting(const Demand &demand, const Sight &sight);
/// What is installed and would be changed where nobody can change it.
[[nodiscard]] Checks checkImmutable(const Demand &demand, const Sight &sight);
[[nodiscard]] Checks checkClock(const Sight &sight);
[[nodiscard]] Checks checkKernels(const Sight &sight); ///< of the nodes, as their kubelets tell
/// What the nodes have already; registries are asked beside it.
[[nodiscard]] Checks checkNodeImages(const Demand &demand, const Sight &sight);

/// Access reviews for what the way will do with each kind.
[[nodiscard]] Async<Checks> checkRights(kube::ApiPtr api, Demand demand, Sight sight, CancelToken cancel);
/// Server-side dry run of each object whose namespace is there: who else writes its fields, and what admission says.
[[nodiscard]] Async<Checks> checkAdmission(kube::ApiPtr api, Demand demand, Sight sight, CancelToken cancel);

/// Addresses of a name, as this machine resolves it; NotFound: it has none.
using Resolve = std::function<Async<QStringList>(QString host, CancelToken cancel)>;
[[nodiscard]] Async<Checks> checkName(Demand demand, Resolve resolve, CancelToken cancel);

/// Whether a registry has an image. False: it says no; an error: it could not be asked.
using HasImage = std::function<Async<bool>(QString image, CancelToken cancel)>;
[[nodiscard]] Async<Checks> checkRegistries(Demand demand, HasImage hasImage, CancelToken cancel);

} // namespace sentinel::preflight
