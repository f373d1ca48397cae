// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/Line.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::journal {

namespace {

constexpr qsizetype kHash = 64; // hexadecimal digits
// A line is its content with the hash of that content as the last member, so any JSON reader takes it.
constexpr QByteArrayView kBeforeHash = ",\"hash\":\"";
constexpr QByteArrayView kAfterHash = "\"}";

QByteArray hashOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

void put(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty()) {
        object.insert(key, text);
    }
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeOf(const QJsonValue &text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
}

QJsonObject stepObject(const OperationStep &step)
{
    QJsonObject object{{"id"_L1, step.id}, {"state"_L1, stateName(step.state)}};
    put(object, "title"_L1, step.title);
    put(object, "detail"_L1, step.detail);
    put(object, "began"_L1, timeText(step.began));
    put(object, "ended"_L1, timeText(step.ended));
    return object;
}

OperationStep::State stepState(const QString &name)
{
    using State = OperationStep::State;
    for (const State state : {State::Running, State::Done, State::Skipped, State::Failed, State::Stopped}) {
        if (stateName(state) == name) {
            return state;
        }
    }
    return State::Waiting;
}

OperationStep stepOf(const QJsonObject &object)
{
    return {.id = object["id"_L1].toString(),
            .title = object["title"_L1].toString(),
            .state = stepState(object["state"_L1].toString()),
            .detail = object["detail"_L1].toString(),
            .began = timeOf(object["began"_L1]),
            .ended = timeOf(object["ended"_L1])};
}

QJsonObject targetObject(const Target &target)
{
    QJsonObject object;
    put(object, "apiVersion"_L1, target.apiVersion);
    put(object, "kind"_L1, target.kind);
    put(object, "namespace"_L1, target.ns);
    put(object, "name"_L1, target.name);
    return object;
}

QJsonObject contentOf(const Record &record)
{
    QJsonObject object{{"n"_L1, record.number}, {"at"_L1, timeText(record.at)}, {"type"_L1, typeName(record.type)}};
    put(object, "who"_L1, record.who);
    put(object, "operation"_L1, record.operation);
    put(object, "kind"_L1, record.scope.kind);
    put(object, "context"_L1, record.scope.context);
    put(object, "cluster"_L1, record.scope.cluster);
    put(object, "environment"_L1, record.scope.environment);
    put(object, "phase"_L1, record.phase);
    put(object, "sentence"_L1, record.sentence);
    put(object, "request"_L1, record.requestId);
    put(object, "uid"_L1, record.uid);
    put(object, "resourceVersion"_L1, record.resourceVersion);
    if (const QJsonObject target = targetObject(record.target); !target.isEmpty()) {
        object.insert("target"_L1, target);
    }
    if (!record.facts.isEmpty()) {
        QJsonObject facts;
        for (const auto &[name, text] : record.facts.all().asKeyValueRange()) {
            facts.insert(name, text);
        }
        object.insert("facts"_L1, facts);
    }
    if (!record.steps.isEmpty()) {
        QJsonArray steps;
        for (const OperationStep &step : record.steps) {
            steps.append(stepObject(step));
        }
        object.insert("steps"_L1, steps);
    }
    if (record.outcome) {
        object.insert("outcome"_L1, outcomeName(*record.outcome));
        object.insert("resumable"_L1, record.isResumable);
    }
    return object;
}

Record recordOf(const QJsonObject &object)
{
    Record record{.number = object["n"_L1].toInteger(),
                  .at = timeOf(object["at"_L1]),
                  .who = object["who"_L1].toString(),
                  .operation = object["operation"_L1].toString(),
                  .scope = {.kind = object["kind"_L1].toString(),
                            .context = object["context"_L1].toString(),
                            .cluster = object["cluster"_L1].toString(),
                            .environment = object["environment"_L1].toString()},
                  .phase = object["phase"_L1].toString(),
                  .sentence = object["sentence"_L1].toString(),
                  .requestId = object["request"_L1].toString(),
                  .uid = object["uid"_L1].toString(),
                  .resourceVersion = object["resourceVersion"_L1].toString(),
                  .outcome = outcomeNamed(object["outcome"_L1].toString()),
                  .isResumable = object["resumable"_L1].toBool()};
    const QJsonObject target = object["target"_L1].toObject();
    record.target = {.apiVersion = target["apiVersion"_L1].toString(),
                     .kind = target["kind"_L1].toString(),
                     .ns = target["namespace"_L1].toString(),
                     .name = target["name"_L1].toString()};
    const QJsonObject facts = object["facts"_L1].toObject();
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
        record.facts.add(fact.key(), fact.value().toString());
    }
    for (const QJsonValue &step : object["steps"_L1].toArray()) {
        record.steps.append(stepOf(step.toObject()));
    }
    return record;
}

} // namespace

QByteArray writeLine(Record &record, const Head &head)
{
    record.number = head.number + 1;
    QJsonObject object = contentOf(record);
    object.insert("previous"_L1, QString::fromLatin1(head.hash));
    const QByteArray content = QJsonDocument(object).toJson(QJsonDocument::Compact);
    record.hash = hashOf(content);
    QByteArray line = content.chopped(1);
    line.append(kBeforeHash).append(record.hash).append(kAfterHash).append('\n');
    return line;
}

std::expected<Record, LineProblem> readLine(const QByteArray &line, const Head &head)
{
    const qsizetype tail = kBeforeHash.size() + kHash + kAfterHash.size();
    const QByteArrayView view(line);
    if (view.size() <= tail || !view.endsWith(kAfterHash) || !view.last(tail).startsWith(kBeforeHash)) {
        return std::unexpected(LineProblem::NotWhole);
    }
    const QByteArray content = line.chopped(tail) + '}';
    const QByteArray hash = view.last(kHash + kAfterHash.size()).first(kHash).toByteArray();
    const QJsonDocument document = QJsonDocument::fromJson(content);
    const auto type = typeNamed(document["type"_L1].toString());
    if (!document.isObject()) {
        return std::unexpected(LineProblem::NotWhole);
    }
    if (hashOf(content) != hash) {
        return std::unexpected(LineProblem::Changed);
    }
    Record record = recordOf(document.object());
    if (!type || record.number != head.number + 1 || document["previous"_L1].toString().toLatin1() != head.hash) {
        return std::unexpected(LineProblem::OutOfPlace);
    }
    record.type = *type;
    record.hash = hash;
    return record;
}

} // namespace sentinel::journal
