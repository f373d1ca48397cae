// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scenarios/Switchboard.h"

#include <algorithm>

namespace sentinel::sandbox {

Switchboard::Switchboard(Faults &faults, Clock &wall, Expire expire)
    : m_faults(faults)
    , m_wall(wall)
    , m_expire(std::move(expire))
{
}

void Switchboard::start(const QString &scenario, const Fault &fault)
{
    Active &active = m_active[scenario];
    active.faults.append(fault);
    switch (fault.kind) {
    case Fault::Kind::SlowApi:
    case Fault::Kind::TooManyRequests:
        apply();
        return;
    case Fault::Kind::DropWatches:
        dropLater(active.dropping, fault);
        return;
    case Fault::Kind::ExpireCertificate:
        if (m_expire) {
            m_expire(fault.target, fault.after);
        }
        return;
    case Fault::Kind::LoseNode:
    case Fault::Kind::MissingImage:
    case Fault::Kind::FailProbe:
    case Fault::Kind::FailContainer:
    case Fault::Kind::FillVolume:
        return; // of workloads: Breakage has them
    }
}

void Switchboard::clear(const QString &scenario)
{
    if (m_active.remove(scenario) > 0) {
        apply();
    }
}

void Switchboard::apply()
{
    Duration delay{0};
    int percent = 0;
    Duration retryAfter{0};
    for (const Active &active : std::as_const(m_active)) {
        for (const Fault &fault : active.faults) {
            if (fault.kind == Fault::Kind::SlowApi) {
                delay = std::max(delay, fault.after);
            } else if (fault.kind == Fault::Kind::TooManyRequests) {
                percent = std::max(percent, fault.percent);
                retryAfter = std::max(retryAfter, fault.after);
            }
        }
    }
    m_faults.setDelay(delay);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(retryAfter);
    m_faults.setTooManyRequests(percent / 100.0, static_cast<int>(seconds.count()));
}

void Switchboard::dropLater(const std::weak_ptr<QObject> &context, const Fault &fault)
{
    const auto alive = context.lock();
    if (!alive) {
        return;
    }
    m_wall.after(fault.after, alive.get(), [this, context, fault] {
        if (fault.gone) {
            m_faults.forgetHistory();
        }
        m_faults.dropWatches();
        dropLater(context, fault);
    });
}

} // namespace sentinel::sandbox
