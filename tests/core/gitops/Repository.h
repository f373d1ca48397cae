// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace sentinel::gitops {

/// Runs the real git for a test that prepares or looks; a failing one fails the test.
inline QString git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("git"),
                  QStringList{QStringLiteral("-c"), QStringLiteral("user.name=Test"), QStringLiteral("-c"),
                              QStringLiteral("user.email=test@example.com")}
                      + arguments);
    process.waitForFinished();
    if (process.exitCode() != 0) {
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    }
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

inline void put(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("%s", qPrintable(path));
    }
    file.write(content);
}

/// A bare repository, and a working copy of it that plays the other people.
struct Repository
{
    QTemporaryDir folder;
    QString bare = folder.filePath(QStringLiteral("bare"));
    QString copy = folder.filePath(QStringLiteral("copy"));

    Repository()
    {
        git(folder.path(),
            {QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("--bare"), QStringLiteral("-b"), QStringLiteral("main"),
             bare});
        git(folder.path(), {QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"), QStringLiteral("main"), copy});
        git(copy, {QStringLiteral("remote"), QStringLiteral("add"), QStringLiteral("origin"), bare});
    }
    /// Somebody else's commit; its id.
    QString push(const QString &path, const QByteArray &content, const QString &branch = QStringLiteral("main"))
    {
        if (!git(bare, {QStringLiteral("branch"), QStringLiteral("--list"), branch}).isEmpty()) {
            git(copy, {QStringLiteral("fetch"), QStringLiteral("-q"), QStringLiteral("origin")});
            git(copy,
                {QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("-B"), branch,
                 QStringLiteral("origin/") + branch});
        }
        put(copy + u'/' + path, content);
        git(copy, {QStringLiteral("add"), QStringLiteral("-A")});
        git(copy, {QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("-m"), QStringLiteral("work")});
        git(copy, {QStringLiteral("push"), QStringLiteral("-q"), QStringLiteral("origin"), QStringLiteral("HEAD:") + branch});
        return git(copy, {QStringLiteral("rev-parse"), QStringLiteral("HEAD")});
    }
    [[nodiscard]] QStringList files(const QString &branch = QStringLiteral("main")) const
    {
        return git(bare, {QStringLiteral("ls-tree"), QStringLiteral("-r"), QStringLiteral("--name-only"), branch}).split(u'\n');
    }
    [[nodiscard]] QString content(const QString &path, const QString &branch = QStringLiteral("main")) const
    {
        return git(bare, {QStringLiteral("show"), branch + u':' + path});
    }
};

/// A folder with these files and the bundle.json that lists them.
inline void putBundle(const QString &folder, const QMap<QString, QByteArray> &files)
{
    QDir(folder).removeRecursively();
    QJsonArray items;
    for (auto each = files.cbegin(); each != files.cend(); ++each) {
        put(folder + u'/' + each.key(), each.value());
        const QByteArray sum = QCryptographicHash::hash(each.value(), QCryptographicHash::Sha256).toHex();
        items.append(QJsonObject{{QStringLiteral("path"), each.key()},
                                 {QStringLiteral("size"), each.value().size()},
                                 {QStringLiteral("sha256"), QString::fromLatin1(sum)}});
    }
    put(folder + QStringLiteral("/bundle.json"),
        QJsonDocument(QJsonObject{{QStringLiteral("apiVersion"), QStringLiteral("console.sentinel/v1")},
                                  {QStringLiteral("kind"), QStringLiteral("BundleManifest")},
                                  {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("name"), QStringLiteral("example")}}},
                                  {QStringLiteral("items"), items}})
            .toJson());
}

} // namespace sentinel::gitops
