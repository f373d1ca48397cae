// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/PodSync.h"

#include "core/sandbox/workloads/Voices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

using Phase = ContainerRun::Phase;

constexpr qint64 kMostBackOff = 300; ///< seconds, of restarts and of pulls alike

/// 10 s, doubled each time, 5 minutes at most.
qint64 backOffSeconds(int failures)
{
    return std::min<qint64>(10LL << std::clamp(failures - 1, 0, 6), kMostBackOff);
}

QString secondsText(qint64 milliseconds)
{
    return milliseconds < 1000 ? u"%1ms"_s.arg(milliseconds) : u"%1s"_s.arg(static_cast<double>(milliseconds) / 1000.0);
}

} // namespace

void PodSync::advance(ContainerRun &container)
{
    while (step(container)) { }
}

bool PodSync::step(ContainerRun &container)
{
    if (container.phase == Phase::Ended) {
        return restart(container);
    }
    if (container.phase == Phase::Running) {
        return run(container);
    }
    if (container.due.isValid() && m_now < container.due) {
        at(container.due);
        return false;
    }
    switch (container.phase) {
    case Phase::Waiting:
        return beginPull(container);
    case Phase::Pulling:
        return endPull(container);
    case Phase::Creating:
        return create(container);
    case Phase::Running:
    case Phase::Ended:
        break;
    }
    return false;
}

void PodSync::waitFor(ContainerRun &container, const QString &reason, const QString &message, Duration delay)
{
    container.phase = Phase::Waiting;
    container.reason = reason;
    container.message = message;
    container.due = m_now.addMSecs(delay.count());
}

bool PodSync::beginPull(ContainerRun &container)
{
    const QJsonObject spec = specOf(container);
    const QString image = spec.value(u"image").toString();
    const QString node = textAt(m_pod, {u"spec", u"nodeName"});
    if (Images::isMalformed(image)) {
        const QString why
            = u"Failed to apply default image tag \"%1\": couldn't parse image name \"%1\": invalid reference format"_s.arg(
                image);
        say(container, true, u"InspectFailed"_s, why);
        say(container, true, u"Failed"_s, u"Error: InvalidImageName"_s);
        waitFor(container, u"InvalidImageName"_s, why, std::chrono::seconds(60));
        at(container.due);
        return false;
    }
    const bool isPresent = m_images.isOn(node, image) && !m_world.breakage.isImageMissing(m_pod, image);
    if (isPresent && !Images::isAlwaysPulled(spec)) {
        say(container, false, u"Pulled"_s, u"Container image \"%1\" already present on machine"_s.arg(image));
        container.phase = Phase::Creating;
        container.due = m_now.addMSecs(m_world.options.pace.create.count());
        return true;
    }
    if (!isPresent && spec.value(u"imagePullPolicy").toString() == u"Never") {
        say(container, true, u"ErrImageNeverPull"_s,
            u"Container image \"%1\" is not present with pull policy of Never"_s.arg(image));
        waitFor(container, u"ErrImageNeverPull"_s,
                u"Container image \"%1\" is not present with pull policy of Never"_s.arg(image), std::chrono::seconds(30));
        at(container.due);
        return false;
    }
    say(container, false, u"Pulling"_s, u"Pulling image \"%1\""_s.arg(image));
    const bool isRefused = !m_images.refusal(m_pod, image).isEmpty();
    container.phase = Phase::Pulling;
    container.pullBegan = m_now;
    container.due = m_now.addMSecs((isPresent || isRefused ? Duration(700) : m_images.pullTime(image)).count());
    return true;
}

