// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/delivery/DeliveryWorld.h"
#include "core/sandbox/delivery/SyncTasks.h"

namespace sentinel::sandbox {

/// One attempt at an operation: applies, prunes and runs hooks, phase by phase and wave by wave, as Argo CD does. It waits for
/// nothing by itself: `advance` does what can be done now and says what it waits for.
class SyncRun
{
public:
    struct Subject
    {
        QJsonObject application;
        QJsonObject project;
        QString instance; ///< in the tracking annotation
        TargetState target;
        Comparison comparison; ///< of that target
        QJsonObject operation;
        QDateTime startedAt;
    };
    SyncRun(DeliveryWorld &world, Subject subject);

    struct Step
    {
        enum class State { Running, Succeeded, Failed };
        State state = State::Running;
        QString message;
        std::optional<Duration> lookAgain{}; ///< nothing changes until then; none: a change of an object says when
    };
    Step advance();
    /// Somebody asked to stop: hooks that run are removed.
    void terminate();
    /// What was done so far, as `syncResult.resources`.
    [[nodiscard]] QJsonArray resources() const;
    [[nodiscard]] const Subject &subject() const { return m_subject; }
    [[nodiscard]] const SyncRequest &request() const { return m_request; }

private:
    using State = SyncTask::State;
    [[nodiscard]] std::optional<QString> firstRefusal();
    [[nodiscard]] QString refusalOf(const SyncTask &task) const;
    [[nodiscard]] std::optional<QJsonObject> liveOf(const SyncTask &task) const;
    void look();
    void lookAt(SyncTask &task);
    void runGroup(SyncPhase phase, int wave);
    void run(SyncTask &task);
    void runHook(SyncTask &task);
    void prune(SyncTask &task);
    void apply(SyncTask &task);
    void makeNamespace();
    [[nodiscard]] bool isWaiting() const;
    [[nodiscard]] QString waitingFor() const;
    [[nodiscard]] Step ended(bool well, const QString &message);
    [[nodiscard]] QString failureMessage() const;

    DeliveryWorld &m_world;
    Subject m_subject;
    SyncRequest m_request;
    QList<SyncTask> m_tasks;
    QDateTime m_groupEnded; ///< invalid: no group ran yet
    bool m_groupOpen = false;
    bool m_isChecked = false;
    bool m_hasFailed = false; ///< only SyncFail hooks run any more
};

} // namespace sentinel::sandbox
