// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Renderer.h"

#include <QFileSystemWatcher>
#include <QMap>
#include <QPointer>
#include <functional>

namespace sentinel::sandbox {

/// The repositories this rehearsal cluster can reach: addresses, each a repository on this machine. How a revision becomes files
/// is somebody else's (git is not run here).
class RepositoryMap final : public Repositories
{
public:
    /// `repository` is a folder on this machine.
    using CheckOut = std::function<Async<Checkout>(QString repository, QString revision, CancelToken cancel)>;
    explicit RepositoryMap(CheckOut checkOut);

    /// From now on `url` means this repository. Its branches are watched: a push is told at once, so nothing polls.
    void add(const QString &url, const QString &repository);
    void remove(const QString &url);
    [[nodiscard]] QMap<QString, QString> all() const { return m_folders; } ///< address as normalised → folder

    /// Told of addresses whose repository was added, removed or pushed to.
    void whenMoved(QObject *context, std::function<void(const QString &url)> told);

    [[nodiscard]] Async<Checkout> checkOut(QString url, QString revision, CancelToken cancel) override;

    /// The same address however it is written: no ".git" or "/" at its end, the host in lower case.
    [[nodiscard]] static QString normalised(const QString &url);

private:
    void watch();
    void tell(const QString &url);

    CheckOut m_checkOut;
    QMap<QString, QString> m_folders;
    QList<std::pair<QPointer<QObject>, std::function<void(const QString &)>>> m_listeners;
    QFileSystemWatcher m_watcher;
};

} // namespace sentinel::sandbox
