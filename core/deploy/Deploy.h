// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/DeployRun.h"
#include "core/deploy/Services.h"

#include <memory>
#include <optional>

namespace sentinel::deploy {

/// Who brings the chart.
enum class Via { ArgoCd, Helm };
[[nodiscard]] QString viaName(Via via); ///< "argocd", "helm"

struct DeployRequest
{
    QString folder; ///< the bundle
    QString environment;
    QString cluster{}; ///< empty: the only one the environment has; several are an error that lists them
    std::optional<Via> via{}; ///< empty: as the plan says
    bool dryRun = false; ///< says what it would do; the server checks every object, nothing is written
    QString skipPreflight{}; ///< the reason to leave it out; empty: it is not
    QList<preflight::Override> overrides{}; ///< fails of preflight that are accepted, each with its reason
    SecretValues secrets{}; ///< given beforehand, "NAME/KEY"
    Duration deadline = std::chrono::minutes(20); ///< for everything after the apply, until the verdict
    Duration patience = std::chrono::minutes(2); ///< how long a trouble that does not mend by itself is watched
};

/// How a run that reached the cluster ended. `healthy` false is an answer, not an error.
struct DeployOutcome
{
    bool healthy = false;
    QList<ObjectState> objects{};
    QList<WhyStep> cause{}; ///< root first; empty when healthy
};

/// A run to hand to `deployBundle`: that of an open run of the same bundle, environment and cluster in the journal, else a new
/// one.
[[nodiscard]] Result<std::shared_ptr<DeployRun>> openRun(const DeployRequest &request, const Services &services);

/// Brings an environment of a bundle onto a cluster and follows every object until it is healthy. Every effect is written to the
/// journal before it happens; stopped or killed at any point, the same call again goes on and does nothing twice.
/// `run` gets steps, objects, verdict and the end; its own cancel token is what `cancel` usually is. Errors are those of `Api`;
/// Invalid: the bundle or the request; Conflict: fields or a run of somebody else; Unsupported: version or kinds of the cluster.
[[nodiscard]] Async<DeployOutcome> deployBundle(DeployRequest request, Services services, std::shared_ptr<DeployRun> run,
                                                CancelToken cancel);

} // namespace sentinel::deploy
