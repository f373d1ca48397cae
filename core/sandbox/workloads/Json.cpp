// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Json.h"

#include "core/sandbox/Names.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QJsonObject putStep(QJsonObject object, const QStringView *step, const QStringView *last, const QJsonValue &value)
{
    if (step + 1 == last) {
        if (value.isUndefined()) {
            object.remove(*step);
        } else {
            object.insert(*step, value);
        }
        return object;
    }
    const QJsonValue inner = object.value(*step);
    if (value.isUndefined() && !inner.isObject()) {
        return object;
    }
    object.insert(*step, putStep(inner.toObject(), step + 1, last, value));
    return object;
}

quint32 fnv(const QByteArray &bytes)
{
    quint32 hash = 2166136261U;
    for (const char byte : bytes) {
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619U;
    }
    return hash;
}

} // namespace

QJsonValue valueAt(const QJsonObject &object, Path path)
{
    // The first step needs no value made of the whole object: nearly every question of every controller comes through here.
    const QStringView *step = path.begin();
    QJsonValue value = step == path.end() ? QJsonValue(object) : object.value(*step++);
    while (step != path.end()) {
        value = value.toObject().value(*step++);
    }
    return value;
}

QJsonObject objectAt(const QJsonObject &object, Path path)
{
    return valueAt(object, path).toObject();
}

QJsonArray listAt(const QJsonObject &object, Path path)
{
    return valueAt(object, path).toArray();
}

QString textAt(const QJsonObject &object, Path path)
{
    return valueAt(object, path).toString();
}

qint64 numberAt(const QJsonObject &object, Path path, qint64 fallback)
{
    return valueAt(object, path).toInteger(fallback);
}

bool flagAt(const QJsonObject &object, Path path)
{
    return valueAt(object, path).toBool();
}

bool hasAt(const QJsonObject &object, Path path)
{
    return !valueAt(object, path).isUndefined();
}

void put(QJsonObject &object, Path path, const QJsonValue &value)
{
    object = putStep(object, path.begin(), path.end(), value);
}

QString nameOf(const QJsonObject &object)
{
    return textAt(object, {u"metadata", u"name"});
}

QString namespaceOf(const QJsonObject &object)
{
    return textAt(object, {u"metadata", u"namespace"});
}

QString uidOf(const QJsonObject &object)
{
    return textAt(object, {u"metadata", u"uid"});
}

bool isDeleting(const QJsonObject &object)
{
    return hasAt(object, {u"metadata", u"deletionTimestamp"});
}

QDateTime timeAt(const QJsonObject &object, Path path)
{
    return QDateTime::fromString(textAt(object, path), Qt::ISODateWithMs);
}

QJsonObject conditionOf(const QJsonObject &object, QStringView type)
{
    for (const QJsonValue &each : listAt(object, {u"status", u"conditions"})) {
        if (each.toObject().value(u"type").toString() == type) {
            return each.toObject();
        }
    }
    return {};
}

bool isTrue(const QJsonObject &object, QStringView conditionType)
{
    return conditionOf(object, conditionType).value(u"status").toString() == u"True";
}

QJsonArray withCondition(QJsonArray conditions, QJsonObject condition, const QDateTime &now)
{
    const QString type = condition.value(u"type").toString();
    for (qsizetype index = 0; index < conditions.size(); ++index) {
        const QJsonObject present = conditions.at(index).toObject();
        if (present.value(u"type").toString() != type) {
            continue;
        }
        const bool same = present.value(u"status") == condition.value(u"status");
        condition.insert(u"lastTransitionTime", same ? present.value(u"lastTransitionTime") : QJsonValue(timestamp(now)));
        conditions.replace(index, condition);
        return conditions;
    }
    condition.insert(u"lastTransitionTime", timestamp(now));
    conditions.append(condition);
    return conditions;
}

int countOf(const QJsonValue &value, int total, Rounding rounding)
{
    if (!value.isString()) {
        return value.toInt();
    }
    const QString text = value.toString();
    if (!text.endsWith(u'%')) {
        return text.toInt();
    }
    const int percent = text.chopped(1).toInt();
    return (total * percent + (rounding == Rounding::Up ? 99 : 0)) / 100;
}

QString contentHash(const QJsonObject &content)
{
    // The letters of k8s.io/apimachinery's SafeEncodeString: no vowels, so no words.
    static constexpr QStringView kLetters = u"bcdfghjklmnpqrstvwxz2456789";
    const QString digits = QString::number(fnv(QJsonDocument(content).toJson(QJsonDocument::Compact)));
    QString name;
    for (const QChar digit : digits) {
        name.append(kLetters.at(digit.unicode() % kLetters.size()));
    }
    return name;
}

int steadyNumber(QStringView text, int below)
{
    return static_cast<int>(fnv(text.toUtf8()) % static_cast<quint32>(below));
}

} // namespace sentinel::sandbox
