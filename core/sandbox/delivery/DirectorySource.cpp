// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/DirectorySource.h"

#include "core/base/Files.h"
#include "core/base/Glob.h"
#include "core/sandbox/delivery/Objects.h"
#include "core/yaml/Json.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QStringList filesOf(const QString &folder, const QJsonObject &directory)
{
    const QString include = directory[u"include"].toString();
    const QString exclude = directory[u"exclude"].toString();
    QStringList files;
    QDirIterator all(folder, QDir::Files,
                     directory[u"recurse"].toBool() ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags);
    while (all.hasNext()) {
        const QString path = QDir(folder).relativeFilePath(all.next());
        const bool isManifest = path.endsWith(u".yaml") || path.endsWith(u".yml") || path.endsWith(u".json");
        if (isManifest && (include.isEmpty() || globMatches(include, path))
            && (exclude.isEmpty() || !globMatches(exclude, path))) {
            files.append(path);
        }
    }
    files.sort();
    return files;
}

} // namespace

Result<QList<QJsonObject>> readDirectory(const QString &folder, const QJsonObject &directory)
{
    const QString doing = u"reading manifests"_s;
    if (!QFileInfo(folder).isDir()) {
        return failure(Error::Kind::NotFound, doing, u"%1: app path does not exist"_s.arg(QFileInfo(folder).fileName()));
    }
    if (directory.contains(u"jsonnet")) {
        return failure(Error::Kind::Unsupported, doing, u"the rehearsal cluster does not run jsonnet"_s);
    }
    QList<QJsonObject> objects;
    const QStringList files = filesOf(folder, directory);
    for (const QString &file : files) {
        const Result<QByteArray> text = readFile(folder + u'/' + file);
        const Result<QList<QJsonObject>> found = text ? yaml::readObjects(*text, file) : failure(text);
        if (!found) {
            const Error &error = found.error();
            return failure(
                Error::Kind::Invalid, doing,
                u"Failed to unmarshal \"%1\": %2"_s.arg(
                    file, error.where.isKnown() ? u"line %1: %2"_s.arg(error.where.line).arg(error.detail) : error.detail));
        }
        objects += *found;
    }
    return objects;
}

} // namespace sentinel::sandbox
