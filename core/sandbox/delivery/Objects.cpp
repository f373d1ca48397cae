// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/Objects.h"

#include "core/sandbox/workloads/Json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

ObjectPlace placeOf(const QJsonObject &object)
{
    const Type *type = typeOfKind(object[u"apiVersion"].toString(), object[u"kind"].toString());
    return {.type = type, .ns = type && !type->namespaced ? QString() : namespaceOf(object), .name = nameOf(object)};
}

QString groupOf(const QJsonObject &object)
{
    const QString version = object[u"apiVersion"].toString();
    const qsizetype slash = version.indexOf(u'/');
    return slash < 0 ? QString() : version.first(slash);
}

QString versionOf(const QJsonObject &object)
{
    const QString version = object[u"apiVersion"].toString();
    return version.sliced(version.indexOf(u'/') + 1);
}

QString annotationOf(const QJsonObject &object, QStringView name)
{
    return textAt(object, {u"metadata", u"annotations", name});
}

QStringList annotationListOf(const QJsonObject &object, QStringView name)
{
    QStringList items = annotationOf(object, name).split(u',', Qt::SkipEmptyParts);
    for (QString &item : items) {
        item = item.trimmed();
    }
    return items;
}

QString spokenName(const QJsonObject &object)
{
    return groupOf(object) + u'/' + object[u"kind"].toString() + u'/' + nameOf(object);
}

QStringList pointerSteps(const QString &pointer)
{
    QStringList steps = pointer.split(u'/');
    steps.removeFirst();
    for (QString &step : steps) {
        step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    }
    return steps;
}

QJsonValue valueAtSteps(const QJsonValue &value, const QStringList &steps)
{
    QJsonValue at = value;
    for (const QString &step : steps) {
        at = at.isArray()   ? at.toArray().at(step.toInt())
            : at.isObject() ? at.toObject().value(step)
                            : QJsonValue(QJsonValue::Undefined);
    }
    return at;
}

QJsonValue withValueAtSteps(const QJsonValue &value, const QStringList &steps, const QJsonValue &content)
{
    if (steps.isEmpty()) {
        return content;
    }
    const QStringList rest = steps.sliced(1);
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        const qsizetype index = steps.first().toLongLong();
        if (index < 0 || index >= list.size()) {
            return value;
        }
        const QJsonValue inner = withValueAtSteps(list.at(index), rest, content);
        if (inner.isUndefined()) {
            list.removeAt(index);
        } else {
            list.replace(index, inner);
        }
        return list;
    }
    if (!value.isObject() || (!rest.isEmpty() && !value.toObject().contains(steps.first()))) {
        return value;
    }
    QJsonObject map = value.toObject();
    const QJsonValue inner = withValueAtSteps(map.value(steps.first()), rest, content);
    if (inner.isUndefined()) {
        map.remove(steps.first());
    } else {
        map.insert(steps.first(), inner);
    }
    return map;
}

} // namespace sentinel::sandbox
