// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Folder.h"
#include "core/bundle/Manifest.h"
#include "core/bundle/Replace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostNamed = 8; // files in one sentence

/// Where the bundle really goes: absolute, and through a link the folder is behind, so that the link stays.
QString resolved(const QString &folder)
{
    const QFileInfo info(folder);
    return info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
}

QString conflictSentence(const QString &target, const Findings &findings)
{
    QStringList names;
    for (const Finding &finding : findings.first(std::min(kMostNamed, findings.size()))) {
        names.append(finding.object);
    }
    const qsizetype more = findings.size() - names.size();
    const QString list = names.join(u", "_s) + (more > 0 ? Text::tr(" and %1 more").arg(more) : QString());
    return Text::tr("%1 holds files that are not as a bundle was generated: %2. Nothing was written; name another folder, or "
                    "move these away.")
        .arg(target, list);
}

Result<void> mayReplace(const QString &target)
{
    const QString doing = Text::tr("writing the bundle %1").arg(target);
    const QFileInfo info(target);
    if (!info.exists()) {
        return {};
    }
    if (!info.isDir()) {
        return failure(Error::Kind::Conflict, doing, Text::tr("%1 is a file; name a folder.").arg(target), {.file = target});
    }
    const QString here = QDir::current().canonicalPath();
    if (here == target || here.startsWith(target + u'/') || target == u"/") {
        return failure(
            Error::Kind::Conflict, doing,
            Text::tr("%1 is the folder this program runs in, and a bundle replaces its folder as a whole; run it from elsewhere.")
                .arg(target),
            {.file = target});
    }
    const Result<Folder> folder = Folder::open(target);
    const Result<QList<Folder::Entry>> entries = folder ? folder->entries() : failure(folder);
    if (!entries) {
        return failure(entries);
    }
    if (entries->isEmpty()) {
        if (QFileInfo::exists(target + u"/.git"_s)) {
            return {}; // a fresh repository made for the bundle
        }
        return QDir(target).isEmpty() ? Result<void>()
                                      : failure(Error::Kind::Conflict, doing,
                                                Text::tr("%1 holds folders that are no bundle's.").arg(target), {.file = target});
    }
    Result<Findings> findings = verify(target);
    if (!findings) {
        return failure(findings);
    }
    if (findings->isEmpty()) {
        return {};
    }
    if (findings->first().rule == u"bundle.manifest" && !std::ranges::contains(*entries, kManifestPath, &Folder::Entry::path)) {
        findings->clear(); // no bundle at all: name what is there
        for (const Folder::Entry &entry : *entries) {
            findings->append({.severity = Severity::Error,
                              .rule = u"bundle.foreign"_s,
                              .object = entry.path,
                              .path = {},
                              .sentence = Text::tr("%1 is not part of a bundle.").arg(entry.path),
                              .remedy = Text::tr("Name another folder.")});
        }
    }
    Error error{
        .kind = Error::Kind::Conflict, .doing = doing, .detail = conflictSentence(target, *findings), .where = {.file = target}};
    error.findings = std::move(*findings);
    return failure(std::move(error));
}

} // namespace

Result<void> write(const Bundle &bundle, const QString &folder, bool (*stopped)())
{
    const QString target = resolved(folder);
    if (const Result<void> allowed = mayReplace(target); !allowed) {
        return allowed;
    }
    Result<Staging> staging = Staging::begin(target);
    if (!staging) {
        return failure(staging);
    }
    const Result<Folder> fresh = Folder::open(staging->path());
    if (!fresh) {
        return failure(fresh);
    }
    for (const File &file : bundle.files) {
        if (!isInnerPath(file.path)) {
            return failure(Error::Kind::Invalid, Text::tr("writing the bundle %1").arg(target),
                           Text::tr("\"%1\" is no path inside a bundle.").arg(file.path));
        }
        if (const Result<void> written = fresh->create(file.path, file.content); !written) {
            return written;
        }
        if (stopped && stopped()) {
            return failure(Error::Kind::Cancelled, Text::tr("writing the bundle %1").arg(target), {}, {.file = target});
        }
    }
    return staging->replace();
}

} // namespace sentinel::bundle
