// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/OpenApi.h"

#include "core/sandbox/Schema.h"
#include "core/sandbox/Types.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QString documentOf(const Type &type)
{
    return (type.group.isEmpty() ? u"api/"_s : u"apis/"_s + type.group + u'/') + type.version;
}

/// Writes types of the table as OpenAPI, each named or shared one once.
class Document
{
public:
    QJsonObject type(int index)
    {
        const SchemaNode *node = Schema::table().node(index);
        if (!node) {
            return {};
        }
        if (node->name.isEmpty()) {
            return shape(*node);
        }
        if (!m_done.contains(node->name)) {
            m_done.insert(node->name);
            m_schemas.insert(node->name, QJsonObject()); // types may hold themselves
            m_schemas.insert(node->name, shape(*node));
        }
        return {{"$ref"_L1, QString(u"#/components/schemas/"_s + node->name)}};
    }
    void addKind(const Type &kind)
    {
        const int index = Schema::table().indexOf(kind);
        const SchemaNode *node = Schema::table().node(index);
        if (!node) {
            return;
        }
        type(index);
        QJsonObject schema = m_schemas.value(node->name).toObject();
        schema.insert("x-kubernetes-group-version-kind"_L1, QJsonArray{groupVersionKind(kind)});
        m_schemas.insert(node->name, schema);
    }
    [[nodiscard]] QJsonObject schemas() const { return m_schemas; }
    static QJsonObject groupVersionKind(const Type &kind)
    {
        return {{"group"_L1, kind.group}, {"version"_L1, kind.version}, {"kind"_L1, kind.kind}};
    }

private:
    QJsonObject shape(const SchemaNode &node)
    {
        QJsonObject result;
        if (node.keepsUnknown) {
            result.insert("x-kubernetes-preserve-unknown-fields"_L1, true);
        }
        if (node.atomic) {
            result.insert("x-kubernetes-map-type"_L1, "atomic"_L1);
        }
        switch (node.shape) {
        case SchemaNode::Shape::Any:
            result.insert("type"_L1, "object"_L1);
            break;
        case SchemaNode::Shape::String:
            scalar(node, "string"_L1, result);
            break;
        case SchemaNode::Shape::Integer:
            scalar(node, "integer"_L1, result);
            break;
        case SchemaNode::Shape::Number:
            scalar(node, "number"_L1, result);
            break;
        case SchemaNode::Shape::Boolean:
            scalar(node, "boolean"_L1, result);
            break;
        case SchemaNode::Shape::IntOrString:
            result.insert("oneOf"_L1, QJsonArray{QJsonObject{{"type"_L1, "integer"_L1}}, QJsonObject{{"type"_L1, "string"_L1}}});
            result.insert("format"_L1, "int-or-string"_L1);
            break;
        case SchemaNode::Shape::Struct:
            fields(node, result);
            break;
        case SchemaNode::Shape::Map:
            result.insert("type"_L1, "object"_L1);
            result.insert("additionalProperties"_L1, type(node.element));
            break;
        case SchemaNode::Shape::List:
            list(node, result);
            break;
        }
        return result;
    }
    static void scalar(const SchemaNode &node, QLatin1StringView type, QJsonObject &result)
    {
        result.insert("type"_L1, type);
        if (!node.format.isEmpty()) {
            result.insert("format"_L1, node.format);
        }
        if (!node.choices.isEmpty()) {
            result.insert("enum"_L1, QJsonArray::fromStringList(node.choices));
        }
    }
    void fields(const SchemaNode &node, QJsonObject &result)
    {
        QJsonObject properties;
        for (const SchemaField &field : node.fields) {
            QJsonObject schema = type(field.type);
            if (field.mergesList || field.retainsKeys) {
                QStringList strategies;
                if (field.mergesList) {
                    strategies.append(u"merge"_s);
                }
                if (field.retainsKeys) {
                    strategies.append(u"retainKeys"_s);
                }
                if (schema.contains("$ref"_L1)) {
                    schema = {{"allOf"_L1, QJsonArray{schema}}};
                }
                schema.insert("x-kubernetes-patch-strategy"_L1, strategies.join(u','));
                if (!field.mergeKey.isEmpty()) {
                    schema.insert("x-kubernetes-patch-merge-key"_L1, field.mergeKey);
                }
            }
            properties.insert(field.name, schema);
        }
        result.insert("type"_L1, "object"_L1);
        result.insert("properties"_L1, properties);
        if (!node.required.isEmpty()) {
            result.insert("required"_L1, QJsonArray::fromStringList(node.required));
        }
    }
    void list(const SchemaNode &node, QJsonObject &result)
    {
        result.insert("type"_L1, "array"_L1);
        result.insert("items"_L1, type(node.element));
        switch (node.listKind) {
        case SchemaNode::ListKind::Atomic:
            result.insert("x-kubernetes-list-type"_L1, "atomic"_L1);
            break;
        case SchemaNode::ListKind::Set:
            result.insert("x-kubernetes-list-type"_L1, "set"_L1);
            break;
        case SchemaNode::ListKind::Map:
            result.insert("x-kubernetes-list-type"_L1, "map"_L1);
            result.insert("x-kubernetes-list-map-keys"_L1, QJsonArray::fromStringList(node.listKeys));
            break;
        }
    }

