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
    QMap<int, Greeting> greetings; ///< by the number of the connection
    QList<int> forgettings; ///< after so many writes the server forgets its history

    [[nodiscard]] QString describe() const;
};

[[nodiscard]] Schedule scheduleOf(quint32 seed);

/// Hands out a schedule's faults. Asked on the proxy's thread.
class FaultSequence
{
public:
    explicit FaultSequence(const Schedule &schedule)
        : m_schedule(schedule)
        , m_left(static_cast<int>(schedule.watches.size()))
    {
    }
    [[nodiscard]] Fault next(const Asked &asked, bool isHttp2);
    [[nodiscard]] Greeting greeting(int connection) const { return m_schedule.greetings.value(connection); }
    [[nodiscard]] bool isSpent() const { return m_left <= 0; } ///< any thread: every watch had its fault

private:
    const Schedule m_schedule;
    qsizetype m_watch = 0;
    qsizetype m_list = 0;
    std::atomic<int> m_left;
};

} // namespace sentinel::testing
