// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/Operation.h"

using namespace Qt::StringLiterals;

namespace sentinel::journal {

namespace {

Operation::State stateOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        return Operation::State::Done;
    case Outcome::Failed:
        return Operation::State::Failed;
    case Outcome::Stopped:
        return Operation::State::Stopped;
    case Outcome::Unknown:
        return Operation::State::Unknown;
    }
    Q_UNREACHABLE_RETURN(Operation::State::Unknown);
}

/// An effect answers the intent with its request id; without one, the newest intent of its phase and target.
void settle(QList<Record> &pending, const Record &answer)
{
    for (qsizetype index = pending.size() - 1; index >= 0; --index) {
        const Record &intent = pending[index];
        const bool isSame = answer.requestId.isEmpty() || intent.requestId.isEmpty()
            ? intent.phase == answer.phase && intent.target == answer.target
            : intent.requestId == answer.requestId;
        if (isSame) {
            pending.removeAt(index);
            return;
        }
    }
}

} // namespace

QString stateName(Operation::State state)
{
    switch (state) {
    case Operation::State::Running:
        return u"running"_s;
    case Operation::State::Done:
        return u"done"_s;
    case Operation::State::Failed:
        return u"failed"_s;
    case Operation::State::Stopped:
        return u"stopped"_s;
    case Operation::State::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

void takeRecord(Operation &operation, const Record &record)
{
    operation.last = record.at;
    if (!record.phase.isEmpty()) {
        operation.phase = record.phase;
    }
    if (!record.sentence.isEmpty()) {
        operation.sentence = record.sentence;
    }
    switch (record.type) {
    case RecordType::Begun:
        operation.id = record.operation;
        operation.scope = record.scope;
        operation.who = record.who;
        operation.began = record.at;
        break;
    case RecordType::Resumed:
        operation.state = Operation::State::Running;
        operation.isResumable = false;
        break;
    case RecordType::Intent:
        operation.pending.append(record);
        break;
    case RecordType::Effect:
    case RecordType::Observed:
        settle(operation.pending, record);
        break;
    case RecordType::Outcome:
        operation.state = stateOf(record.outcome.value_or(Outcome::Unknown));
        operation.isResumable = record.isResumable;
        break;
    case RecordType::Steps:
    case RecordType::Step:
    case RecordType::Repaired:
        break;
    }
}

QString namePart(const QString &text)
{
    QString part;
    for (const QChar letter : text.toLower()) {
        const bool isPlain = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        if (isPlain || (!part.isEmpty() && !part.endsWith(u'-'))) {
            part.append(isPlain ? letter : u'-');
        }
    }
    while (part.endsWith(u'-')) {
        part.chop(1);
    }
    return part;
}

} // namespace sentinel::journal
