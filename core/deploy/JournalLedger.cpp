// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/JournalLedger.h"
#include "core/journal/RunRecord.h"

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

journal::Facts factsOf(const QJsonObject &object)
{
    journal::Facts facts;
    for (auto at = object.begin(); at != object.end(); ++at) {
        facts.add(at.key(), at->toVariant().toString());
    }
    return facts;
}

QJsonObject objectOf(const journal::Facts &facts)
{
    QJsonObject object;
    for (const auto &[name, text] : facts.all().asKeyValueRange()) {
        object.insert(name, text);
    }
    return object;
}

std::optional<LedgerEntry::Kind> kindOf(journal::RecordType type)
{
    switch (type) {
    case journal::RecordType::Begun:
        return LedgerEntry::Kind::Begun;
    case journal::RecordType::Intent:
        return LedgerEntry::Kind::Intent;
    case journal::RecordType::Effect:
        return LedgerEntry::Kind::Done;
    case journal::RecordType::Resumed:
    case journal::RecordType::Steps:
    case journal::RecordType::Step:
    case journal::RecordType::Observed:
    case journal::RecordType::Outcome:
    case journal::RecordType::Repaired:
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

Result<void> end(journal::OperationLog &log, const LedgerEntry &entry)
{
    const auto outcome = entry.sentence == u"healthy" ? journal::Outcome::Done
        : entry.sentence == u"superseded"             ? journal::Outcome::Stopped
                                                      : journal::Outcome::Failed;
    return log.outcome(outcome, entry.sentence);
}

} // namespace

Result<journal::OperationLog> JournalLedger::logOf(const QString &run)
{
    if (const auto known = m_logs.constFind(run); known != m_logs.cend()) {
        return *known;
    }
    auto resumed = m_journal->resume(run);
    if (resumed) {
        m_logs.insert(run, *resumed);
    }
    return resumed;
}

Result<void> JournalLedger::append(const LedgerEntry &entry)
{
    if (entry.kind == LedgerEntry::Kind::Begun) {
        const journal::Scope scope{.kind = m_kind,
                                   .context = entry.facts[u"context"].toString(),
                                   .cluster = entry.facts[u"server"].toString(),
                                   .environment = entry.facts[u"environment"].toString()};
        const auto begun = m_journal->begin(scope, entry.sentence, factsOf(entry.facts), entry.run);
        if (!begun) {
            return failure(begun);
        }
        m_logs.insert(entry.run, *begun);
        return {};
    }
    auto log = logOf(entry.run);
    if (!log) {
        return failure(log);
    }
    const journal::Deed deed{.sentence = entry.sentence, .requestId = entry.effect, .facts = factsOf(entry.facts)};
    switch (entry.kind) {
    case LedgerEntry::Kind::Begun:
    case LedgerEntry::Kind::Resumed: // taking up its log has written that
        return {};
    case LedgerEntry::Kind::Intent:
        return log->intent(deed);
    case LedgerEntry::Kind::Done:
        return log->effect(deed);
    case LedgerEntry::Kind::Failed:
        return log->observed(deed);
    case LedgerEntry::Kind::Paused:
        return log->outcome(journal::Outcome::Stopped, entry.sentence, true);
    case LedgerEntry::Kind::Ended:
        return end(*log, entry);
    }
    Q_UNREACHABLE_RETURN({});
}

Result<QList<LedgerEntry>> JournalLedger::openRuns()
{
    const auto operations = m_journal->operations();
    if (!operations) {
        return failure(operations);
    }
    QList<LedgerEntry> entries;
    for (const journal::Operation &operation : *operations) {
        if (operation.scope.kind != m_kind || !operation.isOpen()) {
            continue;
        }
        const auto records = m_journal->records(operation.id);
        if (!records) {
            return failure(records);
        }
        for (const journal::Record &record : *records) {
            if (const auto kind = kindOf(record.type)) {
                entries.append({.run = operation.id,
                                .kind = *kind,
                                .effect = record.requestId,
                                .sentence = record.sentence,
                                .facts = objectOf(record.facts)});
            }
        }
    }
    return entries;
}

void JournalLedger::attach(OperationRun &run)
{
    if (const auto log = m_logs.constFind(run.id()); log != m_logs.cend()) {
        journal::recordSteps(run, *log);
    }
}

} // namespace sentinel::deploy
