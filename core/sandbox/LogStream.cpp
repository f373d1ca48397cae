// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Names.h"
#include "core/sandbox/Streams.h"
#include "core/sandbox/Types.h"

#include <QHttpHeaders>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// What of a container's lines is asked for.
struct Wanted
{
    qsizetype tail = -1;
    QDateTime since;
    qint64 mostBytes = -1;
    bool timestamps = false;
};

QStringList containersOf(const QJsonObject &pod)
{
    QStringList names;
    for (const auto key : {"containers"_L1, "initContainers"_L1}) {
        for (const auto &item : pod.value("spec"_L1)[key].toArray()) {
            names.append(item.toObject().value("name"_L1).toString());
        }
    }
    return names;
}

/// The container that is meant: the one named, or the only one.
Outcome<QString> containerOf(const Call &call, const QJsonObject &pod)
{
    const QStringList names = containersOf(pod);
    const QString asked = call.value("container"_L1);
    const qsizetype mains = pod.value("spec"_L1)["containers"_L1].toArray().size();
    if (asked.isEmpty() && mains != 1) {
        return refuse(problems::badRequest(
            u"a container name must be specified for pod %1, choose one of: [%2]"_s.arg(call.name, names.join(u' '))));
    }
    if (!asked.isEmpty() && !names.contains(asked)) {
        return refuse(problems::badRequest(u"container %1 is not valid for pod %2"_s.arg(asked, call.name)));
    }
    return asked.isEmpty() ? names.constFirst() : asked;
}

Wanted wantedOf(const Call &call, const Clock &clock)
{
    Wanted wanted{.timestamps = call.isSet("timestamps"_L1)};
    const auto number = [&call](QLatin1StringView key) {
        bool isNumber = false;
        const qint64 value = call.value(key).toLongLong(&isNumber);
        return isNumber && value >= 0 ? value : -1;
    };
    wanted.tail = number("tailLines"_L1);
    wanted.mostBytes = number("limitBytes"_L1);
    if (const qint64 seconds = number("sinceSeconds"_L1); seconds >= 0) {
        wanted.since = clock.now().addSecs(-seconds);
    } else if (const QString time = call.value("sinceTime"_L1); !time.isEmpty()) {
        wanted.since = QDateTime::fromString(time, Qt::ISODateWithMs);
    }
    return wanted;
}

QByteArray textOf(const PodLogs::Line &line, const Wanted &wanted)
{
    const QByteArray text = line.text.toUtf8() + '\n';
    return wanted.timestamps ? microTimestamp(line.time).toUtf8() + ' ' + text : text;
}

QByteArray textOf(QList<PodLogs::Line> lines, const Wanted &wanted)
{
    if (wanted.since.isValid()) {
        lines.removeIf([&wanted](const PodLogs::Line &line) { return line.time < wanted.since; });
    }
    if (wanted.tail >= 0 && lines.size() > wanted.tail) {
        lines = lines.mid(lines.size() - wanted.tail);
    }
    QByteArray result;
    for (const PodLogs::Line &line : lines) {
        result += textOf(line, wanted);
    }
    return wanted.mostBytes >= 0 ? result.left(wanted.mostBytes) : result;
}

} // namespace

void Streams::log(const Call &call, QHttpServerResponder &&responder, quint16 connection)
{
    const auto pod = m_store.find(kinds::pod(), call.ns, call.name);
    const auto container = pod ? containerOf(call, *pod) : Outcome<QString>(refuse(problems::notFound(kinds::pod(), call.name)));
    if (!container) {
        send(responder, answerOf(container.error()));
        return;
    }
    const QString uid = pod->value("metadata"_L1)["uid"_L1].toString();
    const bool previous = call.isSet("previous"_L1);
    if (previous ? !m_logs.hasPrevious(uid, *container) : !m_logs.has(uid, *container)) {
        const QString why = previous
            ? u"previous terminated container \"%1\" in pod \"%2\" not found"_s.arg(*container, call.name)
            : u"container \"%1\" in pod \"%2\" is waiting to start"_s.arg(*container, call.name);
        send(responder, answerOf(problems::badRequest(why)));
        return;
    }
    const Wanted wanted = wantedOf(call, m_clock);
    const QByteArray text = textOf(previous ? m_logs.previous(uid, *container) : m_logs.lines(uid, *container), wanted);
    if (!call.isSet("follow"_L1) || previous || !m_logs.isRunning(uid, *container)) {
        send(responder, {.bytes = text, .contentType = "text/plain"});
        return;
    }
    const int id = ++m_last;
    auto made = std::make_unique<Follow>(Follow{.responder = std::move(responder), .connection = connection});
    Follow &follow = *made;
    m_followers.emplace(id, std::move(made));
    follow.responder.writeBeginChunked("text/plain");
    if (!text.isEmpty()) {
        follow.responder.writeChunk(text);
    }
    follow.follower = m_logs.follow(uid, *container, [this, id, wanted](const PodLogs::Line *line) {
        const auto found = m_followers.find(id);
        if (found == m_followers.end()) {
            return;
        }
        if (line) {
            found->second->responder.writeChunk(textOf(*line, wanted));
        } else {
            endFollow(id);
        }
    });
}

void send(QHttpServerResponder &responder, const Answer &answer)
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, answer.contentType);
    headers.append("Cache-Control"_L1, "no-cache, private"_L1);
    for (const QString &warning : answer.warnings) {
        QString text = warning;
        text.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1).remove(u'\n').remove(u'\r');
        headers.append("Warning"_L1, u"299 - \"%1\""_s.arg(text));
    }
    const int retry = answer.object.value("details"_L1)["retryAfterSeconds"_L1].toInt();
    if (retry > 0 && answer.code >= 400) {
        headers.append("Retry-After"_L1, QString::number(retry));
    }
    const bool isText = answer.contentType.startsWith("text/");
    const QByteArray body
        = !answer.bytes.isEmpty() || isText ? answer.bytes : QJsonDocument(answer.object).toJson(QJsonDocument::Compact) + '\n';
    responder.write(body, headers, static_cast<QHttpServerResponder::StatusCode>(answer.code));
}

} // namespace sentinel::sandbox