    QJsonObject m_schemas;
    QSet<QString> m_done;
};

QJsonArray parameters(std::initializer_list<QLatin1StringView> names)
{
    QJsonArray result;
    for (const QLatin1StringView name : names) {
        result.append(QJsonObject{{"name"_L1, name},
                                  {"in"_L1, "query"_L1},
                                  {"schema"_L1, QJsonObject{{"type"_L1, name == "force"_L1 ? "boolean"_L1 : "string"_L1}}}});
    }
    return result;
}

/// What clients look up in the paths: which kind lives there, and that dry runs and field validation are understood.
QJsonObject pathsOf(const Type &type)
{
    const auto operation = [&type](QLatin1StringView action, const QJsonArray &takes) {
        return QJsonObject{{"x-kubernetes-action"_L1, action},
                           {"x-kubernetes-group-version-kind"_L1, Document::groupVersionKind(type)},
                           {"parameters"_L1, takes},
                           {"responses"_L1, QJsonObject{{"200"_L1, QJsonObject{{"description"_L1, "OK"_L1}}}}}};
    };
    const QJsonArray writes = parameters({"dryRun"_L1, "fieldManager"_L1, "fieldValidation"_L1});
    const QString base = u'/' + documentOf(type) + (type.namespaced ? u"/namespaces/{namespace}/"_s : u"/"_s) + type.plural;
    return {{base,
             QJsonObject{{"get"_L1,
                          operation("list"_L1,
                                    parameters({"labelSelector"_L1, "fieldSelector"_L1, "limit"_L1, "continue"_L1, "watch"_L1}))},
                         {"post"_L1, operation("post"_L1, writes)},
                         {"delete"_L1, operation("deletecollection"_L1, parameters({"dryRun"_L1}))}}},
            {base + u"/{name}"_s,
             QJsonObject{{"get"_L1, operation("get"_L1, {})},
                         {"put"_L1, operation("put"_L1, writes)},
                         {"patch"_L1,
                          operation("patch"_L1, parameters({"dryRun"_L1, "fieldManager"_L1, "fieldValidation"_L1, "force"_L1}))},
                         {"delete"_L1, operation("delete"_L1, parameters({"dryRun"_L1}))}}}};
}

Answer index()
{
    QJsonObject paths;
    const QString hash = QString::fromLatin1(Schema::table().version());
    for (const Type *type : allTypes()) {
        const QString document = documentOf(*type);
        paths.insert(document, QJsonObject{{"serverRelativeURL"_L1, u"/openapi/v3/%1?hash=%2"_s.arg(document, hash)}});
    }
    return {.object = {{"paths"_L1, paths}}};
}

Answer document(const QString &name)
{
    Document made;
    QJsonObject paths;
    for (const Type *type : allTypes()) {
        if (documentOf(*type) == name) {
            made.addKind(*type);
            const QJsonObject own = pathsOf(*type);
            for (auto at = own.begin(); at != own.end(); ++at) {
                paths.insert(at.key(), at.value());
            }
        }
    }
    if (paths.isEmpty()) {
        return answerOf(problems::noSuchPath());
    }
    return {.object = {{"openapi"_L1, "3.0.0"_L1},
                       {"info"_L1, QJsonObject{{"title"_L1, "Kubernetes"_L1}, {"version"_L1, "v1.35.4"_L1}}},
                       {"paths"_L1, paths},
                       {"components"_L1, QJsonObject{{"schemas"_L1, made.schemas()}}}}};
}

} // namespace

std::optional<Answer> openApi(const Call &call)
{
    constexpr auto kPrefix = "/openapi/v3"_L1;
    if (call.path == "/openapi/v2"_L1) {
        return answerOf(problems::notAcceptable(u"none: this server describes itself at /openapi/v3"_s));
    }
    if (!call.path.startsWith(kPrefix)) {
        return {};
    }
    if (!Schema::table().isLoaded()) {
        return answerOf({.code = 503,
                         .reason = u"ServiceUnavailable"_s,
                         .message = u"this program was built without the schemas of Kubernetes"_s});
    }
    const QString name = call.path.mid(kPrefix.size() + 1);
    return name.isEmpty() ? index() : document(name);
}

} // namespace sentinel::sandbox
