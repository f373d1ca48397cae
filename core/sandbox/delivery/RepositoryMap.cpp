// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/RepositoryMap.h"

#include <QDir>
#include <QDirIterator>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QString gitDirectory(const QString &repository)
{
    const QString inside = repository + u"/.git"_s;
    return QFileInfo(inside).isDir() ? inside : repository;
}

Async<Repositories::Checkout> notConfigured(QString url)
{
    co_return failure(Error::Kind::NotFound, u"checking "_s + url + u" out"_s,
                      u"repository not found: %1 is not registered with this rehearsal cluster"_s.arg(url));
}

} // namespace

RepositoryMap::RepositoryMap(CheckOut checkOut)
    : m_checkOut(std::move(checkOut))
{
    const auto moved = [this](const QString &path) {
        for (auto each = m_folders.cbegin(); each != m_folders.cend(); ++each) {
            if (path.startsWith(gitDirectory(each.value()) + u'/')) {
                tell(each.key());
            }
        }
        watch(); // new branches may have new folders, and a replaced file is no longer watched
    };
    QObject::connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_watcher, moved);
    QObject::connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_watcher, moved);
}

QString RepositoryMap::normalised(const QString &url)
{
    QString text = url.trimmed();
    while (text.endsWith(u'/')) {
        text.chop(1);
    }
    if (text.endsWith(u".git")) {
        text.chop(4);
    }
    QUrl parsed(text);
    if (!parsed.scheme().isEmpty() && !parsed.host().isEmpty()) {
        parsed.setHost(parsed.host().toLower());
        parsed.setUserInfo({});
        return parsed.toString();
    }
    return text;
}

void RepositoryMap::add(const QString &url, const QString &repository)
{
    m_folders.insert(normalised(url), QDir(repository).absolutePath());
    watch();
    tell(normalised(url));
}

void RepositoryMap::remove(const QString &url)
{
    if (m_folders.remove(normalised(url)) > 0) {
        watch();
        tell(normalised(url));
    }
}

void RepositoryMap::whenMoved(QObject *context, std::function<void(const QString &)> told)
{
    m_listeners.append({context, std::move(told)});
}

void RepositoryMap::tell(const QString &url)
{
    for (const auto &[context, told] : std::as_const(m_listeners)) {
        if (context) {
            told(url);
        }
    }
}

void RepositoryMap::watch()
{
    QStringList wanted;
    for (const QString &folder : std::as_const(m_folders)) {
        const QString heads = gitDirectory(folder) + u"/refs/heads"_s;
        wanted.append(heads);
        QDirIterator folders(heads, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (folders.hasNext()) {
            wanted.append(folders.next());
        }
    }
    const QStringList present = m_watcher.directories();
    for (const QString &path : present) {
        if (!wanted.contains(path)) {
            m_watcher.removePath(path);
        }
    }
    for (const QString &path : std::as_const(wanted)) {
        if (!present.contains(path) && QFileInfo(path).isDir()) {
            m_watcher.addPath(path);
        }
    }
}

Async<Repositories::Checkout> RepositoryMap::checkOut(QString url, QString revision, CancelToken cancel)
{
    const auto found = m_folders.constFind(normalised(url));
    return found == m_folders.constEnd() ? notConfigured(url) : m_checkOut(*found, revision, cancel);
}

} // namespace sentinel::sandbox
