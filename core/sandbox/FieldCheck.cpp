// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Body.h"
#include "core/sandbox/Schema.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QString below(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : path + u'.' + name;
}

QString shown(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::Double:
        return value.toDouble() == static_cast<double>(value.toInteger()) ? u"integer"_s : u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"null"_s;
}

/// What the schema wants there, or nothing when the value fits.
QString wantedInstead(const SchemaNode &node, const QJsonValue &value)
{
    using Shape = SchemaNode::Shape;
    switch (node.shape) {
    case Shape::Any:
        return {};
    case Shape::String:
        return value.isString() ? QString() : u"string"_s;
    case Shape::Integer:
        return value.isDouble() && shown(value) == "integer"_L1 ? QString() : u"integer"_s;
    case Shape::Number:
        return value.isDouble() ? QString() : u"number"_s;
    case Shape::Boolean:
        return value.isBool() ? QString() : u"boolean"_s;
    case Shape::IntOrString:
        return value.isDouble() || value.isString() ? QString() : u"integer or string"_s;
    case Shape::Struct:
    case Shape::Map:
        return value.isObject() ? QString() : u"object"_s;
    case Shape::List:
        return value.isArray() ? QString() : u"array"_s;
    }
    return {};
}

class Walk
{
public:
    /// Required fields of built-in kinds are asked for in `spec` only: elsewhere the server fills them.
    explicit Walk(const Type &type)
        : m_isCustom(type.isCustom())
    {
    }

    void visit(const SchemaNode *node, const QJsonValue &value, const QString &path)
    {
        if (!node || value.isNull()) {
            return; // null is "not set" everywhere
        }
        if (const QString wanted = wantedInstead(*node, value); !wanted.isEmpty()) {
            m_result.wrong.append(
                {.reason = u"FieldValueTypeInvalid"_s,
                 .message = u"Invalid value: \"%1\": %2 in body must be of type %3: \"%1\""_s.arg(shown(value), path, wanted),
                 .field = path});
            return;
        }
        if (m_isCustom && !node->choices.isEmpty() && value.isString() && !node->choices.contains(value.toString())) {
            m_result.wrong.append({.reason = u"FieldValueNotSupported"_s,
                                   .message = u"Unsupported value: \"%1\": supported values: \"%2\""_s.arg(
                                       value.toString(), node->choices.join(u"\", \""_s)),
                                   .field = path});
        }
        if (value.isArray() && node->shape == SchemaNode::Shape::List) {
            const QJsonArray items = value.toArray();
            for (int i = 0; i < items.size(); ++i) {
                visit(Schema::table().element(node), items.at(i), u"%1[%2]"_s.arg(path).arg(i));
            }
        } else if (value.isObject()) {
            visitFields(*node, value.toObject(), path);
        }
    }
    [[nodiscard]] FieldProblems result() const { return m_result; }

private:
    void visitFields(const SchemaNode &node, const QJsonObject &object, const QString &path)
    {
        for (auto at = object.begin(); at != object.end(); ++at) {
            const SchemaNode *field = Schema::table().field(&node, at.key());
            if (field) {
                visit(field, at.value(), below(path, at.key()));
            } else if (node.shape == SchemaNode::Shape::Struct && !node.keepsUnknown) {
                m_result.unknown.append(below(path, at.key()));
            }
        }
        const bool asks = m_isCustom ? !path.startsWith("metadata"_L1) && !path.startsWith("status"_L1) && !path.isEmpty()
                                     : path.startsWith("spec"_L1);
        if (!asks) {
            return;
        }
        for (const QString &name : node.required) {
            if (!object.contains(name)) {
                m_result.wrong.append(
                    {.reason = u"FieldValueRequired"_s, .message = u"Required value"_s, .field = below(path, name)});
            }
        }
    }

    bool m_isCustom;
    FieldProblems m_result;
};

QJsonValue pruned(const SchemaNode *node, const QJsonValue &value)
{
    if (!node) {
        return value;
    }
    if (value.isArray() && node->shape == SchemaNode::Shape::List) {
        QJsonArray result;
        for (const auto &item : value.toArray()) {
            result.append(pruned(Schema::table().element(node), item));
        }
        return result;
    }
    if (!value.isObject()) {
        return value;
    }
    QJsonObject result;
    const QJsonObject object = value.toObject();
    for (auto at = object.begin(); at != object.end(); ++at) {
        const SchemaNode *field = Schema::table().field(node, at.key());
        if (field || node->shape != SchemaNode::Shape::Struct || node->keepsUnknown) {
            result.insert(at.key(), pruned(field, at.value()));
        }
    }
    return result;
}

} // namespace

FieldProblems checkAgainstSchema(const Type &type, const QJsonObject &object)
{
    Walk walk(type);
    walk.visit(Schema::table().kind(type), object, {});
    return walk.result();
}

QJsonObject withoutUnknown(const Type &type, const QJsonObject &object)
{
    return pruned(Schema::table().kind(type), object).toObject();
}

} // namespace sentinel::sandbox
