// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a guard may go back by itself, that only one does, and the way back.
#include "core/gitops/Application.h"
#include "core/gitops/Operation.h"
#include "core/rollback/Flow.h"
#include "core/rollback/GuardFlow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kMostTries = 8;
constexpr Duration kBetweenLooks = std::chrono::seconds(5);
const QString kSchema = u"rollback.schema"_s;
const QString kRollbackEffect = u"rollback:"_s;

/// Amber that nobody but a person takes upon himself: what may lose data, get in somebody's way, or not last for a minute.
bool needsPerson(const QString &rule)
{
    static const QSet<QString> rules{u"rollback.rights"_s,      u"rollback.busy"_s,    u"rollback.sticks"_s,
                                     u"rollback.deletes"_s,     u"rollback.dry-run"_s, kSchema,
                                     u"rollback.definitions"_s, u"rollback.volumes"_s};
    return rules.contains(rule);
}

/// The sync of the deploy itself may still run, or try again; it is ended. Anybody else's is in the way.
bool isOwnSync(const GuardPtr &guard)
{
    const kube::Object &application = guard->subject().application;
    if (!gitops::isBusy(application)) {
        return false;
    }
    const auto read = gitops::readApplication(application);
    return read && (read->operation.revisions.isEmpty() || read->operation.revisions == guard->deploy.present.revisions);
}

RollbackRequest requestFor(const GuardPtr &guard, const QString &to, bool endsSync)
{
    const Way way = guard->subject().way;
    return {.subject = guard->subject(),
            .to = to,
            .choice = {.way = way, .endRunning = way == Way::ArgoCd && endsSync},
            .deadline = guard->request.deadline};
}

QStringList acceptable(const Verdict &verdict)
{
    QStringList rules;
    for (const QString &rule : verdict.unaccepted({})) {
        if (!needsPerson(rule)) {
            rules.append(rule);
        }
    }
    return rules;
}

QString firstSentence(const Verdict &verdict, const QString &rule)
{
    for (const Check &check : verdict.checks) {
        if (check.rule == rule && !check.findings.isEmpty()) {
            const auto worst = std::ranges::max_element(check.findings, {}, &Finding::severity);
            return worst->sentence;
        }
    }
    return {};
}

/// The same schema before and after, said by both versions; anything else is a migration, or nobody knows.
QString whyOfSchema(const Verdict &verdict)
{
    const auto check = std::ranges::find(verdict.checks, kSchema, &Check::rule);
    const bool isGreen = check != verdict.checks.cend() && check->light == Light::Green;
    if (verdict.schema > 0 && verdict.schemaThen > 0 && verdict.schema != verdict.schemaThen) {
        return Text::tr("A migration came between the two (schema %1 now, %2 then); a guard never goes back across one.")
            .arg(verdict.schema)
            .arg(verdict.schemaThen);
    }
    if (!isGreen || verdict.schema == 0 || verdict.schemaThen == 0) {
        return Text::tr("Whether a migration came between the two is not known, so a guard does not go back: %1")
            .arg(firstSentence(verdict, kSchema));
    }
    return {};
}

/// Why only a person may go back; empty: a guard may.
QString whyRefused(const Verdict &verdict)
{
    for (const Check &check : verdict.checks) {
        if (check.light == Light::Red && check.rule != kSchema) {
            return Text::tr("It is not safe (%1): %2").arg(check.rule, firstSentence(verdict, check.rule));
        }
    }
    if (const QString schema = whyOfSchema(verdict); !schema.isEmpty()) {
        return schema;
    }
    if (verdict.candidate.health == Remembered::Unhealthy || verdict.candidate.health == Remembered::RolledBack) {
        return Text::tr("The version before was not good either: %1.").arg(verdict.candidate.healthSentence);
    }
    for (const QString &rule : verdict.unaccepted({})) {
        if (needsPerson(rule)) {
            return Text::tr("A person has to look at %1 first: %2").arg(rule, firstSentence(verdict, rule));
        }
    }
    return {};
}

[[nodiscard]] Async<void> refuse(GuardPtr guard, QString why)
{
    const auto noted = co_await noteDecision(guard, guardDecisionName(GuardDecision::Refused), why);
    if (!noted) {
        co_return failure(noted);
    }
    if (*noted) {
        guard->decide(GuardDecision::Refused, why);
    }
    co_return {};
}

