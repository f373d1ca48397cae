// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/journal/Line.h"

#include <QByteArray>

namespace sentinel::journal {

/// The files of a journal, in a folder only its owner can enter: the lines, how far they have come (so that lines cut off at the
/// end are missed), and the key of its digests. Bytes only; what they mean is Journal's.
class JournalFile
{
public:
    /// Holds the lock of the file while it lives.
    class Lock
    {
    public:
        Lock(Lock &&other) noexcept;
        Lock &operator=(Lock &&) = delete;
        ~Lock();

    private:
        friend class JournalFile;
        explicit Lock(int file)
            : m_file(file)
        {
        }
        int m_file;
    };
    enum class Access { Shared, Exclusive };

    explicit JournalFile(QString folder);
    ~JournalFile();
    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

    [[nodiscard]] QString path() const;
    /// Makes folder and files where there are none. Errors: Unreachable, Forbidden.
    [[nodiscard]] Result<void> open();
    /// Waits up to two seconds for other programs. Timeout: one of them holds it longer. `isNew` says that another file is at the
    /// path than before.
    [[nodiscard]] Result<Lock> lock(Access access, bool &isNew);

    [[nodiscard]] Result<qint64> size() const;
    [[nodiscard]] Result<QByteArray> readFrom(qint64 offset) const;
    /// At the end, and on the disk when it returns. On an error nothing of it is left in the file.
    [[nodiscard]] Result<void> append(const QByteArray &bytes, qint64 end);
    [[nodiscard]] Result<void> cutAt(qint64 offset);
    /// A file beside the journal for lines that were cut off.
    [[nodiscard]] Result<QString> setAside(const QByteArray &bytes, const QString &stamp) const;

    [[nodiscard]] std::optional<Head> head() const; ///< as last written; nothing when it is missing or broken
    void writeHead(const Head &head) const;
    [[nodiscard]] Result<QByteArray> key() const; ///< made on first use

private:
    [[nodiscard]] Result<void> openLines();
    [[nodiscard]] std::unexpected<Error> lockedTooLong(int error) const;
    [[nodiscard]] std::unexpected<Error> problem(const QString &sentence, Error::Kind kind = Error::Kind::Unreachable) const;

    QString m_folder;
    int m_file = -1;
    int m_door = -1; ///< the folder: whoever waits for the lock holds the door, so that a busy writer cannot come back before it
};

} // namespace sentinel::journal
