// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Guard.h"
#include "core/rollback/GuardFlow.h"

#include <QCoreApplication>

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
    Async<void> (*work)(GuardPtr);
};

QList<Phase> phases()
{
    return {{u"find"_s, Text::tr("Find the deploy"), findDeploy},
            {u"watch"_s, Text::tr("Watch for new failures"), watchDeploy},
            {u"decide"_s, Text::tr("Decide whether a guard may go back"), decideDeploy},
            {u"rollback"_s, Text::tr("Go back to the version before"), takeBack}};
}

/// What an earlier process of this run wrote.
Result<void> openRecord(const GuardPtr &guard)
{
    const auto entries = guard->services.ledger->openRuns();
    if (!entries) {
        return failure(entries);
    }
    QList<deploy::LedgerEntry> before;
    for (const deploy::LedgerEntry &entry : *entries) {
        if (entry.run != guard->run->id()) {
            continue;
        }
        before.append(entry);
        if (entry.kind == deploy::LedgerEntry::Kind::Begun) {
            guard->begun = entry.facts;
        } else if (entry.kind == deploy::LedgerEntry::Kind::Intent && entry.effect.startsWith(u"rollback:")) {
            guard->rollbackRuns.append(entry.effect.section(u':', 1));
        }
    }
    guard->record.emplace(guard->services.ledger, guard->run->id(), before);
    guard->run->setResumed(!before.isEmpty());
    return {};
}

[[nodiscard]] Async<void> runPhases(GuardPtr guard)
{
    const QList<Phase> all = phases();
    for (const Phase &phase : all) {
        const bool isLeftOut = guard->isDecided || (phase.id == u"watch" && !guard->to.isEmpty());
        if (isLeftOut) {
            guard->run->end(phase.id, OperationStep::State::Skipped, guard->now());
            continue;
        }
        guard->step = phase.id;
        guard->run->begin(phase.id, guard->now());
        const auto done = co_await phase.work(guard);
        const bool stopped = !done && done.error().kind == Error::Kind::Cancelled;
        const auto state = done ? OperationStep::State::Done
            : stopped           ? OperationStep::State::Stopped
                                : OperationStep::State::Failed;
        guard->run->end(phase.id, state, guard->now(),
                        done ? (guard->isDecided ? guard->report.sentence : QString()) : done.error().detail);
        if (!done) {
            co_return done;
        }
    }
    co_return {};
}

bool isGood(GuardDecision decision)
{
    return decision == GuardDecision::Nothing || decision == GuardDecision::Quiet || decision == GuardDecision::RolledBack;
}

/// A quiet end is written where other guards see it; that it cannot be is no reason to call it anything else.
[[nodiscard]] Async<void> noteQuiet(GuardPtr guard)
{
    if (guard->report.decision == GuardDecision::Quiet) {
        const QString sentence = guard->report.sentence;
        const auto noted = co_await noteDecision(guard, guardDecisionName(GuardDecision::Quiet), sentence);
        if (!noted && noted.error().kind == Error::Kind::Cancelled) {
            co_return failure(noted);
        }
    }
    co_return {};
}

Result<GuardReport> conclude(const GuardPtr &guard, const Result<void> &ended)
{
    deploy::DeployRun &run = *guard->run;
    if (ended) {
        const bool good = isGood(guard->report.decision);
        run.setVerdict(good ? deploy::Verdict::Healthy : deploy::Verdict::Unhealthy);
        run.log(guard->report.sentence);
        const auto noted = guard->record->end(good ? deploy::verdictName(deploy::Verdict::Healthy)
                                                   : guardDecisionName(guard->report.decision));
        run.finish(good ? OperationRun::State::Done : OperationRun::State::Failed,
                   good ? std::nullopt
                        : std::optional(Error{.kind = Error::Kind::Invalid,
                                              .doing = Text::tr("guarding the deploy of %1").arg(guard->subject().title()),
                                              .detail = guard->report.sentence}));
        return noted ? Result<GuardReport>(guard->report) : failure(noted);
    }
    const bool begun = guard->record && guard->record->hasBegun();
    if (begun) {
        // Best effort: without the line the run is open all the same.
        std::ignore = guard->record->pause(ended.error().detail);
    }
    const bool stopped = ended.error().kind == Error::Kind::Cancelled;
    run.setVerdict(stopped ? deploy::Verdict::Stopped : deploy::Verdict::Failed);
    run.finish(stopped ? OperationRun::State::Stopped : OperationRun::State::Failed, ended.error(), begun);
    return failure(ended);
}

Result<std::shared_ptr<void>> lockFor(const GuardRequest &request, const GuardServices &services)
{
    if (request.optIn.isEmpty()) {
        return failure(
            Error::Kind::Invalid, Text::tr("guarding the deploy of %1").arg(request.subject.title()),
            Text::tr("Nobody said that a guard may roll back here: answer delivery.guard in the plan, for this environment."));
    }
    return services.lock ? services.lock(request.subject) : Result<std::shared_ptr<void>>(std::shared_ptr<void>());
}

} // namespace

QString guardDecisionName(GuardDecision decision)
{
    switch (decision) {
    case GuardDecision::Nothing:
        return u"nothing"_s;
    case GuardDecision::Quiet:
        return u"quiet"_s;
    case GuardDecision::RolledBack:
        return u"rolled-back"_s;
    case GuardDecision::NotHelped:
        return u"not-helped"_s;
    case GuardDecision::Refused:
        return u"refused"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Result<std::shared_ptr<deploy::DeployRun>> openGuard(const GuardRequest &request, const GuardServices &services)
{
    const auto entries = services.ledger->openRuns();
    if (!entries) {
        return failure(entries);
    }
    QString id = deploy::newRunId(u"guard"_s, services.rollback.clock->now());
    for (const deploy::LedgerEntry &entry : *entries) {
        if (entry.kind == deploy::LedgerEntry::Kind::Begun && isGuardOf(entry, request.subject, services)) {
            id = entry.run;
        }
    }
    auto run = std::make_shared<deploy::DeployRun>(id, u"guard"_s);
    QList<OperationStep> steps;
    const QList<Phase> all = phases();
    for (const Phase &phase : all) {
        steps.append({.id = phase.id, .title = phase.title});
    }
    run->setSteps(steps);
    return run;
}

Async<GuardReport> guardDeploy(GuardRequest request, GuardServices services, std::shared_ptr<deploy::DeployRun> run,
                               CancelToken cancel)
{
    const auto lock = lockFor(request, services);
    if (!lock) {
        run->setVerdict(deploy::Verdict::Failed);
        run->finish(OperationRun::State::Failed, lock.error());
        co_return failure(lock);
    }
    const auto guard = std::make_shared<GuardFlow>();
    guard->request = std::move(request);
    guard->services = std::move(services);
    guard->run = std::move(run);
    guard->cancel = std::move(cancel);
    guard->report.subject = guard->request.subject;
    if (const auto opened = openRecord(guard); !opened) {
        guard->run->finish(OperationRun::State::Failed, opened.error());
        co_return failure(opened);
    }
    auto ended = co_await runPhases(guard);
    if (ended) {
        ended = co_await noteQuiet(guard);
    }
    co_return conclude(guard, ended);
}

} // namespace sentinel::rollback
