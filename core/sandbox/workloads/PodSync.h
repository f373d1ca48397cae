// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Images.h"
#include "core/sandbox/workloads/PodRun.h"

namespace sentinel::sandbox {

/// One look of the kubelet at one pod: moves its containers on as far as the time allows and says when to look again.
class PodSync
{
public:
    PodSync(World &world, Images &images, const FinishedJobs &jobs, QJsonObject pod, PodRun &run);

    /// Containers on their way up, running, or restarted.
    void advance();
    /// The pod is being deleted. True once nothing of it runs any more.
    [[nodiscard]] bool stop();
    /// `status` as it is now.
    [[nodiscard]] QJsonObject status() const;
    /// When there is something to do again; nothing: only when something changes.
    [[nodiscard]] std::optional<Duration> next() const { return m_next; }

private:
    // PodSync.cpp
    void meet();
    [[nodiscard]] bool prepare();
    void endWholePod(const QString &reason, const QString &message);
    void at(const QDateTime &time);
    void say(const ContainerRun &container, bool isWarning, const QString &reason, const QString &message);
    [[nodiscard]] QJsonObject specOf(const ContainerRun &container) const;

    // ContainerSteps.cpp: each says whether the container got a step further
    void advance(ContainerRun &container);
    [[nodiscard]] bool step(ContainerRun &container);
    [[nodiscard]] bool beginPull(ContainerRun &container);
    [[nodiscard]] bool endPull(ContainerRun &container);
    [[nodiscard]] bool create(ContainerRun &container);
    [[nodiscard]] bool run(ContainerRun &container);
    [[nodiscard]] bool runToItsEnd(ContainerRun &container);
    [[nodiscard]] bool restart(ContainerRun &container);
    void waitFor(ContainerRun &container, const QString &reason, const QString &message, Duration delay);
    void end(ContainerRun &container, int exitCode, const QString &reason, const QString &message = {});
    [[nodiscard]] bool isFullOf(const ContainerRun &container) const;

    // Probes.cpp
    [[nodiscard]] bool probe(ContainerRun &container);
    enum class Tried { NotYet, Passed, Failed, FailedTooOften };
    [[nodiscard]] Tried tryProbe(ContainerRun &container, const QString &kind, const QString &problem);
    [[nodiscard]] bool probeStart(ContainerRun &container);
    [[nodiscard]] bool probeLife(ContainerRun &container);
    void probeReadiness(ContainerRun &container);
    [[nodiscard]] QString probeProblem(const ContainerRun &container, const QString &kind) const;

    // PodStatus.cpp
    [[nodiscard]] QJsonObject statusOf(const ContainerRun &container) const;
    [[nodiscard]] QJsonObject endedState(const ContainerRun &container) const;
    [[nodiscard]] QString phase() const;
    [[nodiscard]] QString containerId(const ContainerRun &container, int serial) const;
    [[nodiscard]] QJsonArray conditions() const;
    [[nodiscard]] bool isInitialised() const;
    [[nodiscard]] bool mayRestart(const ContainerRun &container) const;

    World &m_world;
    Images &m_images;
    const FinishedJobs &m_jobs;
    QJsonObject m_pod;
    PodRun &m_run;
    QDateTime m_now;
    std::optional<Duration> m_next;
};

} // namespace sentinel::sandbox
