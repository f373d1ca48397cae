// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Folder.h"
#include "core/bundle/Manifest.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// A bundle is a few hundred kilobytes; this stops a folder that was never one.
constexpr qint64 kMostBundleBytes = 64 * 1024 * 1024;

} // namespace

const File *Bundle::find(QStringView path) const
{
    const auto found = std::ranges::find(files, path, &File::path);
    return found == files.end() ? nullptr : &*found;
}

QString mediaTypeOf(QStringView path)
{
    if (path.endsWith(u".yaml") || path.endsWith(u".yml")) {
        return u"application/yaml"_s;
    }
    if (path.endsWith(u".json")) {
        return u"application/json"_s;
    }
    return path.endsWith(u".md") ? u"text/markdown"_s : u"text/plain"_s;
}

Result<Bundle> read(const QString &path)
{
    const Result<Folder> folder = Folder::open(path);
    if (!folder) {
        return failure(folder);
    }
    const Result<QList<Folder::Entry>> entries = folder->entries();
    if (!entries) {
        return failure(entries);
    }
    const QString doing = Text::tr("reading the bundle %1").arg(path);
    Bundle bundle{.name = QFileInfo(path).fileName(), .files = {}, .findings = {}};
    bool hasManifest = false;
    qint64 total = 0;
    for (const Folder::Entry &entry : *entries) {
        if (entry.kind != Folder::Entry::Kind::File) {
            continue; // verify() names it; nothing of ours is a link
        }
        total += entry.size;
        if (total > kMostBundleBytes) {
            return failure(Error::Kind::Invalid, doing,
                           Text::tr("%1 is larger than any bundle; look whether it is the folder that was meant.").arg(path),
                           {.file = path});
        }
        Result<QByteArray> content = folder->content(entry.path);
        if (!content) {
            return failure(content);
        }
        if (entry.path == kManifestPath) {
            hasManifest = true;
            if (const Result<Manifest> manifest = readManifest(*content); manifest && !manifest->name.isEmpty()) {
                bundle.name = manifest->name;
            }
        }
        bundle.files.append(
            {.path = entry.path, .mediaType = mediaTypeOf(entry.path), .content = std::move(*content), .origins = {}});
    }
    if (!hasManifest) {
        return failure(Error::Kind::Invalid, doing,
                       Text::tr("%1 has no bundle.json, so it is no bundle; name the folder that was given to --out.").arg(path),
                       {.file = path});
    }
    return bundle;
}

} // namespace sentinel::bundle
