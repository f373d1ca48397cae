// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Deploy.h"
#include "core/deploy/Flow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct Phase
{
    QString id;
    QString title;
    Async<void> (*work)(FlowPtr);
};

QList<Phase> phasesFor(Via via, bool looksAhead)
{
    QList<Phase> phases{{u"bundle"_s, Text::tr("Read the bundle"), readBundle},
                        {u"cluster"_s, Text::tr("Reach the cluster"), reachCluster}};
    if (looksAhead) {
        phases.append({u"preflight"_s, Text::tr("Preflight"), lookAhead});
    }
    phases += {{u"namespace"_s, Text::tr("Namespace"), makeNamespace}, {u"secrets"_s, Text::tr("Secrets"), makeSecrets}};
    if (via == Via::ArgoCd) {
        phases += {{u"repository"_s, Text::tr("Push the bundle to Git"), pushBundle},
                   {u"project"_s, Text::tr("Argo CD project"), applyProject},
                   {u"platform"_s, Text::tr("Platform: priorities, issuer, network policies"), syncPlatform},
                   {u"application"_s, Text::tr("Sentinel, wave by wave"), syncApplication}};
    } else {
        phases += {{u"platform"_s, Text::tr("Platform: priorities, issuer, network policies"), applyPlatform},
                   {u"release"_s, Text::tr("Helm release"), installRelease}};
    }
    phases.append({u"health"_s, Text::tr("Everything healthy"), becomeHealthy});
    return phases;
}

/// What makes two runs the same: the same bundle, to the same place, the same way.
QJsonObject identityOf(const Package &package, const Services &services)
{
    return {{u"environment"_s, package.environment},
            {u"cluster"_s, package.cluster},
            {u"server"_s, services.clusterId},
            {u"bundle"_s, QString::fromLatin1(package.digest)},
            {u"via"_s, viaName(package.via)}};
}

bool isSame(const QJsonObject &facts, const QJsonObject &identity, const QStringList &keys)
{
    return std::ranges::all_of(keys, [&](const QString &key) { return facts[key] == identity[key]; });
}

/// Takes up what an earlier run of the same wrote; another bundle to the same place ends it.
Result<void> openRecord(const FlowPtr &flow)
{
    const auto entries = flow->services.ledger->openRuns();
    if (!entries) {
        return failure(entries);
    }
    const QJsonObject identity = identityOf(flow->package, flow->services);
    QList<LedgerEntry> before;
    for (const LedgerEntry &entry : *entries) {
        if (entry.run == flow->run->id()) {
            before.append(entry);
        } else if (entry.kind == LedgerEntry::Kind::Begun && !flow->request.dryRun
                   && isSame(entry.facts, identity, {u"environment"_s, u"server"_s})) {
            const auto ended = flow->services.ledger->append(
                {.run = entry.run, .kind = LedgerEntry::Kind::Ended, .effect = {}, .sentence = u"superseded"_s});
            if (!ended) {
                return ended;
            }
        }
    }
    flow->record.emplace(flow->services.ledger, flow->run->id(), before);
    flow->run->setResumed(!before.isEmpty());
    return {};
}

Result<void> beginRecord(const FlowPtr &flow)
{
    if (flow->request.dryRun) {
        return {};
    }
    QJsonObject facts = identityOf(flow->package, flow->services);
    facts.insert(u"context"_s, flow->services.clusterName);
    facts.insert(u"user"_s, flow->services.userName);
    facts.insert(u"folder"_s, flow->package.folder);
    facts.insert(u"version"_s, flow->package.version);
    facts.insert(u"namespace"_s, flow->package.ns());
    const QString sentence = Text::tr("deploy %1 %2 to %3").arg(flow->package.name, flow->package.version, flow->package.ns());
    const auto begun = flow->record->begin(sentence, facts);
    if (begun) {
        flow->services.ledger->attach(*flow->run);
    }
    return begun;
}

[[nodiscard]] Async<void> runPhase(FlowPtr flow, Phase phase)
{
    flow->step = phase.id;
    flow->run->begin(phase.id, flow->now());
    // No co_await inside an expression here or elsewhere: GCC 14 does not compile some of them.
    Result<void> done = failure(Error::Kind::Cancelled, phase.title, Text::tr("stopped"));
    if (!flow->cancel().isCancelled()) {
        done = co_await phase.work(flow);
    }
    if (done && phase.id == u"bundle") {
        done = openRecord(flow);
    } else if (done && phase.id == u"cluster") {
        done = beginRecord(flow);
    }
    const auto state = done                                              ? OperationStep::State::Done
        : done.error().kind == Error::Kind::Cancelled && !flow->hopeless ? OperationStep::State::Stopped
                                                                         : OperationStep::State::Failed;
    const auto &steps = flow->run->steps();
    const auto step = std::ranges::find(steps, phase.id, &OperationStep::id);
    flow->run->end(phase.id, state, flow->now(), done || flow->hopeless ? step->detail : done.error().detail);
    co_return done;
}

[[nodiscard]] Async<void> runPhases(FlowPtr flow, QList<Phase> phases)
{
    for (const Phase &phase : std::as_const(phases)) {
        if (const auto done = co_await runPhase(flow, phase); !done) {
            co_return done;
        }
    }
    co_return {};
}

