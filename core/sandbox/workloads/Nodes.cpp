// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Nodes.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/workloads/Deletion.h"
#include "core/sandbox/workloads/NodeObject.h"
#include "core/sandbox/workloads/Tolerations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr auto kUnreachable = "node.kubernetes.io/unreachable"_L1;
constexpr auto kUnschedulable = "node.kubernetes.io/unschedulable"_L1;

QJsonArray withoutTaint(const QJsonArray &taints, QLatin1StringView key)
{
    QJsonArray kept;
    for (const QJsonValue &each : taints) {
        if (each.toObject().value(u"key").toString() != key) {
            kept.append(each);
        }
    }
    return kept;
}

bool hasTaint(const QJsonArray &taints, QLatin1StringView key)
{
    return std::ranges::any_of(taints, [&](const QJsonValue &each) { return each.toObject().value(u"key").toString() == key; });
}

} // namespace

Nodes::Nodes(World &world)
    : Controller(world)
{
    makeNodes();
    m_breakage = world.breakage.listen([this] { lookAtAll(kinds::node()); });
    lookAtAll(kinds::node());
}

Nodes::~Nodes()
{
    m_world.breakage.forget(m_breakage);
}

void Nodes::makeNodes()
{
    // Zone by zone in turn, so that the first nodes are one of each zone, as a cloud makes them.
    int ordinal = 0;
    int most = 0;
    for (const Options::NodePool &pool : m_world.options.pools) {
        most = std::max(most, pool.nodes);
    }
    for (int round = 0; round < most; ++round) {
        for (const Options::NodePool &pool : m_world.options.pools) {
            if (round < pool.nodes) {
                QJsonObject node = nodeObject(m_world.options, pool, ++ordinal);
                put(node, {u"status", u"conditions"}, healthyConditions({}, m_world.now()));
                static_cast<void>(m_world.store.create(kinds::node(), node));
            }
        }
    }
}

void Nodes::observe(const Change &change)
{
    if (change.type == &kinds::node()) {
        look({}, nameOf(change.object));
    } else if (change.type == &kinds::pod() && m_silentSince.contains(textAt(change.object, {u"spec", u"nodeName"}))) {
        look({}, textAt(change.object, {u"spec", u"nodeName"}));
    }
}

void Nodes::reconcile(const Key &key)
{
    const auto node = m_world.store.find(kinds::node(), {}, key.name);
    if (!node) {
        // Its pods go with it: nobody is left to end them.
        for (const QJsonObject &pod : m_world.store.list(kinds::pod())) {
            if (textAt(pod, {u"spec", u"nodeName"}) == key.name) {
                static_cast<void>(m_world.store.remove(kinds::pod(), namespaceOf(pod), nameOf(pod)));
            }
        }
        return;
    }
    if (!m_world.breakage.isNodeLost(key.name)) {
        m_silentSince.remove(key.name);
        markReady(*node);
        evictPods(*node);
        return;
    }
    const QDateTime silent = m_silentSince.value(key.name, m_world.now());
    m_silentSince.insert(key.name, silent);
    const Duration left = m_world.options.pace.nodeGrace - since(silent);
    if (left > Duration::zero()) {
        lookLater(key, left);
        return;
    }
    markLost(*node);
    evictPods(*m_world.store.find(kinds::node(), {}, key.name));
}

void Nodes::setTaints(const QString &node, QJsonArray taints)
{
    m_world.store.change(
        kinds::node(), {}, node,
        [&](QJsonObject &object) {
            const bool isCordoned = flagAt(object, {u"spec", u"unschedulable"});
            if (isCordoned != hasTaint(taints, kUnschedulable)) {
                taints = withoutTaint(taints, kUnschedulable);
                if (isCordoned) {
                    taints.append(QJsonObject{{u"key"_s, QString(kUnschedulable)},
                                              {u"effect"_s, u"NoSchedule"_s},
                                              {u"timeAdded"_s, timestamp(m_world.now())}});
                }
            }
            put(object, {u"spec", u"taints"}, taints.isEmpty() ? QJsonValue(QJsonValue::Undefined) : taints);
            return true;
        },
        Store::Half::Both);
}

