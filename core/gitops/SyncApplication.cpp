// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/SyncApplication.h"
#include "core/base/Timestamp.h"

#include "core/gitops/Await.h"
#include "core/gitops/Json.h"
#include "core/gitops/PastSync.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SyncApplication)
};

constexpr int kMostTries = 8;
constexpr Duration kStale = std::chrono::seconds(20); ///< after which what it says is taken as it is
constexpr Duration kIllFor = std::chrono::seconds(5); ///< a roll out passes through Degraded now and then
const QString kEffect = u"sync"_s;

QString spoken(const kube::ObjectName &name)
{
    return name.ns + u'/' + name.name;
}

/// All that one run's coroutines share.
struct Flow
{
    Flow(SyncRequest wanted, ChangeServices by, SyncRun opened)
        : request(std::move(wanted))
        , services(std::move(by))
        , run(std::move(opened))
    {
    }

    SyncRequest request;
    ChangeServices services;
    SyncRun run;
    journal::Deed deed;
    CancelSource halt;
    bool isLate = false;
    bool wasAccepted = false; ///< the cluster has the operation
    QObject context;

    [[nodiscard]] CancelToken cancel() const { return halt.token(); }
    [[nodiscard]] QDateTime now() const { return services.clock->now(); }
    [[nodiscard]] QString id() const { return run.run->id(); }
    [[nodiscard]] kube::ApiPtr api() const { return services.api; }
};
using FlowPtr = std::shared_ptr<Flow>;

QString doing(const FlowPtr &flow)
{
    return Text::tr("syncing %1").arg(spoken(flow->request.name));
}

std::unexpected<Error> conflict(const FlowPtr &flow, const QString &sentence)
{
    return failure(Error::Kind::Conflict, doing(flow), sentence);
}

QString whose(const kube::Object &object)
{
    const QString initiator = initiatorOf(object);
    return initiator.isEmpty() ? Text::tr("somebody") : plainLine(initiator);
}

constexpr int kSkew = 120; ///< seconds by which the cluster's clock and ours may differ

/// Ours, from the moment we meant to: it came and went while nobody looked.
bool isInHistory(const FlowPtr &flow, const kube::Object &object, const QDateTime &since)
{
    const auto read = readApplication(object);
    return read && std::ranges::any_of(read->history, [&](const HistoryEntry &entry) {
               return entry.began.isValid() && entry.began >= since.addSecs(-kSkew) && entry.by == flow->services.userName
                   && (flow->request.wish.revisions.isEmpty() || entry.revisions == flow->request.wish.revisions);
           });
}

/// What an earlier program wrote down of this run. The time of the intent, and whether the cluster took it.
struct Before
{
    QDateTime intended{};
    bool accepted = false;
};

Result<Before> beforeOf(const FlowPtr &flow)
{
    Before before;
    const auto records = flow->services.journal->records(flow->id());
    if (!records) {
        return failure(records);
    }
    for (const journal::Record &record : *records) {
        if (record.requestId == kEffect && record.type == journal::RecordType::Intent && !before.intended.isValid()) {
            before.intended = record.at;
        }
        before.accepted = before.accepted || (record.requestId == kEffect && record.type == journal::RecordType::Effect);
    }
    return before;
}

