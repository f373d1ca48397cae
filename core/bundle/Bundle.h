// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Language.h"
#include "core/base/Result.h"
#include "core/plan/InstallPlan.h"
#include "core/sizing/Sizing.h"
#include "core/yaml/Emit.h"

#include <QByteArray>
#include <QList>

namespace sentinel::bundle {

struct File
{
    QString path; ///< relative, "/" between parts
    QString mediaType; ///< "application/yaml", "text/markdown", "application/json", "text/plain"
    QByteArray content;
    QList<yaml::LineOrigin> origins; ///< which answer made which lines
};

/// The configuration bundle of a plan (DESIGN §4): a tree of files, sorted by path. Same plan, same bytes.
struct Bundle
{
    QString name;
    QList<File> files;
    Findings findings; ///< of the plan, the sizing and what this version of the chart does not install yet

    [[nodiscard]] const File *find(QStringView path) const;
};

/// Builds the whole bundle in memory; touches no disk and no network. Refused (Invalid, with the findings) when the plan has
/// errors. `language` is that of the findings; the files are the same in any.
[[nodiscard]] Result<Bundle> generate(const plan::InstallPlan &plan, Language language = Language::English);

/// "application/yaml", "application/json", "text/markdown" or "text/plain", by the name's end.
[[nodiscard]] QString mediaTypeOf(QStringView path);

/// Writes into `folder`, which must not exist, be empty, or be a bundle whose files are all as its manifest says (then it is
/// replaced as a whole; a ".git" in it is kept). Anything else is a Conflict that names the foreign or changed files. The folder
/// appears at once, by rename: after a crash it holds the old bundle or the new one. Parent folders are made.
/// `stopped` is asked after each file; when it says yes the answer is Cancelled and nothing is left of what was written.
[[nodiscard]] Result<void> write(const Bundle &bundle, const QString &folder, bool (*stopped)() = nullptr);

/// Reads a written bundle; the manifest is not trusted, the files are what they are.
[[nodiscard]] Result<Bundle> read(const QString &folder);

/// Compares a folder with its bundle.json: rules "bundle.changed", "bundle.missing", "bundle.foreign", "bundle.manifest". Empty:
/// as written.
[[nodiscard]] Result<Findings> verify(const QString &folder);

struct Change
{
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString path;
    QString diff; ///< unified diff of text files
};
/// What differs between the two, by path. bundle.json and its signature are left out: they only repeat the other files.
[[nodiscard]] QList<Change> difference(const Bundle &older, const Bundle &newer);

} // namespace sentinel::bundle