bool PodSync::endPull(ContainerRun &container)
{
    const QString image = specOf(container).value(u"image").toString();
    const QString refusal = m_images.refusal(m_pod, image);
    if (refusal.isEmpty()) {
        const QString took = secondsText(container.pullBegan.msecsTo(m_now));
        say(container, false, u"Pulled"_s,
            u"Successfully pulled image \"%1\" in %2 (%2 including waiting). Image size: %3 bytes."_s.arg(image, took)
                .arg(Images::bytesOf(image)));
        m_images.pulled(textAt(m_pod, {u"spec", u"nodeName"}), image);
        container.pullFailures = 0;
        container.phase = Phase::Creating;
        container.due = m_now.addMSecs(m_world.options.pace.create.count());
        return true;
    }
    const QString why = u"failed to pull image \"%1\": %2"_s.arg(image, refusal);
    say(container, true, u"Failed"_s, u"F"_s + why.sliced(1));
    say(container, true, u"Failed"_s, u"Error: ErrImagePull"_s);
    ++container.pullFailures;
    say(container, false, u"BackOff"_s, u"Back-off pulling image \"%1\""_s.arg(image));
    say(container, true, u"Failed"_s, u"Error: ImagePullBackOff"_s);
    // The first failure shows as ErrImagePull until the kubelet looks again.
    const bool isFirst = container.pullFailures == 1 && container.reason != u"ErrImagePull";
    waitFor(container, isFirst ? u"ErrImagePull"_s : u"ImagePullBackOff"_s,
            isFirst ? why : u"Back-off pulling image \"%1\": ErrImagePull: %2"_s.arg(image, why),
            std::chrono::seconds(backOffSeconds(container.pullFailures)));
    at(container.due);
    return false;
}

bool PodSync::create(ContainerRun &container)
{
    const QJsonObject spec = specOf(container);
    QJsonObject withAddress = m_pod;
    put(withAddress, {u"status", u"podIP"}, m_run.ip);
    const auto variables = environmentOf(m_world.store, withAddress, spec);
    if (!variables) {
        if (container.reason != u"CreateContainerConfigError" || container.message != variables.error()
            || m_now >= container.due) {
            say(container, true, u"Failed"_s, u"Error: "_s + variables.error());
        }
        waitFor(container, u"CreateContainerConfigError"_s, variables.error(), std::chrono::seconds(12));
        at(container.due);
        return false;
    }
    say(container, false, u"Created"_s, u"Created container: "_s + container.name);
    say(container, false, u"Started"_s, u"Started container "_s + container.name);
    if (container.phase == Phase::Creating && container.serial > 0) {
        ++container.restarts;
    }
    ++container.serial;
    container.phase = Phase::Running;
    container.reason.clear();
    container.message.clear();
    container.startedAt = m_now;
    container.finishedAt = {};
    container.goesOnAt = {};
    container.nextWaitLine = {};
    container.probes.clear();
    container.ready = false;
    container.program = programOf(m_world, m_pod, spec, container.isInit, *variables);
    container.bootedAt = m_now.addMSecs(container.program.boots.count());
    container.started = !spec.contains(u"startupProbe");
    m_world.logs.begin(uidOf(m_pod), container.name);
    sayStarted(m_world.logs, uidOf(m_pod), container, m_now);
    return true;
}

bool PodSync::isFullOf(const ContainerRun &container) const
{
    const QJsonArray mounts = specOf(container).value(u"volumeMounts").toArray();
    for (const QJsonValue &each : listAt(m_pod, {u"spec", u"volumes"})) {
        const QString claimName = textAt(each.toObject(), {u"persistentVolumeClaim", u"claimName"});
        const bool isMounted = !claimName.isEmpty() && std::ranges::any_of(mounts, [&](const QJsonValue &mount) {
            return mount.toObject().value(u"name") == each.toObject().value(u"name");
        });
        const auto claim
            = isMounted ? m_world.store.find(kinds::volumeClaim(), namespaceOf(m_pod), claimName) : std::optional<QJsonObject>();
        if (claim && m_world.breakage.isFull(*claim)) {
            return true;
        }
    }
    return false;
}

