// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Patch.h"

#include <QJsonArray>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr auto kDirective = "$patch"_L1;
constexpr auto kRetainKeys = "$retainKeys"_L1;
constexpr auto kOrderPrefix = "$setElementOrder/"_L1;
constexpr auto kDeletePrefix = "$deleteFromPrimitiveList/"_L1;

class Strategic
{
public:
    QJsonObject object(const SchemaNode *node, QJsonObject present, QJsonObject patch)
    {
        const QString directive = patch.value(kDirective).toString();
        patch.remove(kDirective);
        if (directive == "delete"_L1) {
            return {};
        }
        if (directive == "replace"_L1) {
            return withoutNulls(patch);
        }
        if (!directive.isEmpty() && directive != "merge"_L1) {
            fail(u"unknown patch directive \"%1\""_s.arg(directive));
        }
        retainKeys(patch, present);
        removeFromPrimitiveLists(patch, present);
        for (auto at = patch.begin(); at != patch.end(); ++at) {
            if (!at.key().startsWith(u'$')) {
                field(node, at.key(), at.value(), present, patch);
            }
        }
        orderOnly(node, patch, present);
        return present;
    }
    [[nodiscard]] QString failed() const { return m_failed; }

private:
    void fail(const QString &why)
    {
        if (m_failed.isEmpty()) {
            m_failed = why;
        }
    }

    void retainKeys(const QJsonObject &patch, QJsonObject &present)
    {
        if (!patch.contains(kRetainKeys)) {
            return;
        }
        QSet<QString> kept;
        for (const auto &key : patch.value(kRetainKeys).toArray()) {
            kept.insert(key.toString());
        }
        const QStringList keys = present.keys();
        for (const QString &key : keys) {
            if (!kept.contains(key)) {
                present.remove(key);
            }
        }
    }

    void removeFromPrimitiveLists(const QJsonObject &patch, QJsonObject &present)
    {
        for (auto at = patch.begin(); at != patch.end(); ++at) {
            if (!at.key().startsWith(kDeletePrefix)) {
                continue;
            }
            const QString name = at.key().mid(kDeletePrefix.size());
            const QJsonArray gone = at.value().toArray();
            QJsonArray left;
            for (const auto &item : present.value(name).toArray()) {
                if (!gone.contains(item)) {
                    left.append(item);
                }
            }
            if (present.contains(name)) {
                present.insert(name, left);
            }
        }
    }

    void field(const SchemaNode *node, const QString &name, const QJsonValue &value, QJsonObject &present,
               const QJsonObject &patch)
    {
        const SchemaField *place = node ? node->field(name) : nullptr;
        const SchemaNode *type = Schema::table().field(node, name);
        if (value.isNull()) {
            present.remove(name);
        } else if (value.isObject()) {
            const QJsonObject below = value.toObject();
            const QJsonObject result = object(type, present.value(name).toObject(), below);
            if (below.value(kDirective).toString() == "delete"_L1) {
                present.remove(name);
            } else {
                present.insert(name, result);
            }
        } else if (value.isArray() && place && place->mergesList) {
            const QJsonArray order = patch.value(kOrderPrefix + name).toArray();
            present.insert(name,
                           place->mergeKey.isEmpty()
                               ? primitives(present.value(name).toArray(), value.toArray(), order)
                               : items(*place, type, present.value(name).toArray(), value.toArray(), order));
        } else {
            present.insert(name, value);
        }
    }

    QJsonArray primitives(QJsonArray present, const QJsonArray &patch, const QJsonArray &order)
    {
        for (const auto &item : patch) {
            if (!present.contains(item)) {
                present.append(item);
            }
        }
        return ordered(present, order, [](const QJsonValue &item) { return item; });
    }

    QJsonArray items(const SchemaField &place, const SchemaNode *list, QJsonArray present, const QJsonArray &patch,
                     const QJsonArray &order)
    {
        const SchemaNode *element = Schema::table().element(list);
        const QJsonArray before = present;
        const auto keyOf = [&place](const QJsonValue &item) { return item.toObject().value(place.mergeKey); };
        for (const auto &entry : patch) {
            if (entry.toObject().value(kDirective).toString() == "replace"_L1) {
                QJsonArray fresh;
                for (const auto &item : patch) {
                    if (!item.toObject().contains(kDirective)) {
                        fresh.append(withoutNulls(item.toObject()));
                    }
                }
                return fresh;
            }
        }
        for (const auto &entry : patch) {
            const QJsonObject wanted = entry.toObject();
            const QJsonValue key = keyOf(wanted);
            if (key.isUndefined()) {
                fail(u"map: %1 does not contain declared merge key: %2"_s.arg(place.name, place.mergeKey));
                return present;
            }
            const auto found
                = std::find_if(present.begin(), present.end(), [&](const QJsonValue &item) { return keyOf(item) == key; });
            const bool isDelete = wanted.value(kDirective).toString() == "delete"_L1;
            if (isDelete && found != present.end()) {
                present.erase(found);
            } else if (!isDelete && found != present.end()) {
                *found = object(element, (*found).toObject(), wanted);
            } else if (!isDelete) {
                present.append(object(element, {}, wanted));
            }
        }
        if (order.isEmpty()) {
            return wovenIn(present, before, patch, keyOf);
        }
        return ordered(present, order, [&](const QJsonValue &item) { return item.isObject() ? keyOf(item) : item; });
    }

