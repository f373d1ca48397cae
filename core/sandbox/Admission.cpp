// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Admission.h"

#include "core/sandbox/Defaults.h"
#include "core/sandbox/Selectors.h"
#include "core/sandbox/Types.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QString nameOf(const QJsonObject &object)
{
    return object.value("metadata"_L1)["name"_L1].toString();
}

/// As Go prints it: JSON without spaces.
QString shown(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2));
}

Cause immutableField(const QString &field, const QJsonValue &value)
{
    return {.reason = u"FieldValueInvalid"_s,
            .message = u"Invalid value: %1: field is immutable"_s.arg(shown(value)),
            .field = field};
}

std::optional<Cause> wrongName(const Type &type, const QString &name)
{
    static const QRegularExpression subdomain(u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"_s);
    static const QRegularExpression label(u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"_s);
    static const QRegularExpression segment(u"^[^/%]+$"_s);
    const bool isLabel = &type == &kinds::ns() || &type == &kinds::service();
    const bool isFree = type.group == "rbac.authorization.k8s.io"_L1;
    const QRegularExpression &rule = isFree ? segment : isLabel ? label : subdomain;
    const int most = isLabel ? 63 : 253;
    if (rule.match(name).hasMatch() && name.size() <= most && name != "."_L1 && name != ".."_L1) {
        return {};
    }
    const QString what = isFree ? u"may not contain '/' or '%'"_s
        : isLabel ? u"a DNS-1123 label must consist of lower case alphanumeric characters or '-', and must start and end with "
                    "an alphanumeric character"_s
                  : u"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
                    "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
                    "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"_s;
    return Cause{.reason = u"FieldValueInvalid"_s,
                 .message = u"Invalid value: \"%1\": %2"_s.arg(name.left(300), what),
                 .field = u"metadata.name"_s};
}

/// Fields that cannot change once they are there, by kind.
QStringList fixedFields(const Type &type)
{
    static const QHash<QString, QStringList> fields{
        {u"deployments.apps"_s, {u"selector"_s}},
        {u"replicasets.apps"_s, {u"selector"_s}},
        {u"daemonsets.apps"_s, {u"selector"_s}},
        {u"statefulsets.apps"_s, {u"selector"_s, u"serviceName"_s, u"podManagementPolicy"_s, u"volumeClaimTemplates"_s}},
        {u"jobs.batch"_s, {u"selector"_s, u"completionMode"_s}},
    };
    return fields.value(type.resource());
}

/// The containers of a pod without what may be changed of them.
QJsonArray withoutImages(const QJsonValue &containers)
{
    QJsonArray result;
    for (const QJsonValue &container : containers.toArray()) {
        QJsonObject rest = container.toObject();
        rest.remove("image"_L1);
        result.append(rest);
    }
    return result;
}

/// The spec without the fields of it that may be changed, for kinds whose other fields are fixed.
QJsonObject fixedRest(const Type &type, QJsonObject spec)
{
    if (&type == &kinds::pod()) {
        for (const auto key : {"containers"_L1, "initContainers"_L1}) {
            spec.insert(key, withoutImages(spec.value(key)));
        }
        for (const auto key : {"activeDeadlineSeconds"_L1, "tolerations"_L1, "terminationGracePeriodSeconds"_L1, "nodeName"_L1}) {
            spec.remove(key);
        }
    } else if (&type == &kinds::volumeClaim()) {
        for (const auto key : {"resources"_L1, "volumeAttributesClassName"_L1, "volumeName"_L1}) {
            spec.remove(key);
        }
    }
    return spec;
}

/// Of a pod, a claim and a Job that runs, which are fixed but for a few fields.
std::optional<Cause> changedForGood(const Type &type, const QJsonObject &spec, const QJsonObject &before)
{
    if (&type == &kinds::job()) {
        const bool mayChange = before.value("suspend"_L1).toBool() || spec.value("template"_L1) == before.value("template"_L1);
        return mayChange ? std::nullopt : std::optional(immutableField(u"spec.template"_s, spec.value("template"_L1)));
    }
    const bool isPod = &type == &kinds::pod();
    if ((!isPod && &type != &kinds::volumeClaim()) || fixedRest(type, spec) == fixedRest(type, before)) {
        return {};
    }
    return Cause{.reason = u"FieldValueForbidden"_s,
                 .message = isPod ? u"Forbidden: pod updates may not change fields other than `spec.containers[*].image`,"
                                    "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only "
                                    "additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be "
                                    "set to 1 if it was previously negative)"_s
                                  : u"Forbidden: spec is immutable after creation except resources.requests and "
                                    "volumeAttributesClassName for bound claims"_s,
                 .field = u"spec"_s};
}

/// Label values as every kind may have them.
QList<Cause> wrongLabels(const QJsonObject &object)
{
    static const QRegularExpression value(u"^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"_s);
    QList<Cause> causes;
    const QJsonObject labels = object.value("metadata"_L1)["labels"_L1].toObject();
    for (auto at = labels.begin(); at != labels.end(); ++at) {
        const QString text = at->toString();
        if (text.size() > 63 || !value.match(text).hasMatch()) {
            causes.append({.reason = u"FieldValueInvalid"_s,
                           .message = u"Invalid value: \"%1\": a valid label must be an empty string or consist of alphanumeric "
                                      "characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. "
                                      "'MyValue',  or 'my_value',  or '12345', regex used for validation is "
                                      "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"_s.arg(text.left(300)),
                           .field = u"metadata.labels"_s});
        }
    }
    return causes;
}

/// What is being deleted may let go of what holds it, and take nothing new on.
QList<Cause> newHolds(const QJsonObject &object, const QJsonObject &before)
{
    if (!before.value("metadata"_L1).toObject().contains("deletionTimestamp"_L1)) {
        return {};
    }
    const QJsonArray had = before.value("metadata"_L1)["finalizers"_L1].toArray();
    QStringList added;
    for (const QJsonValue &finalizer : object.value("metadata"_L1)["finalizers"_L1].toArray()) {
        if (!had.contains(finalizer)) {
            added.append(u'"' + finalizer.toString() + u'"');
        }
    }
    if (added.isEmpty()) {
        return {};
    }
    const Cause cause{.reason = u"FieldValueForbidden"_s,
                      .message = u"Forbidden: no new finalizers can be added if the object is being deleted, found new "
                                 "finalizers []string{%1}"_s.arg(added.join(u", "_s)),
                      .field = u"metadata.finalizers"_s};
    return {cause, cause}; // found twice, said once
}

QList<Cause> changesNobodyMayMake(const Type &type, const QJsonObject &object, const QJsonObject &before)
{
    QList<Cause> causes;
    const QJsonObject spec = object.value("spec"_L1).toObject();
    const QJsonObject old = before.value("spec"_L1).toObject();
    for (const QString &field : fixedFields(type)) {
        if (spec.value(field) != old.value(field)) {
            causes.append(immutableField(u"spec."_s + field, spec.value(field)));
        }
    }
    // Controllers make objects without defaults; they are no change.
    const QJsonObject filled = withDefaults(type, before).value("spec"_L1).toObject();
    if (const auto cause = changedForGood(type, spec, filled)) {
        causes.append(*cause);
    }
    if ((&type == &kinds::secret() || &type == &kinds::configMap()) && before.value("immutable"_L1).toBool()) {
        for (const auto key : {"data"_L1, "binaryData"_L1, "stringData"_L1, "immutable"_L1}) {
            if (object.value(key) != before.value(key)) {
                causes.append({.reason = u"FieldValueForbidden"_s,
                               .message = u"Forbidden: field is immutable when `immutable` is set"_s,
                               .field = QString(key)});
            }
        }
    }
    if (&type == &kinds::secret() && object.value("type"_L1) != before.value("type"_L1)) {
        causes.append(immutableField(u"type"_s, object.value("type"_L1)));
    }
    if (&type == &kinds::storageClass()) {
        for (const auto key : {"provisioner"_L1, "parameters"_L1, "reclaimPolicy"_L1, "volumeBindingMode"_L1}) {
            if (object.value(key) != before.value(key)) {
                causes.append(immutableField(QString(key), object.value(key)));
            }
        }
    }
    return causes;
}

/// A workload whose selector does not select its own pods would start pods for ever.
std::optional<Cause> selectsNotItsOwn(const Type &type, const QJsonObject &object)
{
    if (type.group != "apps"_L1 || &type == &kinds::controllerRevision()) {
        return {};
    }
    const QJsonObject spec = object.value("spec"_L1).toObject();
    const QJsonObject labels = spec.value("template"_L1)["metadata"_L1]["labels"_L1].toObject();
    const QJsonObject selector = spec.value("selector"_L1).toObject();
    if (selector.isEmpty()) {
        return Cause{.reason = u"FieldValueRequired"_s, .message = u"Required value"_s, .field = u"spec.selector"_s};
    }
    if (!LabelSelector::of(selector).matches(labels)) {
        return Cause{.reason = u"FieldValueInvalid"_s,
                     .message = u"Invalid value: %1: `selector` does not match template `labels`"_s.arg(shown(labels)),
                     .field = u"spec.template.metadata.labels"_s};
    }
    return {};
}

std::optional<Problem> wrongNamespace(const Store &store, const Type &type, const QJsonObject &object)
{
    const QString ns = object.value("metadata"_L1)["namespace"_L1].toString();
    if (!type.namespaced) {
        return {};
    }
    const auto home = store.find(kinds::ns(), {}, ns);
    if (!home) {
        return problems::notFound(kinds::ns(), ns);
    }
    if (home->value("metadata"_L1).toObject().contains("deletionTimestamp"_L1)) {
        Problem problem = problems::forbidden(
            type, nameOf(object), u"unable to create new content in namespace %1 because it is being terminated"_s.arg(ns));
        problem.causes = {{.reason = u"NamespaceTerminating"_s,
                           .message = u"namespace %1 is being terminated"_s.arg(ns),
                           .field = u"metadata.namespace"_s}};
        return problem;
    }
    return {};
}

/// The next free address of 10.96.0.0/16 after those in use; 10.96.0.1 is the API server's own.
QString freeAddress(const Store &store)
{
    QSet<QString> used{u"10.96.0.1"_s};
    for (const QJsonObject &service : store.list(kinds::service())) {
        used.insert(service.value("spec"_L1)["clusterIP"_L1].toString());
    }
    for (int i = 10; i < 65000; ++i) {
        const QString address = u"10.96.%1.%2"_s.arg(i / 250).arg(i % 250 + 2);
        if (!used.contains(address)) {
            return address;
        }
    }
    return u"None"_s;
}

void giveAddress(const Store &store, QJsonObject &object, const QJsonObject &before)
{
    QJsonObject spec = object.value("spec"_L1).toObject();
    if (spec.value("type"_L1).toString() == "ExternalName"_L1) {
        return;
    }
    const QJsonObject old = before.value("spec"_L1).toObject();
    QString address = spec.value("clusterIP"_L1).toString();
    if (address.isEmpty()) {
        address = old.value("clusterIP"_L1).toString();
    }
    if (address.isEmpty()) {
        address = freeAddress(store);
    }
    spec.insert("clusterIP"_L1, address);
    spec.insert("clusterIPs"_L1, QJsonArray{address});
    const QString type = spec.value("type"_L1).toString();
    if (type == "NodePort"_L1 || type == "LoadBalancer"_L1) {
        QJsonArray ports = spec.value("ports"_L1).toArray();
        const QJsonArray oldPorts = old.value("ports"_L1).toArray();
        for (int i = 0; i < ports.size(); ++i) {
            QJsonObject port = ports.at(i).toObject();
            if (port.value("nodePort"_L1).toInt() == 0) {
                const int known = oldPorts.at(i).toObject().value("nodePort"_L1).toInt();
                port.insert("nodePort"_L1, known ? known : 30000 + static_cast<int>(qHash(address + QString::number(i)) % 2767U));
            }
            ports[i] = port;
        }
        spec.insert("ports"_L1, ports);
    }
    object.insert("spec"_L1, spec);
}

void furnishNamespace(QJsonObject &object)
{
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    QJsonObject labels = metadata.value("labels"_L1).toObject();
    labels.insert("kubernetes.io/metadata.name"_L1, metadata.value("name"_L1));
    metadata.insert("labels"_L1, labels);
    object.insert("metadata"_L1, metadata);
    QJsonObject spec = object.value("spec"_L1).toObject();
    if (!spec.contains("finalizers"_L1)) {
        spec.insert("finalizers"_L1, QJsonArray{"kubernetes"_L1});
    }
    object.insert("spec"_L1, spec);
}

Outcome<QJsonObject> admittedNew(const Store &store, const Type &type, QJsonObject object)
{
    if (const auto problem = wrongNamespace(store, type, object)) {
        return refuse(*problem);
    }
    if (type.hasStatus && &type != &kinds::node()) {
        object.remove("status"_L1); // clients say what they want, not what is
    }
    if (&type == &kinds::ns()) {
        furnishNamespace(object);
        object.insert("status"_L1, QJsonObject{{"phase"_L1, "Active"_L1}});
    } else if (&type == &kinds::pod()) {
        object.insert("status"_L1, QJsonObject{{"phase"_L1, "Pending"_L1}, {"qosClass"_L1, "BestEffort"_L1}});
    } else if (&type == &kinds::service()) {
        object.insert("status"_L1, QJsonObject{{"loadBalancer"_L1, QJsonObject()}});
    } else if (&type == &kinds::volumeClaim()) {
        object.insert("status"_L1, QJsonObject{{"phase"_L1, "Pending"_L1}});
    } else if (type.group == "apps"_L1 && type.hasStatus) {
        object.insert("status"_L1, QJsonObject());
    }
    return object;
}

} // namespace

Outcome<QJsonObject> admitted(const Store &store, const Type &type, QJsonObject object, const QJsonObject &before)
{
    const QString name = nameOf(object);
    QList<Cause> causes;
    if (before.isEmpty()) {
        if (const auto wrong = name.isEmpty() ? std::nullopt : wrongName(type, name)) {
            causes.append(*wrong);
        }
        auto made = admittedNew(store, type, object);
        if (!made) {
            return refuse(made.error());
        }
        object = *made;
    } else {
        causes += newHolds(object, before);
        causes += changesNobodyMayMake(type, object, before);
        if (&type == &kinds::ns()) {
            furnishNamespace(object);
        }
    }
    causes += wrongLabels(object);
    if (const auto wrong = selectsNotItsOwn(type, object)) {
        causes.prepend(*wrong);
    }
    if (!causes.isEmpty()) {
        return refuse(problems::invalid(type, name, causes));
    }
    if (&type == &kinds::service()) {
        giveAddress(store, object, before);
    }
    return object;
}

} // namespace sentinel::sandbox
