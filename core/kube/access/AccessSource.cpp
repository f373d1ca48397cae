// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/AccessSource.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace sentinel::kube {

namespace {

constexpr Duration kNextTry = std::chrono::seconds(1); // after files that made no sense

} // namespace

AccessSource::AccessSource(ClusterAccess access, std::shared_ptr<Clock> clock)
    : m_access(std::move(access))
    , m_clock(std::move(clock))
    , m_stamps(stamps())
{
    if (m_access.reread && QCoreApplication::instance()) {
        m_watcher = std::make_unique<QFileSystemWatcher>();
        QObject::connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, m_watcher.get(), [this] { refresh(); });
        QObject::connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, m_watcher.get(), [this] { refresh(); });
        watchFiles();
    }
}

QList<FileStamp> AccessSource::stamps() const
{
    QList<FileStamp> all;
    for (const QString &file : m_access.files) {
        all.append(stampOf(file));
    }
    return all;
}

/// The folders too: a file that is replaced, or a link that is turned elsewhere, is only seen there.
void AccessSource::watchFiles()
{
    QStringList wanted = m_access.files;
    for (const QString &file : m_access.files) {
        wanted.append(QFileInfo(file).absolutePath());
    }
    const QStringList watched = m_watcher->files() + m_watcher->directories();
    wanted.removeDuplicates();
    wanted.removeIf([&watched](const QString &path) { return watched.contains(path) || !QFileInfo::exists(path); });
    if (!wanted.isEmpty()) {
        m_watcher->addPaths(wanted);
    }
}

void AccessSource::refresh()
{
    if (!m_access.reread) {
        return;
    }
    QList<FileStamp> now = stamps();
    const bool isDue = !m_problem.isEmpty() && m_failedAt.msecsTo(m_clock->now()) >= kNextTry.count();
    if (now == m_stamps && !isDue) {
        return;
    }
    m_stamps = std::move(now);
    auto read = m_access.reread();
    if (!read) {
        m_problem = read.error().detail;
        m_failedAt = m_clock->now();
        return;
    }
    m_problem.clear();
    ClusterAccess before = std::exchange(m_access, std::move(*read));
    m_stamps = stamps();
    if (m_watcher) {
        watchFiles();
    }
    if (!before.saysTheSame(m_access) && changed) {
        changed(before);
    }
}

} // namespace sentinel::kube