void Nodes::markReady(const QJsonObject &node)
{
    const bool wasReady = isTrue(node, u"Ready");
    setTaints(nameOf(node), withoutTaint(listAt(node, {u"spec", u"taints"}), kUnreachable));
    if (wasReady) {
        return;
    }
    QJsonObject status = objectAt(node, {u"status"});
    status.insert(u"conditions", healthyConditions(status.value(u"conditions").toArray(), m_world.now()));
    writeStatus(kinds::node(), node, status);
    m_world.events.normal(node, u"kubelet"_s, u"NodeReady"_s, u"Node %1 status is now: NodeReady"_s.arg(nameOf(node)));
}

void Nodes::markLost(const QJsonObject &node)
{
    QJsonArray taints = listAt(node, {u"spec", u"taints"});
    if (!hasTaint(taints, kUnreachable)) {
        for (const QString &effect : {u"NoSchedule"_s, u"NoExecute"_s}) {
            taints.append(QJsonObject{
                {u"key"_s, QString(kUnreachable)}, {u"effect"_s, effect}, {u"timeAdded"_s, timestamp(m_world.now())}});
        }
        setTaints(nameOf(node), taints);
    }
    if (conditionOf(node, u"Ready").value(u"status").toString() == u"Unknown") {
        return;
    }
    QJsonObject status = objectAt(node, {u"status"});
    status.insert(u"conditions", unknownConditions(status.value(u"conditions").toArray(), m_world.now()));
    writeStatus(kinds::node(), node, status);
    m_world.events.normal(node, u"node-controller"_s, u"NodeNotReady"_s,
                          u"Node %1 status is now: NodeNotReady"_s.arg(nameOf(node)));
    for (const QJsonObject &pod : m_world.store.list(kinds::pod())) {
        if (textAt(pod, {u"spec", u"nodeName"}) != nameOf(node) || !isTrue(pod, u"Ready")) {
            continue;
        }
        QJsonObject podStatus = objectAt(pod, {u"status"});
        QJsonObject ready = conditionOf(pod, u"Ready");
        ready.insert(u"status", u"False"_s);
        podStatus.insert(u"conditions", withCondition(podStatus.value(u"conditions").toArray(), ready, m_world.now()));
        writeStatus(kinds::pod(), pod, podStatus);
        m_world.events.warning(pod, u"node-controller"_s, u"NodeNotReady"_s, u"Node is not ready"_s);
    }
}

void Nodes::evictPods(const QJsonObject &node)
{
    for (const QJsonValue &each : listAt(node, {u"spec", u"taints"})) {
        const QJsonObject taint = each.toObject();
        if (taint.value(u"effect").toString() != u"NoExecute") {
            continue;
        }
        const QDateTime added = timeAt(taint, {u"timeAdded"});
        for (const QJsonObject &pod : m_world.store.list(kinds::pod())) {
            if (textAt(pod, {u"spec", u"nodeName"}) != nameOf(node) || isDeleting(pod)) {
                continue;
            }
            const auto stay = toleratedFor(objectAt(pod, {u"spec"}), taint);
            if (!stay) {
                continue; // for good
            }
            const Duration left = *stay - (added.isValid() ? since(added) : *stay);
            if (left > Duration::zero()) {
                lookLater({.ns = {}, .name = nameOf(node)}, left);
                continue;
            }
            m_world.events.normal(pod, u"taint-eviction-controller"_s, u"TaintManagerEviction"_s,
                                  u"Marking for deletion Pod %1/%2"_s.arg(namespaceOf(pod), nameOf(pod)));
            static_cast<void>(beginDeletion(m_world.store, kinds::pod(), namespaceOf(pod), nameOf(pod)));
        }
    }
}

} // namespace sentinel::sandbox
