// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QPointer>

namespace sentinel::testing {

/// Time that stands still until a test moves it.
class SteppedClock final : public Clock
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
[[nodiscard]] bool runUntil(SteppedClock &clock, const std::function<bool()> &isDone);

/// The answer of a flow; nothing when it waits for something that never comes.
template <typename T>
[[nodiscard]] std::optional<Result<T>> answerOf(SteppedClock &clock, Async<T> task)
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

} // namespace sentinel::testing
