// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/JournalFile.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sentinel::journal {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kLockTries = 1000;
constexpr int kLockPause = 2; // ms
constexpr qint64 kMostBytes = qint64{1} << 30;
constexpr int kHeadSize = 128; // fixed, so that one write replaces it

QString systemText(int error)
{
    return QString::fromLocal8Bit(strerror(error));
}

/// Waits for a lock as long as `tries` are left; the error number, or 0.
int lockWithin(int file, int how, int &tries)
{
    while (::flock(file, how | LOCK_NB) != 0) {
        if ((errno != EWOULDBLOCK && errno != EINTR) || --tries <= 0) {
            return errno;
        }
        ::poll(nullptr, 0, kLockPause);
    }
    return 0;
}

bool writeAll(int file, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t written = ::write(file, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        done += written;
    }
    return true;
}

} // namespace

JournalFile::Lock::Lock(Lock &&other) noexcept
    : m_file(std::exchange(other.m_file, -1))
{
}

JournalFile::Lock::~Lock()
{
    if (m_file >= 0) {
        ::flock(m_file, LOCK_UN);
    }
}

JournalFile::JournalFile(QString folder)
    : m_folder(std::move(folder))
{
}

JournalFile::~JournalFile()
{
    if (m_file >= 0) {
        ::close(m_file);
    }
    if (m_door >= 0) {
        ::close(m_door);
    }
}

QString JournalFile::path() const
{
    return m_folder + u"/journal.jsonl"_s;
}

std::unexpected<Error> JournalFile::problem(const QString &sentence, Error::Kind kind) const
{
    return failure(kind, Text::tr("keeping the journal"), sentence, {.file = path()});
}

Result<void> JournalFile::open()
{
    if (!QDir().mkpath(m_folder)) {
        return problem(Text::tr("The folder %1 of the journal cannot be made.").arg(m_folder));
    }
    if (::chmod(QFile::encodeName(m_folder).constData(), S_IRWXU) != 0) {
        return problem(Text::tr("The folder %1 of the journal is not ours: %2.").arg(m_folder, systemText(errno)),
                       Error::Kind::Forbidden);
    }
    m_door = ::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_door < 0) {
        return problem(Text::tr("The folder %1 of the journal cannot be opened: %2.").arg(m_folder, systemText(errno)));
    }
    return openLines();
}

