// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QPointer>
<<<<<<< HEAD

namespace sentinel::testing {

/// Time that stands still until a test moves it.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void after(Duration delay, QObject *context, std::function<void()> callback) override;

    /// Moves on by `time`, ringing what falls due on the way, in order.
    void advance(Duration time);
    /// Moves to the next alarm and rings it; false when there is none.
    bool advanceToNext();

private:
    struct Alarm
    {
        QDateTime due;
        int order = 0;
        QPointer<QObject> context;
        std::function<void()> callback;
    };
    bool ringFirstBefore(const QDateTime &end);

    QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-11-26T12:00:00Z"), Qt::ISODate);
    QList<Alarm> m_alarms;
    int m_order = 0;
};

/// Runs the event loop until `isDone`; whenever nothing is left to do, moves the clock to its next alarm. False when nothing is
/// left at all, so a test never hangs and never sleeps.
[[nodiscard]] bool runUntil(FakeClock &clock, const std::function<bool()> &isDone);

/// The answer of a flow; nothing when it waits for something that never comes.
template <typename T>
[[nodiscard]] std::optional<Result<T>> answerOf(FakeClock &clock, Async<T> task)
{
    struct Slot
    {
        QObject context;
        std::optional<Result<T>> answer;
    };
    const auto slot = std::make_shared<Slot>();
    deliver(std::move(task), &slot->context, [slot = slot.get()](const Result<T> &result) { slot->answer = result; });
    std::ignore = runUntil(clock, [&slot] { return slot->answer.has_value(); });
    return slot->answer;
}

=======
#include <QTimeZone>
#include <map>

namespace sentinel::testing {

/// Time that moves when a test says so. Callbacks run in the order of their times, those of one moment in the order they were asked
/// for; what they ask for in turn runs too, if it is due. Nothing sleeps.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(QDateTime start = QDateTime(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::utc()))
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

>>>>>>> workloads
} // namespace sentinel::testing
