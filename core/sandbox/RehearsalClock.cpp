// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/RehearsalClock.h"

#include <algorithm>
#include <cmath>

namespace sentinel::sandbox {

RehearsalClock::RehearsalClock(Clock &wall, double speed)
    : m_wall(wall)
    , m_began(wall.now())
    , m_wallBegan(m_began)
{
    setSpeed(speed);
}

QDateTime RehearsalClock::now() const
{
    const double passed = static_cast<double>(m_wallBegan.msecsTo(m_wall.now())) * m_speed;
    return m_began.addMSecs(std::llround(passed));
}

void RehearsalClock::after(Duration delay, QObject *context, std::function<void()> callback)
{
    const QDateTime due = now().addMSecs(std::max<Duration::rep>(0, delay.count()));
    m_waits.insert(++m_last, {.due = due, .context = context, .callback = std::move(callback)});
    arm(m_last);
}

void RehearsalClock::arm(qint64 id)
{
    const auto left = static_cast<double>(std::max<qint64>(0, now().msecsTo(m_waits.value(id).due)));
    // Rounded up: who is called finds that the time has come.
    const Duration onTheWall(static_cast<Duration::rep>(std::ceil(left / m_speed)));
    m_wall.after(onTheWall, &m_context, [this, id, arming = m_arming] {
        if (arming == m_arming) {
            ring(id);
        }
    });
}

void RehearsalClock::ring(qint64 id)
{
    const auto wait = m_waits.constFind(id);
    if (wait == m_waits.constEnd()) {
        return;
    }
    if (now() < wait->due && wait->context) {
        arm(id);
        return;
    }
    const Wait due = m_waits.take(id);
    if (due.context) {
        due.callback();
    }
}

void RehearsalClock::setSpeed(double speed)
{
    m_began = now();
    m_wallBegan = m_wall.now();
    m_speed = std::isfinite(speed) ? std::clamp(speed, kSlowest, kFastest) : 1;
    ++m_arming;
    m_waits.removeIf([](const auto &each) { return each.value().context.isNull(); });
    const QList<qint64> waiting = m_waits.keys();
    for (const qint64 id : waiting) {
        arm(id);
    }
}

} // namespace sentinel::sandbox
