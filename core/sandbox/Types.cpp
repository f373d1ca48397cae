// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Types.h"

#include <QHash>
#include <deque>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// What a kind has besides its name; letters keep the table readable.
enum Trait : unsigned {
    None = 0,
    ClusterWide = 1,
    Status = 2,
    Scale = 4,
    Uncounted = 8, ///< no metadata.generation
    All = 16, ///< `kubectl get all` shows it
};

struct Row
{
    const char *groupVersion;
    const char *kind;
    const char *plural;
    const char *shortNames;
    unsigned traits;
    const char *categories = "";
};

// clang-format off
constexpr Row kRows[] = {
    {"v1", "Namespace", "namespaces", "ns", ClusterWide | Status | Uncounted},
    {"v1", "Node", "nodes", "no", ClusterWide | Status | Uncounted},
    {"v1", "Pod", "pods", "po", Status | All},
    {"v1", "Service", "services", "svc", Status | Uncounted | All},
    {"v1", "Endpoints", "endpoints", "ep", Uncounted},
    {"v1", "ServiceAccount", "serviceaccounts", "sa", Uncounted},
    {"v1", "Secret", "secrets", "", Uncounted},
    {"v1", "ConfigMap", "configmaps", "cm", Uncounted},
    {"v1", "Event", "events", "ev", Uncounted},
    {"v1", "PersistentVolume", "persistentvolumes", "pv", ClusterWide | Status | Uncounted},
    {"v1", "PersistentVolumeClaim", "persistentvolumeclaims", "pvc", Status | Uncounted},
    {"v1", "ResourceQuota", "resourcequotas", "quota", Status | Uncounted},
    {"v1", "LimitRange", "limitranges", "limits", Uncounted},
    {"v1", "PodTemplate", "podtemplates", "", None},
    {"v1", "ReplicationController", "replicationcontrollers", "rc", Status | Scale | All},
    {"apps/v1", "Deployment", "deployments", "deploy", Status | Scale | All},
    {"apps/v1", "ReplicaSet", "replicasets", "rs", Status | Scale | All},
    {"apps/v1", "StatefulSet", "statefulsets", "sts", Status | Scale | All},
    {"apps/v1", "DaemonSet", "daemonsets", "ds", Status | All},
    {"apps/v1", "ControllerRevision", "controllerrevisions", "", Uncounted},
    {"batch/v1", "Job", "jobs", "", Status | All},
    {"batch/v1", "CronJob", "cronjobs", "cj", Status | All},
    {"autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", "hpa", Status | Uncounted | All},
    {"policy/v1", "PodDisruptionBudget", "poddisruptionbudgets", "pdb", Status},
    {"networking.k8s.io/v1", "Ingress", "ingresses", "ing", Status},
    {"networking.k8s.io/v1", "IngressClass", "ingressclasses", "", ClusterWide},
    {"networking.k8s.io/v1", "NetworkPolicy", "networkpolicies", "netpol", None},
    {"gateway.networking.k8s.io/v1", "GatewayClass", "gatewayclasses", "gc", ClusterWide | Status, "gateway-api"},
    {"gateway.networking.k8s.io/v1", "Gateway", "gateways", "gtw", Status, "gateway-api"},
    {"gateway.networking.k8s.io/v1", "HTTPRoute", "httproutes", "", Status, "gateway-api"},
    {"gateway.networking.k8s.io/v1beta1", "ReferenceGrant", "referencegrants", "refgrant", None, "gateway-api"},
    {"discovery.k8s.io/v1", "EndpointSlice", "endpointslices", "", None},
    {"rbac.authorization.k8s.io/v1", "Role", "roles", "", Uncounted},
    {"rbac.authorization.k8s.io/v1", "RoleBinding", "rolebindings", "", Uncounted},
    {"rbac.authorization.k8s.io/v1", "ClusterRole", "clusterroles", "", ClusterWide | Uncounted},
    {"rbac.authorization.k8s.io/v1", "ClusterRoleBinding", "clusterrolebindings", "", ClusterWide | Uncounted},
    {"storage.k8s.io/v1", "StorageClass", "storageclasses", "sc", ClusterWide | Uncounted},
    {"scheduling.k8s.io/v1", "PriorityClass", "priorityclasses", "pc", ClusterWide},
    {"coordination.k8s.io/v1", "Lease", "leases", "", Uncounted},
    {"apiextensions.k8s.io/v1", "CustomResourceDefinition", "customresourcedefinitions", "crd crds", ClusterWide | Status, "api-extensions"},
    {"cert-manager.io/v1", "Certificate", "certificates", "cert certs", Status, "cert-manager"},
    {"cert-manager.io/v1", "CertificateRequest", "certificaterequests", "cr crs", Status, "cert-manager"},
    {"cert-manager.io/v1", "Issuer", "issuers", "iss", Status, "cert-manager"},
    {"cert-manager.io/v1", "ClusterIssuer", "clusterissuers", "ciss", ClusterWide | Status, "cert-manager"},
    {"acme.cert-manager.io/v1", "Order", "orders", "", Status, "cert-manager cert-manager-acme"},
    {"acme.cert-manager.io/v1", "Challenge", "challenges", "", Status, "cert-manager cert-manager-acme"},
    {"argoproj.io/v1alpha1", "Application", "applications", "app apps", None},
    {"argoproj.io/v1alpha1", "ApplicationSet", "applicationsets", "appset appsets", Status},
    {"argoproj.io/v1alpha1", "AppProject", "appprojects", "appproj appprojs", None},
};
// clang-format on

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

