// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Foundation.h"

#include "core/sandbox/Types.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QJsonObject named(const QString &name, const QString &ns = {})
{
    QJsonObject metadata{{"name"_L1, name}};
    if (!ns.isEmpty()) {
        metadata.insert("namespace"_L1, ns);
    }
    return {{"metadata"_L1, metadata}};
}

void make(Store &store, const Type &type, const QJsonObject &object)
{
    const auto made = store.create(type, object);
    Q_ASSERT(made);
    Q_UNUSED(made)
}

void makeNamespace(Store &store, const QString &name)
{
    QJsonObject object = named(name);
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    metadata.insert("labels"_L1, QJsonObject{{"kubernetes.io/metadata.name"_L1, name}});
    object.insert("metadata"_L1, metadata);
    object.insert("spec"_L1, QJsonObject{{"finalizers"_L1, QJsonArray{"kubernetes"_L1}}});
    object.insert("status"_L1, QJsonObject{{"phase"_L1, "Active"_L1}});
    make(store, kinds::ns(), object);
}

/// Whatever people write is kept. Of an Application it tells what clients look for to know which Argo CD this is: from 3.1 on
/// auto-sync can be switched off where it stands.
QJsonObject schemaOf(const Type &type)
{
    QJsonObject schema{{"type"_L1, "object"_L1}, {"x-kubernetes-preserve-unknown-fields"_L1, true}};
    if (type.group != "argoproj.io"_L1 || type.kind != "Application"_L1) {
        return schema;
    }
    QJsonObject field{{"type"_L1, "boolean"_L1}};
    for (const auto name : {"enabled"_L1, "automated"_L1, "syncPolicy"_L1, "spec"_L1}) {
        QJsonObject around = schema;
        around.insert("properties"_L1, QJsonObject{{name, field}});
        field = around;
    }
    return field;
}

QJsonObject definition(const Type &type, const QString &now)
{
    QJsonObject object = named(type.plural + u'.' + type.group);
    QJsonObject names{{"plural"_L1, type.plural},
                      {"singular"_L1, type.singular},
                      {"kind"_L1, type.kind},
                      {"listKind"_L1, QString(type.kind + u"List"_s)}};
    if (!type.shortNames.isEmpty()) {
        names.insert("shortNames"_L1, QJsonArray::fromStringList(type.shortNames));
    }
    QJsonObject version{{"name"_L1, type.version},
                        {"served"_L1, true},
                        {"storage"_L1, true},
                        {"schema"_L1, QJsonObject{{"openAPIV3Schema"_L1, schemaOf(type)}}}};
    if (type.hasStatus) {
        version.insert("subresources"_L1, QJsonObject{{"status"_L1, QJsonObject()}});
    }
    object.insert("spec"_L1,
                  QJsonObject{{"group"_L1, type.group},
                              {"scope"_L1, type.namespaced ? "Namespaced"_L1 : "Cluster"_L1},
                              {"names"_L1, names},
                              {"versions"_L1, QJsonArray{version}}});
    const auto condition = [&now](QLatin1StringView kind, QLatin1StringView reason) {
        return QJsonObject{{"type"_L1, kind},
                           {"status"_L1, "True"_L1},
                           {"reason"_L1, reason},
                           {"message"_L1, ""_L1},
                           {"lastTransitionTime"_L1, now}};
    };
    object.insert("status"_L1,
                  QJsonObject{{"acceptedNames"_L1, names},
                              {"storedVersions"_L1, QJsonArray{type.version}},
                              {"conditions"_L1,
                               QJsonArray{condition("NamesAccepted"_L1, "NoConflicts"_L1),
                                          condition("Established"_L1, "InitialNamesAccepted"_L1)}}});
    return object;
}

} // namespace

void lay(Store &store)
{
    for (const auto &name : {u"default"_s, u"kube-system"_s, u"kube-public"_s, u"kube-node-lease"_s}) {
        makeNamespace(store, name);
    }
    QJsonObject service = named(u"kubernetes"_s, u"default"_s);
    service.insert(
        "spec"_L1,
        QJsonObject{{"type"_L1, "ClusterIP"_L1},
                    {"clusterIP"_L1, "10.96.0.1"_L1},
                    {"clusterIPs"_L1, QJsonArray{"10.96.0.1"_L1}},
                    {"ports"_L1,
                     QJsonArray{QJsonObject{
                         {"name"_L1, "https"_L1}, {"port"_L1, 443}, {"protocol"_L1, "TCP"_L1}, {"targetPort"_L1, 6443}}}}});
    service.insert("status"_L1, QJsonObject{{"loadBalancer"_L1, QJsonObject()}});
    make(store, kinds::service(), service);

    const Type *clusterRole = typeOfKind(u"rbac.authorization.k8s.io/v1", u"ClusterRole");
    QJsonObject admin = named(u"cluster-admin"_s);
    const QJsonArray every{"*"_L1};
    admin.insert("rules"_L1,
                 QJsonArray{QJsonObject{{"apiGroups"_L1, every}, {"resources"_L1, every}, {"verbs"_L1, every}},
                            QJsonObject{{"nonResourceURLs"_L1, every}, {"verbs"_L1, every}}});
    make(store, *clusterRole, admin);

    const Type *definitions = typeOfKind(u"apiextensions.k8s.io/v1", u"CustomResourceDefinition");
    const QString now = store.find(kinds::ns(), {}, u"default"_s)->value("metadata"_L1)["creationTimestamp"_L1].toString();
    for (const Type *type : allTypes()) {
        if (type->isCustom()) {
            make(store, *definitions, definition(*type, now));
        }
    }
}

} // namespace sentinel::sandbox
