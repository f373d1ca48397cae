// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/base/Glob.h"
#include "core/gitops/SourceParts.h"
#include "core/yaml/Json.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DirectorySource)
};

/// It takes part in what Argo CD makes of a folder.
bool isManifest(const QString &path)
{
    return path.endsWith(u".yaml") || path.endsWith(u".yml") || path.endsWith(u".json") || path.endsWith(u".jsonnet");
}

QStringList filesOf(const QString &folder, const QJsonObject &directory)
{
    const QString include = directory[u"include"].toString();
    const QString exclude = directory[u"exclude"].toString();
    QStringList files;
    QDirIterator all(folder, QDir::Files,
                     directory[u"recurse"].toBool() ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags);
    while (all.hasNext()) {
        const QString path = QDir(folder).relativeFilePath(all.next());
        if (isManifest(path) && (include.isEmpty() || globMatches(include, path))
            && (exclude.isEmpty() || !globMatches(exclude, path))) {
            files.append(path);
        }
    }
    files.sort();
    return files;
}

} // namespace

Result<QString> insideOf(const QString &folder, const QString &path)
{
    const QString clean = QDir::cleanPath(folder + u'/' + path);
    if (clean != folder && !clean.startsWith(folder + u'/')) {
        return failure(Error::Kind::Invalid, Text::tr("reading a source"), Text::tr("%1 leads out of the repository.").arg(path));
    }
    return clean;
}

Result<QList<QJsonObject>> readDirectory(const SourcePlace &place)
{
    const QString doing = Text::tr("reading manifests");
    const QJsonObject directory = place.source[u"directory"].toObject();
    const auto folder = insideOf(place.folder, place.source[u"path"].toString());
    if (!folder) {
        return failure(folder);
    }
    QList<QJsonObject> objects;
    const QStringList files = filesOf(*folder, directory);
    const bool hasJsonnet = std::ranges::any_of(files, [](const QString &file) { return file.endsWith(u".jsonnet"); });
    if (hasJsonnet || !directory[u"jsonnet"].toObject().isEmpty()) {
        return failure(Error::Kind::Unsupported, doing, Text::tr("The source runs jsonnet, which only Argo CD can do."));
    }
    for (const QString &file : files) {
        const Result<QByteArray> text = readFile(*folder + u'/' + file);
        const Result<QList<QJsonObject>> found = text ? yaml::readObjects(*text, file) : failure(text);
        if (!found) {
            Error error = found.error();
            error.doing = doing;
            return failure(error);
        }
        objects += *found;
    }
    return objects;
}

} // namespace sentinel::gitops
