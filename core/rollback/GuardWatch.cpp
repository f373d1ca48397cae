// SPDX-License-Identifier: GPL-3.0-or-later
// The watch after a deploy: new failures of its workloads, and the query.
#include "core/gitops/Application.h"
#include "core/helm/History.h"
#include "core/rollback/GuardFlow.h"
#include "core/rollback/GuardSlo.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kTick = std::chrono::seconds(5);
constexpr Duration kBetweenQueries = std::chrono::seconds(30);
const QString kSlo = u"slo"_s;

/// What is seen of the cluster meanwhile.
struct Eye
{
    deploy::Standing seen{};
    bool isWhole = false; ///< every kind has been listed and none is cut off
    QString problem{}; ///< why it is not
    CancelSource stop;
};
using EyePtr = std::shared_ptr<Eye>;

/// What is wrong, since when.
struct Episode
{
    QDateTime since{};
    QString sentence{};
};
using Episodes = QMap<QString, Episode>;

QString doing()
{
    return Text::tr("watching a deploy");
}

QString nameOf(const deploy::ObjectKey &key)
{
    return key.kind + u'/' + key.ns + u'/' + key.name;
}

bool counts(const Expected &expected, const deploy::ObjectState &state)
{
    return state.depth == 0 && state.key.kind != u"Application" && (expected.keys.isEmpty() || expected.keys.contains(state.key));
}

/// Argo CD's own trouble with the version; that an Application is degraded only repeats its objects.
bool isFailedSync(const deploy::ObjectState &state)
{
    using enum deploy::Cause;
    return state.depth == 0 && state.key.kind == u"Application" && !state.why.isEmpty()
        && (state.why.first().cause == SyncFailed || state.why.first().cause == HookFailed
            || state.why.first().cause == MigrationFailed);
}

QString sentenceOf(const deploy::ObjectState &state)
{
    const QString what = state.why.isEmpty() ? state.sentence : state.why.first().title;
    return state.key.toString() + u": "_s + what;
}

/// Those that were there stay with the time they began; what is over is forgotten.
Episodes goneOn(const Episodes &before, const Troubles &now, const QStringList &old, const QDateTime &at)
{
    Episodes episodes;
    for (const auto &[name, sentence] : now.asKeyValueRange()) {
        if (!old.contains(name)) {
            episodes.insert(name,
                            {.since = before.value(name).since.isValid() ? before.value(name).since : at, .sentence = sentence});
        }
    }
    return episodes;
}

QStringList lasting(const Episodes &episodes, const QDateTime &at, Duration patience)
{
    QStringList sentences;
    for (const Episode &episode : episodes) {
        if (Duration(episode.since.msecsTo(at)) >= patience) {
            sentences.append(episode.sentence);
        }
    }
    return sentences;
}

[[nodiscard]] Async<void> observing(GuardPtr guard, EyePtr eye, Expected expected)
{
    const auto ended = co_await deploy::follow(
        guard->api(), guard->services.rollback.clock, scopeOf(guard->subject(), expected),
        [eye](const deploy::Standing &standing) {
            eye->isWhole = standing.complete && standing.problem.isEmpty();
            eye->problem = standing.problem;
            if (standing.complete) {
                eye->seen = standing;
            }
        },
        eye->stop.token());
    if (!ended) {
        eye->isWhole = false;
        eye->problem = ended.error().detail;
    }
    co_return {};
}

/// Looks at the Application, which alone tells of another cluster, and at what is deployed now. False: another version is.
[[nodiscard]] Async<bool> isStillDeployed(GuardPtr guard, EyePtr eye)
{
    const Subject &subject = guard->subject();
    if (subject.way == Way::Helm) {
        const auto heads = co_await helm::readHeads(guard->api(), subject.ns, subject.name, guard->cancel);
        if (!heads) {
            co_return failure(heads);
        }
        co_return !heads->isEmpty() && QString::number(heads->constLast().revision) == guard->deploy.present.revision;
    }
    const auto application
        = co_await guard->api()->get(gitops::applicationType(), {.ns = subject.ns, .name = subject.name}, guard->cancel);
    if (!application) {
        co_return failure(application);
    }
    if (subject.isRemote) {
        eye->isWhole = true;
    }
    guard->request.subject.application = *application;
    const auto candidates = argoCandidates(guard->subject(), *guard->services.rollback.memory);
    co_return deployIn(candidates).id() == guard->deploy.id();
}

void take(const GuardPtr &guard, const SloReading &reading)
{
    guard->report.slo = reading.value;
    if (guard->report.sloProblem != reading.problem && !reading.problem.isEmpty()) {
        guard->run->log(Text::tr("%1 Only the state of the workloads counts meanwhile.").arg(reading.problem));
    }
    guard->report.sloProblem = reading.problem;
}

Troubles sloTrouble(const GuardPtr &guard)
{
    const GuardRules &rules = guard->request.rules;
    if (!guard->report.slo || *guard->report.slo <= rules.above) {
        return {};
    }
    return {{kSlo, Text::tr("the query is at %1, above %2").arg(*guard->report.slo).arg(rules.above)}};
}

/// The watch of one deploy.
struct Watch
{
    Expected expected{};
    Episodes failing{};
    Episodes unwell{};
    QDateTime asked{};
    QDateTime began{}; ///< when everything was first seen
};

[[nodiscard]] Async<void> askSlo(GuardPtr guard, std::shared_ptr<Watch> watch)
{
    const bool isDue = !watch->asked.isValid() || Duration(watch->asked.msecsTo(guard->now())) >= kBetweenQueries;
    if (!guard->request.rules.hasQuery() || !isDue) {
        co_return {};
    }
    watch->asked = guard->now();
    const auto reading = co_await readSlo(guard->api(), guard->request.rules, guard->cancel);
    if (!reading) {
        co_return failure(reading);
    }
    take(guard, *reading);
    co_return {};
}

