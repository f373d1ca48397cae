// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Selectors.h"
#include "core/sandbox/Table.h"
#include "core/sandbox/TableCells.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

using Object = const QJsonObject &;
using Now = const QDateTime &;
using namespace cells;

QJsonValue name(Object object, Now)
{
    return at(object, {"metadata"_L1, "name"_L1});
}
QJsonValue age(Object object, Now now)
{
    return since(at(object, {"metadata"_L1, "creationTimestamp"_L1}), now);
}
QJsonValue nothing(Object, Now)
{
    return u"<none>"_s;
}

QJsonValue replicas(Object object, Now)
{
    return at(object, {"spec"_L1, "replicas"_L1}).toInt();
}
QJsonValue hasReplicas(Object object, Now)
{
    return at(object, {"status"_L1, "replicas"_L1}).toInt();
}
QJsonValue updated(Object object, Now)
{
    return at(object, {"status"_L1, "updatedReplicas"_L1}).toInt();
}
QJsonValue available(Object object, Now)
{
    return at(object, {"status"_L1, "availableReplicas"_L1}).toInt();
}
QJsonValue readyReplicas(Object object, Now)
{
    return at(object, {"status"_L1, "readyReplicas"_L1}).toInt();
}
QJsonValue readyOfAll(Object object, Now)
{
    return u"%1/%2"_s.arg(at(object, {"status"_L1, "readyReplicas"_L1}).toInt())
        .arg(at(object, {"spec"_L1, "replicas"_L1}).toInt());
}

QJsonArray templateContainers(Object object)
{
    return at(object, {"spec"_L1, "template"_L1, "spec"_L1, "containers"_L1}).toArray();
}
QJsonValue containers(Object object, Now)
{
    return joined(templateContainers(object), "name"_L1);
}
QJsonValue images(Object object, Now)
{
    return joined(templateContainers(object), "image"_L1);
}
QJsonValue selector(Object object, Now)
{
    const QString text = LabelSelector::of(at(object, {"spec"_L1, "selector"_L1}).toObject()).text();
    return text.isEmpty() ? u"<none>"_s : text;
}

/// A column whose cell is the text at a path.
template <typename... Steps>
QJsonValue textAtPath(Object object, Steps... steps)
{
    return orNone(at(object, {steps...}));
}

QJsonValue servicePorts(Object object, Now)
{
    QStringList texts;
    for (const auto &item : at(object, {"spec"_L1, "ports"_L1}).toArray()) {
        QString text = QString::number(item["port"_L1].toInt());
        if (const int nodePort = item["nodePort"_L1].toInt()) {
            text += u':' + QString::number(nodePort);
        }
        texts.append(text + u'/' + item["protocol"_L1].toString(u"TCP"_s));
    }
    return texts.isEmpty() ? u"<none>"_s : texts.join(u',');
}

QString loadBalancer(Object object)
{
    QStringList texts;
    for (const auto &item : at(object, {"status"_L1, "loadBalancer"_L1, "ingress"_L1}).toArray()) {
        const QString ip = item["ip"_L1].toString();
        texts.append(ip.isEmpty() ? item["hostname"_L1].toString() : ip);
    }
    return texts.join(u',');
}

QJsonValue serviceExternal(Object object, Now)
{
    const QString type = at(object, {"spec"_L1, "type"_L1}).toString();
    if (type == "ExternalName"_L1) {
        return orNone(at(object, {"spec"_L1, "externalName"_L1}));
    }
    const QString balancer = loadBalancer(object);
    return !balancer.isEmpty() ? balancer : type == "LoadBalancer"_L1 ? u"<pending>"_s : u"<none>"_s;
}

QJsonValue plainSelector(Object object, Now)
{
    const QJsonObject labels = at(object, {"spec"_L1, "selector"_L1}).toObject();
    return labels.isEmpty() ? u"<none>"_s : LabelSelector::of({{"matchLabels"_L1, labels}}).text();
}

QJsonValue nodeStatus(Object object, Now)
{
    const QString ready = condition(object, "Ready"_L1).value("status"_L1).toString();
    const QString text = ready == "True"_L1 ? u"Ready"_s : ready.isEmpty() ? u"Unknown"_s : u"NotReady"_s;
    return at(object, {"spec"_L1, "unschedulable"_L1}).toBool() ? text + u",SchedulingDisabled"_s : text;
}

