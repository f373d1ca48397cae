// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QPointer>
#include <QTimeZone>
#include <map>

namespace sentinel::testing {

/// Time that moves when a test says so. Callbacks run in the order of their times, those of one moment in the order they were
/// asked for; what they ask for in turn runs too, if it is due. Nothing sleeps.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime start = QDateTime(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::utc()))
        : m_now(std::move(start))
    {
    }

    [[nodiscard]] QDateTime now() const override { return m_now; }

    void after(Duration delay, QObject *context, std::function<void()> callback) override
    {
        const QDateTime due = m_now.addMSecs(std::max<qint64>(0, delay.count()));
        m_waiting.emplace(std::pair(due, ++m_last), Waiting{.context = context, .callback = std::move(callback)});
    }

    /// Moves on by `delay`, running everything that falls due on the way. Zero: what is due now.
    void advance(Duration delay)
    {
        const QDateTime end = m_now.addMSecs(delay.count());
        while (!m_waiting.empty() && m_waiting.begin()->first.first <= end) {
            const auto node = m_waiting.extract(m_waiting.begin());
            m_now = std::max(m_now, node.key().first);
            if (node.mapped().context) {
                ++m_ran;
                node.mapped().callback();
            }
        }
        m_now = end;
    }

    /// Callbacks that wait for their time and whose context is alive.
    [[nodiscard]] int waiting() const
    {
        return static_cast<int>(std::ranges::count_if(m_waiting, [](const auto &each) { return !each.second.context.isNull(); }));
    }
    /// Callbacks run so far: what something cost.
    [[nodiscard]] int ran() const { return m_ran; }

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void()> callback;
    };
    QDateTime m_now;
    std::map<std::pair<QDateTime, int>, Waiting> m_waiting;
    int m_last = 0;
    int m_ran = 0;
};

} // namespace sentinel::testing
