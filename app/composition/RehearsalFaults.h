// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Faults.h"
#include "core/sandbox/delivery/CertificateController.h"
#include "core/sandbox/scenarios/FaultSwitches.h"

#include <QMultiHash>
#include <QTimer>
#include <memory>

namespace sentinel::composition {

/// The faults of scenarios that are the front's or cert-manager's to play.
class RehearsalFaults final : public sandbox::FaultSwitches
{
public:
    explicit RehearsalFaults(sandbox::Faults &front)
        : m_front(front)
    {
    }
    /// Certificates come up after the workloads, which are given this.
    void setCertificates(sandbox::CertificateController *certificates) { m_certificates = certificates; }

    void start(const QString &scenario, const sandbox::Fault &fault) override;
    void clear(const QString &scenario) override;

private:
    void cutWatchesEvery(const QString &scenario, const sandbox::Fault &fault);

    sandbox::Faults &m_front;
    sandbox::CertificateController *m_certificates = nullptr;
    QMultiHash<QString, sandbox::Fault> m_active;
    QHash<QString, std::shared_ptr<QTimer>> m_cutting;
};

} // namespace sentinel::composition