Result<void> JournalFile::openLines()
{
    if (m_file >= 0) {
        ::close(m_file);
    }
    m_file
        = ::open(QFile::encodeName(path()).constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (m_file < 0) {
        const int error = errno;
        return problem(Text::tr("The journal %1 cannot be opened: %2.").arg(path(), systemText(error)),
                       error == EACCES || error == ELOOP ? Error::Kind::Forbidden : Error::Kind::Unreachable);
    }
    ::fchmod(m_file, S_IRUSR | S_IWUSR);
    // The name of the new file must be on the disk as well.
    ::fsync(m_door);
    return {};
}

std::unexpected<Error> JournalFile::lockedTooLong(int error) const
{
    return error == EWOULDBLOCK || error == EINTR
        ? problem(Text::tr("Another program has held the journal %1 for two seconds.").arg(path()), Error::Kind::Timeout)
        : problem(Text::tr("The journal %1 cannot be locked: %2.").arg(path(), systemText(error)));
}

Result<JournalFile::Lock> JournalFile::lock(Access access, bool &isNew)
{
    int tries = kLockTries;
    if (const int error = lockWithin(m_door, LOCK_EX, tries)) {
        return lockedTooLong(error);
    }
    const Lock door(m_door);
    while (tries > 0) {
        if (const int error = lockWithin(m_file, access == Access::Exclusive ? LOCK_EX : LOCK_SH, tries)) {
            return lockedTooLong(error);
        }
        struct stat opened{};
        struct stat named{};
        const bool isThere = ::stat(QFile::encodeName(path()).constData(), &named) == 0;
        if (::fstat(m_file, &opened) == 0 && isThere && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev) {
            return Lock(m_file);
        }
        // Somebody moved the file away while we held it open.
        isNew = true;
        --tries;
        if (const auto again = openLines(); !again) {
            return failure(again);
        }
    }
    return lockedTooLong(EWOULDBLOCK);
}

Result<qint64> JournalFile::size() const
{
    struct stat state{};
    if (::fstat(m_file, &state) != 0) {
        return problem(Text::tr("The journal %1 cannot be read: %2.").arg(path(), systemText(errno)));
    }
    return state.st_size;
}

Result<QByteArray> JournalFile::readFrom(qint64 offset) const
{
    const auto end = size();
    if (!end) {
        return failure(end);
    }
    if (*end - offset > kMostBytes) {
        return problem(Text::tr("The journal %1 is larger than is read.").arg(path()));
    }
    QByteArray bytes(std::max<qint64>(*end - offset, 0), Qt::Uninitialized);
    for (qint64 done = 0; done < bytes.size();) {
        const ssize_t got = ::pread(m_file, bytes.data() + done, static_cast<size_t>(bytes.size() - done), offset + done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return problem(Text::tr("The journal %1 cannot be read: %2.").arg(path(), systemText(errno)));
        }
        if (got == 0) {
            bytes.truncate(done);
            break;
        }
        done += got;
    }
    return bytes;
}

Result<void> JournalFile::append(const QByteArray &bytes, qint64 end)
{
    if (writeAll(m_file, bytes) && ::fdatasync(m_file) == 0) {
        return {};
    }
    const int error = errno;
    // Half a record must not stay: the next one would end up on its line.
    if (::ftruncate(m_file, end) == 0) {
        ::fdatasync(m_file);
    }
    return problem(error == ENOSPC || error == EFBIG || error == EDQUOT
                       ? Text::tr("There is no room for the journal %1 (%2): nothing was recorded, so nothing is done.")
                             .arg(path(), systemText(error))
                       : Text::tr("The journal %1 cannot be written: %2. Nothing is done.").arg(path(), systemText(error)));
}

Result<void> JournalFile::cutAt(qint64 offset)
{
    if (::ftruncate(m_file, offset) != 0 || ::fdatasync(m_file) != 0) {
        return problem(Text::tr("The journal %1 cannot be repaired: %2.").arg(path(), systemText(errno)));
    }
    return {};
}

Result<QString> JournalFile::setAside(const QByteArray &bytes, const QString &stamp) const
{
    const QString aside = m_folder + u"/journal-cut-"_s + stamp + u".jsonl"_s;
    if (const auto written = writeFile(aside, bytes); !written) {
        return failure(written);
    }
    return aside;
}

std::optional<Head> JournalFile::head() const
{
    QFile file(m_folder + u"/journal.head"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.read(kHeadSize));
    const QByteArray hash = document["hash"_L1].toString().toLatin1();
    if (hash.size() != Head().hash.size()) {
        return {};
    }
    return Head{.number = document["n"_L1].toInteger(), .hash = hash};
}

void JournalFile::writeHead(const Head &head) const
{
    const QByteArray text = "{\"n\":" + QByteArray::number(head.number) + ",\"hash\":\"" + head.hash + "\"}";
    const int file = ::open(QFile::encodeName(m_folder + u"/journal.head"_s).constData(),
                            O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file < 0) {
        return; // it only helps to notice; the lines themselves are written
    }
    const QByteArray padded = text.leftJustified(kHeadSize - 1, ' ') + '\n';
    // Behind the lines at worst, which is no complaint: never before they are on the disk.
    [[maybe_unused]] const ssize_t written = ::pwrite(file, padded.constData(), static_cast<size_t>(padded.size()), 0);
    ::close(file);
}

Result<QByteArray> JournalFile::key() const
{
    const QString keyPath = m_folder + u"/journal.key"_s;
    if (!QFile::exists(keyPath)) {
        QByteArray fresh(32, Qt::Uninitialized);
        QRandomGenerator::system()->generate(fresh.begin(), fresh.end());
        if (const auto written = writeFile(keyPath, fresh); !written) {
            return failure(written);
        }
    }
    return readFile(keyPath, 1024);
}

} // namespace sentinel::journal
