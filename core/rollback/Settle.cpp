// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Application.h"
#include "core/gitops/AutoSync.h"
#include "core/gitops/Await.h"
#include "core/rollback/Flow.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// The watch of one rollback.
struct Observation
{
    CancelSource stop;
    Promise<void> healthy; ///< kept once everything is, or with what ended the watch
    QString trouble{}; ///< the cause that does not mend by itself, while there is one
    int episode = 0; ///< tells the alarm of one trouble from that of the next
    QString cutOff{}; ///< why the picture may be old, while it may be
    int outage = 0;
    QSet<deploy::ObjectKey> leaving{}; ///< what only the newer version had and Argo CD would remove
};
using ObservationPtr = std::shared_ptr<Observation>;

void giveUp(const FlowPtr &flow)
{
    flow->hopeless = true;
    flow->halt.cancel();
}

/// Calls back once with the flow, unless it is over by then.
void alarm(const FlowPtr &flow, Duration delay, std::function<void(const FlowPtr &)> ring)
{
    flow->services.clock->after(delay, &flow->context, [weak = std::weak_ptr(flow), ring = std::move(ring)] {
        if (const auto alive = weak.lock()) {
            ring(alive);
        }
    });
}

/// What has to be healthy. The Application itself is out of sync by design, and what only the newer version had is nobody's
/// concern.
bool counts(const FlowPtr &flow, const ObservationPtr &observation, const deploy::ObjectState &state)
{
    if (state.depth != 0 || state.key.kind == u"Application") {
        return false;
    }
    const QSet<deploy::ObjectKey> &keys = flow->expected.keys;
    return keys.isEmpty() ? !observation->leaving.contains(state.key) : keys.contains(state.key);
}

/// The worst cause among what counts.
deploy::Standing judged(const FlowPtr &flow, const ObservationPtr &observation, deploy::Standing standing)
{
    standing.healthy = 0;
    standing.total = 0;
    standing.cause.clear();
    for (const deploy::ObjectState &state : std::as_const(standing.objects)) {
        if (!counts(flow, observation, state)) {
            continue;
        }
        ++standing.total;
        standing.healthy += isWell(state);
        if (standing.cause.isEmpty() && !state.why.isEmpty() && !deploy::mendsByItself(state.why.first().cause)) {
            standing.cause = state.why;
        }
    }
    return standing;
}

void watchTrouble(const FlowPtr &flow, const ObservationPtr &observation, const deploy::Standing &standing)
{
    const QString trouble = standing.cause.isEmpty()
        ? QString()
        : deploy::causeName(standing.cause.first().cause) + u' ' + standing.cause.last().object.toString();
    if (observation->trouble == trouble) {
        return;
    }
    observation->trouble = trouble;
    const int episode = ++observation->episode;
    if (!trouble.isEmpty()) {
        flow->run->log(standing.cause.first().title);
        alarm(flow, flow->request.patience, [observation, episode](const FlowPtr &alive) {
            if (observation->episode == episode) {
                giveUp(alive);
            }
        });
    }
}

void watchOutage(const FlowPtr &flow, const ObservationPtr &observation, const deploy::Standing &standing)
{
    if (observation->cutOff.isEmpty() == standing.problem.isEmpty()) {
        return;
    }
    observation->cutOff = standing.problem;
    const int outage = ++observation->outage;
    if (standing.problem.isEmpty()) {
        flow->run->log(Text::tr("The cluster answers again."));
        return;
    }
    flow->run->log(Text::tr("The cluster gives no answer: %1").arg(standing.problem));
    alarm(flow, flow->request.patience, [observation, outage](const FlowPtr &alive) {
        if (observation->outage == outage) {
            alive->lost = Error{.kind = Error::Kind::Unreachable,
                                .doing = Text::tr("following the rollback"),
                                .detail = Text::tr("The cluster gives no answer: %1").arg(observation->cutOff)};
            alive->halt.cancel();
        }
    });
}

QString progressOf(const FlowPtr &flow, const ObservationPtr &observation, const deploy::Standing &standing)
{
    if (!standing.cause.isEmpty()) {
        return standing.cause.first().title;
    }
    for (const deploy::ObjectState &state : standing.objects) {
        if (counts(flow, observation, state) && !isWell(state)) {
            return Text::tr("%1 %2: %3").arg(state.key.kind, state.key.name, state.sentence);
        }
    }
    return standing.problem;
}

