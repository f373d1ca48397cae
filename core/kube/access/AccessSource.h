// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/kube/access/ClusterAccess.h"
#include "core/kube/access/FileStamp.h"

#include <QFileSystemWatcher>
#include <memory>

namespace sentinel::kube {

/// An access as its files tell it now: written over, or replaced by others of the same name, they are read again. What cannot be
/// read, half a file or a key that is newer than its certificate, changes nothing: the last good one holds.
class AccessSource
{
public:
    AccessSource(ClusterAccess access, std::shared_ptr<Clock> clock);

    [[nodiscard]] const ClusterAccess &current() const { return m_access; }
    /// Looks at the files; cheap when nothing happened to them.
    void refresh();
    /// Told after the access has become another one. Called from `refresh`, and by itself when a file changes.
    std::function<void(const ClusterAccess &before)> changed;
    /// Why what the files say now is not followed; empty when it is.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    [[nodiscard]] QList<FileStamp> stamps() const;
    void watchFiles();

    ClusterAccess m_access;
    const std::shared_ptr<Clock> m_clock;
    QList<FileStamp> m_stamps;
    QString m_problem;
    QDateTime m_failedAt;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
};

} // namespace sentinel::kube
