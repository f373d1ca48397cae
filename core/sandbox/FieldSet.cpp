// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/FieldSet.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

enum class Way { Leaf, Fields, Keyed, Set };

/// How a value is owned: as a whole, field by field, item by item.
Way wayOf(const SchemaNode *node, const QJsonValue &value)
{
    using Shape = SchemaNode::Shape;
    const bool isKnown = node && node->shape != Shape::Any;
    if (value.isObject()) {
        return node && node->atomic ? Way::Leaf : Way::Fields;
    }
    if (value.isArray() && isKnown && node->shape == Shape::List) {
        return node->listKind == SchemaNode::ListKind::Map ? Way::Keyed
            : node->listKind == SchemaNode::ListKind::Set  ? Way::Set
                                                           : Way::Leaf;
    }
    return Way::Leaf;
}

QString compact(const QJsonValue &value)
{
    QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

QString fieldStep(const QString &name)
{
    return u"f:"_s + name;
}

/// "k:{…}" or "v:…" of one item.
QString itemStep(const SchemaNode &list, const QJsonValue &item)
{
    if (list.listKind == SchemaNode::ListKind::Set) {
        return u"v:"_s + compact(item);
    }
    QJsonObject key;
    for (const QString &name : list.listKeys) {
        const QJsonValue given = item.toObject().value(name);
        key.insert(name, given.isUndefined() ? list.keyDefaults.value(name) : given);
    }
    return u"k:"_s + compact(key);
}

void collect(const SchemaNode *node, const QJsonValue &value, FieldSet &into)
{
    switch (wayOf(node, value)) {
    case Way::Leaf:
        into.isMember = true;
        break;
    case Way::Fields: {
        const QJsonObject object = value.toObject();
        for (auto at = object.begin(); at != object.end(); ++at) {
            FieldSet &field = into.below[fieldStep(at.key())];
            const SchemaNode *type = Schema::table().field(node, at.key());
            collect(type, at.value(), field);
            const bool isNamed = node && node->shape == SchemaNode::Shape::Struct && type;
            const bool isEmptyList = field.isEmpty() && at.value().isArray();
            if ((!isNamed && !isEmptyList) || (at.value().isObject() && at.value().toObject().isEmpty())) {
                field.isMember = true;
            }
            if (field.isEmpty()) {
                into.below.remove(fieldStep(at.key()));
            }
        }
        break;
    }
    case Way::Keyed:
    case Way::Set:
        for (const auto &item : value.toArray()) {
            FieldSet &place = into.below[itemStep(*node, item)];
            if (item.isObject()) {
                collect(Schema::table().element(node), item, place);
            }
            place.isMember = true;
        }
        break;
    }
}

/// ".name", "[name=\"x\"]", "[=\"v\"]".
QString readable(const QString &step)
{
    if (step.startsWith("f:"_L1)) {
        return u'.' + step.mid(2);
    }
    if (step.startsWith("v:"_L1)) {
        return u"[=%1]"_s.arg(step.mid(2));
    }
    QStringList parts;
    const QJsonObject key = QJsonDocument::fromJson(step.mid(2).toUtf8()).object();
    for (auto at = key.begin(); at != key.end(); ++at) {
        parts.append(at.key() + u'=' + compact(at.value()));
    }
    return u'[' + parts.join(u',') + u']';
}

void listPaths(const FieldSet &set, const QString &path, QStringList &into)
{
    if (set.isMember) {
        into.append(path);
    }
    for (auto at = set.below.begin(); at != set.below.end(); ++at) {
        listPaths(*at, path + readable(at.key()), into);
    }
}

void findModified(const SchemaNode *node, const QJsonValue &before, const QJsonValue &after, FieldSet &into)
{
    if (before == after) {
        return;
    }
    const Way way = wayOf(node, after);
    if (way != wayOf(node, before) || way == Way::Leaf) {
        into.isMember = true;
        return;
    }
    const auto descend = [&into](const QString &step, const SchemaNode *type, const QJsonValue &was, const QJsonValue &is) {
        FieldSet found;
        findModified(type, was, is, found);
        if (!found.isEmpty()) {
            into.below.insert(step, found);
        }
    };
    if (way == Way::Fields) {
        const QJsonObject was = before.toObject();
        const QJsonObject is = after.toObject();
        for (auto at = is.begin(); at != is.end(); ++at) {
            if (was.contains(at.key())) {
                descend(fieldStep(at.key()), Schema::table().field(node, at.key()), was.value(at.key()), at.value());
            }
        }
    } else if (way == Way::Keyed) {
        QMap<QString, QJsonValue> was;
        for (const auto &item : before.toArray()) {
            was.insert(itemStep(*node, item), item);
        }
        for (const auto &item : after.toArray()) {
            const QString step = itemStep(*node, item);
            if (was.contains(step)) {
                descend(step, Schema::table().element(node), was.value(step), item);
            }
        }
    }
}

QJsonArray itemsLaidOver(const SchemaNode &list, const QJsonArray &live, const QJsonArray &wanted)
{
    QMap<QString, QJsonValue> overlay;
    QStringList wantedOrder;
    for (const auto &item : wanted) {
        overlay.insert(itemStep(list, item), item);
        wantedOrder.append(itemStep(list, item));
    }
    QMap<QString, QJsonValue> merged;
    QStringList order;
    for (const auto &item : live) {
        const QString step = itemStep(list, item);
        order.append(step);
        merged.insert(step, overlay.contains(step) ? laidOver(Schema::table().element(&list), item, overlay.value(step)) : item);
    }
    // Where the wish names every item, its order counts; else new ones come last.
    const bool namesAll = std::ranges::all_of(order, [&overlay](const QString &step) { return overlay.contains(step); });
    for (const QString &step : std::as_const(wantedOrder)) {
        if (!merged.contains(step)) {
            merged.insert(step, overlay.value(step));
            order.append(step);
        }
    }
    QJsonArray result;
    for (const QString &step : namesAll ? wantedOrder : order) {
        result.append(merged.value(step));
    }
    return result;
}

} // namespace

