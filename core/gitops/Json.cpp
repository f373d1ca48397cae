// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

QJsonObject merged(QJsonObject base, const QJsonObject &over)
{
    for (auto each = over.constBegin(); each != over.constEnd(); ++each) {
        const QJsonValue below = base.value(each.key());
        if (each.value().isNull()) {
            base.remove(each.key());
        } else if (below.isObject() && each.value().isObject()) {
            base.insert(each.key(), merged(below.toObject(), each.value().toObject()));
        } else {
            base.insert(each.key(), each.value());
        }
    }
    return base;
}

QJsonObject nested(const QStringList &steps, const QJsonValue &value)
{
    QJsonValue result = value;
    for (qsizetype i = steps.size() - 1; i >= 0; --i) {
        result = QJsonObject{{steps[i], result}};
    }
    return result.toObject();
}

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &item : array) {
        texts.append(item.toString());
    }
    return texts;
}

QString groupOf(const QJsonObject &object)
{
    const QString version = object[u"apiVersion"].toString();
    return version.first(std::max<qsizetype>(version.indexOf(u'/'), 0));
}

QString versionOf(const QJsonObject &object)
{
    const QString version = object[u"apiVersion"].toString();
    return version.sliced(version.indexOf(u'/') + 1);
}

QString nameOf(const QJsonObject &object)
{
    return object[u"metadata"][u"name"].toString();
}

QString namespaceOf(const QJsonObject &object)
{
    return object[u"metadata"][u"namespace"].toString();
}

QString annotationOf(const QJsonObject &object, const QString &name)
{
    return object[u"metadata"][u"annotations"][name].toString();
}

QStringList annotationListOf(const QJsonObject &object, const QString &name)
{
    QStringList words = annotationOf(object, name).split(u',', Qt::SkipEmptyParts);
    for (QString &word : words) {
        word = word.trimmed();
    }
    return words;
}

QString placeOf(const QString &group, const QString &kind, const QString &ns, const QString &name)
{
    return group + u'/' + kind + u'/' + ns + u'/' + name;
}

QString placeOf(const QJsonObject &object)
{
    return placeOf(groupOf(object), object[u"kind"].toString(), namespaceOf(object), nameOf(object));
}

} // namespace sentinel::gitops
