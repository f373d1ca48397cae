// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/TableCells.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox::cells {

namespace {

/// "3h12m": two units, the second only when there is something of it.
QString pair(qint64 large, QLatin1StringView largeUnit, qint64 small, QLatin1StringView smallUnit)
{
    const QString text = QString::number(large) + largeUnit;
    return small == 0 ? text : text + QString::number(small) + smallUnit;
}

/// What an init container that is not done yet makes of the pod's status; empty when all are done.
QString initStatus(const QJsonObject &pod)
{
    const QJsonArray statuses = at(pod, {"status"_L1, "initContainerStatuses"_L1}).toArray();
    const qsizetype total = at(pod, {"spec"_L1, "initContainers"_L1}).toArray().size();
    for (qsizetype i = 0; i < statuses.size(); ++i) {
        const QJsonObject state = statuses.at(i)["state"_L1].toObject();
        const QJsonObject terminated = state.value("terminated"_L1).toObject();
        if (!terminated.isEmpty() && terminated.value("exitCode"_L1).toInt() == 0) {
            continue;
        }
        const bool isSidecar
            = at(pod, {"spec"_L1, "initContainers"_L1}).toArray().at(i)["restartPolicy"_L1].toString() == "Always"_L1;
        if (isSidecar && statuses.at(i)["started"_L1].toBool()) {
            continue;
        }
        if (!terminated.isEmpty()) {
            const QString reason = terminated.value("reason"_L1).toString();
            return reason.isEmpty() ? u"Init:ExitCode:%1"_s.arg(terminated.value("exitCode"_L1).toInt()) : u"Init:"_s + reason;
        }
        const QString waiting = state.value("waiting"_L1)["reason"_L1].toString();
        return !waiting.isEmpty() && waiting != "PodInitializing"_L1 ? u"Init:"_s + waiting : u"Init:%1/%2"_s.arg(i).arg(total);
    }
    return {};
}

/// What the containers make of it; the first one that is not well counts, as kubectl looks from the last to the first.
QString containersStatus(const QJsonObject &pod, const QString &phase)
{
    QString reason = phase;
    bool hasRunning = false;
    const QJsonArray statuses = at(pod, {"status"_L1, "containerStatuses"_L1}).toArray();
    for (qsizetype i = statuses.size() - 1; i >= 0; --i) {
        const QJsonObject state = statuses.at(i)["state"_L1].toObject();
        const QString waiting = state.value("waiting"_L1)["reason"_L1].toString();
        const QJsonObject terminated = state.value("terminated"_L1).toObject();
        if (!waiting.isEmpty()) {
            reason = waiting;
        } else if (!terminated.isEmpty()) {
            const QString why = terminated.value("reason"_L1).toString();
            reason = why.isEmpty() ? u"ExitCode:%1"_s.arg(terminated.value("exitCode"_L1).toInt()) : why;
        } else if (statuses.at(i)["ready"_L1].toBool() && state.contains("running"_L1)) {
            hasRunning = true;
        }
    }
    if (reason == "Completed"_L1 && hasRunning) {
        return condition(pod, "Ready"_L1).value("status"_L1).toString() == "True"_L1 ? u"Running"_s : u"NotReady"_s;
    }
    return reason;
}

} // namespace

QString duration(qint64 seconds)
{
    if (seconds < -1) {
        return u"<invalid>"_s;
    }
    seconds = std::max<qint64>(0, seconds);
    const qint64 minutes = seconds / 60;
    const qint64 hours = seconds / 3600;
    const qint64 days = hours / 24;
    if (seconds < 120) {
        return QString::number(seconds) + u's';
    }
    if (minutes < 10) {
        return pair(minutes, "m"_L1, seconds % 60, "s"_L1);
    }
    if (minutes < 180) {
        return QString::number(minutes) + u'm';
    }
    if (hours < 8) {
        return pair(hours, "h"_L1, minutes % 60, "m"_L1);
    }
    if (hours < 48) {
        return QString::number(hours) + u'h';
    }
    if (days < 8) {
        return pair(days, "d"_L1, hours % 24, "h"_L1);
    }
    if (days < 365 * 2) {
        return QString::number(days) + u'd';
    }
    return days < 365 * 8 ? pair(days / 365, "y"_L1, days % 365, "d"_L1) : QString::number(days / 365) + u'y';
}

