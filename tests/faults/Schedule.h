// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/proxy/Hall.h"

#include <QRandomGenerator>
#include <atomic>

namespace sentinel::testing {

/// What one run of a client meets: the same seed, the same faults in the same order. When each strikes depends on the traffic.
struct Schedule
{
    quint32 seed = 0;
    bool offersHttp2 = true;
    int pageSize = 500; ///< of the client's lists
    int writes = 0; ///< at least so many while the faults last
    QList<Fault> watches; ///< one for each watch the client begins
    QList<Fault> lists; ///< one for each other request it makes
    QList<Fault> connections; ///< where only bytes are broken: one for each connection
    QMap<int, Greeting> greetings; ///< by the number of the connection
    QList<int> forgettings; ///< after so many writes the server forgets its history

    [[nodiscard]] QString describe() const;
};

[[nodiscard]] Schedule scheduleOf(quint32 seed);
/// Faults of bytes and connections alone.
[[nodiscard]] Schedule rawScheduleOf(quint32 seed);

/// Hands out a schedule's faults. Asked on the proxy's thread.
class FaultSequence
{
public:
    explicit FaultSequence(const Schedule &schedule)
        : m_schedule(schedule)
    {
    }
    [[nodiscard]] Fault next(const Asked &asked, bool isHttp2);
    [[nodiscard]] Fault nextConnection();
    [[nodiscard]] Greeting greeting(int connection) const { return m_schedule.greetings.value(connection); }
    /// Any thread: every watch (or connection) had its fault.
    [[nodiscard]] bool isSpent() const { return m_isSpent; }

private:
    const Schedule m_schedule;
    qsizetype m_watch = 0;
    qsizetype m_list = 0;
    qsizetype m_connection = 0;
    std::atomic<bool> m_isSpent = false;
};

} // namespace sentinel::testing
