// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/RehearsalClock.h"

#include <algorithm>
#include <cmath>

namespace sentinel::sandbox {

RehearsalClock::RehearsalClock(Clock &wall, double speed)
    : m_wall(wall)
    , m_since(wall.now())
    , m_then(m_since)
{
    setSpeed(speed);
}

QDateTime RehearsalClock::now() const
{
    return m_then.addMSecs(std::llround(static_cast<double>(m_since.msecsTo(m_wall.now())) * m_speed));
}

void RehearsalClock::after(Duration delay, QObject *context, std::function<void()> callback)
{
    const auto shorter = static_cast<Duration::rep>(std::llround(static_cast<double>(delay.count()) / m_speed));
    m_wall.after(Duration(shorter), context, std::move(callback));
}

void RehearsalClock::setSpeed(double speed)
{
    m_then = now();
    m_since = m_wall.now();
    m_speed = std::isfinite(speed) ? std::clamp(speed, kSlowest, kFastest) : 1;
}

} // namespace sentinel::sandbox