Error unhealthy(const FlowPtr &flow, const Error &error)
{
    const QList<WhyStep> &cause = flow->last.cause;
    QString detail = error.kind == Error::Kind::Cancelled ? Text::tr("It did not become healthy in time.") : error.detail;
    if (!cause.isEmpty() && error.kind != Error::Kind::Conflict) { // what somebody else did is no fault of what runs
        detail = cause.first().title + (cause.first().remedy.isEmpty() ? QString() : u" — "_s + cause.first().remedy);
    }
    return {.kind = Error::Kind::Invalid, .doing = Text::tr("waiting until everything is healthy"), .detail = detail};
}

void tellLeftBehind(const FlowPtr &flow)
{
    for (const QString &deed : flow->record->deeds()) {
        flow->run->addLeftBehind(deed);
    }
}

DeployOutcome outcomeOf(const FlowPtr &flow, bool healthy)
{
    return {.healthy = healthy, .objects = flow->last.objects, .cause = flow->last.cause};
}

Result<DeployOutcome> conclude(const FlowPtr &flow, const Result<void> &answer)
{
    const Result<void> ended = !answer && flow->lost ? failure(*flow->lost) : answer;
    if (flow->observation) {
        flow->observation->stop.cancel();
    }
    DeployRun &run = *flow->run;
    if (ended) {
        run.setVerdict(flow->request.dryRun ? Verdict::Planned : Verdict::Healthy);
        const auto noted = flow->request.dryRun ? Result<void>() : flow->record->end(verdictName(Verdict::Healthy));
        run.finish(OperationRun::State::Done);
        return noted ? Result<DeployOutcome>(outcomeOf(flow, true)) : failure(noted);
    }
    const bool begun = flow->record && flow->record->hasBegun();
    if (flow->hopeless) {
        run.setVerdict(Verdict::Unhealthy);
        run.finish(OperationRun::State::Failed, unhealthy(flow, ended.error()));
        const auto noted = flow->record->end(verdictName(Verdict::Unhealthy));
        return noted ? Result<DeployOutcome>(outcomeOf(flow, false)) : failure(noted);
    }
    if (flow->refused) {
        run.setVerdict(Verdict::Failed);
        run.finish(OperationRun::State::Failed, ended.error());
        const auto noted = flow->record->end(u"refused"_s);
        return noted ? Result<DeployOutcome>(outcomeOf(flow, false)) : failure(noted);
    }
    if (begun) {
        tellLeftBehind(flow);
        // Best effort: without the line the run is open all the same.
        std::ignore = flow->record->pause(ended.error().detail);
    }
    const bool stopped = ended.error().kind == Error::Kind::Cancelled;
    run.setVerdict(stopped ? Verdict::Stopped : Verdict::Failed);
    run.finish(stopped ? OperationRun::State::Stopped : OperationRun::State::Failed, ended.error(), begun);
    return failure(ended);
}

/// What was deployed is kept for the day its repository is gone.
[[nodiscard]] Async<void> keepIt(FlowPtr flow)
{
    if (flow->request.dryRun || flow->package.via != Via::ArgoCd || !flow->services.keep) {
        co_return {};
    }
    const auto kept = co_await flow->services.keep(flow->package.argoNamespace, flow->package.application(), flow->cancel());
    if (!kept) {
        flow->run->log(Text::tr("Its manifests could not be kept on this machine: %1").arg(kept.error().detail));
    }
    co_return {};
}

Result<std::shared_ptr<void>> lockFor(const DeployRequest &request, const Services &services)
{
    return services.lock ? services.lock(request.environment) : std::shared_ptr<void>();
}

} // namespace

Result<std::shared_ptr<DeployRun>> openRun(const DeployRequest &request, const Services &services)
{
    const auto package = readPackage(request.folder, request.environment, request.cluster, request.via);
    if (!package) {
        return failure(package);
    }
    QString id = newRunId(u"deploy"_s, services.clock->now());
    if (!request.dryRun) {
        const auto entries = services.ledger->openRuns();
        if (!entries) {
            return failure(entries);
        }
        const QJsonObject identity = identityOf(*package, services);
        for (const LedgerEntry &entry : *entries) {
            if (entry.kind == LedgerEntry::Kind::Begun && isSame(entry.facts, identity, identity.keys())) {
                id = entry.run;
            }
        }
    }
    auto run = std::make_shared<DeployRun>(id);
    QList<OperationStep> steps;
    const QList<Phase> phases = phasesFor(package->via, bool(services.preflight));
    for (const Phase &phase : phases) {
        steps.append({.id = phase.id, .title = phase.title});
    }
    run->setSteps(steps);
    return run;
}

Async<DeployOutcome> deployBundle(DeployRequest request, Services services, std::shared_ptr<DeployRun> run, CancelToken cancel)
{
    const auto lock = lockFor(request, services);
    if (!lock) {
        run->setVerdict(Verdict::Failed);
        run->finish(OperationRun::State::Failed, lock.error());
        co_return failure(lock);
    }
    const auto flow = std::make_shared<Flow>();
    flow->request = std::move(request);
    flow->services = std::move(services);
    flow->run = std::move(run);
    const auto registration = cancel.onCancel([halt = flow->halt]() mutable { halt.cancel(); });
    const bool argo = std::ranges::contains(flow->run->steps(), u"repository"_s, &OperationStep::id);
    const auto ended = co_await runPhases(flow, phasesFor(argo ? Via::ArgoCd : Via::Helm, bool(flow->services.preflight)));
    if (ended) {
        std::ignore = co_await keepIt(flow);
    }
    co_return conclude(flow, ended);
}

} // namespace sentinel::deploy
