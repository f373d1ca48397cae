// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/kube/access/FileStamp.h"
#include "core/kube/access/KnownClusters.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kLockPause = 10; // ms
constexpr int kLockTries = 300; // three seconds; a change takes milliseconds

std::unexpected<Error> notWritten(const QString &path, const QString &why, Error::Kind kind = Error::Kind::Unreachable)
{
    return failure(kind, Text::tr("writing %1").arg(path), Text::tr("%1 cannot be written: %2.").arg(path, why), {.file = path});
}

/// The door of the folder, open and locked; closing it unlocks. An error number where it cannot be had.
std::expected<int, int> lockDoor(const QString &folder)
{
    const QByteArray path = (folder + u"/clusters.lock"_s).toLocal8Bit();
    const int door = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (door < 0) {
        return std::unexpected(errno);
    }
    for (int tries = kLockTries; ::flock(door, LOCK_EX | LOCK_NB) != 0;) {
        if ((errno != EWOULDBLOCK && errno != EINTR) || --tries <= 0) {
            const int problem = errno;
            ::close(door);
            return std::unexpected(problem);
        }
        ::poll(nullptr, 0, kLockPause);
    }
    return door;
}

/// Whoever may write this file may have programs run in our name.
Result<void> mustBeOurs(const QString &path)
{
    struct stat found{};
    if (::stat(path.toLocal8Bit().constData(), &found) != 0) {
        return {};
    }
    const bool isOurs = found.st_uid == ::geteuid() || found.st_uid == 0;
    if (!isOurs || (found.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
        return failure(Error::Kind::Forbidden, Text::tr("reading %1").arg(path),
                       Text::tr("Others may write %1, and it says which programs may run in your name. Make it yours alone: "
                                "chmod 600.")
                           .arg(path),
                       {.file = path});
    }
    return {};
}

class FileConsent final : public Consent
{
public:
    explicit FileConsent(KnownClustersFile file)
        : m_file(std::move(file))
    {
    }

    bool allows(const ConsentWish &wish) const override
    {
        const FileStamp stamp = stampOf(m_file.path());
        if (!m_known || stamp != m_stamp) {
            m_stamp = stamp;
            m_known = m_file.read().value_or(KnownClusters());
        }
        return m_known->allows(wish);
    }

private:
    KnownClustersFile m_file;
    mutable FileStamp m_stamp;
    mutable std::optional<KnownClusters> m_known;
};

} // namespace

QString KnownClustersFile::path() const
{
    return m_folder + u"/clusters.yaml"_s;
}

Result<KnownClusters> KnownClustersFile::read() const
{
    const auto text = readFile(path());
    if (!text) {
        return text.error().kind == Error::Kind::NotFound ? Result<KnownClusters>() : failure(text);
    }
    if (const auto ours = mustBeOurs(path()); !ours) {
        return failure(ours);
    }
    return KnownClusters::read(*text, path());
}

Result<KnownClusters> KnownClustersFile::change(const std::function<Result<void>(KnownClusters &)> &edit) const
{
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QFileInfo::exists(m_folder)
        && (!QDir().mkpath(QFileInfo(m_folder).path()) || (!QDir().mkdir(m_folder, owner) && !QFileInfo::exists(m_folder)))) {
        return notWritten(path(), Text::tr("its folder cannot be made"));
    }
    const auto door = lockDoor(m_folder);
    if (!door) {
        return door.error() == EWOULDBLOCK
            ? failure(Error::Kind::Timeout, Text::tr("writing %1").arg(path()),
                      Text::tr("Another program has held %1 for seconds.").arg(path()), {.file = path()})
            : notWritten(path(), QString::fromLocal8Bit(std::strerror(door.error())),
                         door.error() == EACCES ? Error::Kind::Forbidden : Error::Kind::Unreachable);
    }
    const auto unlock = qScopeGuard([&door] { ::close(*door); });
    auto known = read();
    if (!known) {
        return known;
    }
    if (const auto edited = edit(*known); !edited) {
        return failure(edited);
    }
    if (const auto written = writeFile(path(), known->text()); !written) {
        return failure(written);
    }
    if (!QFile::setPermissions(path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return notWritten(path(), Text::tr("its permissions cannot be set"));
    }
    return known;
}

std::shared_ptr<Consent> KnownClustersFile::consent() const
{
    return std::make_shared<FileConsent>(*this);
}

} // namespace sentinel::kube
