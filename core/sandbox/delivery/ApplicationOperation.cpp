// SPDX-License-Identifier: GPL-3.0-or-later
// Operations as Argo CD runs them: the state that was begun is finished, whatever is written to `operation` meanwhile; the end
// takes `operation` away in the same write. So a second operation is lost without a word, as on a real cluster.
#include "core/sandbox/Names.h"
#include "core/sandbox/Types.h"
#include "core/sandbox/delivery/ApplicationController.h"
#include "core/sandbox/delivery/OperationState.h"
#include "core/sandbox/delivery/ProjectRules.h"
#include "core/sandbox/delivery/SyncWindows.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr Duration kWindowLook = std::chrono::seconds(60);
constexpr int kHistoryLimit = 10; // where spec.revisionHistoryLimit says nothing

QJsonObject sourceOf(const QJsonObject &application, const QJsonObject &operation)
{
    const QJsonObject own = objectAt(operation, {u"sync", u"source"});
    return own.isEmpty() ? objectAt(application, {u"spec", u"source"}) : own;
}

} // namespace

void ApplicationController::writeOperation(const Key &key, const QJsonObject &operationState)
{
    change(key, [&](QJsonObject &application) { put(application, {u"status", u"operationState"}, operationState); });
}

void ApplicationController::advanceOperation(const Key &key, State &state)
{
    std::optional<QJsonObject> application = m_world.store.find(kinds::application(), key.ns, key.name);
    if (!application || !application->value(u"operation"_s).isObject()) {
        if (state.run || state.operationTarget || state.isLoadingOperation) {
            state.run.reset();
            state.operationTarget.reset();
            state.isLoadingOperation = false;
            ++state.number;
        }
        return;
    }
    if (!isOngoing(operationStateOf(*application))) {
        state.run.reset();
        state.operationTarget.reset();
        state.operationProblem.reset();
        state.isLoadingOperation = false;
        ++state.number;
        writeOperation(key, begunState((*application)[u"operation"].toObject(), m_world.clock.now()));
        application = m_world.store.find(kinds::application(), key.ns, key.name);
    }
    if (operationStateOf(*application)[u"phase"].toString() == u"Terminating") {
        if (state.run) {
            state.run->terminate();
        }
        endOperation(key, state, u"Failed"_s, u"Operation terminated"_s, false);
        return;
    }
    if (!waits(key, state, *application)) {
        step(key, state, m_world.store.find(kinds::application(), key.ns, key.name).value_or(*application));
    }
}

bool ApplicationController::waits(const Key &key, State &state, const QJsonObject &application)
{
    QJsonObject operationState = operationStateOf(application);
    const QDateTime now = m_world.clock.now();
    if (const QDateTime again = retryTime(operationState); again.isValid()) {
        if (now < again) {
            m_queue.addAfter(key, Duration(now.msecsTo(again)));
            return true;
        }
        operationState.remove(u"finishedAt"_s);
        operationState.remove(u"syncResult"_s);
        operationState.remove(u"message"_s);
        writeOperation(key, operationState);
    }
    if (state.run) {
        return false; // a window that closes does not stop what runs
    }
    const QJsonObject destination = objectAt(application, {u"spec", u"destination"});
    const WindowSubject subject{.name = key.name,
                                .ns = destination[u"namespace"].toString(),
                                .cluster = destination[u"server"].toString() + destination[u"name"].toString()};
    const bool manual = !flagAt(operationState, {u"operation", u"initiatedBy", u"automated"});
    const QString closed = windowInTheWay(projectOf(m_world.store, application), subject, manual, now);
    if (!closed.isEmpty()) {
        operationState.insert(u"message"_s, u"Sync operation "_s + closed);
        writeOperation(key, operationState);
        m_queue.addAfter(key, kWindowLook);
    }
    return !closed.isEmpty();
}

void ApplicationController::loadOperationTarget(const Key &key, State &state, const QJsonObject &application,
                                                const QJsonObject &operation)
{
    if (state.isLoadingOperation) {
        return;
    }
    state.isLoadingOperation = true;
    deliver(loadTarget(targetRequest(application, sourceOf(application, operation), textAt(operation, {u"sync", u"revision"})),
                       &m_world.repositories, &m_world.renderer, state.cancel.token()),
            &m_context, [this, key, number = state.number](const Result<TargetState> &target) {
                const auto found = m_states.find({key.ns, key.name});
                if (found == m_states.end() || found->second.number != number) {
                    return;
                }
                found->second.isLoadingOperation = false;
                found->second.operationTarget = target ? std::optional(*target) : std::nullopt;
                found->second.operationProblem = target ? std::nullopt : std::optional(target.error());
                m_queue.add(key);
            });
}