QJsonValue nodeRoles(Object object, Now)
{
    QStringList roles;
    const QStringList labels = at(object, {"metadata"_L1, "labels"_L1}).toObject().keys();
    for (const QString &label : labels) {
        if (label.startsWith("node-role.kubernetes.io/"_L1)) {
            roles.append(label.mid(24));
        }
    }
    return roles.isEmpty() ? u"<none>"_s : roles.join(u',');
}

QString nodeAddress(Object object, QLatin1StringView type)
{
    for (const auto &item : at(object, {"status"_L1, "addresses"_L1}).toArray()) {
        if (item["type"_L1].toString() == type) {
            return item["address"_L1].toString();
        }
    }
    return u"<none>"_s;
}

QJsonValue accessModes(Object object, Now)
{
    static const QHash<QString, QString> shortForms{{u"ReadWriteOnce"_s, u"RWO"_s},
                                                    {u"ReadOnlyMany"_s, u"ROX"_s},
                                                    {u"ReadWriteMany"_s, u"RWX"_s},
                                                    {u"ReadWriteOncePod"_s, u"RWOP"_s}};
    QStringList texts;
    for (const auto &mode : at(object, {"spec"_L1, "accessModes"_L1}).toArray()) {
        texts.append(shortForms.value(mode.toString(), mode.toString()));
    }
    return texts.join(u',');
}

QJsonValue jobStatus(Object object, Now)
{
    if (condition(object, "Complete"_L1).value("status"_L1).toString() == "True"_L1) {
        return u"Complete"_s;
    }
    if (condition(object, "Failed"_L1).value("status"_L1).toString() == "True"_L1) {
        return u"Failed"_s;
    }
    const bool suspended = condition(object, "Suspended"_L1).value("status"_L1).toString() == "True"_L1;
    return at(object, {"metadata"_L1, "deletionTimestamp"_L1}).isString() ? u"Terminating"_s
        : suspended                                                       ? u"Suspended"_s
                                                                          : u"Running"_s;
}

QJsonValue jobCompletions(Object object, Now)
{
    const QJsonValue wanted = at(object, {"spec"_L1, "completions"_L1});
    return u"%1/%2"_s.arg(at(object, {"status"_L1, "succeeded"_L1}).toInt()).arg(wanted.isDouble() ? wanted.toInt() : 1);
}

QJsonValue jobDuration(Object object, Now now)
{
    const QJsonValue start = at(object, {"status"_L1, "startTime"_L1});
    if (!start.isString()) {
        return u""_s;
    }
    const QJsonValue end = at(object, {"status"_L1, "completionTime"_L1});
    return since(start, end.isString() ? QDateTime::fromString(end.toString(), Qt::ISODate) : now);
}

QJsonValue cronSuspend(Object object, Now)
{
    return at(object, {"spec"_L1, "suspend"_L1}).toBool() ? u"True"_s : u"False"_s;
}

QJsonValue hpaTargets(Object object, Now)
{
    QStringList texts;
    const QJsonArray current = at(object, {"status"_L1, "currentMetrics"_L1}).toArray();
    const QJsonArray wanted = at(object, {"spec"_L1, "metrics"_L1}).toArray();
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QJsonObject metric = wanted.at(i)["resource"_L1].toObject();
        const QJsonValue seen = current.at(i)["resource"_L1]["current"_L1]["averageUtilization"_L1];
        texts.append(u"%1: %2/%3%"_s.arg(metric.value("name"_L1).toString(),
                                         seen.isDouble() ? QString::number(seen.toInt()) + u'%' : u"<unknown>"_s,
                                         QString::number(metric.value("target"_L1)["averageUtilization"_L1].toInt())));
    }
    return texts.isEmpty() ? u"<none>"_s : texts.join(u", "_s);
}

QJsonValue ingressHosts(Object object, Now)
{
    const QString hosts = joined(at(object, {"spec"_L1, "rules"_L1}).toArray(), "host"_L1);
    return hosts.isEmpty() ? u"*"_s : hosts;
}

QJsonValue readyStatus(Object object, Now)
{
    return condition(object, "Ready"_L1).value("status"_L1).toString();
}
QJsonValue readyMessage(Object object, Now)
{
    return condition(object, "Ready"_L1).value("message"_L1).toString();
}

QJsonValue eventSeen(Object object, Now now)
{
    for (const auto key : {"lastTimestamp"_L1, "eventTime"_L1, "firstTimestamp"_L1}) {
        if (object.value(key).isString()) {
            const QString text = since(object.value(key), now);
            const int count = object.value("count"_L1).toInt();
            return count > 1 ? u"%1 (x%2 over %3)"_s.arg(text).arg(count).arg(since(object.value("firstTimestamp"_L1), now))
                             : text;
        }
    }
    return u"<unknown>"_s;
}

