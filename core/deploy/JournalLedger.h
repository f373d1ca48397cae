// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Ledger.h"
#include "core/journal/Journal.h"

namespace sentinel::deploy {

/// The ledger of deploys in the journal of everything.
class JournalLedger final : public Ledger
{
public:
    /// `kind`: "deploy", "rollback": whose runs these are.
    explicit JournalLedger(std::shared_ptr<journal::Journal> journal, QString kind = QStringLiteral("deploy"))
        : m_journal(std::move(journal))
        , m_kind(std::move(kind))
    {
    }
    [[nodiscard]] Result<void> append(const LedgerEntry &entry) override;
    [[nodiscard]] Result<QList<LedgerEntry>> openRuns() override;
    void attach(OperationRun &run) override;

private:
    [[nodiscard]] Result<journal::OperationLog> logOf(const QString &run);

    std::shared_ptr<journal::Journal> m_journal;
    QString m_kind;
    QHash<QString, journal::OperationLog> m_logs;
};

} // namespace sentinel::deploy
