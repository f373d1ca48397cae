// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Rollback.h"
#include "core/rollback/ArgoPatch.h"
#include "core/rollback/Flow.h"
#include "core/rollback/Gather.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

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

QList<Phase> phasesFor(const Choice &choice)
{
    QList<Phase> phases{{u"look"_s, Text::tr("Look whether it is safe"), lookAtBoth}};
    switch (choice.way) {
    case Way::ArgoCd:
        phases += {{u"accept"_s, Text::tr("Hand it to Argo CD"), handToArgo},
                   {u"sync"_s, Text::tr("Argo CD brings the older version back"), awaitOperation}};
        break;
    case Way::Helm:
        phases.append({u"accept"_s, Text::tr("Helm brings the older revision back"), handToHelm});
        break;
    case Way::Git:
        phases += {{u"accept"_s, Text::tr("Commit the older version"), handToGit},
                   {u"sync"_s, Text::tr("Argo CD syncs the commit"), awaitRevert}};
        break;
    }
    if (choice.way == Way::ArgoCd && choice.revertCommit) {
        phases.append({u"revert"_s, Text::tr("Revert in Git too"), alsoRevert});
    }
    phases.append({u"health"_s, Text::tr("Everything healthy"), becomeHealthy});
    return phases;
}

[[nodiscard]] Async<void> runPhases(FlowPtr flow, QList<Phase> phases)
{
    for (const Phase &phase : std::as_const(phases)) {
        flow->step = phase.id;
        flow->run->begin(phase.id, flow->now());
        Result<void> done = failure(Error::Kind::Cancelled, phase.title, Text::tr("stopped"));
        if (!flow->cancel().isCancelled()) {
            done = co_await phase.work(flow);
        }
        const bool stopped = !done && done.error().kind == Error::Kind::Cancelled && !flow->hopeless;
        const auto state = done ? OperationStep::State::Done
            : stopped           ? OperationStep::State::Stopped
                                : OperationStep::State::Failed;
        const auto step = std::ranges::find(flow->run->steps(), phase.id, &OperationStep::id);
        flow->run->end(phase.id, state, flow->now(), done ? step->detail : done.error().detail);
        if (!done) {
            co_return done;
        }
    }
    co_return {};
}

RollbackOutcome outcomeOf(const FlowPtr &flow, bool healthy)
{
    return {.healthy = healthy,
            .isRefused = flow->refused,
            .verdict = flow->verdict,
            .objects = flow->last.objects,
            .cause = healthy ? QList<deploy::WhyStep>() : flow->last.cause,
            .isPaused = flow->isPaused};
}

Result<RollbackOutcome> conclude(const FlowPtr &flow, const Result<void> &answer)
{
    const Result<void> ended = !answer && flow->lost ? failure(*flow->lost) : answer;
    deploy::DeployRun &run = *flow->run;
    if (ended) {
        run.setVerdict(deploy::Verdict::Healthy);
        const auto noted = flow->record->end(deploy::verdictName(deploy::Verdict::Healthy));
        run.finish(OperationRun::State::Done);
        return noted ? Result<RollbackOutcome>(outcomeOf(flow, true)) : failure(noted);
    }
    if (flow->refused) {
        run.setVerdict(deploy::Verdict::Failed);
        run.finish(OperationRun::State::Failed, ended.error());
        return outcomeOf(flow, false);
    }
    const bool begun = flow->record && flow->record->hasBegun();
    if (flow->hopeless) {
        run.setVerdict(deploy::Verdict::Unhealthy);
        run.finish(OperationRun::State::Failed, ended.error());
        const auto noted = flow->record->end(deploy::verdictName(deploy::Verdict::Unhealthy));
        return noted ? Result<RollbackOutcome>(outcomeOf(flow, false)) : failure(noted);
    }
    if (begun) {
        for (const QString &deed : flow->record->deeds()) {
            run.addLeftBehind(deed);
        }
        // Best effort: without the line the run is open all the same.
        std::ignore = flow->record->pause(ended.error().detail);
    }
    const bool stopped = ended.error().kind == Error::Kind::Cancelled;
    run.setVerdict(stopped ? deploy::Verdict::Stopped : deploy::Verdict::Failed);
    run.finish(stopped ? OperationRun::State::Stopped : OperationRun::State::Failed, ended.error(), begun);
    return failure(ended);
}

} // namespace

Async<void> perform(FlowPtr flow, QString effect, QString what, Work work)
{
    if (flow->record->isDone(effect)) {
        co_return {};
    }
    if (flow->cancel().isCancelled()) {
        co_return failure(Error::Kind::Cancelled, what, Text::tr("stopped before it"));
    }
    if (const auto noted = flow->record->intend(effect, what); !noted) {
        co_return failure(noted);
    }
    flow->tell(what);
    const auto done = co_await work();
    if (!done) {
        // Stopped in the middle it may have happened: without a line either way, the next run looks.
        if (done.error().kind != Error::Kind::Cancelled) {
            std::ignore = flow->record->failed(effect, done.error().detail);
        }
        co_return failure(done);
    }
    flow->run->log(what);
    co_return flow->record->done(effect, what, *done);
}

Result<std::shared_ptr<deploy::DeployRun>> openRun(const RollbackRequest &request, const Services &services)
{
    QString id = deploy::newRunId(u"rollback"_s, services.clock->now());
    const auto entries = services.ledger->openRuns();
    if (!entries) {
        return failure(entries);
    }
    const QJsonObject identity = identityOf(request, services);
    for (const deploy::LedgerEntry &entry : *entries) {
        if (entry.kind == deploy::LedgerEntry::Kind::Begun && isSame(entry.facts, identity, identity.keys())) {
            id = entry.run;
        }
    }
    auto run = std::make_shared<deploy::DeployRun>(id, u"rollback"_s);
    QList<OperationStep> steps;
    const QList<Phase> phases = phasesFor(request.choice);
    for (const Phase &phase : phases) {
        steps.append({.id = phase.id, .title = phase.title});
    }
    run->setSteps(steps);
    return run;
}

Async<RollbackOutcome> rollBack(RollbackRequest request, Services services, std::shared_ptr<deploy::DeployRun> run,
                                CancelToken cancel)
{
    const auto lock = services.lock ? services.lock(request.subject) : Result<std::shared_ptr<void>>(std::shared_ptr<void>());
    if (!lock) {
        run->setVerdict(deploy::Verdict::Failed);
        run->finish(OperationRun::State::Failed, lock.error());
        co_return failure(lock);
    }
    const FlowPtr flow = flowOf(std::move(request), std::move(services));
    flow->run = std::move(run);
    const auto registration = cancel.onCancel([halt = flow->halt]() mutable { halt.cancel(); });
    const auto ended = co_await runPhases(flow, phasesFor(flow->request.choice));
    co_return conclude(flow, ended);
}

} // namespace sentinel::rollback
