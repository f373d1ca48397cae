// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Scheduler.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/workloads/Pods.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

const auto kComponent = u"default-scheduler"_s;

/// "0/6 nodes are available: 3 Insufficient cpu, 3 node(s) were unschedulable. preemption: …", worded as kube-scheduler does.
QString sentenceOf(const QList<Refusal> &refusals)
{
    QMap<QString, int> counts;
    int noUse = 0;
    for (const Refusal &each : refusals) {
        for (const QString &reason : each.reasons) {
            ++counts[reason];
        }
        noUse += each.isForGood ? 1 : 0;
    }
    const auto total = refusals.size();
    if (total == 0) {
        return u"no nodes available to schedule pods"_s;
    }
    QStringList parts;
    for (auto each = counts.begin(); each != counts.end(); ++each) {
        parts.append(u"%1 %2"_s.arg(*each).arg(each.key()));
    }
    std::ranges::sort(parts);
    QStringList preemption;
    if (total > noUse) {
        preemption.append(u"%1 No preemption victims found for incoming pod"_s.arg(total - noUse));
    }
    if (noUse > 0) {
        preemption.append(u"%1 Preemption is not helpful for scheduling"_s.arg(noUse));
    }
    std::ranges::sort(preemption);
    return u"0/%1 nodes are available: %2. preemption: 0/%1 nodes are available: %3."_s.arg(
        QString::number(total), parts.join(u", "_s), preemption.join(u", "_s));
}

} // namespace

Scheduler::Scheduler(World &world)
    : Controller(world)
    , m_fit(world.store)
{
    lookAtAll(kinds::pod());
}

void Scheduler::observe(const Change &change)
{
    m_fit.follow(change);
    if (change.type == &kinds::pod()) {
        const Key key{.ns = namespaceOf(change.object), .name = nameOf(change.object)};
        if (change.kind == Change::Kind::Deleted) {
            m_waiting.remove(key);
            m_fit.forget(change.object);
        }
        if (change.kind != Change::Kind::Deleted && textAt(change.object, {u"spec", u"nodeName"}).isEmpty()) {
            look(key.ns, key.name);
        }
        const bool hasFreedRoom = change.kind == Change::Kind::Deleted || isFinished(change.object) || isDeleting(change.object)
            || textAt(change.before, {u"spec", u"nodeName"}).isEmpty();
        if (!hasFreedRoom) {
            return;
        }
    } else if (change.type != &kinds::node() && change.type != &kinds::volumeClaim() && change.type != &kinds::storageClass()) {
        return;
    }
    for (const Key &key : std::as_const(m_waiting)) {
        look(key.ns, key.name);
    }
}

QString Scheduler::claimProblem(const QJsonObject &pod, QStringList &unbound) const
{
    const QStringList claims = claimsOf(pod);
    for (const QString &name : claims) {
        const auto claim = m_world.store.find(kinds::volumeClaim(), namespaceOf(pod), name);
        if (!claim) {
            return u"persistentvolumeclaim \"%1\" not found"_s.arg(name);
        }
        if (isDeleting(*claim)) {
            return u"persistentvolumeclaim \"%1\" is being deleted"_s.arg(name);
        }
        if (textAt(*claim, {u"status", u"phase"}) == u"Bound") {
            continue;
        }
        const auto storage = m_world.store.find(kinds::storageClass(), {}, textAt(*claim, {u"spec", u"storageClassName"}));
        if (!storage || storage->value(u"volumeBindingMode").toString() != u"WaitForFirstConsumer") {
            return u"pod has unbound immediate PersistentVolumeClaims"_s;
        }
        unbound.append(name);
    }
    return {};
}

