// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"
#include "core/sandbox/workloads/NodeFit.h"

namespace sentinel::sandbox {

/// Gives pods a node. What cannot be placed is looked at again when something changes that could help.
class Scheduler final : public Controller
{
public:
    explicit Scheduler(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    /// What is wrong with the pod's claims, or empty; `waiting` is set when a volume is on its way.
    [[nodiscard]] QString claimProblem(const QJsonObject &pod, QStringList &unbound) const;
    void refuse(const QJsonObject &pod, const QString &message);
    void bind(const QJsonObject &pod, const QString &node);
    /// The node the pod's volumes are being made for, or empty.
    [[nodiscard]] QString chosenFor(const QJsonObject &pod, const QStringList &unbound) const;
    [[nodiscard]] bool choose(const QJsonObject &pod, const QStringList &unbound, const QString &node);

    NodeFit m_fit;
    QSet<Key> m_waiting;
};

} // namespace sentinel::sandbox
