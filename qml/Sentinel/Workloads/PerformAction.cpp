// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/PerformAction.h"

#include "core/kube/actions/CronJobRun.h"
#include "core/kube/actions/Rollout.h"
#include "core/kube/actions/Scale.h"
#include "core/kube/actions/Suspend.h"

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

[[nodiscard]] Async<kube::Written> removed(WorkloadsServices services, ActionOrder order, CancelToken cancel)
{
    const auto gone = co_await services.api->remove(order.type, order.name, {.uid = order.uid}, cancel);
    if (!gone) {
        co_return failure(gone);
    }
    co_return kube::Written();
}

[[nodiscard]] Async<kube::Written> done(WorkloadsServices services, ActionOrder order, CancelToken cancel)
{
    switch (order.verb) {
    case Verb::Scale:
        return kube::scaleTo(services.api, order.type, order.name, order.replicas, order.expected, {}, cancel);
    case Verb::Restart:
        return kube::restart(services.api, order.type, order.name, services.clock->now(), {}, cancel);
    case Verb::Run:
        return kube::runCronJob(services.api, order.name, order.jobName, {}, cancel);
    case Verb::Suspend:
    case Verb::Resume:
        return kube::setSuspended(services.api, order.type, order.name, order.verb == Verb::Suspend, {}, cancel);
    case Verb::Cordon:
    case Verb::Uncordon:
        return kube::setSchedulable(services.api, order.name.name, order.verb == Verb::Uncordon, {}, cancel);
    case Verb::Delete:
        return removed(services, order, cancel);
    }
    return removed(services, order, cancel);
}

Result<journal::OperationLog> opened(const WorkloadsServices &services, const ActionOrder &order)
{
    const QString object = order.name.ns.isEmpty() ? order.name.name : order.name.ns + u'/' + order.name.name;
    const journal::Scope scope{.kind = verbName(order.verb),
                               .context = services.context,
                               .cluster = services.server,
                               .environment = u"%1 %2"_s.arg(order.type.kind, object)};
    const auto open = services.journal->openOperation(scope.kind, scope.cluster, scope.environment);
    if (open && *open) { // its program died: what it meant to do is done now
        return services.journal->resume((*open)->id);
    }
    return services.journal->begin(scope, actionIntent(order));
}

} // namespace

Async<QStringList> performAction(WorkloadsServices services, ActionOrder order, CancelToken cancel)
{
    std::optional<journal::OperationLog> log;
    const journal::Deed deed{
        .sentence = actionIntent(order),
        .requestId = verbName(order.verb),
        .target = {.apiVersion = order.type.apiVersion(), .kind = order.type.kind, .ns = order.name.ns, .name = order.name.name},
        .uid = order.uid};
    if (services.journal) {
        auto begun = opened(services, order);
        if (!begun) {
            co_return failure(begun);
        }
        if (const auto written = begun->intent(deed); !written) {
            co_return failure(written);
        }
        log = *begun;
    }
    const auto answer = co_await done(services, order, cancel);
    if (log) {
        // The effect is there whether or not it can be written down: that must not hide it.
        const bool isOk = answer.has_value();
        if (isOk && !log->effect(deed)) {
            qWarning("the journal could not be written after an effect");
        }
        if (const auto ended = log->outcome(isOk ? journal::Outcome::Done : journal::Outcome::Failed,
                                            isOk ? actionIntent(order) : answer.error().detail);
            !ended) {
            qWarning("the journal could not be written after an effect");
        }
    }
    if (!answer) {
        co_return failure(answer);
    }
    co_return answer->warnings;
}

} // namespace sentinel::console