void ApplicationController::step(const Key &key, State &state, const QJsonObject &application)
{
    QJsonObject operationState = operationStateOf(application);
    const QJsonObject operation = operationState[u"operation"].toObject();
    if (state.operationProblem) {
        const QString message = u"ComparisonError: Failed to load target state: "_s + state.operationProblem->detail;
        endOperation(key, state, u"Error"_s, message, true);
        return;
    }
    if (!state.operationTarget) {
        loadOperationTarget(key, state, application, operation);
        return;
    }
    if (!state.run) {
        state.run
            = std::make_unique<SyncRun>(m_world,
                                        SyncRun::Subject{.application = application,
                                                         .project = projectOf(m_world.store, application),
                                                         .instance = instanceOfKey(key),
                                                         .target = *state.operationTarget,
                                                         .comparison = comparisonOf(key, application, *state.operationTarget),
                                                         .operation = operation,
                                                         .startedAt = timeAt(operationState, {u"startedAt"})});
    }
    const SyncRun::Step done = state.run->advance();
    put(operationState, {u"syncResult"},
        QJsonObject{{u"revision"_s, state.operationTarget->revision},
                    {u"source"_s, sourceOf(application, operation)},
                    {u"resources"_s, state.run->resources()}});
    operationState.insert(u"message"_s, done.message);
    writeOperation(key, operationState);
    switch (done.state) {
    case SyncRun::Step::State::Running:
        if (done.lookAgain) {
            m_queue.addAfter(key, *done.lookAgain);
        }
        return;
    case SyncRun::Step::State::Succeeded:
        endOperation(key, state, u"Succeeded"_s, done.message, false);
        return;
    case SyncRun::Step::State::Failed:
        endOperation(key, state, u"Failed"_s, done.message, true);
        return;
    }
}

void ApplicationController::addHistory(QJsonObject &application, const QJsonObject &operationState, const State &state) const
{
    if (!state.run || state.run->request().dryRun || !state.run->request().only.isEmpty()) {
        return;
    }
    QJsonObject entry{{u"revision"_s, valueAt(operationState, {u"syncResult", u"revision"})},
                      {u"source"_s, valueAt(operationState, {u"syncResult", u"source"})},
                      {u"deployStartedAt"_s, operationState[u"startedAt"]},
                      {u"deployedAt"_s, timestamp(m_world.clock.now())}};
    if (const QJsonObject by = objectAt(operationState, {u"operation", u"initiatedBy"}); !by.isEmpty()) {
        entry.insert(u"initiatedBy"_s, by);
    }
    const auto limit = static_cast<int>(numberAt(application, {u"spec", u"revisionHistoryLimit"}, kHistoryLimit));
    put(application, {u"status", u"history"}, withHistoryEntry(listAt(application, {u"status", u"history"}), entry, limit));
}

void ApplicationController::endOperation(const Key &key, State &state, const QString &phase, const QString &message,
                                         bool mayRetry)
{
    const QDateTime now = m_world.clock.now();
    change(key, [&](QJsonObject &application) {
        QJsonObject operationState = operationStateOf(application);
        if (const std::optional<QJsonObject> again = mayRetry ? retriedState(operationState, message, now) : std::nullopt) {
            put(application, {u"status", u"operationState"}, *again);
            return;
        }
        operationState.insert(u"phase"_s, phase);
        operationState.insert(u"message"_s, message);
        operationState.insert(u"finishedAt"_s, timestamp(now));
        if (state.run) {
            put(operationState, {u"syncResult", u"resources"}, state.run->resources());
        }
        if (phase == u"Succeeded") {
            addHistory(application, operationState, state);
        }
        put(application, {u"status", u"operationState"}, operationState);
        application.remove(u"operation"_s);
    });
    state.run.reset();
    state.operationTarget.reset();
    state.operationProblem.reset();
    state.isLoadingOperation = false;
    state.refreshedAt = now; // Argo CD compares once more when an operation ends
    ++state.number;
    m_queue.add(key);
}

} // namespace sentinel::sandbox