QJsonValue eventObject(Object object, Now)
{
    const QJsonObject involved = object.value("involvedObject"_L1).toObject();
    return QString(involved.value("kind"_L1).toString().toLower() + u'/' + involved.value("name"_L1).toString());
}

#define PATH(...) [](Object object, Now) { return QJsonValue(textAtPath(object, __VA_ARGS__)); }
#define COUNT(...) [](Object object, Now) { return QJsonValue(at(object, {__VA_ARGS__}).toInt()); }
#define SIZE(key) [](Object object, Now) { return QJsonValue(object.value(key).toObject().size()); }

constexpr Column kName{"Name", "string", 0, name};
constexpr Column kAge{"Age", "string", 0, age};

QHash<QString, QList<Column>> workloads()
{
    const QList<Column> wide{
        {"Containers", "string", 1, containers}, {"Images", "string", 1, images}, {"Selector", "string", 1, selector}};
    const QList<Column> noSelector = wide.first(2);
    return {
        {u"pods"_s,
         {kName,
          {"Ready", "string", 0, [](Object object, Now) { return QJsonValue(podReady(object)); }},
          {"Status", "string", 0, [](Object object, Now) { return QJsonValue(podStatus(object)); }},
          {"Restarts", "string", 0, [](Object object, Now now) { return QJsonValue(podRestarts(object, now)); }},
          kAge,
          {"IP", "string", 1, PATH("status"_L1, "podIP"_L1)},
          {"Node", "string", 1, PATH("spec"_L1, "nodeName"_L1)},
          {"Nominated Node", "string", 1, PATH("status"_L1, "nominatedNodeName"_L1)},
          {"Readiness Gates", "string", 1, nothing}}},
        {u"deployments.apps"_s,
         QList<Column>{kName,
                       {"Ready", "string", 0, readyOfAll},
                       {"Up-to-date", "string", 0, updated},
                       {"Available", "string", 0, available},
                       kAge}
             + wide},
        {u"replicasets.apps"_s,
         QList<Column>{kName,
                       {"Desired", "integer", 0, replicas},
                       {"Current", "integer", 0, hasReplicas},
                       {"Ready", "integer", 0, readyReplicas},
                       kAge}
             + wide},
        {u"statefulsets.apps"_s, QList<Column>{kName, {"Ready", "string", 0, readyOfAll}, kAge} + noSelector},
        {u"daemonsets.apps"_s,
         QList<Column>{kName,
                       {"Desired", "integer", 0, COUNT("status"_L1, "desiredNumberScheduled"_L1)},
                       {"Current", "integer", 0, COUNT("status"_L1, "currentNumberScheduled"_L1)},
                       {"Ready", "integer", 0, COUNT("status"_L1, "numberReady"_L1)},
                       {"Up-to-date", "integer", 0, COUNT("status"_L1, "updatedNumberScheduled"_L1)},
                       {"Available", "integer", 0, COUNT("status"_L1, "numberAvailable"_L1)},
                       {"Node Selector", "string", 0, nothing},
                       kAge}
             + wide},
        {u"jobs.batch"_s,
         QList<Column>{kName,
                       {"Status", "string", 0, jobStatus},
                       {"Completions", "string", 0, jobCompletions},
                       {"Duration", "string", 0, jobDuration},
                       kAge}
             + wide},
        {u"cronjobs.batch"_s,
         {kName,
          {"Schedule", "string", 0, PATH("spec"_L1, "schedule"_L1)},
          {"Timezone", "string", 0, PATH("spec"_L1, "timeZone"_L1)},
          {"Suspend", "boolean", 0, cronSuspend},
          {"Active", "integer", 0,
           [](Object object, Now) { return QJsonValue(at(object, {"status"_L1, "active"_L1}).toArray().size()); }},
          {"Last Schedule", "string", 0,
           [](Object object, Now now) {
               const QJsonValue last = at(object, {"status"_L1, "lastScheduleTime"_L1});
               return QJsonValue(last.isString() ? since(last, now) : u"<none>"_s);
           }},
          kAge}},
        {u"horizontalpodautoscalers.autoscaling"_s,
         {kName,
          {"Reference", "string", 0,
           [](Object object, Now) {
               const QJsonObject target = at(object, {"spec"_L1, "scaleTargetRef"_L1}).toObject();
               return QJsonValue(target.value("kind"_L1).toString() + u'/' + target.value("name"_L1).toString());
           }},
          {"Targets", "string", 0, hpaTargets},
          {"MinPods", "string", 0, COUNT("spec"_L1, "minReplicas"_L1)},
          {"MaxPods", "string", 0, COUNT("spec"_L1, "maxReplicas"_L1)},
          {"Replicas", "string", 0, COUNT("status"_L1, "currentReplicas"_L1)},
          kAge}},
        {u"poddisruptionbudgets.policy"_s,
         {kName,
          {"Min Available", "string", 0, PATH("spec"_L1, "minAvailable"_L1)},
          {"Max Unavailable", "string", 0, PATH("spec"_L1, "maxUnavailable"_L1)},
          {"Allowed Disruptions", "integer", 0, COUNT("status"_L1, "disruptionsAllowed"_L1)},
          kAge}},
    };
}

