// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/Schedule.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

using enum Fault::Kind;

class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {
    }
    [[nodiscard]] int between(int least, int most) { return m_random.bounded(least, most + 1); }
    template <typename T>
    [[nodiscard]] T pick(const QList<T> &from)
    {
        return from[m_random.bounded(from.size())];
    }

private:
    QRandomGenerator m_random;
};

Fault statusFault(Dice &dice, bool isWatch)
{
    static const QList<int> forWatches{410, 410, 429, 500, 502, 503, 504};
    static const QList<int> forLists{410, 429, 429, 500, 502, 503, 503, 504};
    Fault fault{.kind = Status, .status = dice.pick(isWatch ? forWatches : forLists)};
    if (fault.status == 429 || (fault.status == 503 && dice.between(0, 1) == 1)) {
        fault.seconds = dice.between(0, 3);
    }
    return fault;
}

Fault watchFault(Dice &dice)
{
    // Some more often: what they touch has more ways to go wrong.
    static const QList<Fault::Kind> kinds{Status,      Status,    Portal,  NoAnswer, Latency,       Drip,        Cut,
                                          ResetInside, EndInside, Expired, Expired,  Nonsense,      Twice,       Swapped,
                                          Replay,      Bookmarks, GoAway,  HalfOpen, RefusedStream, EndInside,   ServerError,
                                          Twice,       Swapped,   Replay,  Expired,  Bookmarks,     ResetInside, BrokenStream};
    Fault fault{.kind = dice.pick(kinds), .after = dice.between(0, 12)};
    switch (fault.kind) {
    case Status:
        return statusFault(dice, true);
    case Latency:
        fault.milliseconds = dice.between(1, 25);
        break;
    case Drip:
        fault.milliseconds = 1;
        fault.portion = dice.between(1, 40);
        break;
    case Twice:
    case Swapped:
    case Replay:
    case Bookmarks:
        fault.after += 3; // there must be something to say twice
        break;
    default:
        break;
    }
    return fault;
}

Fault listFault(Dice &dice)
{
    static const QList<Fault::Kind> kinds{None, None,      Status,      Status,       Status, Portal,        NoAnswer, Latency,
                                          Drip, EndInside, ResetInside, BrokenStream, GoAway, RefusedStream, Hang};
    Fault fault{.kind = dice.pick(kinds), .after = dice.between(0, 99)};
    switch (fault.kind) {
    case Status:
        return statusFault(dice, false);
    case Latency:
        fault.milliseconds = dice.between(1, 25);
        break;
    case Drip:
        fault.milliseconds = 1;
        fault.portion = dice.between(20, 400);
        break;
    default:
        break;
    }
    return fault;
}

} // namespace

Schedule scheduleOf(quint32 seed)
{
    Dice dice(seed);
    Schedule schedule{.seed = seed,
                      .offersHttp2 = dice.between(0, 2) > 0,
                      .pageSize = dice.pick(QList<int>{500, 500, 7, 4}),
                      .writes = dice.between(60, 160)};
    for (int i = dice.between(6, 12); i > 0; --i) {
        schedule.watches.append(watchFault(dice));
    }
    for (int i = dice.between(2, 8); i > 0; --i) {
        schedule.lists.append(listFault(dice));
    }
    static const QList<Greeting::Kind> greetings{Greeting::Kind::Closed, Greeting::Kind::ClosedAfterHello,
                                                 Greeting::Kind::ClosedInsideHello, Greeting::Kind::NewLeaf,
                                                 Greeting::Kind::Stranger};
    for (int i = dice.between(0, 4); i > 0; --i) {
        schedule.greetings.insert(dice.between(0, 8), {.kind = dice.pick(greetings)});
    }
    for (int i = dice.between(0, 2); i > 0; --i) {
        schedule.forgettings.append(dice.between(5, schedule.writes));
    }
    return schedule;
}

Schedule rawScheduleOf(quint32 seed)
{
    Dice dice(seed ^ 0xacU);
    Schedule schedule{.seed = seed, .pageSize = dice.pick(QList<int>{500, 7}), .writes = dice.between(60, 160)};
    for (int i = dice.between(6, 12); i > 0; --i) {
        static const QList<Fault::Kind> kinds{ResetInside, ResetInside, Cut, HalfOpen, Latency, Drip};
        Fault fault{.kind = dice.pick(kinds),
                    .after = dice.between(0, 1) == 0 ? dice.between(0, 3000) : dice.between(3000, 40000)};
        fault.milliseconds = fault.kind == Latency ? dice.between(1, 20) : 1;
        fault.portion = fault.kind == Drip ? dice.between(50, 500) : 0;
        schedule.connections.append(fault);
    }
    return schedule;
}

QString Schedule::describe() const
{
    QStringList forConnections;
    for (const Fault &fault : connections) {
        forConnections.append(testing::describe(fault));
    }
    QStringList told;
    for (const Fault &fault : watches) {
        told.append(testing::describe(fault));
    }
    QStringList forLists;
    for (const Fault &fault : lists) {
        forLists.append(testing::describe(fault));
    }
    QStringList met;
    for (auto each = greetings.begin(); each != greetings.end(); ++each) {
        met.append(u"%1: %2"_s.arg(each.key()).arg(wordOf(each.value().kind)));
    }
    return u"seed %1, %2, pages of %3; watches: %4; lists: %5; connections: %6 %7; history forgotten %8 times"_s.arg(seed)
        .arg(offersHttp2 ? u"HTTP/2"_s : u"HTTP/1.1"_s)
        .arg(pageSize)
        .arg(told.join(u", "_s), forLists.join(u", "_s), met.join(u", "_s), forConnections.join(u", "_s))
        .arg(forgettings.size());
}

Fault FaultSequence::nextConnection()
{
    if (m_connection >= m_schedule.connections.size()) {
        m_isSpent = true;
        return {};
    }
    return m_schedule.connections[m_connection++];
}

Fault FaultSequence::next(const Asked &asked, bool isHttp2)
{
    const QList<Fault> &from = asked.isWatch() ? m_schedule.watches : m_schedule.lists;
    qsizetype &at = asked.isWatch() ? m_watch : m_list;
    if (at >= from.size()) {
        if (asked.isWatch()) {
            m_isSpent = true;
        }
        return {};
    }
    Fault fault = from[at++];
    // A silent connection is found by asking, for which HTTP/1.1 has no words.
    if (fault.kind == RefusedStream || fault.kind == GoAway || fault.kind == BrokenStream || fault.kind == HalfOpen) {
        fault.kind = isHttp2 ? fault.kind : ResetInside;
    }
    if (!asked.isWatch() && fault.kind == Status && fault.status == 410 && !asked.target.contains("continue=")) {
        fault.status = 500; // a list from its beginning cannot be too old
    }
    if (asked.isStreamedList() && fault.kind == Replay) {
        fault.kind = Cut;
    }
    return fault;
}

} // namespace sentinel::testing
