// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <sys/stat.h>

namespace sentinel::kube {

/// What changes when a file is written, or another one takes its place. Cheap: asked before each request.
struct FileStamp
{
    qint64 device = 0;
    qint64 inode = 0; ///< 0: there is no such file
    qint64 size = 0;
    qint64 seconds = 0; ///< of its last change
    qint64 nanoseconds = 0;
    bool operator==(const FileStamp &) const = default;
};

[[nodiscard]] inline FileStamp stampOf(const QString &path)
{
    struct stat found{};
    if (::stat(path.toLocal8Bit().constData(), &found) != 0) {
        return {};
    }
    return {.device = static_cast<qint64>(found.st_dev),
            .inode = static_cast<qint64>(found.st_ino),
            .size = static_cast<qint64>(found.st_size),
            .seconds = static_cast<qint64>(found.st_mtim.tv_sec),
            .nanoseconds = static_cast<qint64>(found.st_mtim.tv_nsec)};
}

} // namespace sentinel::kube
