// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/NodeObject.h"

#include "core/base/Quantity.h"
#include "core/sandbox/Names.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// What is left for pods once the system and the kubelet have theirs.
QString lessThan(const QString &quantity, const QString &reserved)
{
    const auto whole = Quantity::parse(quantity);
    const auto part = Quantity::parse(reserved);
    return whole && part ? (*whole - *part).toString() : quantity;
}

QJsonObject condition(const QString &type, const QString &status, const QString &reason, const QString &message,
                      const QDateTime &now)
{
    return {{u"type"_s, type},
            {u"status"_s, status},
            {u"reason"_s, reason},
            {u"message"_s, message},
            {u"lastHeartbeatTime"_s, timestamp(now)}};
}

} // namespace

QJsonObject nodeObject(const Options &options, const Options::NodePool &pool, int ordinal)
{
    const QString name = u"rehearsal-node-%1"_s.arg(ordinal);
    QJsonObject labels{{u"kubernetes.io/hostname"_s, name},
                       {u"kubernetes.io/os"_s, u"linux"_s},
                       {u"kubernetes.io/arch"_s, u"amd64"_s},
                       {u"node.kubernetes.io/instance-type"_s, u"rehearsal"_s},
                       {u"topology.kubernetes.io/region"_s, u"rehearsal"_s},
                       {u"topology.kubernetes.io/zone"_s, pool.zone}};
    for (auto each = pool.labels.begin(); each != pool.labels.end(); ++each) {
        labels.insert(each.key(), each.value());
    }
    QJsonObject spec{{u"podCIDR"_s, u"10.244.%1.0/24"_s.arg(ordinal)}, {u"providerID"_s, u"rehearsal://"_s + name}};
    if (!pool.taints.isEmpty()) {
        spec.insert(u"taints", pool.taints);
    }
    const auto amounts = [](const QString &cpu, const QString &memory, const QString &disk) {
        return QJsonObject{{u"cpu"_s, cpu}, {u"memory"_s, memory}, {u"ephemeral-storage"_s, disk}, {u"pods"_s, u"110"_s}};
    };
    const QString version = u'v' + options.kubernetesVersion;
    const QString serial = QString::number(ordinal).rightJustified(32, u'0');
    const QJsonObject status{
        {u"capacity"_s, amounts(pool.cpu, pool.memory, pool.disk)},
        {u"allocatable"_s,
         amounts(lessThan(pool.cpu, u"200m"_s), lessThan(pool.memory, u"1Gi"_s), lessThan(pool.disk, u"10Gi"_s))},
        {u"addresses"_s,
         QJsonArray{QJsonObject{{u"type"_s, u"InternalIP"_s}, {u"address"_s, u"10.0.0.%1"_s.arg(10 + ordinal)}},
                    QJsonObject{{u"type"_s, u"Hostname"_s}, {u"address"_s, name}}}},
        {u"nodeInfo"_s,
         QJsonObject{{u"kubeletVersion"_s, version},
                     {u"kubeProxyVersion"_s, version},
                     {u"osImage"_s, u"Debian GNU/Linux 13 (trixie)"_s},
                     {u"kernelVersion"_s, u"6.12.0"_s},
                     {u"containerRuntimeVersion"_s, u"containerd://2.1.0"_s},
                     {u"operatingSystem"_s, u"linux"_s},
                     {u"architecture"_s, u"amd64"_s},
                     {u"machineID"_s, serial},
                     {u"systemUUID"_s, serial},
                     {u"bootID"_s, serial}}}};
    return {{u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"labels"_s, labels}}}, {u"spec"_s, spec}, {u"status"_s, status}};
}

QJsonArray healthyConditions(QJsonArray present, const QDateTime &now)
{
    present = withCondition(present,
                            condition(u"MemoryPressure"_s, u"False"_s, u"KubeletHasSufficientMemory"_s,
                                      u"kubelet has sufficient memory available"_s, now),
                            now);
    present = withCondition(
        present, condition(u"DiskPressure"_s, u"False"_s, u"KubeletHasNoDiskPressure"_s, u"kubelet has no disk pressure"_s, now),
        now);
    present = withCondition(
        present,
        condition(u"PIDPressure"_s, u"False"_s, u"KubeletHasSufficientPID"_s, u"kubelet has sufficient PID available"_s, now),
        now);
    return withCondition(present, condition(u"Ready"_s, u"True"_s, u"KubeletReady"_s, u"kubelet is posting ready status"_s, now),
                         now);
}

QJsonArray unknownConditions(QJsonArray present, const QDateTime &now)
{
    for (const QString &type : {u"MemoryPressure"_s, u"DiskPressure"_s, u"PIDPressure"_s, u"Ready"_s}) {
        QJsonObject unknown
            = condition(type, u"Unknown"_s, u"NodeStatusUnknown"_s, u"Kubelet stopped posting node status."_s, now);
        unknown.remove(u"lastHeartbeatTime"_s);
        present = withCondition(present, unknown, now);
    }
    return present;
}

} // namespace sentinel::sandbox
