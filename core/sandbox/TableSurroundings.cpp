// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Selectors.h"
#include "core/sandbox/TableColumns.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox::columns {

namespace {

using namespace cells;

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

QJsonValue ingressHosts(Object object, Now)
{
    const QString hosts = joined(at(object, {"spec"_L1, "rules"_L1}).toArray(), "host"_L1);
    return hosts.isEmpty() ? u"*"_s : hosts;
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

} // namespace

QHash<QString, QList<Column>> surroundings()
{
    return {
        {u"services"_s,
         {kName,
          {"Type", "string", 0, text<"spec", "type">},
          {"Cluster-IP", "string", 0, text<"spec", "clusterIP">},
          {"External-IP", "string", 0, serviceExternal},
          {"Port(s)", "string", 0, servicePorts},
          kAge,
          {"Selector", "string", 1, plainSelector}}},
        {u"nodes"_s,
         {kName,
          {"Status", "string", 0, nodeStatus},
          {"Roles", "string", 0, nodeRoles},
          kAge,
          {"Version", "string", 0, text<"status", "nodeInfo", "kubeletVersion">},
          {"Internal-IP", "string", 1, [](Object object, Now) { return QJsonValue(nodeAddress(object, "InternalIP"_L1)); }},
          {"External-IP", "string", 1, [](Object object, Now) { return QJsonValue(nodeAddress(object, "ExternalIP"_L1)); }},
          {"OS-Image", "string", 1, text<"status", "nodeInfo", "osImage">},
          {"Kernel-Version", "string", 1, text<"status", "nodeInfo", "kernelVersion">},
          {"Container-Runtime", "string", 1, text<"status", "nodeInfo", "containerRuntimeVersion">}}},
        {u"namespaces"_s, {kName, {"Status", "string", 0, text<"status", "phase">}, kAge}},
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
          {"VolumeMode", "string", 1, text<"spec", "volumeMode">}}},
        {u"persistentvolumes"_s,
         {kName,
          {"Capacity", "string", 0, text<"spec", "capacity", "storage">},
          {"Access Modes", "string", 0, accessModes},
          {"Reclaim Policy", "string", 0, text<"spec", "persistentVolumeReclaimPolicy">},
          {"Status", "string", 0, text<"status", "phase">},
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
          {"Provisioner", "string", 0, text<"provisioner">},
          {"ReclaimPolicy", "string", 0, text<"reclaimPolicy">},
          {"VolumeBindingMode", "string", 0, text<"volumeBindingMode">},
          {"AllowVolumeExpansion", "string", 0,
           [](Object object, Now) { return QJsonValue(object.value("allowVolumeExpansion"_L1).toBool()); }},
          kAge}},
        {u"events"_s,
         {{"Last Seen", "string", 0, eventSeen},
          {"Type", "string", 0, text<"type">},
          {"Reason", "string", 0, text<"reason">},
          {"Object", "string", 0, eventObject},
          {"Message", "string", 0,
           [](Object object, Now) { return QJsonValue(object.value("message"_L1).toString().trimmed()); }},
          {"Source", "string", 1, text<"source", "component">},
          {"Name", "string", 1, name}}},
        {u"ingresses.networking.k8s.io"_s,
         {kName,
          {"Class", "string", 0, text<"spec", "ingressClassName">},
          {"Hosts", "string", 0, ingressHosts},
          {"Address", "string", 0, [](Object object, Now) { return QJsonValue(loadBalancer(object)); }},
          {"Ports", "string", 0,
           [](Object object, Now) {
               return QJsonValue(at(object, {"spec"_L1, "tls"_L1}).toArray().isEmpty() ? u"80"_s : u"80, 443"_s);
           }},
          kAge}},
        {u"secrets"_s, {kName, {"Type", "string", 0, text<"type">}, {"Data", "integer", 0, size<"data">}, kAge}},
        {u"configmaps"_s, {kName, {"Data", "string", 0, size<"data">}, kAge}},
        {u"serviceaccounts"_s,
         {kName,
          {"Secrets", "integer", 0, [](Object object, Now) { return QJsonValue(object.value("secrets"_L1).toArray().size()); }},
          kAge}},
    };
}

} // namespace sentinel::sandbox::columns
