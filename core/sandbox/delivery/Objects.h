// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Types.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace sentinel::sandbox {

/// Where an object lies in the store.
struct ObjectPlace
{
    const Type *type = nullptr; ///< null: a kind nobody serves
    QString ns;
    QString name;
    bool operator==(const ObjectPlace &) const = default;
};

[[nodiscard]] inline size_t qHash(const ObjectPlace &place, size_t seed = 0)
{
    return qHashMulti(seed, place.type, place.ns, place.name);
}

[[nodiscard]] ObjectPlace placeOf(const QJsonObject &object);
[[nodiscard]] QString groupOf(const QJsonObject &object); ///< "apps"; empty for the core group
[[nodiscard]] QString versionOf(const QJsonObject &object); ///< "v1"
[[nodiscard]] QString annotationOf(const QJsonObject &object, QStringView name);
/// Items of a comma-separated annotation, without spaces around them.
[[nodiscard]] QStringList annotationListOf(const QJsonObject &object, QStringView name);
/// "apps/Deployment/backend", "/Pod/stuck": how Argo CD names an object in a sentence.
[[nodiscard]] QString spokenName(const QJsonObject &object);

// JSON pointers (RFC 6901), as ignoreDifferences has them.
[[nodiscard]] QStringList pointerSteps(const QString &pointer);
[[nodiscard]] QJsonValue valueAtSteps(const QJsonValue &value, const QStringList &steps); ///< undefined when missing
/// Sets, or with an undefined `content` removes. Only where the parent is there; else `value` as it was.
[[nodiscard]] QJsonValue withValueAtSteps(const QJsonValue &value, const QStringList &steps, const QJsonValue &content);

} // namespace sentinel::sandbox