QHash<QString, QList<Column>> around()
{
    return {
        {u"services"_s,
         {kName,
          {"Type", "string", 0, PATH("spec"_L1, "type"_L1)},
          {"Cluster-IP", "string", 0, PATH("spec"_L1, "clusterIP"_L1)},
          {"External-IP", "string", 0, serviceExternal},
          {"Port(s)", "string", 0, servicePorts},
          kAge,
          {"Selector", "string", 1, plainSelector}}},
        {u"nodes"_s,
         {kName,
          {"Status", "string", 0, nodeStatus},
          {"Roles", "string", 0, nodeRoles},
          kAge,
          {"Version", "string", 0, PATH("status"_L1, "nodeInfo"_L1, "kubeletVersion"_L1)},
          {"Internal-IP", "string", 1, [](Object object, Now) { return QJsonValue(nodeAddress(object, "InternalIP"_L1)); }},
          {"External-IP", "string", 1, [](Object object, Now) { return QJsonValue(nodeAddress(object, "ExternalIP"_L1)); }},
          {"OS-Image", "string", 1, PATH("status"_L1, "nodeInfo"_L1, "osImage"_L1)},
          {"Kernel-Version", "string", 1, PATH("status"_L1, "nodeInfo"_L1, "kernelVersion"_L1)},
          {"Container-Runtime", "string", 1, PATH("status"_L1, "nodeInfo"_L1, "containerRuntimeVersion"_L1)}}},
        {u"namespaces"_s, {kName, {"Status", "string", 0, PATH("status"_L1, "phase"_L1)}, kAge}},
        {u"persistentvolumeclaims"_s,
         {kName,
          {"Status", "string", 0,
           [](Object object, Now) {
               return at(object, {"metadata"_L1, "deletionTimestamp"_L1}).isString() ? QJsonValue(u"Terminating"_s)
                                                                                     : at(object, {"status"_L1, "phase"_L1});
           }},
          {"Volume", "string", 0,
           [](Object object, Now) { return QJsonValue(at(object, {"spec"_L1, "volumeName"_L1}).toString()); }},
          {"Capacity", "string", 0,
           [](Object object, Now) { return QJsonValue(at(object, {"status"_L1, "capacity"_L1, "storage"_L1}).toString()); }},
          {"Access Modes", "string", 0, accessModes},
          {"StorageClass", "string", 0,
           [](Object object, Now) { return QJsonValue(at(object, {"spec"_L1, "storageClassName"_L1}).toString()); }},
          {"VolumeAttributesClass", "string", 0, [](Object, Now) { return QJsonValue(u"<unset>"_s); }},
          kAge,
          {"VolumeMode", "string", 1, PATH("spec"_L1, "volumeMode"_L1)}}},
        {u"persistentvolumes"_s,
         {kName,
          {"Capacity", "string", 0, PATH("spec"_L1, "capacity"_L1, "storage"_L1)},
          {"Access Modes", "string", 0, accessModes},
          {"Reclaim Policy", "string", 0, PATH("spec"_L1, "persistentVolumeReclaimPolicy"_L1)},
          {"Status", "string", 0, PATH("status"_L1, "phase"_L1)},
          {"Claim", "string", 0,
           [](Object object, Now) {
               const QJsonObject claim = at(object, {"spec"_L1, "claimRef"_L1}).toObject();
               return QJsonValue(claim.isEmpty()
                                     ? QString()
                                     : claim.value("namespace"_L1).toString() + u'/' + claim.value("name"_L1).toString());
           }},
          {"StorageClass", "string", 0,
           [](Object object, Now) { return QJsonValue(at(object, {"spec"_L1, "storageClassName"_L1}).toString()); }},
          kAge}},
        {u"storageclasses.storage.k8s.io"_s,
         {kName,
          {"Provisioner", "string", 0, PATH("provisioner"_L1)},
          {"ReclaimPolicy", "string", 0, PATH("reclaimPolicy"_L1)},
          {"VolumeBindingMode", "string", 0, PATH("volumeBindingMode"_L1)},
          {"AllowVolumeExpansion", "string", 0,
           [](Object object, Now) { return QJsonValue(object.value("allowVolumeExpansion"_L1).toBool()); }},
          kAge}},
        {u"events"_s,
         {{"Last Seen", "string", 0, eventSeen},
          {"Type", "string", 0, PATH("type"_L1)},
          {"Reason", "string", 0, PATH("reason"_L1)},
          {"Object", "string", 0, eventObject},
          {"Message", "string", 0,
           [](Object object, Now) { return QJsonValue(object.value("message"_L1).toString().trimmed()); }},
          {"Source", "string", 1, PATH("source"_L1, "component"_L1)},
          {"Name", "string", 1, name}}},
        {u"ingresses.networking.k8s.io"_s,
         {kName,
          {"Class", "string", 0, PATH("spec"_L1, "ingressClassName"_L1)},
          {"Hosts", "string", 0, ingressHosts},
          {"Address", "string", 0, [](Object object, Now) { return QJsonValue(loadBalancer(object)); }},
          {"Ports", "string", 0,
           [](Object object, Now) {
               return QJsonValue(at(object, {"spec"_L1, "tls"_L1}).toArray().isEmpty() ? u"80"_s : u"80, 443"_s);
           }},
          kAge}},
        {u"secrets"_s, {kName, {"Type", "string", 0, PATH("type"_L1)}, {"Data", "integer", 0, SIZE("data"_L1)}, kAge}},
        {u"configmaps"_s, {kName, {"Data", "integer", 0, SIZE("data"_L1)}, kAge}},
        {u"serviceaccounts"_s,
         {kName,
          {"Secrets", "integer", 0, [](Object object, Now) { return QJsonValue(object.value("secrets"_L1).toArray().size()); }},
          kAge}},
    };
}

