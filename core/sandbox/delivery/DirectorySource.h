// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QJsonObject>

namespace sentinel::sandbox {

/// The objects of a `directory` source: YAML and JSON files of the folder, with `recurse`, `include` and `exclude` of
/// `spec.source.directory`. Errors: NotFound (no such folder), Invalid (a file cannot be read; says which).
[[nodiscard]] Result<QList<QJsonObject>> readDirectory(const QString &folder, const QJsonObject &directory);

} // namespace sentinel::sandbox
