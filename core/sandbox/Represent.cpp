// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Registry.h"
#include "core/sandbox/Table.h"

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

} // namespace

Outcome<Answer> represented(const Call &call, const QJsonObject &object, const Clock &clock, int code)
{
    QByteArray chosen;
    switch (formOf(call.accept, chosen)) {
    case Form::Plain:
        return Answer{.code = code, .object = object};
    case Form::Partial:
        return Answer{.code = code, .object = metadataOnly(object), .contentType = chosen};
    case Form::Table: {
        const QString asked = call.value("includeObject"_L1);
        const RowObject included = asked == "None"_L1 ? RowObject::None
            : asked == "Object"_L1                    ? RowObject::Whole
                                                      : RowObject::Metadata;
        return Answer{.code = code, .object = tableOf(*call.type, object, included, clock.now()), .contentType = chosen};
    }
    case Form::Refused:
        break;
    }
    return refuse(problems::notAcceptable(u"application/json, application/json;as=Table;v=v1;g=meta.k8s.io, "
                                          "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io"_s));
}

} // namespace sentinel::sandbox