QHash<QString, QList<Column>> custom()
{
    const QList<Column> issuer{kName, {"Ready", "string", 0, readyStatus}, {"Status", "string", 1, readyMessage}, kAge};
    return {
        {u"certificates.cert-manager.io"_s,
         {kName,
          {"Ready", "string", 0, readyStatus},
          {"Secret", "string", 0, PATH("spec"_L1, "secretName"_L1)},
          {"Issuer", "string", 1, PATH("spec"_L1, "issuerRef"_L1, "name"_L1)},
          {"Status", "string", 1, readyMessage},
          kAge}},
        {u"certificaterequests.cert-manager.io"_s,
         {kName,
          {"Approved", "string", 0,
           [](Object object, Now) { return QJsonValue(condition(object, "Approved"_L1).value("status"_L1).toString()); }},
          {"Denied", "string", 0,
           [](Object object, Now) { return QJsonValue(condition(object, "Denied"_L1).value("status"_L1).toString()); }},
          {"Ready", "string", 0, readyStatus},
          {"Issuer", "string", 0, PATH("spec"_L1, "issuerRef"_L1, "name"_L1)},
          {"Requester", "string", 0, PATH("spec"_L1, "username"_L1)},
          {"Status", "string", 1, readyMessage},
          kAge}},
        {u"issuers.cert-manager.io"_s, issuer},
        {u"clusterissuers.cert-manager.io"_s, issuer},
        {u"applications.argoproj.io"_s,
         {kName,
          {"Sync Status", "string", 0,
           [](Object object, Now) { return QJsonValue(at(object, {"status"_L1, "sync"_L1, "status"_L1}).toString()); }},
          {"Health Status", "string", 0,
           [](Object object, Now) { return QJsonValue(at(object, {"status"_L1, "health"_L1, "status"_L1}).toString()); }},
          {"Revision", "string", 10,
           [](Object object, Now) { return QJsonValue(at(object, {"status"_L1, "sync"_L1, "revision"_L1}).toString()); }},
          {"Project", "string", 10, PATH("spec"_L1, "project"_L1)}}},
    };
}

#undef PATH
#undef COUNT
#undef SIZE

} // namespace

QList<Column> columnsOf(const Type &type)
{
    static const QHash<QString, QList<Column>> known = [] {
        QHash<QString, QList<Column>> all = workloads();
        all.insert(around());
        all.insert(custom());
        return all;
    }();
    return known.value(type.resource(), {kName, kAge});
}

} // namespace sentinel::sandbox