/// Written down here, then where every guard sees it.
[[nodiscard]] Async<void> claim(GuardPtr guard)
{
    const QString sentence = guard->report.failures.join(u"; "_s);
    const QString effect = u"decide"_s;
    if (const auto noted = guard->record->intend(effect, sentence); !noted) {
        co_return failure(noted);
    }
    guard->to = guard->deploy.before->id;
    const auto claimed = co_await noteDecision(guard, u"rolling-back"_s, sentence);
    if (!claimed) {
        co_return failure(claimed);
    }
    if (!*claimed) {
        guard->to.clear();
        co_return {};
    }
    co_return guard->record->noted(effect, sentence, {{u"to"_s, guard->to}});
}

/// A rollback of this guard that has begun: open, so that it goes on, or over.
enum class Begun { No, Open, Over };

[[nodiscard]] Async<Begun> hasBegun(GuardPtr guard, RollbackRequest request)
{
    const Services &services = guard->services.rollback;
    const auto entries = services.ledger->openRuns();
    if (!entries) {
        co_return failure(entries);
    }
    const QJsonObject identity = identityOf(request, services);
    for (const deploy::LedgerEntry &entry : *entries) {
        if (entry.kind == deploy::LedgerEntry::Kind::Begun && isSame(entry.facts, identity, identity.keys())) {
            co_return Begun::Open;
        }
    }
    const auto subject = std::make_shared<Subject>(guard->subject());
    const auto candidates = co_await freshCandidates(subject, services, guard->cancel);
    if (!candidates) {
        co_return failure(candidates);
    }
    guard->request.subject = *subject;
    const GuardedDeploy present = deployIn(*candidates);
    guard->deploy = present; // of a run that goes on nothing else is known of it
    const auto target = std::ranges::find(*candidates, request.to, &Candidate::id);
    const bool repeats = target != candidates->cend() && !candidates->isEmpty() && target->id != candidates->first().id
        && versionKey(*target) == versionKey(candidates->first());
    if (repeats || present.stepBackTo == request.to) {
        co_return Begun::Over;
    }
    // One that Argo CD took and could not do leaves no history; its operation still says whose it was.
    for (const QString &run : std::as_const(guard->rollbackRuns)) {
        if (gitops::isOurs(subject->application, run)) {
            guard->report.rollbackRun = run;
            co_return Begun::Over;
        }
    }
    co_return Begun::No;
}

[[nodiscard]] Async<bool> isWellNow(GuardPtr guard)
{
    if (guard->subject().isRemote) {
        co_return guard->subject().application[u"status"][u"health"][u"status"].toString() == u"Healthy";
    }
    const Services &services = guard->services.rollback;
    const auto candidates = co_await candidatesOf(services.api, guard->subject(), services.memory, guard->cancel);
    if (!candidates) {
        co_return failure(candidates);
    }
    const auto expected = co_await expectedIn(services, guard->subject(), deployIn(*candidates).present, guard->cancel);
    if (!expected) {
        co_return failure(expected);
    }
    const auto standing
        = co_await deploy::look(services.api, services.clock, scopeOf(guard->subject(), *expected), guard->cancel);
    if (!standing) {
        co_return failure(standing);
    }
    co_return unwellIn(*standing, *expected).isEmpty();
}

/// Somebody of this machine is still deploying, or rolling back: nobody is cut off, the guard comes after.
[[nodiscard]] Async<void> awaitTurn(GuardPtr guard)
{
    const Services &services = guard->services.rollback;
    const QDateTime end = guard->now().addMSecs(guard->request.deadline.count());
    for (;;) {
        const auto lock
            = services.lock ? services.lock(guard->subject()) : Result<std::shared_ptr<void>>(std::shared_ptr<void>());
        if (lock) {
            co_return {}; // and taken again by the rollback itself
        }
        if (lock.error().kind != Error::Kind::Conflict || guard->now() >= end) {
            co_return failure(lock);
        }
        guard->tell(lock.error().detail);
        if (const auto waited = co_await sleep(*services.clock, kBetweenLooks, guard->cancel); !waited) {
            co_return failure(waited);
        }
    }
}

/// By the ordinary way back, written down under its own id first.
[[nodiscard]] Async<bool> rollBackNow(GuardPtr guard, RollbackRequest request)
{
    const Services &services = guard->services.rollback;
    const auto run = openRun(request, services);
    if (!run) {
        co_return failure(run);
    }
    guard->report.rollbackRun = (*run)->id();
    const QString effect = kRollbackEffect + (*run)->id();
    const QString what = Text::tr("rollback of %1 to version %2").arg(guard->subject().title(), request.to);
    if (const auto noted = guard->record->intend(effect, what); !noted) {
        co_return failure(noted);
    }
    guard->run->log(what);
    const auto done = co_await rollBack(request, services, *run, guard->cancel);
    if (!done) {
        co_return failure(done);
    }
    if (done->isRefused) {
        co_return failure(Error::Kind::Conflict, what, Text::tr("It became unsafe meanwhile; nothing was changed."));
    }
    if (const auto noted = guard->record->done(effect, what, {{u"healthy"_s, done->healthy}}); !noted) {
        co_return failure(noted);
    }
    co_return done->healthy;
}

