// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// Runs pods until enough of them succeeded, or until too many failed or too much time went by.
class Jobs final : public Controller
{
public:
    explicit Jobs(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    /// Pods of a job that are over are counted once; they may be deleted afterwards.
    struct Tally
    {
        QSet<QString> counted; ///< uids
        int succeeded = 0;
        int failed = 0;
        QSet<int> indexes; ///< done, of an Indexed job
        QDateTime lastFailure;
    };
    struct Look
    {
        QJsonObject job;
        QList<QJsonObject> active;
        Tally tally;
        int parallelism = 1;
        std::optional<int> completions;
    };
    [[nodiscard]] Look lookAtJob(const QJsonObject &job);
    void introduce(const QJsonObject &job);
    void countLost(const QJsonObject &pod);
    [[nodiscard]] QString failureOf(const Look &now, QString &message);
    void start(const Look &now);
    void stopPods(const Look &now);
    [[nodiscard]] QJsonObject podFor(const Look &now, const QSet<int> &taken) const;
    void finish(const Look &now, bool isComplete, const QString &reason, const QString &message);
    void report(const Look &now, const QJsonArray &conditions, bool isOver);
    void expire(const QJsonObject &job);

    QHash<QString, Tally> m_tallies; ///< by uid of the job
    QSet<QString> m_stopped; ///< uids of pods this controller ended itself
};

} // namespace sentinel::sandbox
