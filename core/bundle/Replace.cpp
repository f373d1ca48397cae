// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Replace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kRandomLetters = 6; // mkdtemp's
constexpr auto kAside = "-old"_L1;

/// ".NAME.sentinel-": what a staging folder of the target NAME begins with.
QString stagingPrefix(const QFileInfo &target)
{
    return u'.' + target.fileName() + u".sentinel-"_s;
}

bool renamePath(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

int openFolder(const QString &path)
{
    return ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/// A bundle's folders are the process's usual ones; mkdtemp() makes its own private.
mode_t usualFolderMode()
{
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0777 & ~mask;
}

/// The old bundle an interrupted run had set aside, where a file system cannot exchange two folders.
void recoverAside(const QFileInfo &target, const QString &prefix)
{
    const QStringList names
        = QDir(target.path()).entryList({prefix + u"??????"_s + kAside}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        const QString path = target.path() + u'/' + name;
        if (QFileInfo::exists(target.filePath())) {
            QDir(path).removeRecursively();
        } else {
            renamePath(path, target.filePath());
        }
    }
}

/// What an interrupted run left: gives a moved ".git" back to the bundle and removes the rest. A run that still goes on holds the
/// lock.
void cleanUp(const QFileInfo &target)
{
    const QString prefix = stagingPrefix(target);
    recoverAside(target, prefix);
    const QStringList names = QDir(target.path()).entryList({prefix + u"??????"_s}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        const QString path = target.path() + u'/' + name;
        const int lock = name.size() == prefix.size() + kRandomLetters ? openFolder(path) : -1;
        if (lock >= 0 && ::flock(lock, LOCK_EX | LOCK_NB) == 0) {
            const QString git = path + u"/.git"_s;
            const QString home = target.filePath() + u"/.git"_s;
            const bool hasGit = QFileInfo(git).isSymLink() || QFileInfo::exists(git);
            if (!hasGit || (!QFileInfo::exists(home) && target.isDir() && renamePath(git, home))) {
                QDir(path).removeRecursively();
            }
        }
        if (lock >= 0) {
            ::close(lock);
        }
    }
}

} // namespace

Staging::Staging(QString target, QString path, int lock)
    : m_target(std::move(target))
    , m_path(std::move(path))
    , m_lock(lock)
{
}

Staging::Staging(Staging &&other) noexcept
    : m_target(std::move(other.m_target))
    , m_path(std::exchange(other.m_path, QString()))
    , m_lock(std::exchange(other.m_lock, -1))
{
}

Staging::~Staging()
{
    if (!m_path.isEmpty()) {
        QDir(m_path).removeRecursively();
    }
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

Result<Staging> Staging::begin(const QString &target)
{
    const QFileInfo info(target);
    const QString doing = Text::tr("writing the bundle %1").arg(target);
    if (!QDir().mkpath(info.path())) {
        return failure(Error::Kind::Forbidden, doing, Text::tr("The folder %1 cannot be made.").arg(info.path()),
                       {.file = info.path()});
    }
    cleanUp(info);
    QByteArray name = QFile::encodeName(info.path() + u'/' + stagingPrefix(info)) + "XXXXXX";
    if (!::mkdtemp(name.data())) {
        const int code = errno;
        return failure(code == EACCES || code == EPERM || code == EROFS ? Error::Kind::Forbidden : Error::Kind::Unreachable,
                       doing, Text::tr("Nothing can be written in %1: %2.").arg(info.path(), qt_error_string(code)),
                       {.file = info.path()});
    }
    const QString path = QFile::decodeName(name);
    const int lock = openFolder(path);
    if (lock >= 0) {
        ::flock(lock, LOCK_EX | LOCK_NB);
        ::fchmod(lock, usualFolderMode());
    }
    return Staging(target, path, lock);
}

bool Staging::exchange()
{
    const QByteArray fresh = QFile::encodeName(m_path);
    const QByteArray target = QFile::encodeName(m_target);
    if (::renameat2(AT_FDCWD, fresh.constData(), AT_FDCWD, target.constData(), RENAME_EXCHANGE) == 0) {
        return true;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return false;
    }
    // A file system that cannot exchange (NFS, overlays of old kernels): two renames, with the old folder aside for a moment.
    const QString aside = m_path + kAside;
    if (!renamePath(m_target, aside)) {
        return false;
    }
    if (!renamePath(m_path, m_target)) {
        renamePath(aside, m_target);
        return false;
    }
    return renamePath(aside, m_path);
}

Result<void> Staging::replace()
{
    const QString doing = Text::tr("writing the bundle %1").arg(m_target);
    // One flush for all files: after a power cut the rename must not be there before what it names.
    if (m_lock >= 0) {
        ::syncfs(m_lock);
    }
    const bool empty = QFileInfo::exists(m_target)
        && QDir(m_target).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    if (empty || !QFileInfo::exists(m_target)) {
        if (!renamePath(m_path, m_target)) {
            const int code = errno;
            return failure(code == ENOTEMPTY || code == EEXIST ? Error::Kind::Conflict : Error::Kind::Unreachable, doing,
                           Text::tr("%1 cannot be put in place: %2.").arg(m_target, qt_error_string(code)), {.file = m_target});
        }
        m_path.clear();
        return {};
    }
    const QString git = u"/.git"_s;
    const bool hasGit = QFileInfo::exists(m_target + git) || QFileInfo(m_target + git).isSymLink();
    if (hasGit && !renamePath(m_target + git, m_path + git)) {
        return failure(Error::Kind::Unreachable, doing,
                       Text::tr("%1 cannot be moved: %2.").arg(m_target + git, qt_error_string(errno)), {.file = m_target + git});
    }
    if (!exchange()) {
        const int code = errno;
        if (hasGit) {
            renamePath(m_path + git, m_target + git);
        }
        return failure(Error::Kind::Unreachable, doing,
                       Text::tr("%1 cannot be replaced: %2.").arg(m_target, qt_error_string(code)), {.file = m_target});
    }
    return {}; // m_path now names the old folder; the destructor removes it
}

} // namespace sentinel::bundle
