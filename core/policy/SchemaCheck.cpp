// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/SchemaCheck.h"

#include "core/schema/Schema.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

using schema::Schema;
using schema::SchemaNode;
using Shape = SchemaNode::Shape;
using yaml::Value;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicySchemas)
};

QString below(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : path + u'.' + name;
}

bool isWhole(const Value &value)
{
    bool ok = false;
    const double number = value.text().toDouble(&ok);
    return ok ? number == static_cast<double>(static_cast<qint64>(number)) : value.text().startsWith(u'0');
}

bool fits(Shape shape, const Value &value)
{
    using Kind = Value::Kind;
    switch (shape) {
    case Shape::Any:
        return true;
    case Shape::String:
        return value.kind() == Kind::String;
    case Shape::Integer:
        return value.kind() == Kind::Number && isWhole(value);
    case Shape::Number:
        return value.kind() == Kind::Number;
    case Shape::Boolean:
        return value.kind() == Kind::Boolean;
    case Shape::IntOrString:
        return value.kind() == Kind::Number || value.kind() == Kind::String;
    case Shape::Struct:
    case Shape::Map:
        return value.isMap();
    case Shape::List:
        return value.isList();
    }
    Q_UNREACHABLE_RETURN(false);
}

QString shapeName(Shape shape)
{
    switch (shape) {
    case Shape::Any:
        return {};
    case Shape::String:
        return Text::tr("text");
    case Shape::Integer:
        return Text::tr("a whole number");
    case Shape::Number:
        return Text::tr("a number");
    case Shape::Boolean:
        return Text::tr("true or false");
    case Shape::IntOrString:
        return Text::tr("a number or text");
    case Shape::Struct:
    case Shape::Map:
        return Text::tr("a map");
    case Shape::List:
        return Text::tr("a list");
    }
    Q_UNREACHABLE_RETURN({});
}

/// The field that somebody may have meant: one letter off, or another case.
QString closest(const SchemaNode &node, const QString &name)
{
    for (const schema::SchemaField &field : node.fields) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0 || field.name == name + u's' || field.name + u's' == name) {
            return field.name;
        }
    }
    for (const schema::SchemaField &field : node.fields) {
        qsizetype same = 0;
        while (same < std::min(field.name.size(), name.size()) && field.name[same] == name[same]) {
            ++same;
        }
        qsizetype tail = 0;
        while (tail < std::min(field.name.size(), name.size()) - same
               && field.name[field.name.size() - 1 - tail] == name[name.size() - 1 - tail]) {
            ++tail;
        }
        if (name.size() > 3 && same + tail + 1 >= std::max(field.name.size(), name.size())) {
            return field.name;
        }
    }
    return {};
}

class Walk
{
public:
    Walk(const Schema &schema, const Object &object, const QString &version, Complaints &complaints)
        : m_schema(schema)
        , m_object(object)
        , m_version(version)
        , m_complaints(complaints)
    {
    }

    void visit(const SchemaNode *node, const Value &value, const QString &path)
    {
        if (!node || value.isNull()) {
            return; // null is "not set" everywhere
        }
        if (!fits(node->shape, value)) {
            say("schema.wrong-type"_L1, path, value, Text::tr("%1 must be %2.").arg(path, shapeName(node->shape)),
                value.isScalar() && node->shape == Shape::String ? Text::tr("Put it in quotes.") : QString());
            return;
        }
        if (!node->choices.isEmpty() && value.isScalar() && !node->choices.contains(value.text())) {
            say("schema.wrong-value"_L1, path, value, Text::tr("%1 cannot be \"%2\".").arg(path, value.text()),
                Text::tr("Write one of %1.").arg(node->choices.join(u", "_s)));
        }
        if (value.isList()) {
            for (qsizetype at = 0; at < value.items().size(); ++at) {
                visit(m_schema.element(node), value.items()[at], u"%1[%2]"_s.arg(path).arg(at));
            }
        } else if (value.isMap()) {
            visitFields(*node, value, path);
        }
    }

private:
    void visitFields(const SchemaNode &node, const Value &map, const QString &path)
    {
        for (const yaml::Entry &entry : map.entries()) {
            const SchemaNode *field = m_schema.field(&node, entry.key);
            if (field) {
                if (path.isEmpty() && entry.key == "status"_L1) {
                    continue; // the cluster's own, dropped when it is applied
                }
                visit(field, entry.value, below(path, entry.key));
            } else if (node.shape == Shape::Struct && !node.keepsUnknown) {
                sayUnknown(node, entry, path);
            }
        }
        for (const QString &name : node.required) {
            const Value *there = map.find(name);
            if (!there || there->isNull()) {
                say("schema.missing-field"_L1, below(path, name), map,
                    path.isEmpty() ? Text::tr("%1 is missing.").arg(name) : Text::tr("%1 needs a %2.").arg(path, name),
                    QString());
            }
        }
    }

    void sayUnknown(const SchemaNode &node, const yaml::Entry &entry, const QString &path)
    {
        const QString meant = closest(node, entry.key);
        m_complaints.add(
            "schema.unknown-field"_L1, m_object,
            {.path = below(path, entry.key), .where = {.file = m_object.file, .line = entry.keyLine, .column = entry.keyColumn}},
            Text::tr("%1 %2 has no field %3 in Kubernetes %4.")
                .arg(m_object.apiVersion, m_object.kind, below(path, entry.key), m_version),
            meant.isEmpty() ? Text::tr("Take it out, or move it to where it belongs.")
                            : Text::tr("Write %1, if that is meant.").arg(meant));
    }

