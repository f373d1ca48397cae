// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Names.h"
#include "core/sandbox/workloads/PodSync.h"
#include "core/sandbox/workloads/Resources.h"

#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

using Phase = ContainerRun::Phase;

QString namesOf(const QList<ContainerRun> &containers, const std::function<bool(const ContainerRun &)> &isMeant)
{
    QStringList names;
    for (const ContainerRun &each : containers) {
        if (isMeant(each)) {
            names.append(each.name);
        }
    }
    return names.join(u' ');
}

QJsonObject condition(const QString &type, bool isTrue, const QString &reason = {}, const QString &message = {})
{
    QJsonObject object{{u"type"_s, type}, {u"status"_s, isTrue ? u"True"_s : u"False"_s}};
    if (!reason.isEmpty()) {
        object.insert(u"reason", reason);
    }
    if (!message.isEmpty()) {
        object.insert(u"message", message);
    }
    return object;
}

} // namespace

QString PodSync::containerId(const ContainerRun &container, int serial) const
{
    const QString seed = uidOf(m_pod) + container.name + QString::number(serial);
    return u"containerd://"_s + QString::fromLatin1(QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QJsonObject PodSync::endedState(const ContainerRun &container) const
{
    QJsonObject ended{{u"exitCode"_s, container.exitCode},
                      {u"reason"_s, container.endReason},
                      {u"startedAt"_s, timestamp(container.startedAt)},
                      {u"finishedAt"_s, timestamp(container.finishedAt)},
                      {u"containerID"_s, containerId(container, container.serial)}};
    if (!container.endMessage.isEmpty()) {
        ended.insert(u"message", container.endMessage);
    }
    return {{u"terminated"_s, ended}};
}

QJsonObject PodSync::statusOf(const ContainerRun &container) const
{
    const QString image = specOf(container).value(u"image").toString();
    QJsonObject state;
    switch (container.phase) {
    case Phase::Running:
        state = {{u"running"_s, QJsonObject{{u"startedAt"_s, timestamp(container.startedAt)}}}};
        break;
    case Phase::Ended:
        state = endedState(container);
        break;
    case Phase::Waiting:
    case Phase::Pulling:
    case Phase::Creating: {
        const bool isBlocked = !container.isInit && !isInitialised();
        const QString usual
            = isBlocked || (container.isInit || !m_run.inits.isEmpty()) ? u"PodInitializing"_s : u"ContainerCreating"_s;
        QJsonObject waiting{{u"reason"_s, container.reason.isEmpty() ? usual : container.reason}};
        if (!container.message.isEmpty()) {
            waiting.insert(u"message", container.message);
        }
        state = {{u"waiting"_s, waiting}};
        break;
    }
    }
    const bool isDone = container.isInit && container.phase == Phase::Ended && container.exitCode == 0;
    QJsonObject status{{u"name"_s, container.name},
                       {u"image"_s, Images::fullName(image)},
                       {u"imageID"_s, container.serial > 0 ? Images::idOf(image) : QString()},
                       {u"ready"_s, isDone || container.ready},
                       {u"started"_s, container.phase == Phase::Running && container.started},
                       {u"restartCount"_s, container.restarts},
                       {u"state"_s, state},
                       {u"lastState"_s, container.lastState}};
    if (container.serial > 0) {
        status.insert(u"containerID", containerId(container, container.serial));
    }
    return status;
}

bool PodSync::isInitialised() const
{
    return std::ranges::all_of(m_run.inits, [](const ContainerRun &each) {
        return each.isSidecar ? each.started || each.phase == Phase::Ended : each.phase == Phase::Ended && each.exitCode == 0;
    });
}

bool PodSync::mayRestart(const ContainerRun &container) const
{
    const QString policy = textAt(m_pod, {u"spec", u"restartPolicy"});
    if (container.isSidecar) {
        return true;
    }
    if (container.isInit) {
        return container.exitCode != 0 && policy != u"Never";
    }
    return policy.isEmpty() || policy == u"Always" || (policy == u"OnFailure" && container.exitCode != 0);
}

QString PodSync::phase() const
{
    if (!m_run.failure.isEmpty()) {
        return u"Failed"_s;
    }
    const auto isOver = [this](const ContainerRun &each) { return each.phase == Phase::Ended && !mayRestart(each); };
    const auto hasFailed = [&](const ContainerRun &each) { return isOver(each) && each.exitCode != 0; };
    if (std::ranges::any_of(m_run.inits, [&](const ContainerRun &each) { return !each.isSidecar && hasFailed(each); })) {
        return u"Failed"_s;
    }
    if (!m_run.mains.isEmpty() && std::ranges::all_of(m_run.mains, isOver)) {
        return std::ranges::any_of(m_run.mains, hasFailed) ? u"Failed"_s : u"Succeeded"_s;
    }
    const bool hasRun
        = isInitialised() && std::ranges::any_of(m_run.mains, [](const ContainerRun &each) { return each.serial > 0; });
    return hasRun ? u"Running"_s : u"Pending"_s;
}

QJsonArray PodSync::conditions() const
{
    const QString phaseNow = phase();
    const bool isOver = phaseNow == u"Succeeded" || phaseNow == u"Failed";
    const QString unready = namesOf(m_run.mains, [](const ContainerRun &each) { return !each.ready; })
        + namesOf(m_run.inits, [](const ContainerRun &each) { return each.isSidecar && !each.ready; });
    const QString uninitialised = namesOf(m_run.inits, [](const ContainerRun &each) {
        return !each.isSidecar && !(each.phase == Phase::Ended && each.exitCode == 0);
    });
    const QString why = phaseNow == u"Succeeded" ? u"PodCompleted"_s : phaseNow == u"Failed" ? u"PodFailed"_s : QString();
    QJsonArray list = listAt(m_pod, {u"status", u"conditions"});
    const auto add = [&](const QJsonObject &each) { list = withCondition(list, each, m_now); };
    add(condition(u"PodReadyToStartContainers"_s, m_run.hasSandbox && !isOver));
    add(uninitialised.isEmpty() ? condition(u"Initialized"_s, true, phaseNow == u"Succeeded" ? why : QString())
                                : condition(u"Initialized"_s, false, u"ContainersNotInitialized"_s,
                                            u"containers with incomplete status: [%1]"_s.arg(uninitialised)));
    for (const QString &type : {u"Ready"_s, u"ContainersReady"_s}) {
        add(isOver || !unready.isEmpty() || !uninitialised.isEmpty()
                ? condition(type, false, isOver ? why : u"ContainersNotReady"_s,
                            isOver ? QString() : u"containers with unready status: [%1]"_s.arg(unready))
                : condition(type, true));
    }
    add(condition(u"PodScheduled"_s, true));
    if (m_run.failure == u"Evicted") {
        add(condition(u"DisruptionTarget"_s, true, u"TerminationByKubelet"_s, m_run.failureMessage));
    }
    return list;
}

QJsonObject PodSync::status() const
{
    QJsonObject status = objectAt(m_pod, {u"status"});
    status.insert(u"phase", phase());
    status.insert(u"conditions", conditions());
    status.insert(u"startTime", timestamp(m_run.seen));
    status.insert(u"qosClass", qosClassOf(objectAt(m_pod, {u"spec"})));
    const auto node = m_world.store.find(kinds::node(), {}, textAt(m_pod, {u"spec", u"nodeName"}));
    for (const QJsonValue &each : node ? listAt(*node, {u"status", u"addresses"}) : QJsonArray()) {
        if (each.toObject().value(u"type").toString() == u"InternalIP") {
            status.insert(u"hostIP", each.toObject().value(u"address"));
            status.insert(u"hostIPs", QJsonArray{QJsonObject{{u"ip"_s, each.toObject().value(u"address")}}});
        }
    }
    if (m_run.hasSandbox) {
        status.insert(u"podIP", m_run.ip);
        status.insert(u"podIPs", QJsonArray{QJsonObject{{u"ip"_s, m_run.ip}}});
    }
    if (!m_run.failure.isEmpty()) {
        status.insert(u"reason", m_run.failure);
        status.insert(u"message", m_run.failureMessage);
    }
    for (const bool isInit : {true, false}) {
        QJsonArray list;
        for (const ContainerRun &each : isInit ? m_run.inits : m_run.mains) {
            list.append(statusOf(each));
        }
        if (!list.isEmpty()) {
            status.insert(isInit ? u"initContainerStatuses"_s : u"containerStatuses"_s, list);
        }
    }
    return status;
}

} // namespace sentinel::sandbox