/// Looks whether it is safe once more where that is not known, since a run that was killed keeps no verdict.
[[nodiscard]] Async<std::optional<RollbackRequest>> safeRequest(GuardPtr guard)
{
    RollbackRequest request = requestFor(guard, guard->to, isOwnSync(guard));
    if (!guard->report.verdict) {
        const auto verdict = co_await lookAhead(request, guard->services.rollback, guard->cancel);
        if (!verdict) {
            co_return failure(verdict);
        }
        guard->report.verdict = *verdict;
        if (const QString why = whyRefused(**verdict); !why.isEmpty()) {
            const auto refused = co_await refuse(guard, why);
            if (!refused) {
                co_return failure(refused);
            }
            co_return std::nullopt;
        }
    }
    request.choice = guard->report.verdict->choice;
    request.seen = guard->report.verdict;
    request.accepted = acceptable(*guard->report.verdict);
    guard->report.accepted = request.accepted;
    co_return request;
}

} // namespace

Async<bool> noteDecision(GuardPtr guard, QString decision, QString sentence)
{
    for (int tries = 0; tries < kMostTries; ++tries) {
        auto mark = co_await readGuardMark(guard->api(), guard->subject(), guard->cancel);
        if (!mark) {
            co_return failure(mark);
        }
        if (mark->decided && mark->decided->deploy == guard->deployId && mark->decided->run != guard->run->id()) {
            guard->decide(
                GuardDecision::Nothing,
                Text::tr("A guard of %1 decided about this deploy first: %2.").arg(mark->decided->by, mark->decided->decision));
            co_return false;
        }
        mark->decided = GuardDecided{.deploy = guard->deployId,
                                     .run = guard->run->id(),
                                     .decision = decision,
                                     .to = guard->to,
                                     .sentence = sentence,
                                     .at = guard->now(),
                                     .by = guard->services.rollback.userName};
        const auto written = co_await writeGuardMark(guard->api(), guard->subject(), *mark, guard->cancel);
        if (!written) {
            co_return failure(written);
        }
        if (*written) {
            co_return true;
        }
    }
    co_return failure(Error::Kind::Conflict, Text::tr("deciding about the deploy of %1").arg(guard->subject().title()),
                      Text::tr("Others kept writing its mark; nothing was changed."));
}

Async<void> decideDeploy(GuardPtr guard)
{
    if (!guard->to.isEmpty()) {
        co_return {}; // by an earlier run of this guard
    }
    if (!guard->deploy.before) {
        co_return co_await refuse(guard, Text::tr("There is no version before it to go back to."));
    }
    const RollbackRequest request = requestFor(guard, guard->deploy.before->id, isOwnSync(guard));
    const auto verdict = co_await lookAhead(request, guard->services.rollback, guard->cancel);
    if (!verdict) {
        co_return failure(verdict);
    }
    guard->report.verdict = *verdict;
    if (const QString why = whyRefused(**verdict); !why.isEmpty()) {
        co_return co_await refuse(guard, why);
    }
    co_return co_await claim(guard);
}

Async<void> takeBack(GuardPtr guard)
{
    if (const auto free = co_await awaitTurn(guard); !free) {
        co_return free;
    }
    RollbackRequest request = requestFor(guard, guard->to, false);
    const auto begun = co_await hasBegun(guard, request);
    if (!begun) {
        co_return failure(begun);
    }
    Result<bool> healthy = false;
    if (*begun == Begun::Over) {
        healthy = co_await isWellNow(guard);
    } else {
        if (*begun == Begun::No) {
            const auto safe = co_await safeRequest(guard);
            if (!safe || !*safe) {
                co_return safe ? Result<void>() : failure(safe);
            }
            request = **safe;
        }
        healthy = co_await rollBackNow(guard, request);
    }
    if (!healthy) {
        co_return failure(healthy);
    }
    const GuardDecision decision = *healthy ? GuardDecision::RolledBack : GuardDecision::NotHelped;
    const QString sentence = *healthy
        ? Text::tr("Rolled back to version %1: %2.").arg(guard->to, guard->report.failures.join(u"; "_s))
        : Text::tr("Rolled back to version %1, which did not become healthy: %2.")
              .arg(guard->to, guard->report.failures.join(u"; "_s));
    const auto noted = co_await noteDecision(guard, guardDecisionName(decision), sentence);
    if (!noted) {
        co_return failure(noted);
    }
    guard->decide(decision, sentence);
    co_return {};
}

} // namespace sentinel::rollback
