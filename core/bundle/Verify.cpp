// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Folder.h"
#include "core/bundle/Manifest.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Finding difference(const QString &rule, const QString &path, const QString &sentence)
{
    return {.severity = Severity::Error,
            .rule = rule,
            .object = path,
            .path = {},
            .sentence = sentence,
            .remedy = Text::tr("Change the plan and generate the bundle again, or bring the file back as it was."),
            .where = {.file = path}};
}

std::optional<Finding> compare(const Folder &folder, const ManifestEntry &wanted, const Folder::Entry *found)
{
    if (!found) {
        return difference(u"bundle.missing"_s, wanted.path, Text::tr("%1 is missing.").arg(wanted.path));
    }
    if (found->kind != Folder::Entry::Kind::File) {
        return difference(u"bundle.changed"_s, wanted.path,
                          Text::tr("%1 is a link or a special file; a bundle holds plain files only, and it was not followed.")
                              .arg(wanted.path));
    }
    if (found->size != wanted.size) {
        return difference(u"bundle.changed"_s, wanted.path,
                          Text::tr("%1 has %2 bytes; bundle.json says %3.").arg(wanted.path).arg(found->size).arg(wanted.size));
    }
    const Result<QByteArray> content = folder.content(wanted.path);
    if (!content) {
        return difference(u"bundle.changed"_s, wanted.path, content.error().detail);
    }
    if (sha256(*content) != wanted.sha256) {
        return difference(u"bundle.changed"_s, wanted.path, Text::tr("%1 was changed after it was generated.").arg(wanted.path));
    }
    return {};
}

Finding foreign(const QString &path)
{
    Finding finding = difference(u"bundle.foreign"_s, path, Text::tr("%1 is not part of the bundle.").arg(path));
    finding.remedy = Text::tr("Move it out of the folder of the bundle.");
    return finding;
}

} // namespace

Result<Findings> verify(const QString &path)
{
    const Result<Folder> folder = Folder::open(path);
    if (!folder) {
        return failure(folder);
    }
    const Result<QList<Folder::Entry>> entries = folder->entries();
    if (!entries) {
        return failure(entries);
    }
    QHash<QString, const Folder::Entry *> found;
    for (const Folder::Entry &entry : *entries) {
        found.insert(entry.path, &entry);
    }
    if (!found.contains(kManifestPath.toString())) {
        Finding none = difference(u"bundle.manifest"_s, kManifestPath.toString(),
                                  Text::tr("%1 has no bundle.json, so it is no bundle.").arg(path));
        none.remedy = Text::tr("Name the folder that was given to --out when the bundle was generated.");
        return Findings{none};
    }
    const Result<QByteArray> text = folder->content(kManifestPath.toString());
    const Result<Manifest> manifest = text ? readManifest(*text) : failure(text);
    if (!manifest) {
        const Error &error = manifest.error();
        return error.findings.isEmpty() ? Findings{difference(u"bundle.manifest"_s, kManifestPath.toString(), error.detail)}
                                        : error.findings;
    }
    Findings findings;
    QSet<QString> known{kManifestPath.toString(), kSignaturePath.toString()};
    for (const ManifestEntry &entry : manifest->items) {
        known.insert(entry.path);
        if (std::optional<Finding> wrong = compare(*folder, entry, found.value(entry.path))) {
            findings.append(std::move(*wrong));
        }
    }
    for (const Folder::Entry &entry : *entries) {
        if (!known.contains(entry.path)) {
            findings.append(foreign(entry.path));
        }
    }
    return findings;
}

} // namespace sentinel::bundle
