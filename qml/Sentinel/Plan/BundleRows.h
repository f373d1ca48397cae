// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/Bundle.h"
#include "qml/Sentinel/Rows/RowsModel.h"

#include <QMap>
#include <QSet>

namespace sentinel::console {

[[nodiscard]] QByteArrayList treeRoles();
/// The files as a tree, folders before files; what is inside a folder of `closed` is left out. `changes`: against another bundle.
[[nodiscard]] QList<RowsModel::Row> treeRows(const bundle::Bundle &bundle, const QList<bundle::Change> &changes,
                                             const QSet<QString> &closed);

[[nodiscard]] QByteArrayList diffRoles();
/// A unified diff line by line: kind is "hunk", "added", "removed" or "same".
[[nodiscard]] QList<RowsModel::Row> diffRows(const QString &unified);

/// How many objects of each kind the files beside the chart hold.
[[nodiscard]] QMap<QString, int> objectCounts(const bundle::Bundle &bundle);

/// What the bundle is, in a few sentences of one fact each: title and text.
[[nodiscard]] QList<RowsModel::Row> summaryRows(const bundle::Bundle &bundle, const plan::InstallPlan &plan,
                                                const QMap<QString, int> &objects, Language language);

[[nodiscard]] QByteArrayList secretRoles();
/// The Secrets that must be in the cluster before: every reference the plan gives, once for each namespace.
[[nodiscard]] QList<RowsModel::Row> secretRows(const plan::InstallPlan &plan, Language language);

/// The narrowest answer that made this line; empty when none did.
[[nodiscard]] QString originOf(const bundle::File &file, int line);
/// "prod" for "environments/prod/values.yaml"; empty for files of no single environment.
[[nodiscard]] QString environmentOf(const QString &path);

} // namespace sentinel::console
