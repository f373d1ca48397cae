// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Check.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct Entry
{
    QString id;
    Rule rule;
};

QList<Entry> platformRules()
{
    return {
        {u"preflight.kubernetes-version"_s,
         {Text::tr("Kubernetes version"), Text::tr("The bundle uses API versions of the Kubernetes its plan names.")}},
        {u"preflight.kinds"_s,
         {Text::tr("Kinds the bundle needs"), Text::tr("An object of a kind the cluster does not serve cannot be made.")}},
        {u"preflight.argocd"_s,
         {Text::tr("Argo CD"), Text::tr("Argo CD brings the bundle onto the cluster and keeps it there.")}},
        {u"preflight.cert-manager"_s, {Text::tr("cert-manager"), Text::tr("It issues and renews the certificates of Sentinel.")}},
        {u"preflight.issuer"_s,
         {Text::tr("Issuer of the certificate"),
          Text::tr("Without it the certificate stays pending and no browser can connect.")}},
        {u"preflight.keda"_s, {Text::tr("KEDA"), Text::tr("It scales the workers with the queue.")}},
        {u"preflight.prometheus-operator"_s,
         {Text::tr("Prometheus operator"), Text::tr("It reads the rules and monitors the bundle brings.")}},
        {u"preflight.ingress-class"_s,
         {Text::tr("Ingress class"), Text::tr("Its controller lets people in; without it nobody reaches Sentinel.")}},
        {u"preflight.gateway"_s,
         {Text::tr("Gateway"), Text::tr("The Gateway lets people in; without it nobody reaches Sentinel.")}},
        {u"preflight.network-policies"_s,
         {Text::tr("Network policies are enforced"),
          Text::tr("A network plug-in that ignores them leaves every database open to every pod.")}},
    };
}

QList<Entry> accessRules()
{
    return {
        {u"preflight.rights"_s,
         {Text::tr("Rights"), Text::tr("A deploy that lacks a right stops half-way with objects left behind.")}},
        {u"preflight.quota"_s,
         {Text::tr("Quota"), Text::tr("Pods over a quota are refused, and their workload waits without a pod.")}},
        {u"preflight.limit-range"_s, {Text::tr("Limit range"), Text::tr("Pods outside a limit range are refused one by one.")}},
        {u"preflight.pod-security"_s,
         {Text::tr("Pod Security level"), Text::tr("A namespace admits only the pods its level allows.")}},
        {u"preflight.existing"_s,
         {Text::tr("Existing installation"), Text::tr("One namespace holds one Sentinel, since its Service names are fixed.")}},
        {u"preflight.immutable"_s,
         {Text::tr("What cannot be changed"),
          Text::tr("A deploy that changes it stops half-way, with the rest applied already.")}},
        {u"preflight.ownership"_s,
         {Text::tr("Fields of others"), Text::tr("What two tools write is undone by one of them again and again.")}},
        {u"preflight.admission"_s,
         {Text::tr("Admission"), Text::tr("The API server and its webhooks have the last word on each object.")}},
    };
}

QList<Entry> capacityRules()
{
    return {
        {u"preflight.capacity"_s, {Text::tr("Free capacity"), Text::tr("Pods that ask for more than is free stay pending.")}},
        {u"preflight.placement"_s,
         {Text::tr("A place for every pod"),
          Text::tr("Room in total is not enough: each pod needs one node that takes it by its rules.")}},
        {u"preflight.node-loss"_s,
         {Text::tr("One node lost"), Text::tr("What ran on a lost node has to find room on the others.")}},
        {u"preflight.zone-loss"_s,
         {Text::tr("One zone lost"), Text::tr("What ran in a lost zone has to find room in the others.")}},
        {u"preflight.storage-class"_s,
         {Text::tr("Storage class"), Text::tr("A volume of a class that is not there is never made.")}},
        {u"preflight.storage-expansion"_s,
         {Text::tr("Volumes can grow"), Text::tr("A full volume of a class that cannot grow means moving the data by hand.")}},
        {u"preflight.storage-binding"_s,
         {Text::tr("Volumes are made where the pod is"),
          Text::tr("A volume made at once may lie in a zone where its pod finds no room.")}},
        {u"preflight.storage-speed"_s,
         {Text::tr("Speed of the storage"), Text::tr("A database on slow disks falls behind the load the plan names.")}},
        {u"preflight.images"_s, {Text::tr("Images"), Text::tr("A pod whose image cannot be pulled never starts.")}},
    };
}

QList<Entry> reachRules()
{
    return {
        {u"preflight.dns"_s,
         {Text::tr("Name of the installation"), Text::tr("Browsers, certificates and clients find Sentinel by its name.")}},
        {u"preflight.clock"_s, {Text::tr("Clocks"), Text::tr("Tokens, certificates and replication refuse clocks that differ.")}},
    };
}

QList<Entry> insideRules()
{
    return {
        {u"preflight.node-kernel"_s,
         {Text::tr("Kernel of the nodes"), Text::tr("Kubernetes leans on what the kernel can do; old ones lack some of it.")}},
        {u"preflight.inside"_s,
         {Text::tr("A look from inside"), Text::tr("A pod meets the cluster as Sentinel will; no other place sees the same.")}},
        {u"preflight.pod-dns"_s,
         {Text::tr("Names, asked by a pod"), Text::tr("Every service finds the others, and the world outside, by their names.")}},
        {u"preflight.pod-egress"_s,
         {Text::tr("Ways out, tried by a pod"),
          Text::tr("A backup, a mail or a log that cannot leave is noticed when it is missed.")}},
        {u"preflight.disk-latency"_s,
         {Text::tr("Time of a commit"), Text::tr("Each commit of the database waits until the disk has it.")}},
        {u"preflight.node-audit"_s,
         {Text::tr("Audit log of the nodes"),
          Text::tr("The watch on the nodes reads what auditd writes, and is blind without it.")}},
    };
}

QList<Entry> allRules()
{
    return platformRules() + accessRules() + capacityRules() + reachRules() + insideRules();
}

} // namespace

QStringList ruleIds()
{
    static const QStringList ids = [] {
        QStringList all;
        const QList<Entry> rules = allRules();
        for (const Entry &entry : rules) {
            all.append(entry.id);
        }
        return all;
    }();
    return ids;
}

Rule ruleOf(const QString &id)
{
    const QList<Entry> rules = allRules(); // not kept: the language may change
    for (const Entry &entry : rules) {
        if (entry.id == id) {
            return entry.rule;
        }
    }
    return {.title = id, .why = {}};
}

} // namespace sentinel::preflight
