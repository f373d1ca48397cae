// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/Bundle.h"

#include <QStringList>

namespace sentinel::bundle {

inline constexpr QStringView kManifestPath = u"bundle.json";
/// The detached signature lies beside the manifest; it is made after the bundle and so is no part of it.
inline constexpr QStringView kSignaturePath = u"bundle.json.sig";

struct ManifestEntry
{
    QString path;
    qint64 size = 0; ///< bytes
    QByteArray sha256; ///< lower-case hexadecimal
};

struct Manifest
{
    QString name;
    QStringList environments;
    QList<ManifestEntry> items; ///< sorted by path; the manifest itself is not among them
};

[[nodiscard]] QByteArray sha256(const QByteArray &content);

[[nodiscard]] Manifest manifestOf(const QString &name, const QStringList &environments, const QList<File> &files);
/// JSON, two spaces; carries no time, so the same plan gives the same bytes.
[[nodiscard]] QByteArray write(const Manifest &manifest);

/// Reads a manifest nobody vouches for: wrong types, paths that leave the folder, entries named twice and impossible sizes are
/// findings of rule "bundle.manifest" in the Error.
[[nodiscard]] Result<Manifest> readManifest(const QByteArray &text);

} // namespace sentinel::bundle
