// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Schema.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace sentinel::schema {

namespace {

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    for (const auto &item : value.toArray()) {
        result.append(item.toString());
    }
    return result;
}

int indexIn(const QJsonValue &value, int before)
{
    return value.isDouble() ? value.toInt() + before : -1;
}

SchemaNode::Shape shapeOf(const QString &letter)
{
    static const QHash<QString, SchemaNode::Shape> shapes{
        {u"s"_s, SchemaNode::Shape::String},  {u"i"_s, SchemaNode::Shape::Integer},     {u"n"_s, SchemaNode::Shape::Number},
        {u"b"_s, SchemaNode::Shape::Boolean}, {u"x"_s, SchemaNode::Shape::IntOrString}, {u"o"_s, SchemaNode::Shape::Struct},
        {u"m"_s, SchemaNode::Shape::Map},     {u"l"_s, SchemaNode::Shape::List}};
    return shapes.value(letter, SchemaNode::Shape::Any);
}

/// `before`: nodes of other tables that stand in front.
SchemaNode nodeOf(const QJsonObject &packed, int before)
{
    SchemaNode node{.shape = shapeOf(packed.value("t"_L1).toString()),
                    .name = packed.value("n"_L1).toString(),
                    .format = packed.value("f"_L1).toString(),
                    .required = strings(packed.value("r"_L1)),
                    .choices = strings(packed.value("c"_L1)),
                    .element = indexIn(packed.value("e"_L1), before),
                    .listKeys = strings(packed.value("k"_L1)),
                    .keyDefaults = packed.value("d"_L1).toObject(),
                    .atomic = packed.value("a"_L1).toInt() == 1,
                    .keepsUnknown = packed.value("u"_L1).toInt() == 1,
                    .numbers = packed.value("w"_L1).toObject()};
    const QString list = packed.value("l"_L1).toString();
    node.listKind = list == "map"_L1 ? SchemaNode::ListKind::Map
        : list == "set"_L1           ? SchemaNode::ListKind::Set
                                     : SchemaNode::ListKind::Atomic;
    const QJsonObject fields = packed.value("p"_L1).toObject(); // sorted by Qt
    node.fields.reserve(fields.size());
    for (auto at = fields.begin(); at != fields.end(); ++at) {
        SchemaField field{.name = at.key(), .type = indexIn(at.value(), before)};
        if (at.value().isArray()) { // [type, strategy, merge key]
            const QJsonArray more = at.value().toArray();
            field.type = indexIn(more.at(0), before);
            const QStringList strategies = more.at(1).toString().split(u',');
            field.mergesList = strategies.contains("merge"_L1);
            field.retainsKeys = strategies.contains("retainKeys"_L1);
            field.mergeKey = more.at(2).toString();
        }
        node.fields.append(field);
    }
    std::ranges::sort(node.fields, {}, &SchemaField::name);
    return node;
}

} // namespace

const SchemaField *SchemaNode::field(QStringView wanted) const
{
    const auto found = std::ranges::lower_bound(fields, wanted, {}, &SchemaField::name);
    return found != fields.end() && found->name == wanted ? &*found : nullptr;
}

QStringList Schema::versions()
{
    return {u"1.34"_s, u"1.35"_s, u"1.36"_s, u"1.37"_s};
}

const Schema &Schema::builtIn(QStringView version)
{
    // Filled by whoever asks first; programs here ask from one thread at a time.
    static std::map<QString, Schema> loaded;
    static std::mutex guard;
    const std::scoped_lock lock(guard);
    const QString name = version.toString();
    const auto found = loaded.find(name);
    if (found != loaded.end()) {
        return found->second;
    }
    return loaded.emplace(name, Schema({u"kubernetes-"_s + name})).first->second;
}

const Schema &Schema::custom()
{
    static const Schema loaded({u"custom"_s});
    return loaded;
}

const Schema &Schema::rehearsal()
{
    static const Schema loaded({u"kubernetes-1.35"_s, u"custom"_s});
    return loaded;
}

Schema::Schema(const QStringList &tables)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &table : tables) {
        QFile file(u":/schema/%1.pack"_s.arg(table));
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray packed = file.readAll();
            hash.addData(packed);
            read(packed);
        }
    }
    m_version = hash.result().toHex().toUpper();
}

void Schema::read(const QByteArray &packed)
{
    const QByteArray text = packed.isEmpty() ? QByteArray() : qUncompress(packed);
    const QJsonObject root = QJsonDocument::fromJson(text).object();
    const QJsonArray nodes = root.value("nodes"_L1).toArray();
    const int before = static_cast<int>(m_nodes.size());
    m_nodes.reserve(m_nodes.size() + static_cast<std::size_t>(nodes.size()));
    for (const auto &node : nodes) {
        m_nodes.push_back({.tree = node.toObject(), .before = before, .node = nullptr});
    }
    const QJsonObject roots = root.value("kinds"_L1).toObject();
    for (auto at = roots.begin(); at != roots.end(); ++at) {
        m_kinds.insert(at.key(), at.value().toInt() + before);
    }
}

const SchemaNode *Schema::node(int index) const
{
    if (index < 0 || index >= static_cast<int>(m_nodes.size())) {
        return nullptr;
    }
    const std::scoped_lock lock(*m_unpacking);
    Packed &packed = m_nodes[static_cast<std::size_t>(index)];
    if (!packed.node) {
        packed.node = std::make_unique<const SchemaNode>(nodeOf(packed.tree, packed.before));
        packed.tree = {};
    }
    return packed.node.get();
}

const SchemaNode *Schema::kind(const QString &apiVersion, const QString &kind) const
{
    // Every group has the same ones of these.
    const bool isCommon = kind == "DeleteOptions"_L1;
    return node(indexOf(isCommon ? u"v1"_s : apiVersion, kind));
}

int Schema::indexOf(const QString &apiVersion, const QString &kind) const
{
    return m_kinds.value(apiVersion + u'/' + kind, -1);
}

const SchemaNode *Schema::field(const SchemaNode *of, QStringView name) const
{
    if (!of) {
        return nullptr;
    }
    if (of->shape == SchemaNode::Shape::Map) {
        return node(of->element);
    }
    const SchemaField *found = of->field(name);
    return found ? node(found->type) : nullptr;
}

const SchemaNode *Schema::element(const SchemaNode *of) const
{
    return of ? node(of->element) : nullptr;
}

} // namespace sentinel::schema
