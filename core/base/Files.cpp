// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace sentinel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Error::Kind kindOf(const QFileInfo &info, QFileDevice::Permission wanted)
{
    if (!info.exists()) {
        return Error::Kind::NotFound;
    }
    return info.permission(wanted) ? Error::Kind::Unreachable : Error::Kind::Forbidden;
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 most)
{
    const QString doing = Text::tr("reading %1").arg(path);
    const QFileInfo info(path);
    if (info.isDir()) {
        return failure(Error::Kind::Invalid, doing, Text::tr("%1 is a folder, not a file.").arg(path), {.file = path});
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(kindOf(info, QFileDevice::ReadUser), doing,
                       info.exists() ? Text::tr("%1 cannot be read: %2.").arg(path, file.errorString())
                                     : Text::tr("%1 does not exist.").arg(path),
                       {.file = path});
    }
    QByteArray content = file.read(most + 1);
    if (file.error() != QFileDevice::NoError) {
        return failure(Error::Kind::Unreachable, doing, Text::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                       {.file = path});
    }
    if (content.size() > most) {
        return failure(Error::Kind::Invalid, doing,
                       Text::tr("%1 is larger than %2 bytes, the most that is read.").arg(path).arg(most), {.file = path});
    }
    return content;
}

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    const QString doing = Text::tr("writing %1").arg(path);
    const bool existed = QFileInfo::exists(path);
    QSaveFile file(path);
    // QSaveFile renames over the target, which also keeps the mode of a file that was there.
    if (!file.open(QIODevice::WriteOnly) || (!existed && !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        || file.write(content) != content.size() || !file.commit()) {
        return failure(Error::Kind::Unreachable, doing, Text::tr("%1 cannot be written: %2.").arg(path, file.errorString()),
                       {.file = path});
    }
    return {};
}

} // namespace sentinel
