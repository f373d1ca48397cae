// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/FieldSet.h"
#include "core/sandbox/FieldWays.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

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

QString compactText(const QJsonValue &value)
{
    QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

QString fieldStep(const QString &name)
{
    return u"f:"_s + name;
}

QString itemStep(const SchemaNode &list, const QJsonValue &item)
{
    if (list.listKind == SchemaNode::ListKind::Set) {
        return u"v:"_s + compactText(item);
    }
    QJsonObject key;
    for (const QString &name : list.listKeys) {
        const QJsonValue given = item.toObject().value(name);
        key.insert(name, given.isUndefined() ? list.keyDefaults.value(name) : given);
    }
    return u"k:"_s + compactText(key);
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
