// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/PodSync.h"

#include "core/sandbox/workloads/Voices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

PodSync::PodSync(World &world, Images &images, const FinishedJobs &jobs, QJsonObject pod, PodRun &run)
    : m_world(world)
    , m_images(images)
    , m_jobs(jobs)
    , m_pod(std::move(pod))
    , m_run(run)
    , m_now(world.now())
{
    if (!m_run.seen.isValid()) {
        meet();
    }
}

void PodSync::meet()
{
    m_run.seen = m_now;
    for (const bool isInit : {true, false}) {
        for (const QJsonValue &each : listAt(m_pod, {u"spec", isInit ? u"initContainers" : u"containers"})) {
            const QJsonObject spec = each.toObject();
            const bool isSidecar = isInit && spec.value(u"restartPolicy").toString() == u"Always";
            ContainerRun container;
            container.name = spec.value(u"name").toString();
            container.isInit = isInit;
            container.isSidecar = isSidecar;
            (isInit ? m_run.inits : m_run.mains).append(container);
        }
    }
}

QJsonObject PodSync::specOf(const ContainerRun &container) const
{
    for (const QJsonValue &each : listAt(m_pod, {u"spec", container.isInit ? u"initContainers" : u"containers"})) {
        if (each.toObject().value(u"name").toString() == container.name) {
            return each.toObject();
        }
    }
    return {};
}

void PodSync::at(const QDateTime &time)
{
    const Duration delay(std::max<qint64>(1, m_now.msecsTo(time)));
    m_next = std::min(m_next.value_or(delay), delay);
}

void PodSync::say(const ContainerRun &container, bool isWarning, const QString &reason, const QString &message)
{
    const QString list = container.isInit ? u"initContainers"_s : u"containers"_s;
    m_world.events.ofContainer(m_pod, u"spec.%1{%2}"_s.arg(list, container.name), isWarning, reason, message);
}

bool PodSync::prepare()
{
    if (m_run.hasSandbox) {
        return true;
    }
    if (m_run.mountAgain.isValid() && m_now < m_run.mountAgain && mountProblem(m_world.store, m_pod) != QString()) {
        at(m_run.mountAgain);
        return false;
    }
    if (const QString problem = mountProblem(m_world.store, m_pod); !problem.isEmpty()) {
        m_world.events.ofContainer(m_pod, {}, true, u"FailedMount"_s, problem);
        // Half a second, doubled up to two minutes: the kubelet's back-off of mounts.
        const int doublings = std::min(m_run.mountFailures++, 8);
        m_run.mountAgain = m_now.addMSecs(std::min<qint64>(500LL << doublings, 122'000));
        at(m_run.mountAgain);
        return false;
    }
    if (!m_run.sandboxAt.isValid()) {
        m_run.sandboxAt = m_now.addMSecs(m_world.options.pace.sandbox.count());
    }
    if (m_now < m_run.sandboxAt) {
        at(m_run.sandboxAt);
        return false;
    }
    m_run.hasSandbox = true;
    return true;
}

void PodSync::advance()
{
    if (!m_run.failure.isEmpty()) {
        return;
    }
    const qint64 deadline = numberAt(m_pod, {u"spec", u"activeDeadlineSeconds"});
    if (deadline > 0) {
        const QDateTime until = m_run.seen.addSecs(deadline);
        if (m_now >= until) {
            endWholePod(u"DeadlineExceeded"_s, u"Pod was active on the node longer than the specified deadline"_s);
            return;
        }
        at(until);
    }
    if (const QString volume = m_world.breakage.overfullVolume(m_pod); !volume.isEmpty() && m_run.hasSandbox) {
        for (const QJsonValue &each : listAt(m_pod, {u"spec", u"volumes"})) {
            const QString limit = textAt(each.toObject(), {u"emptyDir", u"sizeLimit"});
            if (each.toObject().value(u"name").toString() == volume && !limit.isEmpty()) {
                const QString message = u"Usage of EmptyDir volume \"%1\" exceeds the limit \"%2\". "_s.arg(volume, limit);
                m_world.events.ofContainer(m_pod, {}, true, u"Evicted"_s, message);
                endWholePod(u"Evicted"_s, message);
                return;
            }
        }
    }
    if (!prepare()) {
        return;
    }
    for (ContainerRun &each : m_run.inits) {
        advance(each);
        const bool isThrough = each.isSidecar ? each.started : each.phase == ContainerRun::Phase::Ended && each.exitCode == 0;
        if (!isThrough) {
            return;
        }
    }
    for (ContainerRun &each : m_run.mains) {
        advance(each);
    }
    const bool isOver = std::ranges::all_of(
        m_run.mains, [this](const ContainerRun &each) { return each.phase == ContainerRun::Phase::Ended && !mayRestart(each); });
    for (ContainerRun &each : m_run.inits) {
        if (isOver && each.phase == ContainerRun::Phase::Running) {
            end(each, 0, u"Completed"_s); // a sidecar outlives the others, not the pod
        }
    }
}

void PodSync::endWholePod(const QString &reason, const QString &message)
{
    m_run.failure = reason;
    m_run.failureMessage = message;
    for (QList<ContainerRun> *list : {&m_run.inits, &m_run.mains}) {
        for (ContainerRun &each : *list) {
            if (each.phase == ContainerRun::Phase::Running) {
                say(each, false, u"Killing"_s, u"Stopping container "_s + each.name);
                end(each, 137, u"Error"_s);
            }
        }
    }
}

bool PodSync::stop()
{
    using std::chrono::seconds;
    const auto isRunning = [](const ContainerRun &each) { return each.phase == ContainerRun::Phase::Running; };
    if (!m_run.isStopping) {
        m_run.isStopping = true;
        Duration needs = seconds(0);
        for (QList<ContainerRun> *list : {&m_run.inits, &m_run.mains}) {
            for (ContainerRun &each : *list) {
                if (!isRunning(each)) {
                    continue;
                }
                say(each, false, u"Killing"_s, u"Stopping container "_s + each.name);
                const Duration preStop = seconds(numberAt(specOf(each), {u"lifecycle", u"preStop", u"sleep", u"seconds"}));
                needs = std::max(needs, preStop + Duration(400 + steadyNumber(each.name, 1200)));
            }
        }
        const Duration grace = seconds(numberAt(m_pod, {u"metadata", u"deletionGracePeriodSeconds"}, 30));
        m_run.stopsAt = m_now.addMSecs(std::min(needs, grace).count());
    }
    // Somebody may have asked again, with less patience.
    const QDateTime latest = std::max(m_now, timeAt(m_pod, {u"metadata", u"deletionTimestamp"}));
    m_run.stopsAt = m_run.stopsAt < latest ? m_run.stopsAt : latest;
    if (m_now < m_run.stopsAt) {
        at(m_run.stopsAt);
        return false;
    }
    const bool isKilled = m_run.stopsAt >= timeAt(m_pod, {u"metadata", u"deletionTimestamp"});
    for (QList<ContainerRun> *list : {&m_run.inits, &m_run.mains}) {
        for (ContainerRun &each : *list) {
            if (isRunning(each)) {
                sayStopped(m_world.logs, uidOf(m_pod), each, m_now);
                // A program that would have ended by itself was cut short; one that serves ends well when it is asked to.
                const int code = isKilled ? 137 : each.program.ends ? 143 : 0;
                end(each, code, code != 0 ? u"Error"_s : u"Completed"_s);
            }
        }
    }
    return true;
}

} // namespace sentinel::sandbox
