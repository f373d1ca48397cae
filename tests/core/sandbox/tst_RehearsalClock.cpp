// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/RehearsalClock.h"
#include "core/sandbox/scenarios/Switchboard.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::sandbox;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using std::chrono::seconds;

class RehearsalClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeAndWaitsRunTogether();
    void aChangeOfSpeedCountsForWaitsUnderWay();
    void nobodyIsCalledWhoIsGone();
    void faultsReachTheFrontAndLeaveIt();
};

void RehearsalClockTest::timeAndWaitsRunTogether()
{
    ManualClock wall;
    RehearsalClock clock(wall, 10);
    const QDateTime began = clock.now();
    QDateTime rang;
    QObject context;
    clock.after(seconds(60), &context, [&] { rang = clock.now(); });
    wall.advance(Duration(5999));
    QVERIFY(!rang.isValid());
    wall.advance(Duration(1));
    QCOMPARE(began.secsTo(rang), 60);
    QCOMPARE(began.secsTo(clock.now()), 60);
}

void RehearsalClockTest::aChangeOfSpeedCountsForWaitsUnderWay()
{
    ManualClock wall;
    RehearsalClock clock(wall, 1);
    int rings = 0;
    QObject context;
    clock.after(seconds(100), &context, [&] { ++rings; });
    wall.advance(seconds(50));
    clock.setSpeed(10);
    wall.advance(seconds(4));
    QCOMPARE(rings, 0);
    wall.advance(seconds(1));
    QCOMPARE(rings, 1);
    clock.after(seconds(10), &context, [&] { ++rings; });
    clock.setSpeed(1);
    wall.advance(seconds(9));
    QCOMPARE(rings, 1);
    wall.advance(seconds(1));
    QCOMPARE(rings, 2);
    wall.advance(seconds(1000));
    QCOMPARE(rings, 2);
}

void RehearsalClockTest::nobodyIsCalledWhoIsGone()
{
    ManualClock wall;
    RehearsalClock clock(wall, 2);
    int rings = 0;
    {
        QObject context;
        clock.after(seconds(1), &context, [&] { ++rings; });
    }
    wall.advance(seconds(10));
    QCOMPARE(rings, 0);
}

void RehearsalClockTest::faultsReachTheFrontAndLeaveIt()
{
    ManualClock wall;
    Faults faults;
    QList<Duration> expired;
    Switchboard board(faults, wall, [&](const Target &, Duration left) { expired.append(left); });
    board.start(u"slow"_s, {.kind = Fault::Kind::SlowApi, .after = seconds(2)});
    board.start(u"slower"_s, {.kind = Fault::Kind::SlowApi, .after = seconds(3)});
    board.start(u"busy"_s, {.kind = Fault::Kind::TooManyRequests, .after = Duration(1500), .percent = 50});
    board.start(u"certificate"_s, {.kind = Fault::Kind::ExpireCertificate, .after = std::chrono::hours(1)});
    QCOMPARE(faults.delay(), Duration(seconds(3)));
    QCOMPARE(faults.tooManyRequestsShare(), 0.5);
    QCOMPARE(faults.retryAfterSeconds(), 2);
    QCOMPARE(expired, QList<Duration>{std::chrono::hours(1)});
    board.clear(u"slower"_s);
    QCOMPARE(faults.delay(), Duration(seconds(2)));
    board.clear(u"slow"_s);
    board.clear(u"busy"_s);
    QCOMPARE(faults.delay(), Duration::zero());
    QCOMPARE(faults.tooManyRequestsShare(), 0.0);
    board.start(u"cut"_s, {.kind = Fault::Kind::DropWatches, .after = seconds(10), .gone = true});
    wall.advance(seconds(35));
    QCOMPARE(wall.waiting(), 1);
    board.clear(u"cut"_s);
    QCOMPARE(wall.waiting(), 0);
}

QTEST_GUILESS_MAIN(RehearsalClockTest)
#include "tst_RehearsalClock.moc"
