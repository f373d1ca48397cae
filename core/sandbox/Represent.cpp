// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Registry.h"
#include "core/sandbox/Table.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

enum class Form { Plain, Table, Partial, Refused };

/// The first form of the Accept header that there is here.
Form formOf(const QByteArray &accept, QByteArray &chosen)
{
    if (accept.trimmed().isEmpty()) {
        return Form::Plain;
    }
    for (const QByteArray &part : accept.split(',')) {
        const QList<QByteArray> pieces = part.trimmed().split(';');
        const QByteArray media = pieces.constFirst().trimmed().toLower();
        if (media != "application/json" && media != "*/*" && media != "application/*") {
            continue;
        }
        QByteArray as;
        QByteArray version;
        for (const QByteArray &piece : pieces) {
            const QByteArray trimmed = piece.trimmed();
            as = trimmed.startsWith("as=") ? trimmed.mid(3) : as;
            version = trimmed.startsWith("v=") ? trimmed.mid(2) : version;
        }
        chosen = part.trimmed();
        if (as.isEmpty()) {
            return Form::Plain;
        }
        if (version == "v1" && as == "Table") {
            return Form::Table;
        }
        if (version == "v1" && as.startsWith("PartialObjectMetadata")) {
            return Form::Partial;
        }
    }
    return Form::Refused;
}

/// Items of a list of built-in kinds do not say what they are.
QJsonObject withPlainItems(const Type &type, QJsonObject object)
{
    if (type.isCustom() || !object.value("items"_L1).isArray()) {
        return object;
    }
    QJsonArray items;
    for (const QJsonValue &item : object.value("items"_L1).toArray()) {
        QJsonObject plain = item.toObject();
        plain.remove("kind"_L1);
        plain.remove("apiVersion"_L1);
        items.append(plain);
    }
    object.insert("items"_L1, items);
    return object;
}

} // namespace

Outcome<Answer> represented(const Call &call, const QJsonObject &object, const Clock &clock, int code)
{
    QByteArray chosen;
    switch (formOf(call.accept, chosen)) {
    case Form::Plain:
        return Answer{.code = code, .object = withPlainItems(*call.type, object)};
    case Form::Partial:
        return Answer{.code = code, .object = metadataOnly(object), .contentType = chosen};
    case Form::Table: {
        const QString asked = call.value("includeObject"_L1);
        if (!asked.isEmpty() && asked != "None"_L1 && asked != "Object"_L1 && asked != "Metadata"_L1) {
            return refuse(problems::badRequest(
                u"Unable to convert to Table as requested: includeObject: Invalid value: \"%1\": must be 'Metadata', 'Object', "
                "'None', or empty"_s.arg(asked)));
        }
        const RowObject included = asked == "None"_L1 ? RowObject::None
            : asked == "Object"_L1                    ? RowObject::Whole
                                                      : RowObject::Metadata;
        return Answer{.code = code, .object = tableOf(*call.type, object, included, clock.now()), .contentType = chosen};
    }
    case Form::Refused:
        break;
    }
    return refuse(problems::notAcceptable(u"application/json"_s));
}

} // namespace sentinel::sandbox