Type typeOf(const Row &row)
{
    const QString groupVersion = QString::fromLatin1(row.groupVersion);
    const qsizetype slash = groupVersion.indexOf(u'/');
    const QString kind = QString::fromLatin1(row.kind);
    QStringList categories = words(row.categories);
    if (row.traits & All) {
        categories.append(u"all"_s);
    }
    return {.group = slash < 0 ? QString() : groupVersion.left(slash),
            .version = groupVersion.mid(slash + 1),
            .kind = kind,
            .plural = QString::fromLatin1(row.plural),
            .singular = kind.toLower(),
            .shortNames = words(row.shortNames),
            .categories = categories,
            .namespaced = !(row.traits & ClusterWide),
            .hasStatus = (row.traits & Status) != 0,
            .hasScale = (row.traits & Scale) != 0,
            .hasGeneration = !(row.traits & Uncounted)};
}

struct Index
{
    QList<const Type *> all;
    QHash<QString, const Type *> byKind; ///< "apps/v1/Deployment"
    QHash<QString, const Type *> byPath; ///< "apps/v1/deployments"
};

const Index &index()
{
    static const Index made = [] {
        Index result;
        for (const Row &row : kRows) {
            // A `const Type *` names a kind for the life of the program.
            static std::deque<Type> kept;
            const Type *type = &kept.emplace_back(typeOf(row));
            result.all.append(type);
            result.byKind.insert(type->apiVersion() + u'/' + type->kind, type);
            result.byPath.insert(type->group + u'/' + type->version + u'/' + type->plural, type);
        }
        return result;
    }();
    return made;
}

/// A kind of the table by name; a misspelt one would crash the first test that uses it.
const Type &known(QStringView apiVersion, QStringView kind)
{
    const Type *type = typeOfKind(apiVersion, kind);
    Q_ASSERT(type);
    return *type;
}

} // namespace

const QList<const Type *> &allTypes()
{
    return index().all;
}

const Type *typeOfKind(QStringView apiVersion, QStringView kind)
{
    return index().byKind.value(apiVersion.toString() + u'/' + kind.toString());
}

const Type *typeOfPath(QStringView group, QStringView version, QStringView plural)
{
    return index().byPath.value(u"%1/%2/%3"_s.arg(group, version, plural));
}

namespace kinds {

const Type &node()
{
    static const Type &type = known(u"v1", u"Node");
    return type;
}

const Type &ns()
{
    static const Type &type = known(u"v1", u"Namespace");
    return type;
}

const Type &pod()
{
    static const Type &type = known(u"v1", u"Pod");
    return type;
}

const Type &service()
{
    static const Type &type = known(u"v1", u"Service");
    return type;
}

const Type &serviceAccount()
{
    static const Type &type = known(u"v1", u"ServiceAccount");
    return type;
}

const Type &secret()
{
    static const Type &type = known(u"v1", u"Secret");
    return type;
}

const Type &configMap()
{
    static const Type &type = known(u"v1", u"ConfigMap");
    return type;
}

const Type &event()
{
    static const Type &type = known(u"v1", u"Event");
    return type;
}

const Type &volumeClaim()
{
    static const Type &type = known(u"v1", u"PersistentVolumeClaim");
    return type;
}

const Type &volume()
{
    static const Type &type = known(u"v1", u"PersistentVolume");
    return type;
}

const Type &storageClass()
{
    static const Type &type = known(u"storage.k8s.io/v1", u"StorageClass");
    return type;
}

const Type &deployment()
{
    static const Type &type = known(u"apps/v1", u"Deployment");
    return type;
}

const Type &replicaSet()
{
    static const Type &type = known(u"apps/v1", u"ReplicaSet");
    return type;
}

const Type &statefulSet()
{
    static const Type &type = known(u"apps/v1", u"StatefulSet");
    return type;
}

const Type &daemonSet()
{
    static const Type &type = known(u"apps/v1", u"DaemonSet");
    return type;
}

const Type &controllerRevision()
{
    static const Type &type = known(u"apps/v1", u"ControllerRevision");
    return type;
}

const Type &job()
{
    static const Type &type = known(u"batch/v1", u"Job");
    return type;
}

const Type &cronJob()
{
    static const Type &type = known(u"batch/v1", u"CronJob");
    return type;
}

const Type &autoscaler()
{
    static const Type &type = known(u"autoscaling/v2", u"HorizontalPodAutoscaler");
    return type;
}

const Type &disruptionBudget()
{
    static const Type &type = known(u"policy/v1", u"PodDisruptionBudget");
    return type;
}

const Type &endpointSlice()
{
    static const Type &type = known(u"discovery.k8s.io/v1", u"EndpointSlice");
    return type;
}

const Type &certificate()
{
    static const Type &type = known(u"cert-manager.io/v1", u"Certificate");
    return type;
}

const Type &certificateRequest()
{
    static const Type &type = known(u"cert-manager.io/v1", u"CertificateRequest");
    return type;
}

const Type &issuer()
{
    static const Type &type = known(u"cert-manager.io/v1", u"Issuer");
    return type;
}

const Type &clusterIssuer()
{
    static const Type &type = known(u"cert-manager.io/v1", u"ClusterIssuer");
    return type;
}

const Type &application()
{
    static const Type &type = known(u"argoproj.io/v1alpha1", u"Application");
    return type;
}

const Type &applicationSet()
{
    static const Type &type = known(u"argoproj.io/v1alpha1", u"ApplicationSet");
    return type;
}

const Type &appProject()
{
    static const Type &type = known(u"argoproj.io/v1alpha1", u"AppProject");
    return type;
}

} // namespace kinds

} // namespace sentinel::sandbox
