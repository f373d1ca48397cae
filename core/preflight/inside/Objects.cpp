// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/inside/Objects.h"

#include "core/bundle/Images.h"
#include "core/preflight/Json.h"

#include <QJsonDocument>
#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

constexpr int kUser = 10001; // of the image
constexpr int kDeadline = 240; // seconds from the start; the probe itself ends after 90
constexpr int kKept = 600; // seconds a Job stays when nobody removes it
const QString kDisk = u"/data"_s;

QJsonObject labelsFor(const QString &id)
{
    return {{u"app.kubernetes.io/name"_s, kProbeName},
            {u"app.kubernetes.io/managed-by"_s, u"sentinel-console"_s},
            {kOperationLabel, id}};
}

QJsonObject objectOf(const QString &apiVersion, const QString &kind, const QString &ns, const QString &name, const QString &id)
{
    return {{u"apiVersion"_s, apiVersion},
            {u"kind"_s, kind},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, ns}, {u"labels"_s, labelsFor(id)}}}};
}

QJsonObject accountOf(const QString &ns, const QString &id)
{
    QJsonObject account = objectOf(u"v1"_s, u"ServiceAccount"_s, ns, id, id);
    account.insert(u"automountServiceAccountToken"_s, false);
    return account;
}

/// The way Sentinel's own pods ask for names, as the bundle has it; nothing where it brings no policies.
const QJsonObject *plannedDns(const Demand &demand)
{
    const auto found = std::ranges::find_if(demand.platform, [](const QJsonObject &each) {
        return kindOf(each) == "NetworkPolicy"_L1 && nameOf(each) == "allow-dns"_L1;
    });
    return found == demand.platform.cend() ? nullptr : &*found;
}

QJsonArray portsOf(const std::set<int> &numbers)
{
    QJsonArray ports;
    for (const int number : numbers) {
        ports.append(QJsonObject{{u"protocol"_s, u"TCP"_s}, {u"port"_s, number}});
    }
    return ports;
}

QJsonObject policyOf(const QJsonObject &dns, const InsideWish &wish, const QString &ns, const QString &id)
{
    QJsonArray egress = dns[u"spec"][u"egress"].toArray();
    std::set<int> outside;
    std::set<int> within;
    for (const Endpoint &endpoint : wish.endpoints) {
        (endpoint.isInCluster() ? within : outside).insert(endpoint.port);
    }
    if (!outside.empty()) {
        const QJsonArray world{QJsonObject{{u"ipBlock"_s, QJsonObject{{u"cidr"_s, u"0.0.0.0/0"_s}}}},
                               QJsonObject{{u"ipBlock"_s, QJsonObject{{u"cidr"_s, u"::/0"_s}}}}};
        egress.append(QJsonObject{{u"to"_s, world}, {u"ports"_s, portsOf(outside)}});
    }
    if (!within.empty()) {
        const QJsonArray everyPod{QJsonObject{{u"namespaceSelector"_s, QJsonObject()}}};
        egress.append(QJsonObject{{u"to"_s, everyPod}, {u"ports"_s, portsOf(within)}});
    }
    QJsonObject policy = objectOf(u"networking.k8s.io/v1"_s, u"NetworkPolicy"_s, ns, id, id);
    policy.insert(u"spec"_s,
                  QJsonObject{{u"podSelector"_s, QJsonObject{{u"matchLabels"_s, QJsonObject{{kOperationLabel, id}}}}},
                              {u"policyTypes"_s, QJsonArray{u"Ingress"_s, u"Egress"_s}},
                              {u"ingress"_s, QJsonArray()},
                              {u"egress"_s, egress}});
    return policy;
}

QJsonObject claimOf(const InsideWish &wish, const QString &ns, const QString &id)
{
    QJsonObject spec{{u"accessModes"_s, QJsonArray{u"ReadWriteOnce"_s}},
                     {u"resources"_s, QJsonObject{{u"requests"_s, QJsonObject{{u"storage"_s, u"1Gi"_s}}}}}};
    if (!wish.storageClass.isEmpty()) {
        spec.insert(u"storageClassName"_s, wish.storageClass);
    }
    QJsonObject claim = objectOf(u"v1"_s, u"PersistentVolumeClaim"_s, ns, id, id);
    claim.insert(u"spec"_s, spec);
    return claim;
}

