// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/sandbox/Faults.h"
#include "core/sandbox/scenarios/FaultSwitches.h"

#include <QMap>
#include <QObject>
#include <memory>

namespace sentinel::sandbox {

/// Puts the faults of scenarios on the API front (`Faults`) and hands those of certificates to whoever issues them. Of several
/// slow scenarios the slowest counts.
class Switchboard final : public FaultSwitches
{
public:
    /// Asked to let the matching Certificates end in that time.
    using Expire = std::function<void(const Target &target, Duration left)>;
    /// What it is given outlives it. `wall`: the delays of watches are for people and clients, not the cluster's time.
    Switchboard(Faults &faults, Clock &wall, Expire expire);

    void start(const QString &scenario, const Fault &fault) override;
    void clear(const QString &scenario) override;

private:
    struct Active
    {
        QList<Fault> faults;
        std::shared_ptr<QObject> dropping = std::make_shared<QObject>(); ///< its end stops the cutting of watches
    };
    void apply();
    void dropLater(const std::weak_ptr<QObject> &context, const Fault &fault);

    Faults &m_faults;
    Clock &m_wall;
    Expire m_expire;
    QMap<QString, Active> m_active;
};

} // namespace sentinel::sandbox