void judge(const GuardPtr &guard, const EyePtr &eye, Watch &watch)
{
    if (!eye->isWhole) {
        return; // an old picture is none
    }
    if (!watch.began.isValid()) {
        watch.began = guard->now();
    }
    const GuardArmed &armed = *guard->mark.armed;
    const QStringList old = armed.failing + (armed.wasOverSlo ? QStringList{kSlo} : QStringList());
    const bool isRemote = guard->subject().isRemote;
    Troubles failing = isRemote ? failuresOf(guard->subject().application) : failuresIn(eye->seen, watch.expected);
    failing.insert(sloTrouble(guard));
    watch.failing = goneOn(watch.failing, failing, old, guard->now());
    watch.unwell = goneOn(watch.unwell, isRemote ? failing : unwellIn(eye->seen, watch.expected), old, guard->now());
    guard->report.failures = lasting(watch.failing, guard->now(), guard->request.patience);
}

/// The time is over: what has not been well for one moment since has not come up.
Result<void> conclude(const GuardPtr &guard, const EyePtr &eye, const Watch &watch)
{
    if (!eye->isWhole) {
        return failure(
            Error::Kind::Unreachable, doing(),
            eye->problem.isEmpty()
                ? Text::tr("The cluster could not be looked at, so nobody knows how the deploy did.")
                : Text::tr("The cluster could not be looked at, so nobody knows how the deploy did: %1").arg(eye->problem));
    }
    for (const Episode &episode : watch.unwell) {
        if (episode.since <= watch.began && Duration(watch.began.msecsTo(guard->now())) >= guard->request.patience) {
            guard->report.failures.append(Text::tr("%1 (not well for one moment since the deploy)").arg(episode.sentence));
        }
    }
    if (guard->report.failures.isEmpty()) {
        guard->decide(GuardDecision::Quiet,
                      Text::tr("Nothing failed newly until %1.").arg(guard->report.until.toLocalTime().toString(u"HH:mm")));
    }
    return {};
}

[[nodiscard]] Async<void> watchOn(GuardPtr guard, EyePtr eye, std::shared_ptr<Watch> watch)
{
    while (guard->report.failures.isEmpty()) {
        const auto same = co_await isStillDeployed(guard, eye);
        if (!same && same.error().kind != Error::Kind::Unreachable && same.error().kind != Error::Kind::Timeout) {
            co_return failure(same);
        }
        if (same && !*same) {
            guard->decide(GuardDecision::Nothing, Text::tr("Another version was deployed meanwhile."));
            co_return {};
        }
        if (const auto asked = co_await askSlo(guard, watch); !asked) {
            co_return failure(asked);
        }
        judge(guard, eye, *watch);
        if (!guard->report.failures.isEmpty()) {
            co_return {};
        }
        if (guard->now() >= guard->report.until) {
            co_return conclude(guard, eye, *watch);
        }
        guard->tell(watch->failing.isEmpty()
                        ? Text::tr("until %1, nothing fails newly").arg(guard->report.until.toLocalTime().toString(u"HH:mm:ss"))
                        : watch->failing.first().sentence);
        if (const auto waited = co_await sleep(*guard->services.rollback.clock, kTick, guard->cancel); !waited) {
            co_return failure(waited);
        }
    }
    co_return {};
}

} // namespace

Troubles failuresIn(const deploy::Standing &standing, const Expected &expected)
{
    Troubles troubles;
    for (const deploy::ObjectState &state : standing.objects) {
        const bool isHopeless = !state.why.isEmpty() && !deploy::mendsByItself(state.why.first().cause);
        const bool isMeant = counts(expected, state) || expected.hooks.contains(state.key);
        if ((isMeant && !isWell(state) && isHopeless) || isFailedSync(state)) {
            troubles.insert(nameOf(state.key), sentenceOf(state));
        }
    }
    return troubles;
}

Troubles unwellIn(const deploy::Standing &standing, const Expected &expected)
{
    Troubles troubles;
    for (const deploy::ObjectState &state : standing.objects) {
        if (counts(expected, state) && !isWell(state)) {
            troubles.insert(nameOf(state.key), sentenceOf(state));
        }
    }
    return troubles;
}

Troubles failuresOf(const kube::Object &application)
{
    const QJsonValue health = application[u"status"][u"health"];
    const QString word = health[u"status"].toString();
    if (word != u"Degraded" && word != u"Missing") {
        return {};
    }
    const QJsonValue metadata = application[u"metadata"];
    return {{u"Application/%1/%2"_s.arg(metadata[u"namespace"].toString(), metadata[u"name"].toString()),
             Text::tr("Argo CD says: %1. %2").arg(word, health[u"message"].toString()).trimmed()}};
}

Async<void> watchDeploy(GuardPtr guard)
{
    const auto eye = std::make_shared<Eye>();
    const auto watch = std::make_shared<Watch>();
    if (!guard->subject().isRemote) {
        const auto expected
            = co_await expectedIn(guard->services.rollback, guard->subject(), guard->deploy.present, guard->cancel);
        if (!expected) {
            co_return failure(expected);
        }
        watch->expected = *expected;
        std::ignore = observing(guard, eye, watch->expected); // ends with `stop`
    }
    const auto watched = co_await watchOn(guard, eye, watch);
    eye->stop.cancel();
    co_return watched;
}

} // namespace sentinel::rollback
