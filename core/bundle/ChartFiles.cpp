// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Resources.h"

#include <QDirIterator>
#include <QResource>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

const QString &root()
{
    static const QString path = u":/sentinel/"_s;
    return path;
}

} // namespace

QByteArray resourceContent(const QString &path)
{
    ensureResources();
    const QResource resource(root() + path);
    Q_ASSERT_X(resource.isValid(), "resourceContent", qPrintable(path));
    // The program's own memory, which outlives every bundle: nothing is copied. Stored as it is, so nothing is unpacked either.
    Q_ASSERT(resource.compressionAlgorithm() == QResource::NoCompression);
    return QByteArray::fromRawData(reinterpret_cast<const char *>(resource.data()), resource.size());
}

QList<File> chartFiles()
{
    ensureResources();
    QList<File> files;
    for (const QString &folder : {u"charts/sentinel"_s, u"containers"_s}) {
        QDirIterator iterator(root() + folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (iterator.hasNext()) {
            const QString path = iterator.next().sliced(root().size());
            files.append({.path = path, .mediaType = mediaTypeOf(path), .content = resourceContent(path), .origins = {}});
        }
    }
    return files;
}

} // namespace sentinel::bundle