void take(const FlowPtr &flow, const ObservationPtr &observation, const deploy::Standing &seen)
{
    watchOutage(flow, observation, seen);
    if (!seen.complete) {
        return; // half a picture would look like a cluster with half of it missing
    }
    const deploy::Standing standing = judged(flow, observation, seen);
    flow->last = standing;
    flow->run->setObjects(standing.objects, standing.cause);
    flow->tell(progressOf(flow, observation, standing), standing.healthy, standing.total);
    watchTrouble(flow, observation, standing);
    if (standing.total > 0 && standing.healthy == standing.total) {
        flow->tell(Text::tr("%n object(s)", nullptr, standing.total), standing.healthy, standing.total);
        observation->healthy.keep({});
    }
}

[[nodiscard]] Async<void> observing(FlowPtr flow, ObservationPtr observation)
{
    const auto ended = co_await deploy::follow(
        flow->services.api, flow->services.clock, scopeOf(flow->subject(), flow->expected),
        [flow, observation](const deploy::Standing &standing) { take(flow, observation, standing); }, observation->stop.token());
    if (!ended) {
        observation->healthy.keep(failure(ended));
    }
    co_return {};
}

/// What the version holds; where it cannot be read, what Argo CD says it brings.
[[nodiscard]] Async<void> findExpected(FlowPtr flow, ObservationPtr observation)
{
    const auto content = flow->candidate.id.isEmpty()
        ? Result<Content>(failure(Error::Kind::NotFound, {}, {}))
        : co_await flow->services.contents(flow->subject(), flow->candidate, flow->cancel());
    if (content) {
        flow->expected = expectedOf(*content, flow->subject().targetNs);
        co_return {};
    }
    const QJsonArray resources = flow->subject().application[u"status"][u"resources"].toArray();
    for (const QJsonValue &resource : resources) {
        if (resource[u"requiresPruning"].toBool()) {
            observation->leaving.insert({.group = resource[u"group"].toString(),
                                         .kind = resource[u"kind"].toString(),
                                         .ns = resource[u"namespace"].toString(),
                                         .name = resource[u"name"].toString()});
        }
    }
    co_return {};
}

/// Of another cluster's objects Argo CD alone knows.
[[nodiscard]] Async<void> awaitHealthElsewhere(FlowPtr flow)
{
    const auto well = co_await gitops::awaitObject(
        flow->services.api, gitops::applicationType(), flow->application(),
        [flow](const kube::Object &object) {
            const QJsonValue health = object[u"status"][u"health"];
            flow->tell(
                Text::tr("Argo CD says: %1. %2").arg(health[u"status"].toString(), health[u"message"].toString()).trimmed());
            return object.isEmpty() || health[u"status"].toString() == u"Healthy";
        },
        flow->cancel());
    co_return well ? Result<void>() : failure(well);
}

Error unhealthy(const FlowPtr &flow)
{
    QString detail = Text::tr("It did not become healthy in time.");
    if (const QList<deploy::WhyStep> &cause = flow->last.cause; !cause.isEmpty()) {
        detail = cause.first().title + (cause.first().remedy.isEmpty() ? QString() : u" — "_s + cause.first().remedy);
    }
    return {.kind = Error::Kind::Invalid, .doing = Text::tr("waiting until everything is healthy"), .detail = detail};
}

/// Somebody, or an ApplicationSet, may have turned auto-sync on again: then the newer version is on its way back.
[[nodiscard]] Async<void> checkItSticks(FlowPtr flow)
{
    if (flow->request.choice.way != Way::ArgoCd || !flow->isPaused) {
        co_return {};
    }
    const auto application = co_await flow->services.api->get(gitops::applicationType(), flow->application(), flow->cancel());
    if (!application || !gitops::isAutoSynced(*application)) {
        co_return application ? Result<void>() : failure(application);
    }
    flow->hopeless = true;
    co_return failure(
        Error::Kind::Conflict, Text::tr("rolling %1 back").arg(flow->subject().title()),
        Text::tr("Something turned auto-sync on again, so Argo CD brings the newer version back. Pause it where it is "
                 "decided, or roll back with --via git."));
}

} // namespace

Async<void> becomeHealthy(FlowPtr flow)
{
    const auto observation = std::make_shared<Observation>();
    std::ignore = co_await findExpected(flow, observation);
    alarm(flow, flow->request.deadline, [](const FlowPtr &alive) { giveUp(alive); });
    Result<void> ended;
    if (flow->subject().isRemote) {
        ended = co_await awaitHealthElsewhere(flow);
    } else {
        std::ignore = observing(flow, observation); // ends with `stop`
        const auto registration = flow->cancel().onCancel([promise = observation->healthy] {
            promise.keep(failure(Error::Kind::Cancelled, Text::tr("waiting until everything is healthy"), Text::tr("stopped")));
        });
        ended = co_await observation->healthy.answer();
        observation->stop.cancel();
    }
    if (!ended) {
        co_return flow->hopeless ? failure(unhealthy(flow)) : ended;
    }
    co_return co_await checkItSticks(flow);
}

} // namespace sentinel::rollback