/// One look, and one try when nothing runs. True once the operation is ours.
[[nodiscard]] Async<bool> tryToStart(FlowPtr flow, Before before)
{
    const auto object = co_await flow->api()->get(applicationType(), flow->request.name, flow->cancel());
    if (!object) {
        co_return failure(object);
    }
    if (isOurs(*object, flow->id())) {
        co_return true;
    }
    if (before.accepted || (before.intended.isValid() && isInHistory(flow, *object, before.intended))) {
        co_return conflict(
            flow,
            Text::tr("This sync was begun before, and another operation has followed it. It is not begun a second time; "
                     "the history says how it ended."));
    }
    if (isBusy(*object)) {
        co_return conflict(flow,
                           Text::tr("An operation of %1 runs. Wait until it is over, or end it first.").arg(whose(*object)));
    }
    const QJsonObject patch
        = merged(flow->request.alongside, syncPatch(*object, flow->request.wish, flow->id(), flow->services.userName));
    QJsonObject whole = patch;
    whole.insert(u"status"_s, QJsonObject{{u"operationState"_s, QJsonValue::Null}}); // merging takes nulls for removals
    const auto written = co_await flow->api()->patch(
        applicationType(), flow->request.name,
        kube::Patch{.type = kube::PatchType::Merge, .json = QJsonDocument(whole).toJson(QJsonDocument::Compact)},
        kube::WriteOptions{.strict = true}, flow->cancel());
    if (!written) {
        co_return written.error().kind == Error::Kind::Conflict ? Result<bool>(false) : failure(written);
    }
    co_return true;
}

[[nodiscard]] Async<void> start(FlowPtr flow)
{
    flow->run.run->begin(u"start"_s, flow->now());
    const auto before = flow->run.isResumed ? beforeOf(flow) : Result<Before>();
    if (!before) {
        co_return failure(before);
    }
    if (const auto noted = flow->run.log.intent(flow->deed); !noted) {
        co_return failure(noted);
    }
    for (int tries = 0; tries < kMostTries; ++tries) {
        const auto started = co_await tryToStart(flow, *before);
        if (!started) {
            co_return failure(started);
        }
        if (*started) {
            flow->wasAccepted = true;
            flow->run.run->end(u"start"_s, OperationStep::State::Done, flow->now());
            co_return flow->run.log.effect(flow->deed);
        }
    }
    co_return conflict(flow, Text::tr("Others kept writing to the Application; try again when they are done."));
}

void tellProgress(const FlowPtr &flow, const kube::Object &object)
{
    const QJsonValue state = object[u"status"][u"operationState"];
    const QJsonArray resources = state[u"syncResult"][u"resources"].toArray();
    int done = 0;
    for (const QJsonValue &resource : resources) {
        const QString hook = resource[u"hookPhase"].toString();
        done += hook == u"Succeeded" || (hook.isEmpty() && !resource[u"status"].toString().isEmpty()) ? 1 : 0;
    }
    flow->run.run->tell(u"sync"_s, plainLine(state[u"message"].toString()), done, static_cast<int>(resources.size()));
}

[[nodiscard]] Async<kube::Object> followOperation(FlowPtr flow)
{
    flow->run.run->begin(u"sync"_s, flow->now());
    const auto over = co_await awaitObject(
        flow->api(), applicationType(), flow->request.name,
        [flow](const kube::Object &object) {
            if (!object.isEmpty() && isOurs(object, flow->id())) {
                tellProgress(flow, object);
            }
            return object.isEmpty() || !isOurs(object, flow->id()) || !isBusy(object);
        },
        flow->cancel());
    if (!over) {
        co_return failure(over);
    }
    if (over->isEmpty()) {
        co_return failure(Error::Kind::NotFound, doing(flow), Text::tr("The Application was deleted meanwhile."));
    }
    if (!isOurs(*over, flow->id())) {
        co_return conflict(flow, Text::tr("An operation of %1 took the place of ours.").arg(whose(*over)));
    }
    co_return *over;
}

/// Argo CD has looked at the objects since its operation ended.
bool isFresh(const kube::Object &object)
{
    const QDateTime ended = timestampOf(object[u"status"][u"operationState"][u"finishedAt"]);
    const QDateTime looked = timestampOf(object[u"status"][u"reconciledAt"]);
    return !ended.isValid() || (looked.isValid() && looked >= ended);
}

/// What is known of the health while it is followed.
struct HealthWatch
{
    bool isIll = false; ///< for long enough
    bool isIllFor = false; ///< the time for that runs
    bool isOld = false; ///< Argo CD did not look again: what it said before counts
    CancelSource again; ///< ends the present look, so that the above is considered
};

