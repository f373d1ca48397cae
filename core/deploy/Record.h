// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Ledger.h"

#include <QHash>
#include <QStringList>
#include <memory>

namespace sentinel::deploy {

/// What one run has written down, this time and before it was killed.
class Record
{
public:
    /// `before`: entries of the run that are in the ledger already; none for a new run.
    Record(std::shared_ptr<Ledger> ledger, QString run, const QList<LedgerEntry> &before);

    /// Written once, before the first effect: until then there is nothing to resume.
    [[nodiscard]] Result<void> begin(const QString &sentence, const QJsonObject &facts);
    [[nodiscard]] Result<void> intend(const QString &effect, const QString &what);
    [[nodiscard]] Result<void> done(const QString &effect, const QString &what, const QJsonObject &facts);
    /// The same for what changed nothing: no deed that stays behind.
    [[nodiscard]] Result<void> noted(const QString &effect, const QString &what, const QJsonObject &facts);
    [[nodiscard]] Result<void> failed(const QString &effect, const QString &sentence);
    [[nodiscard]] Result<void> end(const QString &verdict);
    [[nodiscard]] Result<void> pause(const QString &sentence);

    [[nodiscard]] bool hasBegun() const { return m_begun; }
    [[nodiscard]] bool isDone(const QString &effect) const { return m_done.contains(effect); }
    [[nodiscard]] QJsonObject facts(const QString &effect) const { return m_done.value(effect); }
    /// What was done, in order, in words.
    [[nodiscard]] const QStringList &deeds() const { return m_deeds; }

private:
    std::shared_ptr<Ledger> m_ledger;
    QString m_run;
    bool m_begun = false;
    QHash<QString, QJsonObject> m_done;
    QStringList m_deeds;
};

} // namespace sentinel::deploy
