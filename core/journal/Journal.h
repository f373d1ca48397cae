// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/journal/Claim.h"
#include "core/journal/JournalFile.h"
#include "core/journal/Operation.h"
#include "core/journal/OperationLog.h"

#include <functional>

namespace sentinel::journal {

/// What an examination of the whole file found.
struct Verification
{
    qint64 records = 0; ///< good ones, from the first on
    Head head{}; ///< of the last good one
    Findings findings{}; ///< errors: it was changed, cut or reordered; infos: repairs of before

    bool isShortened = false; ///< records were changed, set aside or taken away once; what is left is chained anew
    [[nodiscard]] bool isWhole() const { return !hasErrors(findings); }
};

/// The append-only record of every operation, in `journal.jsonl` of a folder. Several programs may write: each record is appended
/// under a lock, chained to the one before and on the disk before append returns. A tail that a crash tore is cut when the
/// journal is next opened or written; whole lines cut with it are kept in a file beside. On one thread. Errors: Unreachable (no
/// room, broken disk: nothing was recorded), Forbidden, Timeout (another program holds the file), Conflict.
class Journal : public std::enable_shared_from_this<Journal>
{
public:
    /// `who` empty: user and host of this process.
    [[nodiscard]] static Result<std::shared_ptr<Journal>>
    open(const QString &folder, std::shared_ptr<Clock> clock = std::make_shared<SystemClock>(), const QString &who = {});

    [[nodiscard]] QString file() const { return m_file.path(); }
    /// What had to be repaired since this journal was opened, as sentences.
    [[nodiscard]] QStringList notes() const { return m_notes; }

    /// A new operation. Conflict when one of the same kind, cluster and environment is open; the sentence names it.
    /// `id`: taken when it is free, so that a run may have its name before its first record.
    [[nodiscard]] Result<OperationLog> begin(const Scope &scope, const QString &sentence = {}, const Facts &facts = {},
                                             const QString &id = {});
    /// Goes on with an open one. NotFound; Conflict when it has ended for good.
    [[nodiscard]] Result<OperationLog> resume(const QString &operation);

    [[nodiscard]] Result<QList<Operation>> operations(); ///< newest first
    [[nodiscard]] Result<std::optional<Operation>> openOperation(const QString &kind, const QString &cluster,
                                                                 const QString &environment);
    [[nodiscard]] Result<QList<Record>> records(const QString &operation); ///< in order; empty when there is none of that id
    [[nodiscard]] Result<Head> head();

    /// Reads the whole file again, from the first line.
    [[nodiscard]] Result<Verification> verify();

    /// This program works on (kind, cluster, environment) now. Conflict when another one does.
    [[nodiscard]] Result<Claim> claim(const Scope &scope) const;

    /// How the journal may know of a secret.
    [[nodiscard]] Digest digest(QByteArrayView secret) const;

private:
    friend class OperationLog;
    using Check = std::function<Result<void>(Record &)>;

    Journal(const QString &folder, std::shared_ptr<Clock> clock, QString who);
    [[nodiscard]] Result<Record> append(Record record, const Check &check = {});
    [[nodiscard]] Result<void> write(Record &record);
    [[nodiscard]] Result<void> refresh();
    [[nodiscard]] Result<void> repair();
    /// Reads what was added since. True: something at the end cannot be read.
    [[nodiscard]] Result<bool> catchUp();
    [[nodiscard]] Result<void> noteMissing();
    void take(Record record);
    void forget();
    void redact(Record &record) const;
    [[nodiscard]] Result<void> writeRepair(const QString &sentence, const Facts &facts);
    [[nodiscard]] QString freeId(const QString &kind) const;

    const QString m_folder;
    std::shared_ptr<Clock> m_clock;
    QString m_who;
    JournalFile m_file;
    QByteArray m_key;
    QStringList m_notes;

    // What has been read so far.
    qint64 m_end = 0; ///< bytes
    Head m_head;
    QList<Record> m_records;
    QStringList m_order; ///< ids as they began
    QHash<QString, Operation> m_operations;
};

} // namespace sentinel::journal
