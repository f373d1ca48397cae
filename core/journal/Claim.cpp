// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/Claim.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QFile>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace sentinel::journal {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString holderOf(int file)
{
    std::array<char, 200> text{};
    const ssize_t size = ::pread(file, text.data(), text.size(), 0);
    return plainLine(QString::fromUtf8(text.data(), std::max<ssize_t>(size, 0)));
}

} // namespace

Claim::Claim(Claim &&other) noexcept
    : m_file(std::exchange(other.m_file, -1))
{
}

Claim &Claim::operator=(Claim &&other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

Claim::~Claim()
{
    if (m_file >= 0) {
        ::close(m_file); // the lock goes with it; the file stays, since another may be waiting on it already
    }
}

Result<Claim> Claim::take(const QString &path, const QString &what, const QString &who)
{
    const QString doing = Text::tr("claiming %1").arg(what);
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file < 0) {
        return failure(Error::Kind::Unreachable, doing,
                       Text::tr("%1 cannot be opened: %2.").arg(path, QString::fromLocal8Bit(strerror(errno))), {.file = path});
    }
    Claim claim(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        return failure(Error::Kind::Conflict, doing, Text::tr("Another program is at work on %1: %2.").arg(what, holderOf(file)));
    }
    const QByteArray holder = Text::tr("process %1 of %2").arg(::getpid()).arg(who).toUtf8();
    if (::ftruncate(file, 0) != 0 || ::pwrite(file, holder.constData(), static_cast<size_t>(holder.size()), 0) < 0) {
        // Only the name for others to read; the claim itself is the lock.
    }
    return claim;
}

} // namespace sentinel::journal
