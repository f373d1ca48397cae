// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SteppedClock.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QThread>
#include <algorithm>

namespace sentinel::testing {

void SteppedClock::after(Duration delay, QObject *context, std::function<void()> callback)
{
    m_alarms.append(
        {.due = m_now.addMSecs(delay.count()), .order = ++m_order, .context = context, .callback = std::move(callback)});
}

bool SteppedClock::ringFirstBefore(const QDateTime &end)
{
    m_alarms.removeIf([](const Alarm &alarm) { return alarm.context.isNull(); });
    const auto first = std::ranges::min_element(m_alarms, [](const Alarm &left, const Alarm &right) {
        return std::pair(left.due, left.order) < std::pair(right.due, right.order);
    });
    if (first == m_alarms.end() || first->due > end) {
        return false;
    }
    const Alarm alarm = *first;
    m_alarms.erase(first);
    m_now = std::max(m_now, alarm.due);
    alarm.callback();
    return true;
}

void SteppedClock::advance(Duration time)
{
    const QDateTime end = m_now.addMSecs(time.count());
    while (ringFirstBefore(end)) {
        QCoreApplication::processEvents();
    }
    m_now = end;
}

bool SteppedClock::advanceToNext()
{
    return ringFirstBefore(QDateTime::fromSecsSinceEpoch(1LL << 40));
}

bool runUntil(SteppedClock &clock, const std::function<bool()> &isDone)
{
    QAbstractEventDispatcher *events = QThread::currentThread()->eventDispatcher();
    while (!isDone()) {
        if (!events->processEvents(QEventLoop::AllEvents) && !isDone() && !clock.advanceToNext()) {
            return false;
        }
    }
    return true;
}

} // namespace sentinel::testing