bool isSettled(const FlowPtr &flow, const std::shared_ptr<HealthWatch> &watch, const kube::Object &object)
{
    const QString health = object[u"status"][u"health"][u"status"].toString();
    const bool isKnown = watch->isOld || isFresh(object);
    if (object.isEmpty() || (isKnown && (health == u"Healthy" || health == u"Suspended"))) {
        return true;
    }
    flow->run.run->tell(u"health"_s, plainLine(health));
    if (!isKnown || health == u"Progressing") {
        return false;
    }
    if (!std::exchange(watch->isIllFor, true)) {
        flow->services.clock->after(kIllFor, &flow->context, [watch] {
            watch->isIll = true;
            watch->again.cancel();
        });
    }
    return watch->isIll;
}

/// Healthy, or ill for long enough to be believed. Empty: the Application is gone.
[[nodiscard]] Async<QString> followHealth(FlowPtr flow)
{
    flow->run.run->begin(u"health"_s, flow->now());
    const auto watch = std::make_shared<HealthWatch>();
    flow->services.clock->after(kStale, &flow->context, [watch] {
        watch->isOld = true;
        watch->again.cancel();
    });
    for (;;) {
        watch->again = {};
        const auto registration = flow->cancel().onCancel([watch] { watch->again.cancel(); });
        const auto settled = co_await awaitObject(
            flow->api(), applicationType(), flow->request.name,
            [flow, watch](const kube::Object &object) { return isSettled(flow, watch, object); }, watch->again.token());
        if (settled) {
            co_return (*settled)[u"status"][u"health"][u"status"].toString();
        }
        if (settled.error().kind != Error::Kind::Cancelled || flow->cancel().isCancelled()) {
            co_return failure(settled);
        }
    }
}

[[nodiscard]] Async<SyncOutcome> perform(FlowPtr flow)
{
    if (const auto started = co_await start(flow); !started) {
        co_return failure(started);
    }
    const auto over = co_await followOperation(flow);
    if (!over) {
        co_return failure(over);
    }
    const QJsonValue state = (*over)[u"status"][u"operationState"];
    SyncOutcome outcome{.succeeded = state[u"phase"].toString() == u"Succeeded",
                        .message = plainLine(state[u"message"].toString())};
    if (const auto read = readApplication(*over)) {
        outcome.revisions = read->operation.revisions;
    }
    flow->run.run->end(u"sync"_s, outcome.succeeded ? OperationStep::State::Done : OperationStep::State::Failed, flow->now(),
                       outcome.message);
    if (!outcome.succeeded || !flow->request.followsHealth || flow->request.wish.dryRun) {
        outcome.healthy = outcome.succeeded && !flow->request.followsHealth;
        flow->run.run->end(u"health"_s, OperationStep::State::Skipped, flow->now());
        co_return outcome;
    }
    const auto health = co_await followHealth(flow);
    if (!health) {
        co_return failure(health);
    }
    outcome.health = *health;
    outcome.healthy = *health == u"Healthy";
    flow->run.run->end(u"health"_s, outcome.healthy ? OperationStep::State::Done : OperationStep::State::Failed, flow->now(),
                       outcome.health);
    co_return outcome;
}

