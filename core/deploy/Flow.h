// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Deploy.h"
#include "core/deploy/Follow.h"
#include "core/deploy/Package.h"
#include "core/deploy/Record.h"

namespace sentinel::deploy {

/// The watch beside the later phases of a run.
struct Observation
{
    CancelSource stop;
    Promise<void> healthy; ///< kept once everything is, or with what ended the watch
    bool decides = false; ///< being healthy ends the run: everything has been applied
    QString trouble; ///< the cause that does not mend by itself, while there is one
    int episode = 0; ///< tells the alarm of one trouble from that of the next
    QString cutOff; ///< why the picture may be old, while it may be
    int outage = 0; ///< tells the alarm of one outage from that of the next
};

/// One run in flight: what its phases share. Lives as long as any of its coroutines.
struct Flow
{
    DeployRequest request;
    Services services;
    std::shared_ptr<DeployRun> run;
    CancelSource halt; ///< stops everything: the person's wish, or no hope
    bool refused = false; ///< preflight found what nobody accepted
    bool hopeless = false; ///< a trouble outlasted the patience, or the deadline passed
    std::optional<Error> lost{}; ///< the cluster gave no answer for longer than the patience
    bool timed = false; ///< the deadline runs

    Package package{};
    std::optional<Record> record{};
    QList<kube::ResourceType> types{}; ///< what the cluster serves
    SecretValues secrets{}; ///< those to be made
    std::shared_ptr<Observation> observation{};
    Standing last{};
    QString step{}; ///< the phase that runs
    QObject context; ///< of timers

    [[nodiscard]] CancelToken cancel() const { return halt.token(); }
    [[nodiscard]] QDateTime now() const { return services.clock->now(); }
    void tell(const QString &detail, int done = 0, int total = 0) const { run->tell(step, detail, done, total); }
};
using FlowPtr = std::shared_ptr<Flow>;

// The phases, in order. Each ends in an error that stops the run, or leaves its effects done and recorded.
[[nodiscard]] Async<void> readBundle(FlowPtr flow);
[[nodiscard]] Async<void> reachCluster(FlowPtr flow); ///< and gathers the Secrets, where nobody looks ahead
[[nodiscard]] Async<void> lookAhead(FlowPtr flow); ///< preflight, where somebody can look; and then gathers the Secrets
/// Which Secrets have to be made, and their values; a person is asked for what only he knows. Nothing is written.
[[nodiscard]] Async<void> gatherSecrets(FlowPtr flow);
[[nodiscard]] Async<void> makeNamespace(FlowPtr flow);
[[nodiscard]] Async<void> makeSecrets(FlowPtr flow);
[[nodiscard]] Async<void> applyPlatform(FlowPtr flow); ///< Helm path
[[nodiscard]] Async<void> installRelease(FlowPtr flow); ///< Helm path
[[nodiscard]] Async<void> pushBundle(FlowPtr flow); ///< Argo CD path
[[nodiscard]] Async<void> applyProject(FlowPtr flow); ///< Argo CD path
[[nodiscard]] Async<void> syncPlatform(FlowPtr flow); ///< Argo CD path
[[nodiscard]] Async<void> syncApplication(FlowPtr flow); ///< Argo CD path
[[nodiscard]] Async<void> becomeHealthy(FlowPtr flow);

using Work = std::function<Async<QJsonObject>()>;
/// One effect: written down, done, written down again; nothing when it was done before. `what` is for people: "Secret
/// sentinel-app".
[[nodiscard]] Async<void> perform(FlowPtr flow, QString effect, QString what, Work work);

/// The kind of an object as this cluster serves it. Unsupported, with what to install, when it does not.
[[nodiscard]] Result<kube::ResourceType> typeOf(const FlowPtr &flow, const QJsonObject &object);
/// Server-side apply of each, as effects. A dry run asks the server and plans.
[[nodiscard]] Async<void> applyObjects(FlowPtr flow, QList<QJsonObject> objects);

/// Starts the watch that feeds `run`, anew when there is one; from then on the deadline runs.
void observe(const FlowPtr &flow);

} // namespace sentinel::deploy