/// What the script is told, in its one variable.
QString told(const QJsonObject &wish)
{
    return QString::fromUtf8(QJsonDocument(wish).toJson(QJsonDocument::Compact));
}

QString told(const InsideWish &wish, const QString &id)
{
    QJsonArray targets;
    for (const Endpoint &endpoint : wish.endpoints) {
        targets.append(QJsonObject{{u"host"_s, endpoint.host}, {u"port"_s, endpoint.port}, {u"tls"_s, endpoint.tls}});
    }
    return told(QJsonObject{
        {u"id"_s, id}, {u"names"_s, QJsonArray::fromStringList(wish.names)}, {u"targets"_s, targets}, {u"disk"_s, kDisk}});
}

QJsonObject containerOf(const plan::Answers &answers, const QString &wish, const QJsonObject &mount)
{
    const QJsonObject node{{u"name"_s, u"NODE_NAME"_s},
                           {u"valueFrom"_s, QJsonObject{{u"fieldRef"_s, QJsonObject{{u"fieldPath"_s, u"spec.nodeName"_s}}}}}};
    return {{u"name"_s, kProbeContainer},
            {u"image"_s, bundle::preflightImage(answers)},
            {u"imagePullPolicy"_s, u"IfNotPresent"_s},
            {u"env"_s, QJsonArray{QJsonObject{{u"name"_s, u"PROBE"_s}, {u"value"_s, wish}}, node}},
            {u"resources"_s,
             QJsonObject{{u"requests"_s, QJsonObject{{u"cpu"_s, u"50m"_s}, {u"memory"_s, u"64Mi"_s}}},
                         {u"limits"_s,
                          QJsonObject{{u"cpu"_s, u"500m"_s}, {u"memory"_s, u"128Mi"_s}, {u"ephemeral-storage"_s, u"16Mi"_s}}}}},
            {u"securityContext"_s,
             QJsonObject{{u"allowPrivilegeEscalation"_s, false},
                         {u"readOnlyRootFilesystem"_s, true},
                         {u"capabilities"_s, QJsonObject{{u"drop"_s, QJsonArray{u"ALL"_s}}}}}},
            {u"volumeMounts"_s, QJsonArray{mount}}};
}

QJsonObject podSpecOf(const plan::Answers &answers, const QString &account, const QJsonObject &container,
                      const QJsonObject &volume)
{
    QJsonObject spec{{u"serviceAccountName"_s, account},      {u"automountServiceAccountToken"_s, false},
                     {u"enableServiceLinks"_s, false},        {u"restartPolicy"_s, u"Never"_s},
                     {u"terminationGracePeriodSeconds"_s, 5}, {u"containers"_s, QJsonArray{container}},
                     {u"volumes"_s, QJsonArray{volume}}};
    if (answers.has(u"target.pullSecret")) {
        const QString name = bundle::secretReference(answers.text(u"target.pullSecret"), {}).secret;
        spec.insert(u"imagePullSecrets"_s, QJsonArray{QJsonObject{{u"name"_s, name}}});
    }
    return spec;
}

QJsonObject jobOf(const QString &ns, const QString &name, const QString &id, const QJsonObject &podSpec)
{
    QJsonObject labels = labelsFor(id);
    labels.insert(u"sidecar.istio.io/inject"_s, u"false"_s); // a sidecar would keep the pod from ending
    const QJsonObject metadata{{u"labels"_s, labels}, {u"annotations"_s, QJsonObject{{u"linkerd.io/inject"_s, u"disabled"_s}}}};
    QJsonObject job = objectOf(u"batch/v1"_s, u"Job"_s, ns, name, id);
    job.insert(u"spec"_s,
               QJsonObject{{u"backoffLimit"_s, 0},
                           {u"activeDeadlineSeconds"_s, kDeadline},
                           {u"ttlSecondsAfterFinished"_s, kKept},
                           {u"template"_s, QJsonObject{{u"metadata"_s, metadata}, {u"spec"_s, podSpec}}}});
    return job;
}