bool PodSync::run(ContainerRun &container)
{
    if (isFullOf(container)) {
        // It meets the wall with its first write: at the start, or some seconds after the volume filled.
        const QDateTime fails = std::max(container.startedAt.addSecs(3), m_now);
        if (m_now >= container.startedAt.addSecs(3)) {
            const QString sentence = sayDiskFull(m_world.logs, uidOf(m_pod), container, m_now);
            m_world.events.ofContainer(m_pod, {}, true, u"VolumeConditionAbnormal"_s,
                                       u"Volume is full: no space left on device"_s);
            end(container, 1, u"Error"_s, sentence);
            return true;
        }
        at(fails);
        return false;
    }
    if (const Fault *fault = m_world.breakage.failingContainer(m_pod, container.name)) {
        const QDateTime fails = container.startedAt.addMSecs(fault->after.count());
        if (m_now >= fails) {
            for (const QString &line : fault->log) {
                m_world.logs.append(uidOf(m_pod), container.name, m_now, line);
            }
            end(container, fault->exitCode, u"Error"_s, fault->sentence);
            return true;
        }
        at(fails);
    }
    return container.program.ends ? runToItsEnd(container) : probe(container);
}

bool PodSync::runToItsEnd(ContainerRun &container)
{
    const Program &program = container.program;
    // A container that ends may still be probed while it runs; it is ready as long as nothing says otherwise.
    container.started = true;
    container.ready = !container.isInit;
    if (!container.goesOnAt.isValid()) {
        const QStringList missing = missingFor(m_world, m_jobs, namespaceOf(m_pod), program);
        if (!missing.isEmpty()) {
            const QDateTime givesUp = container.startedAt.addMSecs(program.waitsAtMost.count());
            if (m_now >= givesUp) {
                const QString sentence = sayGaveUp(m_world.logs, uidOf(m_pod), container, m_now, missing);
                end(container, 1, u"Error"_s, sentence);
                return true;
            }
            if (!container.nextWaitLine.isValid() || m_now >= container.nextWaitLine) {
                sayWaiting(m_world.logs, uidOf(m_pod), container, m_now, missing);
                container.nextWaitLine = m_now.addSecs(5);
            }
            at(std::min(givesUp, container.nextWaitLine));
            return false;
        }
        container.goesOnAt = m_now;
        sayGoesOn(m_world.logs, uidOf(m_pod), container, m_now);
    }
    const QDateTime ends = container.goesOnAt.addMSecs(program.runs.count());
    if (m_now < ends) {
        at(ends);
        return false;
    }
    sayEnded(m_world.logs, uidOf(m_pod), container, m_now);
    end(container, program.exitCode, program.exitCode == 0 ? u"Completed"_s : u"Error"_s);
    return true;
}

void PodSync::end(ContainerRun &container, int exitCode, const QString &reason, const QString &message)
{
    container.phase = Phase::Ended;
    container.exitCode = exitCode;
    container.endReason = reason;
    container.endMessage = message;
    container.finishedAt = m_now;
    container.ready = false;
    container.started = false;
    m_world.logs.end(uidOf(m_pod), container.name);
}

bool PodSync::restart(ContainerRun &container)
{
    if (!mayRestart(container) || !m_run.failure.isEmpty() || m_run.isStopping) {
        return false;
    }
    // Ten minutes without an end forgive what was before.
    const bool ranLong = container.startedAt.secsTo(container.finishedAt) >= 2 * kMostBackOff;
    container.crashes = ranLong ? 1 : container.crashes + 1;
    container.lastState = endedState(container);
    if (container.crashes == 1) {
        container.phase = Phase::Waiting;
        container.reason.clear();
        container.due = {};
        return true;
    }
    const qint64 seconds = backOffSeconds(container.crashes - 1);
    const QString name = u"%1_%2(%3)"_s.arg(nameOf(m_pod), namespaceOf(m_pod), uidOf(m_pod));
    say(container, true, u"BackOff"_s, u"Back-off restarting failed container %1 in pod %2"_s.arg(container.name, name));
    // A whole number of minutes as Go prints it.
    const QString pause = seconds < 60 ? u"%1s"_s.arg(seconds) : u"%1m%2s"_s.arg(seconds / 60).arg(seconds % 60);
    waitFor(container, u"CrashLoopBackOff"_s,
            u"back-off %1 restarting failed container=%2 pod=%3"_s.arg(pause, container.name, name),
            std::chrono::seconds(seconds));
    at(container.due);
    return false;
}

} // namespace sentinel::sandbox
