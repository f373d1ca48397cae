// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// The nodes of the cluster, made at the start, and what becomes of them and their pods when they stop answering: NotReady after
/// the grace, a taint, and the end of pods that do not tolerate it. No heartbeats: a node is silent exactly while it is broken.
class Nodes final : public Controller
{
public:
    explicit Nodes(World &world);
    ~Nodes() override;

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    void makeNodes();
    void markReady(const QJsonObject &node);
    void markLost(const QJsonObject &node);
    void setTaints(const QString &node, QJsonArray taints);
    void evictPods(const QJsonObject &node);

    QHash<QString, QDateTime> m_silentSince;
    int m_breakage = 0;
};

} // namespace sentinel::sandbox
