// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/journal/Record.h"

#include <memory>

namespace sentinel::journal {

class Journal;

/// One thing done to a cluster, as intent, effect and observed tell it. Names, versions and sentences; never content.
struct Deed
{
    QString phase{};
    QString sentence{}; ///< "Namespace sentinel-prod is created."
    QString requestId{}; ///< binds the effect to its intent
    Target target{};
    QString uid{};
    QString resourceVersion{};
    Facts facts{};
};

/// Writes the records of one operation. Every call is on the disk when it returns; when an intent cannot be written, the effect
/// must not be brought about. Copies write to the same operation. Errors: those of Journal.
class OperationLog
{
public:
    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const Scope &scope() const { return m_scope; }

    [[nodiscard]] Result<void> intent(const Deed &deed);
    [[nodiscard]] Result<void> effect(const Deed &deed);
    [[nodiscard]] Result<void> observed(const Deed &deed);
    [[nodiscard]] Result<void> steps(const QList<OperationStep> &steps); ///< what it means to do, in order
    [[nodiscard]] Result<void> step(const OperationStep &step); ///< changed its state
    [[nodiscard]] Result<void> outcome(Outcome outcome, const QString &sentence, bool isResumable = false,
                                       const Facts &facts = {});

private:
    friend class Journal;
    OperationLog(std::shared_ptr<Journal> journal, QString id, Scope scope);
    [[nodiscard]] Result<void> write(RecordType type, const Deed &deed);
    [[nodiscard]] Record record(RecordType type) const;
    [[nodiscard]] Result<void> append(Record record);

    std::shared_ptr<Journal> m_journal;
    QString m_id;
    Scope m_scope;
};

} // namespace sentinel::journal