void Scheduler::reconcile(const Key &key)
{
    const auto pod = m_world.store.find(kinds::pod(), key.ns, key.name);
    m_waiting.remove(key);
    if (pod) {
        m_fit.forget(*pod);
    }
    const QString scheduler = pod ? textAt(*pod, {u"spec", u"schedulerName"}) : QString();
    if (!pod || isDeleting(*pod) || !textAt(*pod, {u"spec", u"nodeName"}).isEmpty() || isFinished(*pod)
        || (!scheduler.isEmpty() && scheduler != kComponent)) {
        return;
    }
    QStringList unbound;
    if (const QString problem = claimProblem(*pod, unbound); !problem.isEmpty()) {
        const auto total = m_fit.rooms().size();
        refuse(
            *pod,
            u"0/%1 nodes are available: %2. preemption: 0/%1 nodes are available: %1 Preemption is not helpful for scheduling."_s
                .arg(QString::number(total), problem));
        return;
    }
    const QString chosen = chosenFor(*pod, unbound);
    QList<Refusal> refusals;
    const Room *best = nullptr;
    double bestScore = 0;
    for (const Room &room : m_fit.rooms()) {
        const Refusal refusal = m_fit.refusal(*pod, room);
        refusals.append(refusal);
        if (!refusal.reasons.isEmpty()) {
            continue;
        }
        if (nameOf(room.node) == chosen) {
            best = &room;
            break;
        }
        const double score = m_fit.score(*pod, room);
        if (!best || score > bestScore) {
            best = &room;
            bestScore = score;
        }
    }
    if (!best) {
        refuse(*pod, sentenceOf(refusals));
        return;
    }
    const QString node = nameOf(best->node); // the rooms follow what is written next
    if (choose(*pod, unbound, node)) {
        bind(*pod, node);
    } else {
        m_waiting.insert(key); // its volumes are made where it will run
        m_fit.expect(*pod, node);
    }
}

QString Scheduler::chosenFor(const QJsonObject &pod, const QStringList &unbound) const
{
    for (const QString &name : unbound) {
        const auto claim = m_world.store.find(kinds::volumeClaim(), namespaceOf(pod), name);
        const QString node
            = claim ? textAt(*claim, {u"metadata", u"annotations", u"volume.kubernetes.io/selected-node"}) : QString();
        if (!node.isEmpty()) {
            return node;
        }
    }
    return {};
}

bool Scheduler::choose(const QJsonObject &pod, const QStringList &unbound, const QString &node)
{
    for (const QString &name : unbound) {
        m_world.store.change(
            kinds::volumeClaim(), namespaceOf(pod), name,
            [&](QJsonObject &claim) {
                if (hasAt(claim, {u"metadata", u"annotations", u"volume.kubernetes.io/selected-node"})) {
                    return false;
                }
                put(claim, {u"metadata", u"annotations", u"volume.kubernetes.io/selected-node"}, node);
                return true;
            },
            Store::Half::Both);
    }
    return unbound.isEmpty();
}

void Scheduler::refuse(const QJsonObject &pod, const QString &message)
{
    m_waiting.insert({.ns = namespaceOf(pod), .name = nameOf(pod)});
    const QJsonObject present = conditionOf(pod, u"PodScheduled");
    if (present.value(u"message").toString() == message && present.value(u"status").toString() == u"False") {
        return;
    }
    QJsonObject status = objectAt(pod, {u"status"});
    status.insert(u"phase", u"Pending"_s);
    status.insert(u"conditions",
                  withCondition(status.value(u"conditions").toArray(),
                                {{u"type"_s, u"PodScheduled"_s},
                                 {u"status"_s, u"False"_s},
                                 {u"reason"_s, u"Unschedulable"_s},
                                 {u"message"_s, message}},
                                m_world.now()));
    writeStatus(kinds::pod(), pod, status);
    m_world.events.warning(pod, kComponent, u"FailedScheduling"_s, message);
}

void Scheduler::bind(const QJsonObject &pod, const QString &node)
{
    m_world.store.change(
        kinds::pod(), namespaceOf(pod), nameOf(pod),
        [&](QJsonObject &object) {
            put(object, {u"spec", u"nodeName"}, node);
            put(object, {u"status", u"phase"}, u"Pending"_s);
            put(object, {u"status", u"conditions"},
                withCondition(listAt(object, {u"status", u"conditions"}),
                              {{u"type"_s, u"PodScheduled"_s}, {u"status"_s, u"True"_s}}, m_world.now()));
            return true;
        },
        Store::Half::Both);
    m_world.events.normal(pod, kComponent, u"Scheduled"_s,
                          u"Successfully assigned %1/%2 to %3"_s.arg(namespaceOf(pod), nameOf(pod), node));
}

} // namespace sentinel::sandbox