    /// Where no order is given: what the patch names, in its order, goes before the others unless those stood before it; what is
    /// new goes first.
    static QJsonArray wovenIn(const QJsonArray &merged, const QJsonArray &before, const QJsonArray &patch, const auto &keyOf)
    {
        const auto place = [&keyOf](const QJsonArray &list, const QJsonValue &item) -> qsizetype {
            const auto found
                = std::find_if(list.begin(), list.end(), [&](const QJsonValue &each) { return keyOf(each) == keyOf(item); });
            return found == list.end() ? -1 : found - list.begin();
        };
        QList<QJsonValue> named;
        QList<QJsonValue> others;
        for (const auto &item : merged) {
            (place(patch, item) >= 0 ? named : others).append(item);
        }
        std::ranges::stable_sort(named, {}, [&](const QJsonValue &item) { return place(patch, item); });
        QJsonArray result;
        while (!named.isEmpty() || !others.isEmpty()) {
            const bool isNamed
                = others.isEmpty() || (!named.isEmpty() && place(before, named.first()) < place(before, others.first()));
            result.append(isNamed ? named.takeFirst() : others.takeFirst());
        }
        return result;
    }

    /// Items the order names stand in that order; others keep their place behind whatever was before them.
    template <typename KeyOf>
    static QJsonArray ordered(const QJsonArray &items, const QJsonArray &order, const KeyOf &keyOf)
    {
        if (order.isEmpty()) {
            return items;
        }
        const auto rank = [&](const QJsonValue &item) -> qsizetype {
            for (qsizetype i = 0; i < order.size(); ++i) {
                if (keyOf(order.at(i)) == keyOf(item)) {
                    return i;
                }
            }
            return -1;
        };
        QList<QJsonValue> named;
        QList<std::pair<QJsonValue, qsizetype>> others; ///< item, how many named ones were before it
        for (const auto &item : items) {
            if (rank(item) >= 0) {
                named.append(item);
            } else {
                others.append({item, named.size()});
            }
        }
        std::ranges::stable_sort(named, {}, rank);
        QJsonArray result;
        qsizetype next = 0;
        for (qsizetype i = 0; i <= named.size(); ++i) {
            while (next < others.size() && others.at(next).second == i) {
                result.append(others.at(next++).first);
            }
            if (i < named.size()) {
                result.append(named.at(i));
            }
        }
        return result;
    }

    /// A list that only gets a new order and no new content.
    void orderOnly(const SchemaNode *node, const QJsonObject &patch, QJsonObject &present)
    {
        for (auto at = patch.begin(); at != patch.end(); ++at) {
            const QString name = at.key().startsWith(kOrderPrefix) ? at.key().mid(kOrderPrefix.size()) : QString();
            const SchemaField *place = node && !name.isEmpty() ? node->field(name) : nullptr;
            if (!place || patch.contains(name) || !present.value(name).isArray()) {
                continue;
            }
            present.insert(name, ordered(present.value(name).toArray(), at.value().toArray(), [place](const QJsonValue &item) {
                               return item.isObject() ? item.toObject().value(place->mergeKey) : item;
                           }));
        }
    }

    static QJsonObject withoutNulls(const QJsonObject &object)
    {
        QJsonObject result;
        for (auto at = object.begin(); at != object.end(); ++at) {
            if (at.key().startsWith(u'$') || at.value().isNull()) {
                continue;
            }
            result.insert(at.key(), at.value().isObject() ? QJsonValue(withoutNulls(at.value().toObject())) : at.value());
        }
        return result;
    }

    QString m_failed;
};

} // namespace

Outcome<QJsonObject> strategicPatched(const Type &type, const QJsonObject &object, const QJsonObject &patch)
{
    Strategic strategic;
    const QJsonObject result = strategic.object(Schema::table().kind(type), object, patch);
    if (!strategic.failed().isEmpty()) {
        return refuse(problems::badRequest(strategic.failed()));
    }
    return result;
}

} // namespace sentinel::sandbox
