// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Call.h"

#include <QJsonObject>
#include <QStringList>

namespace sentinel::sandbox {

/// A request's body as JSON, from JSON, YAML or protobuf.
struct Body
{
    QJsonValue value;
    QStringList duplicates{}; ///< paths of fields written twice in one object ("spec.replicas"); the last one counts
};

/// 400 when it cannot be read, 415 for other media types.
[[nodiscard]] Outcome<Body> readBody(const Call &call);
/// Of JSON or protobuf. Empty when there is none; 400 when it is no object.
[[nodiscard]] Outcome<QJsonObject> readObject(const QByteArray &body);

/// Unknown fields and wrong types of an object, against its schema.
struct FieldProblems
{
    QStringList unknown; ///< "spec.template.spec.containers[0].imagee"
    QList<Cause> wrong; ///< values of another type, values that are not allowed, fields that are missing
};
[[nodiscard]] FieldProblems checkAgainstSchema(const Type &type, const QJsonObject &object);
/// The object without its unknown fields, as the server stores it.
[[nodiscard]] QJsonObject withoutUnknown(const Type &type, const QJsonObject &object);

} // namespace sentinel::sandbox
