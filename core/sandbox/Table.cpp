// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Table.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QJsonObject partial(const QJsonObject &object)
{
    return {{"kind"_L1, "PartialObjectMetadata"_L1},
            {"apiVersion"_L1, "meta.k8s.io/v1"_L1},
            {"metadata"_L1, object.value("metadata"_L1)}};
}

QJsonObject rowOf(const QList<Column> &columns, const QJsonObject &object, RowObject included, const QDateTime &now)
{
    QJsonArray cells;
    for (const Column &column : columns) {
        cells.append(column.cell(object, now));
    }
    QJsonObject row{{"cells"_L1, cells}};
    switch (included) {
    case RowObject::None:
        row.insert("object"_L1, QJsonValue::Null);
        break;
    case RowObject::Metadata:
        row.insert("object"_L1, partial(object));
        break;
    case RowObject::Whole:
        row.insert("object"_L1, object);
        break;
    }
    return row;
}

QJsonArray definitionsOf(const QList<Column> &columns)
{
    QJsonArray result;
    for (const Column &column : columns) {
        const auto name = QLatin1StringView(column.name);
        result.append(QJsonObject{{"name"_L1, name},
                                  {"type"_L1, QLatin1StringView(column.type)},
                                  {"format"_L1, name == "Name"_L1 ? "name"_L1 : ""_L1},
                                  {"description"_L1, name},
                                  {"priority"_L1, column.priority}});
    }
    return result;
}

} // namespace

QJsonObject tableOf(const Type &type, const QJsonObject &object, RowObject included, const QDateTime &now)
{
    const QList<Column> columns = columnsOf(type);
    QJsonArray rows;
    QJsonObject metadata;
    const QJsonObject own = object.value("metadata"_L1).toObject();
    if (object.contains("items"_L1)) {
        metadata = own;
        for (const auto &item : object.value("items"_L1).toArray()) {
            rows.append(rowOf(columns, item.toObject(), included, now));
        }
    } else {
        metadata.insert("resourceVersion"_L1, own.value("resourceVersion"_L1));
        if (own.contains("name"_L1)) { // a bookmark is no object
            rows.append(rowOf(columns, object, included, now));
        }
    }
    return {{"kind"_L1, "Table"_L1},
            {"apiVersion"_L1, "meta.k8s.io/v1"_L1},
            {"metadata"_L1, metadata},
            {"columnDefinitions"_L1, definitionsOf(columns)},
            {"rows"_L1, rows}};
}

QJsonObject metadataOnly(const QJsonObject &object)
{
    if (!object.contains("items"_L1)) {
        return partial(object);
    }
    QJsonArray items;
    for (const auto &item : object.value("items"_L1).toArray()) {
        items.append(partial(item.toObject()));
    }
    return {{"kind"_L1, "PartialObjectMetadataList"_L1},
            {"apiVersion"_L1, "meta.k8s.io/v1"_L1},
            {"metadata"_L1, object.value("metadata"_L1)},
            {"items"_L1, items}};
}

} // namespace sentinel::sandbox
