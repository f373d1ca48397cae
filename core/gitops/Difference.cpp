// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Difference.h"

#include "core/gitops/Json.h"

#include <QJsonDocument>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

/// What tells members of a list apart, where they have it: the commonest merge keys of Kubernetes' own lists.
constexpr std::array kKeys{u"name", u"mountPath", u"containerPort", u"port", u"type", u"key", u"ip", u"topologyKey"};

bool isSecret(const QJsonObject &object)
{
    return object[u"kind"].toString() == u"Secret" && groupOf(object).isEmpty();
}

/// The key by which all members of both lists are known, each by another value; empty: none.
QString keyOf(const QJsonArray &left, const QJsonArray &right)
{
    const auto fits = [](const QJsonArray &list, const QString &key) {
        QSet<QString> seen;
        return std::ranges::all_of(list, [&](const QJsonValue &item) {
            const QJsonValue value = item[key];
            const QString text = value.isDouble() ? QString::number(value.toDouble()) : value.toString();
            const bool isNew = !text.isEmpty() && !seen.contains(text);
            seen.insert(text);
            return item.isObject() && isNew;
        });
    };
    if (left.isEmpty() && right.isEmpty()) {
        return {};
    }
    for (const auto *key : kKeys) {
        const QString name = QString::fromUtf16(key);
        if (fits(left, name) && fits(right, name)) {
            return name;
        }
    }
    return {};
}

bool isNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isObject() && value.toObject().isEmpty())
        || (value.isArray() && value.toArray().isEmpty());
}

class Comparing
{
public:
    QList<FieldDifference> found;

    void compare(const QJsonValue &before, const QJsonValue &after)
    {
        if (before == after || (isNothing(before) && isNothing(after))) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            compareMaps(before.toObject(), after.toObject());
        } else if (before.isArray() && after.isArray()) {
            compareLists(before.toArray(), after.toArray());
        } else {
            found.append({.path = m_path, .before = before, .after = after});
        }
    }

private:
    void step(FieldStep step, const QJsonValue &before, const QJsonValue &after)
    {
        m_path.append(std::move(step));
        compare(before, after);
        m_path.removeLast();
    }
    void compareMaps(const QJsonObject &before, const QJsonObject &after)
    {
        for (auto each = before.constBegin(); each != before.constEnd(); ++each) {
            step({.name = each.key()}, each.value(), after.value(each.key()));
        }
        for (auto each = after.constBegin(); each != after.constEnd(); ++each) {
            if (!before.contains(each.key())) {
                step({.name = each.key()}, QJsonValue::Undefined, each.value());
            }
        }
    }
    void compareLists(const QJsonArray &before, const QJsonArray &after)
    {
        const QString key = keyOf(before, after);
        if (key.isEmpty()) {
            const qsizetype most = std::max(before.size(), after.size());
            for (qsizetype i = 0; i < most; ++i) {
                step({.index = i}, i < before.size() ? before.at(i) : QJsonValue(QJsonValue::Undefined),
                     i < after.size() ? after.at(i) : QJsonValue(QJsonValue::Undefined));
            }
            return;
        }
        const auto find = [&key](const QJsonArray &list, const QJsonValue &wanted) {
            const auto at = std::ranges::find_if(list, [&](const QJsonValue &item) { return item[key] == wanted; });
            return at == list.end() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(*at);
        };
        for (qsizetype i = 0; i < before.size(); ++i) {
            step({.index = i, .key = key, .member = before.at(i).toObject()}, before.at(i), find(after, before.at(i)[key]));
        }
        for (qsizetype i = 0; i < after.size(); ++i) {
            if (find(before, after.at(i)[key]).isUndefined()) {
                step({.index = i, .key = key, .member = after.at(i).toObject()}, QJsonValue::Undefined, after.at(i));
            }
        }
    }

    FieldPath m_path;
};

