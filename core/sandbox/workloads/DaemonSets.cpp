// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/DaemonSets.h"

#include "core/sandbox/workloads/Pods.h"
#include "core/sandbox/workloads/Tolerations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

const auto kComponent = u"daemonset-controller"_s;

/// What the pods of a DaemonSet put up with besides their own tolerations: nodes in any kind of trouble.
QJsonArray withTolerations(QJsonArray tolerations)
{
    for (const QString &key : {u"not-ready"_s, u"unreachable"_s}) {
        tolerations.append(
            QJsonObject{{u"key"_s, u"node.kubernetes.io/"_s + key}, {u"operator"_s, u"Exists"_s}, {u"effect"_s, u"NoExecute"_s}});
    }
    for (const QString &key : {u"disk-pressure"_s, u"memory-pressure"_s, u"pid-pressure"_s, u"unschedulable"_s}) {
        tolerations.append(QJsonObject{
            {u"key"_s, u"node.kubernetes.io/"_s + key}, {u"operator"_s, u"Exists"_s}, {u"effect"_s, u"NoSchedule"_s}});
    }
    return tolerations;
}

QString nodeOf(const QJsonObject &pod)
{
    const QJsonArray terms = listAt(
        pod, {u"spec", u"affinity", u"nodeAffinity", u"requiredDuringSchedulingIgnoredDuringExecution", u"nodeSelectorTerms"});
    for (const QJsonValue &field : listAt(terms.at(0).toObject(), {u"matchFields"})) {
        return listAt(field.toObject(), {u"values"}).at(0).toString();
    }
    return textAt(pod, {u"spec", u"nodeName"});
}

QString revisionOf(const QJsonObject &pod)
{
    return labelsOf(pod).value(QStringView(kRevisionLabel)).toString();
}

} // namespace

DaemonSets::DaemonSets(World &world)
    : Controller(world)
{
    lookAtAll(kinds::daemonSet());
}

void DaemonSets::observe(const Change &change)
{
    if (change.type == &kinds::daemonSet()) {
        look(change.object);
    } else if (change.type == &kinds::pod()) {
        lookAtOwner(change, u"DaemonSet");
    } else if (change.type == &kinds::node() || change.type == &kinds::serviceAccount()) {
        lookAtAll(kinds::daemonSet(), namespaceOf(change.object));
    }
}

void DaemonSets::reconcile(const Key &key)
{
    const auto set = m_world.store.find(kinds::daemonSet(), key.ns, key.name);
    if (!set) {
        return;
    }
    const Revisions revisions = syncRevisions(m_world, *set);
    QJsonObject spec = objectAt(*set, {u"spec", u"template", u"spec"});
    spec.insert(u"tolerations", withTolerations(spec.value(u"tolerations").toArray()));
    QStringList nodes;
    for (const QJsonObject &node : m_world.store.list(kinds::node())) {
        const bool isBarred = std::ranges::any_of(listAt(node, {u"spec", u"taints"}), [&](const QJsonValue &each) {
            const QString effect = each.toObject().value(u"effect").toString();
            return effect != u"PreferNoSchedule" && !tolerates(spec, each.toObject());
        });
        if (!isBarred && nodeSelectionMatches(spec, node)) {
            nodes.append(nameOf(node));
        }
    }
    const auto podsByNode = [&] {
        QMap<QString, QJsonObject> pods;
        for (const QJsonObject &pod : claimedBy(m_world.store, kinds::pod(), *set)) {
            pods.insert(nodeOf(pod), pod);
        }
        return pods;
    };
    if (!isDeleting(*set)) {
        place(*set, revisions.update, podsByNode(), nodes);
        replace(*set, revisions.update, podsByNode(), nodes.size());
    }
    const auto pods = podsByNode();
    report(*set, revisions.update, pods, nodes);
    QStringList live{revisions.update};
    for (const QJsonObject &pod : pods) {
        live.append(nameOf(*set) + u'-' + revisionOf(pod));
    }
    live.removeDuplicates();
    trimRevisions(m_world, *set, revisions, live);
}

