// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/OperationState.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/workloads/Json.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr Duration kFirstWait = std::chrono::seconds(5);
constexpr Duration kLongestWait = std::chrono::minutes(3);
constexpr Duration kSelfHealWait = std::chrono::seconds(5);
constexpr int kAutomaticRetries = 5;

/// Before the attempt number `retries`, which begins with 1.
Duration waitBefore(const QJsonObject &retry, qint64 retries)
{
    const QJsonObject backoff = retry[u"backoff"].toObject();
    const Duration first = backoffDuration(backoff[u"duration"].toString(), kFirstWait);
    const Duration most = backoffDuration(backoff[u"maxDuration"].toString(), kLongestWait);
    const double factor = backoff[u"factor"].toDouble(2);
    const double wait
        = static_cast<double>(first.count()) * std::pow(factor, static_cast<double>(std::max<qint64>(retries - 1, 0)));
    return std::min(most, Duration(static_cast<qint64>(std::min(wait, 1e12))));
}

} // namespace

QJsonObject operationStateOf(const QJsonObject &application)
{
    return objectAt(application, {u"status", u"operationState"});
}

bool isOngoing(const QJsonObject &operationState)
{
    const QString phase = operationState[u"phase"].toString();
    return phase == u"Running" || phase == u"Terminating";
}

QJsonObject begunState(const QJsonObject &operation, const QDateTime &now)
{
    return {{u"operation"_s, operation}, {u"phase"_s, u"Running"_s}, {u"startedAt"_s, timestamp(now)}};
}

Duration backoffDuration(const QString &text, Duration fallback)
{
    bool isNumber = false;
    if (const qint64 seconds = text.toLongLong(&isNumber); isNumber) {
        return std::chrono::seconds(seconds);
    }
    const Result<Duration> duration = parseDuration(text);
    return duration ? *duration : fallback;
}

std::optional<QJsonObject> retriedState(QJsonObject state, const QString &message, const QDateTime &now)
{
    const QJsonObject retry = objectAt(state, {u"operation", u"retry"});
    const qint64 limit = retry[u"limit"].toInteger();
    const qint64 tries = state[u"retryCount"].toInteger() + 1;
    if (limit >= 0 && tries > limit) {
        return {};
    }
    const QDateTime again = now.addMSecs(waitBefore(retry, tries).count());
    state.insert(u"phase"_s, u"Running"_s);
    state.insert(u"retryCount"_s, tries);
    state.insert(u"finishedAt"_s, timestamp(now));
    state.insert(u"message"_s, u"%1. Retrying attempt #%2 at %3."_s.arg(message).arg(tries).arg(again.toString(u"h:mmAP"_s)));
    return state;
}

QDateTime retryTime(const QJsonObject &state)
{
    const QDateTime finished = timeAt(state, {u"finishedAt"});
    if (state[u"phase"].toString() != u"Running" || !finished.isValid()) {
        return {};
    }
    return finished.addMSecs(waitBefore(objectAt(state, {u"operation", u"retry"}), state[u"retryCount"].toInteger()).count());
}

QJsonArray withHistoryEntry(QJsonArray history, QJsonObject entry, int limit)
{
    const qint64 id = history.isEmpty() ? 0 : history.last()[u"id"].toInteger() + 1;
    entry.insert(u"id"_s, id);
    history.append(entry);
    while (history.size() > std::max(limit, 1)) {
        history.removeFirst();
    }
    return history;
}

AutoSync autoSync(const AutoSyncQuestion &question)
{
    const QJsonObject policy = objectAt(question.application, {u"spec", u"syncPolicy"});
    const QJsonValue automated = policy[u"automated"];
    const bool prune = automated[u"prune"].toBool();
    if (!automated.isObject() || !automated[u"enabled"].toBool(true) || question.isInSync
        || (question.needsOnlyPruning && !prune)) {
        return {};
    }
    if (question.targetIsEmpty && question.hasLiveObjects && prune && !automated[u"allowEmpty"].toBool()) {
        return {.operation = {},
                .problem = u"Skipping sync attempt to %1: auto-sync will wipe out all resources"_s.arg(question.revision)};
    }
    QJsonObject sync{{u"revision"_s, question.revision}};
    if (prune) {
        sync.insert(u"prune"_s, true);
    }
    if (const QJsonArray options = policy[u"syncOptions"].toArray(); !options.isEmpty()) {
        sync.insert(u"syncOptions"_s, options);
    }
    const QJsonObject state = operationStateOf(question.application);
    const QJsonObject result = state[u"syncResult"].toObject();
    const bool attempted = result[u"revision"].toString() == question.revision
        && result[u"source"] == valueAt(question.application, {u"spec", u"source"});
    if (attempted && state[u"phase"].toString() != u"Succeeded") {
        return {.operation = {},
                .problem = u"Failed last sync attempt to %1: %2"_s.arg(question.revision, state[u"message"].toString())};
    }
    if (attempted) {
        if (!automated[u"selfHeal"].toBool()) {
            return {};
        }
        const Duration passed(timeAt(state, {u"finishedAt"}).msecsTo(question.now));
        if (passed < kSelfHealWait) {
            return {.operation = {}, .lookAgain = kSelfHealWait - passed};
        }
        sync.insert(u"resources"_s, question.outOfSync);
    }
    const QJsonValue retry = policy[u"retry"];
    return {.operation = QJsonObject{{u"initiatedBy"_s, QJsonObject{{u"automated"_s, true}}},
                                     {u"retry"_s, retry.isObject() ? retry : QJsonObject{{u"limit"_s, kAutomaticRetries}}},
                                     {u"sync"_s, sync}}};
}

} // namespace sentinel::sandbox
