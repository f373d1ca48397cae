// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Quantity.h"
#include "core/base/SafeText.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace sentinel::preflight {

// Objects of a cluster or a bundle: whatever is looked for may be missing or of another type, and then reads as nothing.

[[nodiscard]] inline QString nameOf(const QJsonObject &object)
{
    return plainLine(object[u"metadata"][u"name"].toString());
}
[[nodiscard]] inline QString spaceOf(const QJsonObject &object)
{
    return plainLine(object[u"metadata"][u"namespace"].toString());
}
[[nodiscard]] inline QString kindOf(const QJsonObject &object)
{
    return plainLine(object[u"kind"].toString());
}
/// "Deployment/backend": how checks name it.
[[nodiscard]] inline QString titleOf(const QJsonObject &object)
{
    return kindOf(object) + u'/' + nameOf(object);
}
/// "apps" of "apps/v1"; empty for the core group.
[[nodiscard]] inline QString groupOf(const QJsonObject &object)
{
    const QString version = object[u"apiVersion"].toString();
    return version.contains(u'/') ? version.section(u'/', 0, 0) : QString();
}
[[nodiscard]] inline QString annotationOf(const QJsonObject &object, const QString &name)
{
    return object[u"metadata"][u"annotations"].toObject().value(name).toString();
}

using Labels = QMap<QString, QString>;
[[nodiscard]] inline Labels labelsOf(const QJsonValue &map)
{
    Labels labels;
    const QJsonObject object = map.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        labels.insert(each.key(), each.value().toString());
    }
    return labels;
}
[[nodiscard]] inline QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &each : array) {
        texts.append(each.toString());
    }
    return texts;
}
/// A quantity that may be written as a number; zero when it is missing or none.
[[nodiscard]] inline Quantity quantityOf(const QJsonValue &value)
{
    const auto read = Quantity::parse(value.isDouble() ? QString::number(value.toDouble(), 'f', 3) : value.toString());
    return read ? *read : Quantity();
}
/// Thousandths, without rounding: what sums are made of.
[[nodiscard]] inline qint64 milliOf(const QJsonValue &value)
{
    return quantityOf(value).milli();
}

} // namespace sentinel::preflight
