// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/FieldSet.h"

#include "core/sandbox/FieldWays.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

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
        parts.append(at.key() + u'=' + compactText(at.value()));
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

/// Parts of an object that are there with every field unset too: whoever fills them made no field of them.
bool isAlwaysThere(const QString &name)
{
    static const QStringList names{u"metadata"_s, u"spec"_s,           u"status"_s,      u"template"_s,
                                   u"strategy"_s, u"updateStrategy"_s, u"jobTemplate"_s, u"containers"_s};
    return names.contains(name);
}

/// Maps and lists of `after` that are not in `before`, as fields of their own.
void collectNew(const SchemaNode *node, const QJsonValue &before, const QJsonValue &after, bool isThere, FieldSet &into)
{
    const Way way = wayOf(node, after);
    const auto descend = [&into](const QString &step, FieldSet found) {
        if (!found.isEmpty()) {
            into.below.insert(step, std::move(found));
        }
    };
    if (way == Way::Fields) {
        const QJsonObject was = before.toObject();
        const QJsonObject is = after.toObject();
        for (auto at = is.begin(); at != is.end(); ++at) {
            const SchemaNode *type = Schema::table().field(node, at.key());
            if (wayOf(type, at.value()) == Way::Leaf) {
                continue;
            }
            const bool wasThere = was.contains(at.key());
            const bool isUnset = isThere && isAlwaysThere(at.key());
            FieldSet found;
            collectNew(type, was.value(at.key()), at.value(), wasThere || isUnset, found);
            found.isMember = !wasThere && !isUnset;
            descend(fieldStep(at.key()), std::move(found));
        }
    } else if (way == Way::Keyed) {
        QMap<QString, QJsonValue> was;
        for (const auto &item : before.toArray()) {
            was.insert(itemStep(*node, item), item);
        }
        for (const auto &item : after.toArray()) {
            const QString step = itemStep(*node, item);
            FieldSet found;
            collectNew(Schema::table().element(node), was.value(step), item, was.contains(step), found);
            descend(step, std::move(found));
        }
    }
}

FieldSet newParts(const SchemaNode *node, const QJsonValue &before, const QJsonValue &after)
{
    FieldSet result;
    collectNew(node, before, after, true, result);
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
        const QString step = isKey ? u"k:"_s + compactText(QJsonDocument::fromJson(at.key().mid(2).toUtf8()).object()) : at.key();
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
    FieldChanges result{.added = is.without(was).united(newParts(node, before, after)),
                        .modified = {},
                        .removed = was.without(is).united(newParts(node, after, before))};
    findModified(node, before, after, result.modified);
    return result;
}

} // namespace sentinel::sandbox
