// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace sentinel::bundle {

/// The most one file of a bundle may hold; a written bundle has nothing near it.
inline constexpr qint64 kMostFileBytes = 16 * 1024 * 1024;

/// Whether `path` names something inside a folder: relative, "/" between parts, no empty, "." or ".." part, no backslash, no
/// control byte.
[[nodiscard]] bool isInnerPath(QStringView path);

/// A folder held open by its descriptor. Nothing here follows a symbolic link below the folder itself, so what a hostile bundle
/// points at outside is never opened, not even when an entry is swapped for a link between two calls.
class Folder
{
public:
    struct Entry
    {
        enum class Kind {
            File,
            Link, ///< symbolic link: named, never followed
            Other, ///< socket, pipe, device: never opened
        };
        QString path; ///< relative, "/" between parts
        Kind kind = Kind::File;
        qint64 size = 0; ///< bytes; of a File only
    };

    [[nodiscard]] static Result<Folder> open(const QString &path);
    Folder(Folder &&other) noexcept;
    Folder &operator=(Folder &&other) noexcept;
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder();

    /// Everything below except folders, sorted by path. A Git repository's own ".git" at the top is left out: a bundle is made to
    /// be committed. Invalid when the tree is deeper or larger than any bundle.
    [[nodiscard]] Result<QList<Entry>> entries() const;
    /// The content of the file at `path`, at most `most` bytes.
    [[nodiscard]] Result<QByteArray> content(const QString &path, qint64 most = kMostFileBytes) const;
    /// Makes `path` with its folders; it must not exist yet. Modes are the process's usual ones (0666 and 0777 less umask).
    [[nodiscard]] Result<void> create(const QString &path, const QByteArray &content) const;

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    Folder(QString path, int descriptor);

    QString m_path;
    int m_descriptor = -1;
};

} // namespace sentinel::bundle
