// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/CronSchedule.h"

#include <QTest>
#include <QTimeZone>

using namespace sentinel;
using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;

class CronScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextTimes_data();
    void nextTimes();
    void wrongOnesAreRefused_data();
    void wrongOnesAreRefused();
    void aScheduleThatNeverComesEnds();
};

void CronScheduleTest::nextTimes_data()
{
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *name, const char *schedule, const char *zone, const char *after, const char *next) {
        QTest::newRow(name) << QString::fromLatin1(schedule) << QString::fromLatin1(zone) << QString::fromLatin1(after)
                            << QString::fromLatin1(next);
    };
    row("every minute", "* * * * *", "UTC", "2026-11-26T12:00:30Z", "2026-11-26T12:01:00Z");
    row("steps", "*/15 * * * *", "UTC", "2026-11-26T12:00:00Z", "2026-11-26T12:15:00Z");
    row("range with step", "10-40/10 2 * * *", "UTC", "2026-11-26T02:30:00Z", "2026-11-26T02:40:00Z");
    row("over midnight", "30 1 * * *", "UTC", "2026-11-26T12:00:00Z", "2026-11-27T01:30:00Z");
    row("named day", "0 3 * * sun", "UTC", "2026-11-26T12:00:00Z", "2026-11-29T03:00:00Z");
    row("seven is Sunday", "0 3 * * 7", "UTC", "2026-11-26T12:00:00Z", "2026-11-29T03:00:00Z");
    row("either day", "0 0 1 * mon", "UTC", "2026-11-26T12:00:00Z", "2026-11-30T00:00:00Z");
    row("named month", "0 0 1 jan *", "UTC", "2026-11-26T12:00:00Z", "2027-01-01T00:00:00Z");
    row("leap day", "0 0 29 2 *", "UTC", "2026-11-26T12:00:00Z", "2028-02-29T00:00:00Z");
    row("list", "0 6,18 * * *", "UTC", "2026-11-26T12:00:00Z", "2026-11-26T18:00:00Z");
    row("hourly", "@hourly", "UTC", "2026-11-26T12:00:00Z", "2026-11-26T13:00:00Z");
    row("zone", "0 3 * * *", "Europe/Madrid", "2026-07-01T12:00:00Z", "2026-07-02T01:00:00Z");
    // 02:30 does not exist on the last Sunday of March.
    row("clocks go forward", "30 2 * * *", "Europe/Madrid", "2027-03-27T12:00:00Z", "2027-03-29T00:30:00Z");
}

void CronScheduleTest::nextTimes()
{
    QFETCH(QString, schedule);
    QFETCH(QString, zone);
    QFETCH(QString, after);
    QFETCH(QString, next);
    const auto parsed = CronSchedule::parse(schedule);
    QVERIFY(parsed);
    const QDateTime from = QDateTime::fromString(after, Qt::ISODate).toTimeZone(QTimeZone(zone.toLatin1()));
    QCOMPARE(parsed->next(from).toUTC().toString(Qt::ISODate), next);
}

void CronScheduleTest::wrongOnesAreRefused_data()
{
    QTest::addColumn<QString>("schedule");
    for (const char *wrong : {"", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8",
                              "5-1 * * * *", "*/0 * * * *", "a * * * *", "1,,2 * * * *", "@nightly"}) {
        QTest::newRow(wrong) << QString::fromLatin1(wrong);
    }
}

void CronScheduleTest::wrongOnesAreRefused()
{
    QFETCH(QString, schedule);
    const auto parsed = CronSchedule::parse(schedule);
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().detail.isEmpty());
}

void CronScheduleTest::aScheduleThatNeverComesEnds()
{
    const auto parsed = CronSchedule::parse(u"0 0 30 2 *"_s);
    QVERIFY(parsed);
    QVERIFY(!parsed->next(QDateTime(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::utc())).isValid());
}

QTEST_GUILESS_MAIN(CronScheduleTest)
#include "tst_CronSchedule.moc"
