// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Kubelet.h"

#include "core/sandbox/workloads/Pods.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

bool isSettled(const PodRun &run)
{
    return std::ranges::all_of(run.mains, [](const ContainerRun &each) { return each.phase == ContainerRun::Phase::Running; });
}

} // namespace

Kubelet::Kubelet(World &world)
    : Controller(world)
    , m_images(world)
{
    m_breakage = world.breakage.listen([this] {
        for (const Kept &each : std::as_const(m_pods)) {
            look(each.key.ns, each.key.name);
        }
    });
    lookAtAll(kinds::pod());
}

Kubelet::~Kubelet()
{
    m_world.breakage.forget(m_breakage);
}

void Kubelet::lookAtPodsOf(const QString &ns, const std::function<bool(const PodRun &)> &isMeant)
{
    for (const Kept &each : std::as_const(m_pods)) {
        if (each.key.ns == ns && isMeant(each.run)) {
            look(each.key.ns, each.key.name);
        }
    }
}

void Kubelet::observe(const Change &change)
{
    const QString ns = namespaceOf(change.object);
    if (change.type == &kinds::pod()) {
        if (change.kind == Change::Kind::Deleted) {
            forget(uidOf(change.object));
        } else if (!textAt(change.object, {u"spec", u"nodeName"}).isEmpty()) {
            look(change.object);
        }
    } else if (change.type == &kinds::job()) {
        m_finishedJobs.observe(m_world.store, change);
        lookAtPodsOf(ns, [](const PodRun &run) { return !isSettled(run); });
    } else if (change.type == &kinds::secret() || change.type == &kinds::configMap()) {
        lookAtPodsOf(ns, [](const PodRun &run) { return !isSettled(run); });
    } else if (change.type == &kinds::endpointSlice() || change.type == &kinds::service()) {
        lookAtPodsOf(ns, [](const PodRun &run) {
            const auto needs = [](const ContainerRun &each) { return !each.program.services.isEmpty(); };
            return std::ranges::any_of(run.mains, needs) || std::ranges::any_of(run.inits, needs);
        });
    } else if (change.type == &kinds::volumeClaim()) {
        lookAtPodsOf(ns, [](const PodRun &) { return true; });
    }
}

QString Kubelet::addressOn(const QString &node)
{
    const auto object = m_world.store.find(kinds::node(), {}, node);
    const QString range = object ? textAt(*object, {u"spec", u"podCIDR"}) : QString();
    const int last = ++m_addresses[node];
    // A /24 of the cluster's network for each node; after 250 pods the addresses of the first are free again.
    return range.section(u'.', 0, 2) + u'.' + QString::number(2 + (last - 1) % 250);
}

void Kubelet::forget(const QString &uid)
{
    m_pods.remove(uid);
    m_world.logs.forgetPod(uid);
}

void Kubelet::reconcile(const Key &key)
{
    const auto pod = m_world.store.find(kinds::pod(), key.ns, key.name);
    const QString node = pod ? textAt(*pod, {u"spec", u"nodeName"}) : QString();
    if (node.isEmpty() || m_world.breakage.isNodeLost(node)) {
        return;
    }
    const QString uid = uidOf(*pod);
    if (isFinished(*pod)) {
        if (isDeleting(*pod)) {
            static_cast<void>(m_world.store.remove(kinds::pod(), key.ns, key.name));
        }
        return;
    }
    if (!m_pods.contains(uid)) {
        m_pods.insert(uid, {.key = key, .run = {}});
        m_pods[uid].run.ip = addressOn(node);
    }
    PodRun run = m_pods.value(uid).run;
    PodSync sync(m_world, m_images, m_finishedJobs, *pod, run);
    bool isGone = false;
    if (isDeleting(*pod)) {
        isGone = sync.stop();
    } else {
        sync.advance();
    }
    const QJsonObject status = sync.status();
    m_pods[uid].run = run;
    if (sync.next()) {
        lookLater(key, *sync.next());
    }
    writeStatus(kinds::pod(), *pod, status);
    if (isGone) {
        static_cast<void>(m_world.store.remove(kinds::pod(), key.ns, key.name));
    }
}

} // namespace sentinel::sandbox