    void say(QLatin1StringView rule, const QString &path, const Value &value, const QString &sentence, const QString &remedy)
    {
        m_complaints.add(rule, m_object, {.path = path, .where = m_object.at(value)}, sentence, remedy);
    }

    const Schema &m_schema;
    const Object &m_object;
    QString m_version;
    Complaints &m_complaints;
};

bool isBuiltInGroup(const QString &group)
{
    static const QSet<QString> plain{QString(), u"apps"_s, u"autoscaling"_s, u"batch"_s, u"extensions"_s, u"policy"_s};
    // SIGs publish definitions under k8s.io too.
    static const QSet<QString> own{u"admissionregistration.k8s.io"_s,
                                   u"apiextensions.k8s.io"_s,
                                   u"apiregistration.k8s.io"_s,
                                   u"authentication.k8s.io"_s,
                                   u"authorization.k8s.io"_s,
                                   u"certificates.k8s.io"_s,
                                   u"coordination.k8s.io"_s,
                                   u"discovery.k8s.io"_s,
                                   u"events.k8s.io"_s,
                                   u"flowcontrol.apiserver.k8s.io"_s,
                                   u"internal.apiserver.k8s.io"_s,
                                   u"lifecycle.k8s.io"_s,
                                   u"networking.k8s.io"_s,
                                   u"node.k8s.io"_s,
                                   u"rbac.authorization.k8s.io"_s,
                                   u"resource.k8s.io"_s,
                                   u"scheduling.k8s.io"_s,
                                   u"storage.k8s.io"_s,
                                   u"storagemigration.k8s.io"_s};
    return plain.contains(group) || own.contains(group);
}

/// What version of Kubernetes there is in which the kind is served; empty when none of ours.
QString servedIn(const Object &object)
{
    for (const QString &version : Schema::versions()) {
        if (Schema::builtIn(version).indexOf(object.apiVersion, object.kind) >= 0) {
            return version;
        }
    }
    return {};
}

void checkVersionOf(const Object &object, const QString &version, Complaints &complaints)
{
    const Place place{.path = u"apiVersion"_s, .where = object.at({u"apiVersion"})};
    const EndOfApi *end = endOf(object.apiVersion, object.kind);
    if (end && end->removed == 0) {
        complaints.add(
            "api.deprecated"_L1, object, place,
            Text::tr("%1 %2 is deprecated since Kubernetes 1.%3.").arg(object.apiVersion, object.kind).arg(end->deprecated),
            end->instead.isEmpty() ? Text::tr("Nothing replaces it; take it out.")
                                   : Text::tr("Use %1.").arg(QString(end->instead)));
    }
    if (object.apiVersion.contains("alpha"_L1) || object.apiVersion.contains("beta"_L1)) {
        complaints.add(
            "api.not-on-by-default"_L1, object, place,
            Text::tr("A cluster of Kubernetes %1 serves %2 only where somebody switched it on.").arg(version, object.apiVersion),
            Text::tr("Use a stable version, or switch it on in every cluster first."));
    }
}

void checkUnknown(const Object &object, const QString &version, Complaints &complaints)
{
    const Place place{.path = u"apiVersion"_s, .where = object.at({u"apiVersion"})};
    const QString what = object.apiVersion + u' ' + object.kind;
    if (const EndOfApi *end = endOf(object.apiVersion, object.kind); end && end->removed > 0) {
        complaints.add("api.removed"_L1, object, place, Text::tr("%1 is gone since Kubernetes 1.%2.").arg(what).arg(end->removed),
                       end->instead.isEmpty() ? Text::tr("Nothing replaces it; take it out.")
                                              : Text::tr("Use %1.").arg(QString(end->instead)));
        return;
    }
    if (!isBuiltInGroup(object.group())) {
        complaints.add("schema.unchecked-kind"_L1, object, place,
                       Text::tr("Nobody here knows %1, so its fields are not checked.").arg(what),
                       Text::tr("Make sure its definition is in the cluster before."));
        return;
    }
    if (const QString other = servedIn(object); !other.isEmpty()) {
        complaints.add("api.removed"_L1, object, place,
                       Text::tr("Kubernetes %1 does not serve %2; %3 does.").arg(version, what, other),
                       Text::tr("Use a version of the kind that the target serves."));
        return;
    }
    complaints.add("schema.unknown-kind"_L1, object, place, Text::tr("There is no %1 in Kubernetes %2.").arg(what, version),
                   Text::tr("Mend apiVersion or kind."));
}

} // namespace

void checkSchemas(const Manifests &manifests, const QString &version, Complaints &complaints)
{
    const Schema &builtIn = Schema::builtIn(version);
    if (!builtIn.isLoaded()) {
        return;
    }
    for (const Object &object : manifests.objects) {
        const bool isOwn = isBuiltInGroup(object.group());
        const Schema &schema = isOwn ? builtIn : Schema::custom();
        const SchemaNode *node = schema.kind(object.apiVersion, object.kind);
        if (!node) {
            checkUnknown(object, version, complaints);
            continue;
        }
        if (isOwn) {
            checkVersionOf(object, version, complaints);
        }
        Walk(schema, object, version, complaints).visit(node, object.tree, {});
    }
}

} // namespace sentinel::policy
