// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Flow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Scope scopeOf(const FlowPtr &flow)
{
    const Package &package = flow->package;
    Scope scope{.ns = package.ns(), .wanted = {package.nameSpace}};
    scope.wanted += package.platform;
    if (package.via == Via::ArgoCd) {
        scope.applications = {package.platformApplication(), package.application()};
        scope.applicationNamespace = package.argoNamespace;
    }
    return scope;
}

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

/// Names of pods change while a trouble stays the same, so it is known by its kind and the object a person sees.
QString troubleOf(const Standing &standing)
{
    return standing.cause.isEmpty() ? QString()
                                    : causeName(standing.cause.first().cause) + u' ' + standing.cause.last().object.toString();
}

void watchTrouble(const FlowPtr &flow, const std::shared_ptr<Observation> &observation, const Standing &standing)
{
    const QString trouble = troubleOf(standing);
    if (observation->trouble == trouble) {
        return;
    }
    observation->trouble = trouble;
    const int episode = ++observation->episode;
    if (!trouble.isEmpty()) {
        flow->run->log(standing.cause.first().title);
        alarm(flow, flow->request.patience, [observation, episode](const FlowPtr &alive) {
            if (observation->episode == episode && alive->observation == observation) {
                giveUp(alive);
            }
        });
    }
}

/// A cluster that gives no answer is said at once, and after the patience ends the run, to be gone on with later.
void watchOutage(const FlowPtr &flow, const std::shared_ptr<Observation> &observation, const Standing &standing)
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
        if (observation->outage == outage && alive->observation == observation) {
            alive->lost = Error{.kind = Error::Kind::Unreachable,
                                .doing = Text::tr("following the deploy"),
                                .detail = Text::tr("The cluster gives no answer: %1").arg(observation->cutOff)};
            alive->halt.cancel();
        }
    });
}

QString progressOf(const Standing &standing)
{
    if (!standing.cause.isEmpty()) {
        return standing.cause.first().title;
    }
    for (const ObjectState &state : standing.objects) {
        if (state.depth == 0 && state.health != Health::Healthy && state.health != Health::Suspended
            && state.key.kind != u"Application") {
            return Text::tr("%1 %2: %3").arg(state.key.kind, state.key.name, state.sentence);
        }
    }
    return standing.problem;
}

void take(const FlowPtr &flow, const std::shared_ptr<Observation> &observation, const Standing &standing)
{
    watchOutage(flow, observation, standing);
    if (!standing.complete) {
        return; // half a picture would look like a cluster with half of it missing
    }
    flow->last = standing;
    flow->run->setObjects(standing.objects, standing.cause);
    flow->tell(progressOf(standing), standing.healthy, standing.total);
    watchTrouble(flow, observation, standing);
    if (observation->decides && standing.total > 0 && standing.healthy == standing.total) {
        flow->tell(Text::tr("%n object(s)", nullptr, standing.total), standing.healthy, standing.total);
        observation->healthy.keep({});
    }
}

[[nodiscard]] Async<void> observing(FlowPtr flow, std::shared_ptr<Observation> observation)
{
    const auto ended = co_await follow(
        flow->services.api, flow->services.clock, scopeOf(flow),
        [flow, observation](const Standing &standing) { take(flow, observation, standing); }, observation->stop.token());
    if (!ended) {
        observation->healthy.keep(failure(ended));
    }
    co_return {};
}

} // namespace

void observe(const FlowPtr &flow)
{
    if (flow->observation) {
        flow->observation->stop.cancel();
    }
    flow->observation = std::make_shared<Observation>();
    if (!std::exchange(flow->timed, true)) {
        alarm(flow, flow->request.deadline, [](const FlowPtr &alive) { giveUp(alive); });
    }
    std::ignore = observing(flow, flow->observation); // ends with `stop`
}

Async<void> becomeHealthy(FlowPtr flow)
{
    if (flow->request.dryRun) {
        flow->run->addPlanned(Text::tr("follow every object until it is healthy"));
        co_return {};
    }
    // Anew: only lists read after the last effect hold everything it made.
    observe(flow);
    const auto observation = flow->observation;
    observation->decides = true;
    const auto registration = flow->cancel().onCancel([promise = observation->healthy] {
        promise.keep(failure(Error::Kind::Cancelled, Text::tr("waiting until everything is healthy"), Text::tr("stopped")));
    });
    co_return co_await observation->healthy.answer();
}

} // namespace sentinel::deploy