/// The last line of the journal, and what the front ends see.
Result<SyncOutcome> concluded(const FlowPtr &flow, Result<SyncOutcome> outcome)
{
    OperationRun &run = *flow->run.run;
    if (outcome) {
        const bool isGood = outcome->succeeded && (outcome->healthy || outcome->health.isEmpty());
        std::ignore = flow->run.log.outcome(isGood ? journal::Outcome::Done : journal::Outcome::Failed,
                                            outcome->health.isEmpty() ? outcome->message : outcome->health);
        run.finish(isGood ? OperationRun::State::Done : OperationRun::State::Failed);
        return outcome;
    }
    Error error = outcome.error();
    const bool isStopped = error.kind == Error::Kind::Cancelled;
    if (isStopped && flow->isLate) {
        error.kind = Error::Kind::Timeout;
        error.detail = Text::tr("It took longer than allowed; it goes on in the cluster.");
    } else if (isStopped && flow->wasAccepted) {
        error.detail = Text::tr("It goes on in the cluster; the same command follows it again, and terminate ends it.");
    }
    // An answer that was lost may have been a yes: the next run looks.
    const bool isUnclear = error.kind == Error::Kind::Unreachable || error.kind == Error::Kind::Timeout;
    const bool isOpen = flow->wasAccepted ? isStopped || isUnclear : isUnclear;
    std::ignore = flow->run.log.outcome(isStopped ? journal::Outcome::Stopped : journal::Outcome::Failed, error.detail, isOpen);
    run.finish(isStopped ? OperationRun::State::Stopped : OperationRun::State::Failed, error, isOpen);
    return failure(error);
}

} // namespace

Result<SyncRun> openSync(const SyncRequest &request, const ChangeServices &services, bool discard)
{
    const QString sentence = Text::tr("%1 is synced.").arg(spoken(request.name));
    const journal::Facts facts = wishFacts(request);
    auto opened = openOperation(services, request.kind, request.name, sentence, facts);
    if (!opened) {
        return failure(opened);
    }
    if (opened->isResumed) {
        const auto records = services.journal->records(opened->log.id());
        const bool isRead = records && !records->isEmpty();
        const bool isSame = isRead && isSameWish(request, records->first());
        if (!isSame && !discard) {
            std::ignore = opened->log.outcome(journal::Outcome::Stopped, Text::tr("another sync was asked for"), true);
            return failure(Error::Kind::Conflict, Text::tr("syncing %1").arg(spoken(request.name)),
                           Text::tr("%1 is open and asked for something else: %2. Go on with that one, or begin this one "
                                    "instead with --give-up.")
                               .arg(opened->log.id(), isRead ? wishText(records->first()) : QString()));
        }
        if (!isSame) {
            std::ignore = opened->log.outcome(journal::Outcome::Unknown, Text::tr("given up for another sync"));
            opened->claim.reset();
            opened = openOperation(services, request.kind, request.name, sentence, facts);
            if (!opened) {
                return failure(opened);
            }
        }
    }
    SyncRun run{.run = std::make_shared<OperationRun>(opened->log.id(), request.kind),
                .log = opened->log,
                .claim = opened->claim,
                .isResumed = opened->isResumed};
    run.run->setSteps({{.id = u"start"_s, .title = Text::tr("Ask Argo CD")},
                       {.id = u"sync"_s, .title = Text::tr("Sync")},
                       {.id = u"health"_s, .title = Text::tr("Become healthy")}});
    return run;
}

Async<SyncOutcome> syncApplication(SyncRequest request, ChangeServices services, SyncRun run, CancelToken cancel)
{
    const auto flow = std::make_shared<Flow>(std::move(request), std::move(services), std::move(run));
    flow->deed = {.phase = u"start"_s,
                  .sentence = Text::tr("%1 is synced.").arg(spoken(flow->request.name)),
                  .requestId = kEffect,
                  .target = {.apiVersion = applicationType().apiVersion(),
                             .kind = applicationType().kind,
                             .ns = flow->request.name.ns,
                             .name = flow->request.name.name}};
    const auto registration = cancel.onCancel([halt = flow->halt]() mutable { halt.cancel(); });
    flow->services.clock->after(flow->request.patience, &flow->context, [flow = flow.get()] {
        flow->isLate = true;
        flow->halt.cancel();
    });
    auto outcome = co_await perform(flow);
    co_return concluded(flow, std::move(outcome));
}

} // namespace sentinel::gitops