QJsonObject probeJob(const Demand &demand, const InsideWish &wish, const QString &id)
{
    const QJsonObject volume{{u"name"_s, u"data"_s}, {u"persistentVolumeClaim"_s, QJsonObject{{u"claimName"_s, id}}}};
    const QJsonObject mount{{u"name"_s, u"data"_s}, {u"mountPath"_s, kDisk}};
    QJsonObject spec = podSpecOf(demand.answers, id, containerOf(demand.answers, told(wish, id), mount), volume);
    QJsonObject security{{u"runAsNonRoot"_s, true}, {u"seccompProfile"_s, QJsonObject{{u"type"_s, u"RuntimeDefault"_s}}}};
    if (demand.answers.text(u"target.distribution") != "openshift"_L1) { // which gives each namespace users of its own
        security.insert(u"runAsUser"_s, kUser);
        security.insert(u"runAsGroup"_s, kUser);
        security.insert(u"fsGroup"_s, kUser);
    }
    spec.insert(u"securityContext"_s, security);
    return jobOf(demand.ns(), id, id, spec);
}

QJsonObject nodeJob(const Demand &demand, const QString &id, const QString &name, const QString &node)
{
    // The folder above the log is there on every node: one that is not would be made.
    const QJsonObject volume{{u"name"_s, u"log"_s},
                             {u"hostPath"_s, QJsonObject{{u"path"_s, u"/var/log"_s}, {u"type"_s, u"Directory"_s}}}};
    const QJsonObject mount{{u"name"_s, u"log"_s}, {u"mountPath"_s, u"/host/var/log"_s}, {u"readOnly"_s, true}};
    const QString wish = told(QJsonObject{{u"id"_s, id}, {u"host"_s, u"/host"_s}});
    QJsonObject spec = podSpecOf(demand.answers, id, containerOf(demand.answers, wish, mount), volume);
    spec.insert(u"nodeName"_s, node);
    spec.insert(u"tolerations"_s, QJsonArray{QJsonObject{{u"operator"_s, u"Exists"_s}}});
    // The audit log is root's; without a capability root may do no more than its own files allow.
    spec.insert(u"securityContext"_s,
                QJsonObject{{u"runAsUser"_s, 0},
                            {u"runAsGroup"_s, 0},
                            {u"seccompProfile"_s, QJsonObject{{u"type"_s, u"RuntimeDefault"_s}}}});
    return jobOf(demand.environment.hostNamespace(), name, id, spec);
}

} // namespace

QList<QJsonObject> probeObjects(const Demand &demand, const InsideWish &wish, const QString &id)
{
    QList<QJsonObject> objects{accountOf(demand.ns(), id)};
    if (const QJsonObject *dns = plannedDns(demand)) {
        objects.append(policyOf(*dns, wish, demand.ns(), id));
    }
    objects.append(claimOf(wish, demand.ns(), id));
    objects.append(probeJob(demand, wish, id));
    return objects;
}

QString nodeJobName(const QString &id, qsizetype at)
{
    return u"%1-n%2"_s.arg(id).arg(at);
}

QList<QJsonObject> nodeProbeObjects(const Demand &demand, const QString &id, const QStringList &nodes)
{
    if (nodes.isEmpty()) {
        return {};
    }
    QList<QJsonObject> objects{accountOf(demand.environment.hostNamespace(), id)};
    for (qsizetype at = 0; at < nodes.size(); ++at) {
        objects.append(nodeJob(demand, id, nodeJobName(id, at), nodes[at]));
    }
    return objects;
}

QJsonObject hostNamespaceObject(const Demand &demand)
{
    const QString mark = u"pod-security.kubernetes.io/"_s;
    const QJsonObject labels{{mark + u"enforce"_s, u"privileged"_s},
                             {mark + u"warn"_s, u"baseline"_s},
                             {mark + u"audit"_s, u"restricted"_s},
                             {u"app.kubernetes.io/part-of"_s, u"sentinel"_s}};
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Namespace"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, demand.environment.hostNamespace()}, {u"labels"_s, labels}}}};
}

QList<QJsonObject> probeManifests(const Demand &demand, const QString &id, const QStringList &nodes)
{
    const InsideWish wish = insideWishOf(demand);
    QList<QJsonObject> objects{demand.nameSpace};
    objects += probeObjects(demand, wish, id);
    if (wish.nodes && !nodes.isEmpty()) {
        objects.append(hostNamespaceObject(demand));
        objects += nodeProbeObjects(demand, id, nodes);
    }
    return objects;
}

} // namespace sentinel::preflight