/// Whether the fields of one manager have this path: "f:" an entry, "k:" a member by its keys, "v:" by its value, "i:" by place.
bool owns(const QJsonObject &fields, const FieldPath &path, qsizetype at)
{
    if (at == path.size()) {
        return true;
    }
    const FieldStep &step = path[at];
    if (!step.name.isEmpty()) {
        const QString key = u"f:"_s + step.name;
        return fields.contains(key) && (fields[key].toObject().isEmpty() || owns(fields[key].toObject(), path, at + 1));
    }
    for (auto each = fields.constBegin(); each != fields.constEnd(); ++each) {
        bool isIt = each.key() == u"i:"_s + QString::number(step.index);
        if (each.key().startsWith(u"k:")) {
            const QJsonObject keys = QJsonDocument::fromJson(QStringView(each.key()).sliced(2).toUtf8()).object();
            isIt = !keys.isEmpty() && std::ranges::all_of(keys.keys(), [&](const QString &key) {
                return !step.member.contains(key) || step.member[key] == keys[key];
            });
        }
        if (isIt && owns(each.value().toObject(), path, at + 1)) {
            return true;
        }
    }
    return false;
}

} // namespace

QString fieldText(const FieldPath &path)
{
    QString text;
    for (const FieldStep &step : path) {
        if (!step.key.isEmpty()) {
            const QJsonValue value = step.member[step.key];
            text += u'[' + (value.isDouble() ? QString::number(value.toDouble()) : value.toString()) + u']';
        } else if (step.name.isEmpty()) {
            text += u'[' + QString::number(step.index) + u']';
        } else if (step.name.contains(u'.') || step.name.contains(u'/')) {
            text += u'[' + step.name + u']';
        } else {
            text += u'.' + step.name;
        }
    }
    return text;
}

QJsonObject plainObject(QJsonObject object)
{
    object.remove(u"status"_s);
    QJsonObject metadata = object[u"metadata"].toObject();
    for (const auto *key : {u"creationTimestamp", u"resourceVersion", u"uid", u"generation", u"managedFields", u"selfLink"}) {
        metadata.remove(QString::fromUtf16(key));
    }
    QJsonObject annotations = metadata[u"annotations"].toObject();
    for (const auto *key : {u"kubectl.kubernetes.io/last-applied-configuration", u"argocd.argoproj.io/tracking-id",
                            u"deployment.kubernetes.io/revision"}) {
        annotations.remove(QString::fromUtf16(key));
    }
    metadata.insert(u"annotations"_s, annotations);
    object.insert(u"metadata"_s, metadata);
    return object;
}

QJsonObject withoutSecrets(QJsonObject object)
{
    if (!isSecret(object)) {
        return object;
    }
    for (const auto *map : {u"data", u"stringData"}) {
        QJsonObject hidden = object[QString::fromUtf16(map)].toObject();
        for (auto each = hidden.begin(); each != hidden.end(); ++each) {
            each.value() = u"••••••"_s;
        }
        if (!hidden.isEmpty()) {
            object.insert(QString::fromUtf16(map), hidden);
        }
    }
    return object;
}

QList<FieldDifference> fieldDifferences(const QJsonObject &before, const QJsonObject &after)
{
    Comparing comparing;
    comparing.compare(plainObject(before), plainObject(after));
    const bool hides = isSecret(before) || isSecret(after);
    for (FieldDifference &difference : comparing.found) {
        const QString first = difference.path.isEmpty() ? QString() : difference.path.first().name;
        difference.managers = managersOf(before, difference.path);
        if (hides && (first == u"data" || first == u"stringData" || difference.path.isEmpty())) {
            difference.isHidden = true;
            difference.before = difference.before.isUndefined() ? difference.before : QJsonValue(u"••••••"_s);
            difference.after = difference.after.isUndefined() ? difference.after : QJsonValue(u"•••••• (another)"_s);
        }
    }
    return comparing.found;
}

QStringList managersOf(const QJsonObject &live, const FieldPath &path)
{
    QList<std::pair<QString, QString>> found; ///< time, name
    const QJsonArray entries = live[u"metadata"][u"managedFields"].toArray();
    for (const QJsonValue &entry : entries) {
        if (!owns(entry[u"fieldsV1"].toObject(), path, 0)) {
            continue;
        }
        const QString part = entry[u"subresource"].toString();
        const QString name = entry[u"manager"].toString();
        found.append({entry[u"time"].toString(), part.isEmpty() ? name : name + u" ("_s + part + u')'});
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &std::pair<QString, QString>::first);
    QStringList names;
    for (const auto &[time, name] : std::as_const(found)) {
        if (!names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

} // namespace sentinel::gitops
