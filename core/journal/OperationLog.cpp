// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/OperationLog.h"

#include "core/journal/Journal.h"

namespace sentinel::journal {

OperationLog::OperationLog(std::shared_ptr<Journal> journal, QString id, Scope scope)
    : m_journal(std::move(journal))
    , m_id(std::move(id))
    , m_scope(std::move(scope))
{
}

Record OperationLog::record(RecordType type) const
{
    return {.type = type, .operation = m_id, .scope = m_scope};
}

Result<void> OperationLog::append(Record record)
{
    const auto written = m_journal->append(std::move(record));
    return written ? Result<void>() : failure(written);
}

Result<void> OperationLog::write(RecordType type, const Deed &deed)
{
    Record written = record(type);
    written.phase = deed.phase;
    written.sentence = deed.sentence;
    written.requestId = deed.requestId;
    written.target = deed.target;
    written.uid = deed.uid;
    written.resourceVersion = deed.resourceVersion;
    written.facts = deed.facts;
    return append(std::move(written));
}

Result<void> OperationLog::intent(const Deed &deed)
{
    return write(RecordType::Intent, deed);
}

Result<void> OperationLog::effect(const Deed &deed)
{
    return write(RecordType::Effect, deed);
}

Result<void> OperationLog::observed(const Deed &deed)
{
    return write(RecordType::Observed, deed);
}

Result<void> OperationLog::steps(const QList<OperationStep> &steps)
{
    Record written = record(RecordType::Steps);
    written.steps = steps;
    return append(std::move(written));
}

Result<void> OperationLog::step(const OperationStep &step)
{
    Record written = record(RecordType::Step);
    written.phase = step.id;
    written.steps = {step};
    return append(std::move(written));
}

Result<void> OperationLog::outcome(Outcome outcome, const QString &sentence, bool isResumable, const Facts &facts)
{
    Record written = record(RecordType::Outcome);
    written.sentence = sentence;
    written.outcome = outcome;
    written.isResumable = isResumable;
    written.facts = facts;
    return append(std::move(written));
}

} // namespace sentinel::journal
