// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/delivery/DeliveryWorld.h"
#include "core/sandbox/delivery/SyncRun.h"
#include "core/sandbox/delivery/TrackedObjects.h"
#include "core/sandbox/workloads/WorkQueue.h"

#include <map>

namespace sentinel::sandbox {

/// Argo CD's application controller: fetches and renders what an Application names, compares it with what lives, syncs on
/// request and by itself, keeps status, conditions and history. Repositories are looked at when the Application changes, when a
/// refresh is asked for and when `repositoryMoved` says so; nothing polls.
class ApplicationController
{
public:
    explicit ApplicationController(DeliveryWorld &world);
    ~ApplicationController();
    ApplicationController(const ApplicationController &) = delete;
    ApplicationController &operator=(const ApplicationController &) = delete;

    /// Somebody pushed, or registered it: every Application of that address is refreshed.
    void repositoryMoved(const QString &url);

private:
    struct State
    {
        std::optional<TargetState> target; ///< of the Application's own source
        std::optional<Error> problem; ///< why there is none
        QJsonObject comparedTo; ///< source, destination, ignoreDifferences that `target` and `problem` are of
        bool wantsRefresh = true;
        QDateTime refreshedAt;
        std::optional<TargetState> operationTarget;
        std::optional<Error> operationProblem;
        std::unique_ptr<SyncRun> run;
        bool isLoadingTarget = false;
        bool isLoadingOperation = false;
        bool movedMeanwhile = false;
        int number = 0; ///< answers to loads of an operation that is over are not for the next one
        CancelSource cancel;
    };

    void observe(const Change &change);
    void reconcile(const Key &key);
    void lookAtAll();
    [[nodiscard]] static QString instanceOfKey(const Key &key);
    [[nodiscard]] static Key keyOfInstance(const QString &instance);

    // What the Application should bring.
    [[nodiscard]] TargetRequest targetRequest(const QJsonObject &application, const QJsonObject &source,
                                              const QString &revision) const;
    void refreshTarget(const Key &key, State &state, const QJsonObject &application);
    void loadOperationTarget(const Key &key, State &state, const QJsonObject &application, const QJsonObject &operation);

    // What it is: comparison and status.
    void writeInvalid(const Key &key, const QStringList &problems);
    void writeUnknown(const Key &key, const State &state);
    void writeCompared(const Key &key, const State &state, const Comparison &comparison);
    void startAutoSync(const Key &key, const State &state, const QJsonObject &application, const Comparison &comparison);
    void removeResources(const Key &key, const QJsonObject &application);
    [[nodiscard]] Comparison comparisonOf(const Key &key, const QJsonObject &application, const TargetState &target) const;

    // Operations: ApplicationOperation.cpp.
    void advanceOperation(const Key &key, State &state);
    [[nodiscard]] bool waits(const Key &key, State &state, const QJsonObject &application);
    void step(const Key &key, State &state, const QJsonObject &application);
    void endOperation(const Key &key, State &state, const QString &phase, const QString &message, bool mayRetry);
    void writeOperation(const Key &key, const QJsonObject &operationState);
    void addHistory(QJsonObject &application, const QJsonObject &operationState, const State &state) const;

    void change(const Key &key, const std::function<void(QJsonObject &)> &change);

    DeliveryWorld &m_world;
    WorkQueue m_queue;
    TrackedObjects m_tracked;
    std::map<std::pair<QString, QString>, State> m_states;
    QObject m_context;
    int m_listener = 0;
};

} // namespace sentinel::sandbox
