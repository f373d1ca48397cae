// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/DesiredState.h"

namespace sentinel::gitops {

// Parts of DesiredState: one source, checked out already.

/// One source and the folders its files may come from.
struct SourcePlace
{
    QJsonObject source;
    QString folder; ///< the checked-out repository
    QString commit;
    QMap<QString, QString> references{}; ///< "values" → the folder of the source with `ref: values`
};

/// The path inside the folder. Invalid: it leads out, and a repository must not read this machine's files.
[[nodiscard]] Result<QString> insideOf(const QString &folder, const QString &path);

/// Files of manifests, with `recurse`, `include` and `exclude` of the source's `directory`.
[[nodiscard]] Result<QList<QJsonObject>> readDirectory(const SourcePlace &place);

/// What helm is to be asked for.
[[nodiscard]] Result<ChartRequest> chartRequest(const DesiredRequest &request, const SourcePlace &place);

} // namespace sentinel::gitops
