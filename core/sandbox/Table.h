// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Type.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace sentinel::sandbox {

/// What of an object a row carries besides its cells.
enum class RowObject { None, Metadata, Whole };

/// The table kubectl prints of an object or a list: the columns people know for the kinds they look at, Name and Age otherwise.
[[nodiscard]] QJsonObject tableOf(const Type &type, const QJsonObject &object, RowObject included, const QDateTime &now);

/// `kind: PartialObjectMetadata`, also of a list.
[[nodiscard]] QJsonObject metadataOnly(const QJsonObject &object);

/// One column: its name, OpenAPI type, whether only `-o wide` shows it, and what stands in it.
struct Column
{
    const char *name;
    const char *type;
    int priority;
    QJsonValue (*cell)(const QJsonObject &object, const QDateTime &now);
};
[[nodiscard]] QList<Column> columnsOf(const Type &type);

} // namespace sentinel::sandbox
