// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// Rolls a Deployment from one ReplicaSet to the next, keeps the history and says how far it is.
class Deployments final : public Controller
{
public:
    explicit Deployments(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    /// A Deployment with its ReplicaSets, as one look finds them.
    struct Rollout
    {
        QJsonObject deployment;
        std::optional<QJsonObject> fresh; ///< of the present template
        QList<QJsonObject> old; ///< oldest first
        int replicas = 1;
        int maxSurge = 0;
        int maxUnavailable = 0;
    };
    // Deployments.cpp
    [[nodiscard]] Rollout rolloutOf(const QJsonObject &deployment) const;
    void makeFresh(Rollout &rollout);
    void number(Rollout &rollout);
    void trimHistory(const Rollout &rollout);
    // RollOut.cpp
    void recreate(Rollout &rollout);
    void roll(Rollout &rollout);
    void scaleFresh(Rollout &rollout);
    void scaleOld(Rollout &rollout);
    void scaleTogether(Rollout &rollout);
    [[nodiscard]] bool isScaling(const Rollout &rollout) const;
    QJsonObject scaleSet(const Rollout &rollout, const QJsonObject &set, int replicas);
    // DeploymentStatus.cpp
    void report(const Rollout &rollout);
    [[nodiscard]] QJsonObject progressOf(const Rollout &rollout, const QJsonObject &status) const;
    [[nodiscard]] bool isComplete(const Rollout &rollout, const QJsonObject &status) const;
};

} // namespace sentinel::sandbox
