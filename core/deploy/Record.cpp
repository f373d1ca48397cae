// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Record.h"

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

Record::Record(std::shared_ptr<Ledger> ledger, QString run, const QList<LedgerEntry> &before)
    : m_ledger(std::move(ledger))
    , m_run(std::move(run))
    , m_begun(!before.isEmpty())
{
    for (const LedgerEntry &entry : before) {
        if (entry.kind == LedgerEntry::Kind::Done) {
            m_done.insert(entry.effect, entry.facts);
            if (entry.effect != u"preflight") { // changed nothing
                m_deeds.append(entry.sentence);
            }
        }
    }
}

Result<void> Record::begin(const QString &sentence, const QJsonObject &facts)
{
    if (m_begun) {
        return m_ledger->append({.run = m_run, .kind = LedgerEntry::Kind::Resumed, .effect = {}, .sentence = sentence});
    }
    auto written
        = m_ledger->append({.run = m_run, .kind = LedgerEntry::Kind::Begun, .effect = {}, .sentence = sentence, .facts = facts});
    m_begun = written.has_value();
    return written;
}

Result<void> Record::intend(const QString &effect, const QString &what)
{
    return m_ledger->append({.run = m_run, .kind = LedgerEntry::Kind::Intent, .effect = effect, .sentence = what});
}

Result<void> Record::done(const QString &effect, const QString &what, const QJsonObject &facts)
{
    m_done.insert(effect, facts);
    m_deeds.append(what);
    return m_ledger->append({.run = m_run, .kind = LedgerEntry::Kind::Done, .effect = effect, .sentence = what, .facts = facts});
}

Result<void> Record::noted(const QString &effect, const QString &what, const QJsonObject &facts)
{
    m_done.insert(effect, facts);
    return m_ledger->append({.run = m_run, .kind = LedgerEntry::Kind::Done, .effect = effect, .sentence = what, .facts = facts});
}

Result<void> Record::failed(const QString &effect, const QString &sentence)
{
    return m_ledger->append({.run = m_run, .kind = LedgerEntry::Kind::Failed, .effect = effect, .sentence = sentence});
}

Result<void> Record::end(const QString &verdict)
{
    if (!m_begun) {
        return {};
    }
    return m_ledger->append({.run = m_run, .kind = LedgerEntry::Kind::Ended, .effect = {}, .sentence = verdict});
}

Result<void> Record::pause(const QString &sentence)
{
    return m_ledger->append({.run = m_run, .kind = LedgerEntry::Kind::Paused, .effect = {}, .sentence = sentence});
}

} // namespace sentinel::deploy