FieldSet FieldSet::of(const SchemaNode *node, const QJsonValue &value)
{
    FieldSet result;
    collect(node, value, result);
    return result;
}

FieldSet FieldSet::fromV1(const QJsonObject &fields)
{
    FieldSet result;
    for (auto at = fields.begin(); at != fields.end(); ++at) {
        if (at.key() == "."_L1) {
            result.isMember = true;
            continue;
        }
        FieldSet child = fromV1(at.value().toObject());
        if (at.value().toObject().isEmpty()) {
            child.isMember = true;
        }
        // Keys are written as their writer liked: one spelling for each.
        const bool isKey = at.key().startsWith("k:"_L1);
        const QString step = isKey ? u"k:"_s + compact(QJsonDocument::fromJson(at.key().mid(2).toUtf8()).object()) : at.key();
        result.below.insert(step, child);
    }
    return result;
}

QJsonObject FieldSet::toV1() const
{
    QJsonObject result;
    for (auto at = below.begin(); at != below.end(); ++at) {
        QJsonObject child = at->toV1();
        if (at->isMember && !at->below.isEmpty()) {
            child.insert("."_L1, QJsonObject());
        }
        result.insert(at.key(), child);
    }
    return result;
}

FieldSet FieldSet::united(const FieldSet &other) const
{
    FieldSet result = *this;
    result.isMember = isMember || other.isMember;
    for (auto at = other.below.begin(); at != other.below.end(); ++at) {
        result.below[at.key()] = result.below.value(at.key()).united(*at);
    }
    return result;
}

FieldSet FieldSet::without(const FieldSet &other) const
{
    FieldSet result{.isMember = isMember && !other.isMember};
    for (auto at = below.begin(); at != below.end(); ++at) {
        const FieldSet left = at->without(other.below.value(at.key()));
        if (!left.isEmpty()) {
            result.below.insert(at.key(), left);
        }
    }
    return result;
}

FieldSet FieldSet::common(const FieldSet &other) const
{
    FieldSet result{.isMember = isMember && other.isMember};
    for (auto at = below.begin(); at != below.end(); ++at) {
        const FieldSet both = at->common(other.below.value(at.key()));
        if (!both.isEmpty()) {
            result.below.insert(at.key(), both);
        }
    }
    return result;
}

FieldSet FieldSet::withParents() const
{
    FieldSet result{.isMember = isMember};
    for (auto at = below.begin(); at != below.end(); ++at) {
        FieldSet child = at->withParents();
        child.isMember = child.isMember || at.key().startsWith("f:"_L1);
        result.below.insert(at.key(), child);
    }
    return result;
}

void FieldSet::removePath(const QStringList &steps)
{
    const auto found = below.find(steps.constFirst());
    if (found == below.end()) {
        return;
    }
    if (steps.size() == 1) {
        below.erase(found);
        return;
    }
    found->removePath(steps.mid(1));
    if (found->isEmpty()) {
        below.erase(found);
    }
}

QStringList FieldSet::paths() const
{
    QStringList result;
    listPaths(*this, {}, result);
    result.sort();
    return result;
}

FieldChanges compared(const SchemaNode *node, const QJsonValue &before, const QJsonValue &after)
{
    const FieldSet was = FieldSet::of(node, before);
    const FieldSet is = FieldSet::of(node, after);
    FieldChanges result{.added = is.without(was), .modified = {}, .removed = was.without(is)};
    findModified(node, before, after, result.modified);
    return result;
}

QJsonValue laidOver(const SchemaNode *node, const QJsonValue &live, const QJsonValue &wanted)
{
    const Way way = wayOf(node, wanted);
    if (way == Way::Leaf || way != wayOf(node, live)) {
        return wanted;
    }
    if (way != Way::Fields) {
        return itemsLaidOver(*node, live.toArray(), wanted.toArray());
    }
    QJsonObject result = live.toObject();
    const QJsonObject over = wanted.toObject();
    for (auto at = over.begin(); at != over.end(); ++at) {
        const auto found = result.constFind(at.key());
        const QJsonValue present = found == result.constEnd() ? QJsonValue(QJsonValue::Undefined) : *found;
        result.insert(at.key(), laidOver(Schema::table().field(node, at.key()), present, at.value()));
    }
    return result;
}

QJsonValue withoutFields(const SchemaNode *node, const QJsonValue &value, const FieldSet &fields)
{
    const Way way = wayOf(node, value);
    if (fields.below.isEmpty() || way == Way::Leaf) {
        return value;
    }
    if (way == Way::Fields) {
        QJsonObject result;
        const QJsonObject object = value.toObject();
        for (auto at = object.begin(); at != object.end(); ++at) {
            const FieldSet gone = fields.below.value(fieldStep(at.key()));
            if (!gone.isMember) {
                result.insert(at.key(), withoutFields(Schema::table().field(node, at.key()), at.value(), gone));
            }
        }
        return result;
    }
    QJsonArray result;
    for (const auto &item : value.toArray()) {
        const FieldSet gone = fields.below.value(itemStep(*node, item));
        if (!gone.isMember) {
            result.append(withoutFields(Schema::table().element(node), item, gone));
        }
    }
    return result;
}

} // namespace sentinel::sandbox
