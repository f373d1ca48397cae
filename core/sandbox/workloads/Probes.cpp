// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/PodSync.h"

#include "core/sandbox/workloads/Voices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// The kubelet's words for a probe that gets no good answer.
QString wordsOf(const QJsonObject &probe, const QString &address, bool isUp, const QString &given)
{
    if (!given.isEmpty()) {
        return given;
    }
    if (probe.contains(u"httpGet")) {
        const QString port = valueAt(probe, {u"httpGet", u"port"}).toVariant().toString();
        const QString url = u"http://%1:%2%3"_s.arg(address, port, textAt(probe, {u"httpGet", u"path"}));
        return isUp ? u"HTTP probe failed with statuscode: 503"_s
                    : u"Get \"%1\": dial tcp %2:%3: connect: connection refused"_s.arg(url, address, port);
    }
    if (probe.contains(u"tcpSocket")) {
        return u"dial tcp %1:%2: connect: connection refused"_s.arg(
            address, valueAt(probe, {u"tcpSocket", u"port"}).toVariant().toString());
    }
    return probe.contains(u"grpc") ? u"service unhealthy (responded with \"NOT_SERVING\")"_s : u"command exited with 1"_s;
}

} // namespace

QString PodSync::probeProblem(const ContainerRun &container, const QString &kind) const
{
    const QJsonObject probe = specOf(container).value(kind + u"Probe"_s).toObject();
    if (const Fault *fault = m_world.breakage.failingProbe(m_pod, container.name, kind)) {
        return wordsOf(probe, m_run.ip, true, fault->sentence);
    }
    if (m_now < container.bootedAt) {
        return wordsOf(probe, m_run.ip, false, {});
    }
    const bool needsServices = kind == u"readiness" && !container.program.services.isEmpty();
    if (needsServices && !missingFor(m_world, m_jobs, namespaceOf(m_pod), container.program).isEmpty()) {
        return wordsOf(probe, m_run.ip, true, {});
    }
    return {};
}

/// Runs a probe when its time has come.
PodSync::Tried PodSync::tryProbe(ContainerRun &container, const QString &kind, const QString &problem)
{
    const QJsonObject spec = specOf(container).value(kind + u"Probe"_s).toObject();
    const qint64 period = std::max<qint64>(1, numberAt(spec, {u"periodSeconds"}, 10));
    ContainerRun::ProbeRun &run = container.probes[kind];
    if (!run.next.isValid()) {
        run.next = std::max(container.startedAt.addSecs(numberAt(spec, {u"initialDelaySeconds"})), m_now);
    }
    if (m_now < run.next) {
        at(run.next);
        return Tried::NotYet;
    }
    run.next = m_now.addSecs(period);
    if (problem.isEmpty()) {
        run.failures = 0;
        return Tried::Passed;
    }
    ++run.failures;
    at(run.next);
    // While it boots a program refuses connections; saying so of every pod would hide what matters.
    if (m_now >= container.bootedAt) {
        QString word = kind;
        word[0] = word.at(0).toUpper();
        say(container, true, u"Unhealthy"_s, u"%1 probe failed: %2"_s.arg(word, problem));
    }
    const bool isOver = run.failures >= std::max<qint64>(1, numberAt(spec, {u"failureThreshold"}, 3));
    return isOver ? Tried::FailedTooOften : Tried::Failed;
}

bool PodSync::probe(ContainerRun &container)
{
    if (!container.started && probeStart(container)) {
        return true;
    }
    if (!container.started) {
        return false;
    }
    if (probeLife(container)) {
        return true;
    }
    probeReadiness(container);
    return false;
}

/// True when the container was ended.
bool PodSync::probeStart(ContainerRun &container)
{
    const Tried tried = tryProbe(container, u"startup"_s, probeProblem(container, u"startup"_s));
    container.started = tried == Tried::Passed;
    if (tried != Tried::FailedTooOften) {
        return false;
    }
    say(container, false, u"Killing"_s, u"Container %1 failed startup probe, will be restarted"_s.arg(container.name));
    end(container, 137, u"Error"_s);
    return true;
}

/// True when the container was ended. A probe that passes is not run at all: nothing would come of it.
bool PodSync::probeLife(ContainerRun &container)
{
    if (!specOf(container).contains(u"livenessProbe")) {
        return false;
    }
    const QString problem = probeProblem(container, u"liveness"_s);
    if (problem.isEmpty() || m_now < container.bootedAt) {
        container.probes.remove(u"liveness"_s);
        if (m_world.breakage.failingProbe(m_pod, container.name, u"liveness"_s)) {
            at(container.bootedAt);
        }
        return false;
    }
    if (tryProbe(container, u"liveness"_s, problem) != Tried::FailedTooOften) {
        return false;
    }
    say(container, false, u"Killing"_s, u"Container %1 failed liveness probe, will be restarted"_s.arg(container.name));
    sayStopped(m_world.logs, uidOf(m_pod), container, m_now);
    end(container, 137, u"Error"_s);
    return true;
}

void PodSync::probeReadiness(ContainerRun &container)
{
    if (!specOf(container).contains(u"readinessProbe")) {
        container.ready = true;
        return;
    }
    const QString problem = probeProblem(container, u"readiness"_s);
    if (problem.isEmpty() && container.ready) {
        container.probes.remove(u"readiness"_s);
        return;
    }
    const Tried tried = tryProbe(container, u"readiness"_s, problem);
    if (tried == Tried::Passed) {
        container.ready = true;
        container.probes.remove(u"readiness"_s);
        sayReady(m_world.logs, uidOf(m_pod), container, m_now);
    } else if (tried == Tried::FailedTooOften) {
        container.ready = false;
    }
}

} // namespace sentinel::sandbox