QString since(const QJsonValue &time, const QDateTime &now)
{
    const QDateTime then = QDateTime::fromString(time.toString(), Qt::ISODateWithMs);
    return then.isValid() ? duration(then.secsTo(now)) : u"<unknown>"_s;
}

QJsonValue at(const QJsonObject &object, std::initializer_list<QLatin1StringView> path)
{
    QJsonValue value = object;
    for (const QLatin1StringView step : path) {
        value = value.toObject().value(step);
    }
    return value;
}

QString orNone(const QJsonValue &value)
{
    if (value.isDouble()) {
        return QString::number(value.toInteger());
    }
    const QString text = value.toString();
    return text.isEmpty() ? u"<none>"_s : text;
}

QString joined(const QJsonArray &items, QLatin1StringView key)
{
    QStringList texts;
    for (const auto &item : items) {
        texts.append(item[key].toString());
    }
    return texts.join(u',');
}

QJsonObject condition(const QJsonObject &object, QLatin1StringView type)
{
    for (const auto &item : at(object, {"status"_L1, "conditions"_L1}).toArray()) {
        if (item["type"_L1].toString() == type) {
            return item.toObject();
        }
    }
    return {};
}

QString podReady(const QJsonObject &pod)
{
    int ready = 0;
    for (const auto &status : at(pod, {"status"_L1, "containerStatuses"_L1}).toArray()) {
        ready += status["ready"_L1].toBool() ? 1 : 0;
    }
    qsizetype total = at(pod, {"spec"_L1, "containers"_L1}).toArray().size();
    const QJsonArray inits = at(pod, {"spec"_L1, "initContainers"_L1}).toArray();
    const QJsonArray initStatuses = at(pod, {"status"_L1, "initContainerStatuses"_L1}).toArray();
    for (qsizetype i = 0; i < inits.size(); ++i) {
        if (inits.at(i)["restartPolicy"_L1].toString() == "Always"_L1) {
            ++total;
            ready += initStatuses.at(i)["ready"_L1].toBool() ? 1 : 0;
        }
    }
    return u"%1/%2"_s.arg(ready).arg(total);
}

QString podStatus(const QJsonObject &pod)
{
    const QString phase = at(pod, {"status"_L1, "phase"_L1}).toString();
    const QString given = at(pod, {"status"_L1, "reason"_L1}).toString();
    const QString started = given.isEmpty() ? phase : given;
    const QString init = initStatus(pod);
    const bool isInitialized = condition(pod, "Initialized"_L1).value("status"_L1).toString() == "True"_L1;
    const QString reason = init.isEmpty() || isInitialized ? containersStatus(pod, started) : init;
    if (at(pod, {"metadata"_L1, "deletionTimestamp"_L1}).isString()) {
        return given == "NodeLost"_L1                         ? u"Unknown"_s
            : phase == "Succeeded"_L1 || phase == "Failed"_L1 ? reason
                                                              : u"Terminating"_s;
    }
    return reason;
}

QString podRestarts(const QJsonObject &pod, const QDateTime &now)
{
    int restarts = 0;
    QString last;
    for (const auto &status : at(pod, {"status"_L1, "containerStatuses"_L1}).toArray()) {
        restarts += status["restartCount"_L1].toInt();
        last = std::max(last, status["lastState"_L1]["terminated"_L1]["finishedAt"_L1].toString());
    }
    const QString count = QString::number(restarts);
    return restarts > 0 && !last.isEmpty() ? u"%1 (%2 ago)"_s.arg(count, since(last, now)) : count;
}

} // namespace sentinel::sandbox::cells
