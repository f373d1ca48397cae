// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/yaml/Value.h"

#include <QByteArray>

namespace sentinel::kube {

/// A named cluster, user or context, and the file it stands in. Reads its fields with their places.
struct KubeconfigEntry
{
    QString name;
    yaml::Value value;
    QString file;
    Location where; ///< of the entry

    [[nodiscard]] bool has(QStringView key) const;
    [[nodiscard]] Location place(QStringView key) const; ///< of the value of `key`; of the entry when it is missing
    /// Empty when missing. Invalid when it is a list or a map.
    [[nodiscard]] Result<QString> text(QStringView key) const;
    [[nodiscard]] Result<bool> flag(QStringView key) const;
    /// The path under `key`, relative to the folder of the file; empty when missing.
    [[nodiscard]] Result<QString> path(QStringView key) const;
    /// The decoded "`key`-data", else the content of the file that `key` names; empty when both are missing.
    /// A file that was read is added to `files`.
    [[nodiscard]] Result<QByteArray> content(const QString &key, QStringList &files) const;
    [[nodiscard]] Result<QStringList> texts(QStringView key) const; ///< empty when missing

    [[nodiscard]] std::unexpected<Error> problem(const QString &sentence, QStringView key = {},
                                                 Error::Kind kind = Error::Kind::Invalid) const;
};

/// The entries of the list `key` ("clusters") whose content is under `inner` ("cluster"). Names are not empty and not doubled.
[[nodiscard]] Result<QList<KubeconfigEntry>> namedEntries(const yaml::Value &root, const QString &file, const QString &key,
                                                          const QString &inner);

} // namespace sentinel::kube
