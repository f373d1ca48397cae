// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"
#include "core/sandbox/workloads/PodSync.h"

namespace sentinel::sandbox {

/// The kubelets of all nodes: runs the containers of the pods that have a node, in a model (PodSync), and reports their status.
/// A pod that runs well costs nothing until something changes.
class Kubelet final : public Controller
{
public:
    explicit Kubelet(World &world);
    ~Kubelet() override;

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    struct Kept
    {
        Key key;
        PodRun run;
    };
    void forget(const QString &uid);
    [[nodiscard]] QString addressOn(const QString &node);
    void lookAtPodsOf(const QString &ns, const std::function<bool(const PodRun &)> &isMeant);

    Images m_images;
    FinishedJobs m_finishedJobs;
    QHash<QString, Kept> m_pods; ///< by uid
    QHash<QString, int> m_addresses; ///< node → last one given
    int m_breakage = 0;
};

} // namespace sentinel::sandbox