QJsonObject DaemonSets::podFor(const QJsonObject &set, const QString &revision, const QString &node) const
{
    QJsonObject podTemplate = objectAt(set, {u"spec", u"template"});
    put(podTemplate, {u"metadata", u"labels", QStringView(kRevisionLabel)}, revision.sliced(nameOf(set).size() + 1));
    put(podTemplate, {u"spec", u"tolerations"}, withTolerations(listAt(podTemplate, {u"spec", u"tolerations"})));
    const QJsonObject field{{u"key"_s, u"metadata.name"_s}, {u"operator"_s, u"In"_s}, {u"values"_s, QJsonArray{node}}};
    put(podTemplate,
        {u"spec", u"affinity", u"nodeAffinity", u"requiredDuringSchedulingIgnoredDuringExecution", u"nodeSelectorTerms"},
        QJsonArray{QJsonObject{{u"matchFields"_s, QJsonArray{field}}}});
    return podOf(podTemplate, set, nameOf(set) + u'-');
}

void DaemonSets::place(const QJsonObject &set, const QString &revision, const QMap<QString, QJsonObject> &pods,
                       const QStringList &nodes)
{
    for (auto each = pods.begin(); each != pods.end(); ++each) {
        const bool isMisplaced = !nodes.contains(each.key());
        if (!isDeleting(*each) && (isMisplaced || isFinished(*each))) {
            deletePod(m_world, set, kComponent, *each);
        }
    }
    for (const QString &node : nodes) {
        if (!pods.contains(node) && !createPod(m_world, set, kComponent, podFor(set, revision, node))) {
            lookLater({.ns = namespaceOf(set), .name = nameOf(set)}, std::chrono::seconds(30));
            return;
        }
    }
}

void DaemonSets::replace(const QJsonObject &set, const QString &revision, const QMap<QString, QJsonObject> &pods, qsizetype nodes)
{
    if (textAt(set, {u"spec", u"updateStrategy", u"type"}) == u"OnDelete") {
        return;
    }
    const QJsonObject rolling = objectAt(set, {u"spec", u"updateStrategy", u"rollingUpdate"});
    const QJsonValue most = rolling.contains(u"maxUnavailable") ? rolling.value(u"maxUnavailable") : QJsonValue(1);
    int mayGo = std::max(1, countOf(most, static_cast<int>(nodes), Rounding::Up));
    const QString wanted = revision.sliced(nameOf(set).size() + 1);
    QList<QJsonObject> old;
    for (const QJsonObject &pod : pods) {
        const bool isServing = isReady(pod) && !isDeleting(pod);
        if (revisionOf(pod) != wanted && !isDeleting(pod)) {
            // One that does not serve can go without harm.
            isServing ? old.append(pod) : old.prepend(pod);
        }
        mayGo -= isServing ? 0 : 1;
    }
    mayGo -= static_cast<int>(nodes - pods.size());
    for (const QJsonObject &pod : std::as_const(old)) {
        if (!isReady(pod)) {
            deletePod(m_world, set, kComponent, pod);
        } else if (mayGo-- > 0) {
            deletePod(m_world, set, kComponent, pod);
        }
    }
}

void DaemonSets::report(const QJsonObject &set, const QString &revision, const QMap<QString, QJsonObject> &pods,
                        const QStringList &nodes)
{
    const QString wanted = revision.sliced(nameOf(set).size() + 1);
    const qint64 minReady = numberAt(set, {u"spec", u"minReadySeconds"});
    QList<QJsonObject> placed;
    int misplaced = 0;
    for (auto each = pods.begin(); each != pods.end(); ++each) {
        if (nodes.contains(each.key())) {
            placed.append(*each);
        } else {
            ++misplaced;
        }
    }
    const PodCounts counts = countPods(placed, minReady, m_world.now());
    const auto updated
        = std::ranges::count_if(placed, [&](const QJsonObject &each) { return revisionOf(each) == wanted && !isDeleting(each); });
    QJsonObject status{{u"currentNumberScheduled"_s, counts.replicas},
                       {u"desiredNumberScheduled"_s, nodes.size()},
                       {u"numberMisscheduled"_s, misplaced},
                       {u"numberReady"_s, counts.ready},
                       {u"updatedNumberScheduled"_s, updated},
                       {u"numberAvailable"_s, counts.available},
                       {u"observedGeneration"_s, valueAt(set, {u"metadata", u"generation"})}};
    if (nodes.size() > counts.available) {
        status.insert(u"numberUnavailable", nodes.size() - counts.available);
    }
    writeStatus(kinds::daemonSet(), set, status);
    if (const auto next = nextAvailable(placed, minReady, m_world.now())) {
        lookLater({.ns = namespaceOf(set), .name = nameOf(set)}, *next);
    }
}

} // namespace sentinel::sandbox
