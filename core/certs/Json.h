// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SafeText.h"
#include "core/kube/Api.h"

#include <QDateTime>
#include <QJsonArray>

namespace sentinel::certs {

// Objects of a cluster: whatever is looked for may be missing or hostile, and then reads as nothing.

[[nodiscard]] inline QString nameOf(const QJsonObject &object)
{
    return plainLine(object[u"metadata"][u"name"].toString());
}
[[nodiscard]] inline QString spaceOf(const QJsonObject &object)
{
    return plainLine(object[u"metadata"][u"namespace"].toString());
}
[[nodiscard]] inline QString annotationOf(const QJsonObject &object, const QString &name)
{
    return object[u"metadata"][u"annotations"].toObject().value(name).toString();
}
[[nodiscard]] inline bool isOwnedBy(const QJsonObject &object, const QJsonObject &owner)
{
    const QString uid = owner[u"metadata"][u"uid"].toString();
    const QJsonArray owners = object[u"metadata"][u"ownerReferences"].toArray();
    for (const QJsonValue &each : owners) {
        if (!uid.isEmpty() && each[u"uid"].toString() == uid) {
            return true;
        }
    }
    return false;
}

/// A condition of an object; empty strings where there is none.
struct Condition
{
    QString status{}; ///< "True", "False", "Unknown"
    QString reason{};
    QString message{};
    [[nodiscard]] bool isTrue() const { return status == u"True"; }
    [[nodiscard]] bool isFalse() const { return status == u"False"; }
};
[[nodiscard]] inline Condition conditionOf(const QJsonObject &object, QStringView type)
{
    const QJsonArray all = object[u"status"][u"conditions"].toArray();
    for (const QJsonValue &each : all) {
        if (each[u"type"].toString() == type) {
            return {each[u"status"].toString(), plainLine(each[u"reason"].toString()), plainLine(each[u"message"].toString())};
        }
    }
    return {};
}

} // namespace sentinel::certs
