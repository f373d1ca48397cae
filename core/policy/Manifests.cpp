// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Manifests.h"

#include "core/base/Files.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyManifests)
};

// What rendered manifests may cost; far above any real ones.
constexpr yaml::Limits kLimits{.bytes = 64 * 1024 * 1024, .depth = 100, .nodes = 2'000'000};
constexpr qsizetype kMostFiles = 20'000;

} // namespace

QString Object::group() const
{
    const qsizetype slash = apiVersion.indexOf(u'/');
    return slash < 0 ? QString() : apiVersion.first(slash);
}

Location Object::at(const yaml::Value &value) const
{
    return {.file = file, .line = value.line(), .column = value.column()};
}

Location Object::at(std::initializer_list<QStringView> path) const
{
    const yaml::Value *found = &tree;
    for (const QStringView step : path) {
        const yaml::Value *next = found->find(step);
        if (!next) {
            break;
        }
        found = next;
    }
    return at(*found);
}

Result<void> Manifests::add(const QByteArray &text, const QString &file)
{
    Result<QList<yaml::Value>> documents = yaml::readManifests(text, file, kLimits);
    if (!documents) {
        return failure(documents);
    }
    std::deque<yaml::Value> waiting(std::make_move_iterator(documents->begin()), std::make_move_iterator(documents->end()));
    while (!waiting.empty()) {
        yaml::Value tree = std::move(waiting.front());
        waiting.pop_front();
        const QString kind = textAt(tree, {u"kind"});
        const QString version = textAt(tree, {u"apiVersion"});
        if (const yaml::Value *items = tree.find(u"items"); items && kind.endsWith(u"List") && items->isList()) {
            waiting.insert(waiting.begin(), items->items().begin(), items->items().end());
            continue;
        }
        QString name = textAt(tree, {u"metadata", u"name"});
        if (name.isEmpty()) {
            name = textAt(tree, {u"metadata", u"generateName"});
        }
        if (kind.isEmpty() || version.isEmpty() || name.isEmpty()) {
            findings.append({.severity = Severity::Error,
                             .rule = u"manifest.no-object"_s,
                             .object = kind,
                             .path = {},
                             .sentence = Text::tr("This document has no apiVersion, kind or name, so Kubernetes refuses it."),
                             .remedy = Text::tr("Complete it, or keep it where no manifests are."),
                             .where = {.file = file, .line = tree.line(), .column = tree.column()}});
            continue;
        }
        const QString own = textAt(tree, {u"metadata", u"namespace"});
        Object object{.tree = std::move(tree), .file = file, .apiVersion = version, .kind = kind, .nameSpace = own, .name = name};
        if (own.isEmpty() && !isClusterWide(object.group(), kind)) {
            object.nameSpace = nameSpace;
        }
        objects.push_back(std::move(object));
    }
    return {};
}

Result<Manifests> readFolder(const QString &folder, const QString &nameSpace)
{
    const QString doing = Text::tr("reading manifests");
    if (!QFileInfo(folder).isDir()) {
        return failure(Error::Kind::NotFound, doing, Text::tr("There is no folder %1.").arg(folder));
    }
    QStringList paths;
    QDirIterator each(folder, {u"*.yaml"_s, u"*.yml"_s, u"*.json"_s}, QDir::Files | QDir::NoSymLinks,
                      QDirIterator::Subdirectories);
    while (each.hasNext() && paths.size() < kMostFiles) {
        paths.append(each.next());
    }
    if (paths.isEmpty()) {
        return failure(Error::Kind::NotFound, doing, Text::tr("There are no files *.yaml, *.yml or *.json in %1.").arg(folder));
    }
    std::ranges::sort(paths);
    Manifests result{.nameSpace = nameSpace};
    for (const QString &path : std::as_const(paths)) {
        const Result<QByteArray> text = readFile(path);
        if (!text) {
            return failure(text);
        }
        if (const Result<void> added = result.add(*text, path); !added) {
            return failure(added);
        }
    }
    return result;
}

bool isClusterWide(QStringView group, QStringView kind)
{
    // Kubernetes' own, and those of the definitions that the table of schemas holds.
    static const QSet<QString> kinds{
        u"/Namespace"_s,
        u"/Node"_s,
        u"/PersistentVolume"_s,
        u"/ComponentStatus"_s,
        u"admissionregistration.k8s.io/MutatingAdmissionPolicy"_s,
        u"admissionregistration.k8s.io/MutatingAdmissionPolicyBinding"_s,
        u"admissionregistration.k8s.io/MutatingWebhookConfiguration"_s,
        u"admissionregistration.k8s.io/ValidatingAdmissionPolicy"_s,
        u"admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding"_s,
        u"admissionregistration.k8s.io/ValidatingWebhookConfiguration"_s,
        u"apiextensions.k8s.io/CustomResourceDefinition"_s,
        u"apiregistration.k8s.io/APIService"_s,
        u"certificates.k8s.io/CertificateSigningRequest"_s,
        u"certificates.k8s.io/ClusterTrustBundle"_s,
        u"flowcontrol.apiserver.k8s.io/FlowSchema"_s,
        u"flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration"_s,
        u"networking.k8s.io/IngressClass"_s,
        u"networking.k8s.io/IPAddress"_s,
        u"networking.k8s.io/ServiceCIDR"_s,
        u"node.k8s.io/RuntimeClass"_s,
        u"rbac.authorization.k8s.io/ClusterRole"_s,
        u"rbac.authorization.k8s.io/ClusterRoleBinding"_s,
        u"resource.k8s.io/DeviceClass"_s,
        u"resource.k8s.io/ResourceSlice"_s,
        u"scheduling.k8s.io/PriorityClass"_s,
        u"storage.k8s.io/CSIDriver"_s,
        u"storage.k8s.io/CSINode"_s,
        u"storage.k8s.io/StorageClass"_s,
        u"storage.k8s.io/VolumeAttachment"_s,
        u"storage.k8s.io/VolumeAttributesClass"_s,
        u"cert-manager.io/ClusterIssuer"_s,
        u"gateway.networking.k8s.io/GatewayClass"_s,
        u"keda.sh/ClusterTriggerAuthentication"_s,
    };
    return kinds.contains(group.toString() + u'/' + kind.toString());
}

const yaml::Value &nothing()
{
    static const yaml::Value null;
    return null;
}

const yaml::Value &valueAt(const yaml::Value &value, std::initializer_list<QStringView> path)
{
    const yaml::Value *found = value.find(path);
    return found ? *found : nothing();
}

QString textAt(const yaml::Value &value, std::initializer_list<QStringView> path)
{
    return valueAt(value, path).text();
}

qint64 numberAt(const yaml::Value &value, std::initializer_list<QStringView> path, qint64 otherwise)
{
    bool ok = false;
    const qint64 number = valueAt(value, path).text().toLongLong(&ok);
    return ok ? number : otherwise;
}

bool isTrue(const yaml::Value &value)
{
    return value.kind() == yaml::Value::Kind::Boolean && value.boolean();
}

bool isFalse(const yaml::Value &value)
{
    return value.kind() == yaml::Value::Kind::Boolean && !value.boolean();
}

} // namespace sentinel::policy
