// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/SyncWindows.h"

#include <QTest>
#include <QTimeZone>

using namespace sentinel;
using namespace sentinel::gitops;
using namespace Qt::StringLiterals;

class GitopsWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schedulesSayWhen_data();
    void schedulesSayWhen();
    void aWindowKnowsItsEndAndItsNextBegin();
    void theZoneCounts();
    void verdicts_data();
    void verdicts();
    void whatCannotBeReadIsSaid();
};

namespace {

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toUTC();
}

QJsonObject window(const char *kind, const char *schedule, const char *duration, bool manual = false)
{
    return {{u"kind"_s, QString::fromLatin1(kind)},
            {u"schedule"_s, QString::fromLatin1(schedule)},
            {u"duration"_s, QString::fromLatin1(duration)},
            {u"manualSync"_s, manual},
            {u"applications"_s, QJsonArray{u"web-*"_s}}};
}

kube::Object project(const QJsonArray &windows)
{
    return {{u"spec"_s, QJsonObject{{u"syncWindows"_s, windows}}}};
}

Application application()
{
    Application one;
    one.name = u"web-prod"_s;
    one.destinationNamespace = u"shop"_s;
    one.destinationServer = u"https://kubernetes.default.svc"_s;
    return one;
}

} // namespace

void GitopsWindowsTest::schedulesSayWhen_data()
{
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<QString>("next");
    QTest::addColumn<QString>("last");
    // Wednesday, 25 November 2026, 10:30
    QTest::newRow("every day") << u"0 22 * * *"_s << u"2026-11-25T22:00:00Z"_s << u"2026-11-24T22:00:00Z"_s;
    QTest::newRow("weekdays") << u"0 9 * * MON-FRI"_s << u"2026-11-26T09:00:00Z"_s << u"2026-11-25T09:00:00Z"_s;
    QTest::newRow("weekend") << u"0 0 * * 0,6"_s << u"2026-11-28T00:00:00Z"_s << u"2026-11-22T00:00:00Z"_s;
    QTest::newRow("steps") << u"*/20 * * * *"_s << u"2026-11-25T10:40:00Z"_s << u"2026-11-25T10:20:00Z"_s;
    QTest::newRow("a word") << u"@daily"_s << u"2026-11-26T00:00:00Z"_s << u"2026-11-25T00:00:00Z"_s;
    QTest::newRow("day or weekday") << u"0 0 1 * MON"_s << u"2026-11-30T00:00:00Z"_s << u"2026-11-23T00:00:00Z"_s;
    QTest::newRow("leap day") << u"0 0 29 2 *"_s << u"2028-02-29T00:00:00Z"_s << u"2024-02-29T00:00:00Z"_s;
    QTest::newRow("now") << u"30 10 * * *"_s << u"2026-11-25T10:30:00Z"_s << u"2026-11-25T10:30:00Z"_s;
}

void GitopsWindowsTest::schedulesSayWhen()
{
    QFETCH(QString, schedule);
    QFETCH(QString, next);
    QFETCH(QString, last);
    const auto read = Schedule::read(schedule);
    QVERIFY(read);
    const QDateTime now = utc("2026-11-25T10:30:00Z");
    QCOMPARE(read->next(now).toUTC().toString(Qt::ISODate), next);
    QCOMPARE(read->last(now).toUTC().toString(Qt::ISODate), last);
}

void GitopsWindowsTest::aWindowKnowsItsEndAndItsNextBegin()
{
    const auto windows = syncWindows(project({window("deny", "0 10 * * *", "2h")}), application(), utc("2026-11-25T10:30:00Z"));
    QCOMPARE(windows.size(), 1);
    QVERIFY(windows[0].concerns && windows[0].isActive && windows[0].isDeny);
    QCOMPARE(windows[0].until, utc("2026-11-25T12:00:00Z"));
    QCOMPARE(windows[0].next, utc("2026-11-26T10:00:00Z"));
}

void GitopsWindowsTest::theZoneCounts()
{
    QJsonObject there = window("allow", "0 10 * * *", "1h");
    there.insert(u"timeZone"_s, u"Asia/Tokyo"_s);
    const auto windows = syncWindows(project({there}), application(), utc("2026-11-25T01:30:00Z"));
    QVERIFY2(windows[0].isActive, qPrintable(windows[0].problem));
    QCOMPARE(windows[0].next, utc("2026-11-26T01:00:00Z"));
}

void GitopsWindowsTest::verdicts_data()
{
    QTest::addColumn<QJsonArray>("windows");
    QTest::addColumn<bool>("automatic");
    QTest::addColumn<bool>("manual");
    const QJsonObject open = window("allow", "0 10 * * *", "2h");
    const QJsonObject closed = window("allow", "0 20 * * *", "2h");
    const QJsonObject closedButManual = window("allow", "0 20 * * *", "2h", true);
    const QJsonObject deny = window("deny", "0 10 * * *", "2h");
    const QJsonObject denyButManual = window("deny", "0 10 * * *", "2h", true);
    const QJsonObject later = window("deny", "0 20 * * *", "2h");
    QJsonObject others = deny;
    others.insert(u"applications"_s, QJsonArray{u"db-*"_s});
    QJsonObject byNamespace = deny;
    byNamespace.insert(u"applications"_s, QJsonArray{u"db-*"_s});
    byNamespace.insert(u"namespaces"_s, QJsonArray{u"shop"_s});
    QJsonObject all = byNamespace;
    all.insert(u"andOperator"_s, true);
    QTest::newRow("none") << QJsonArray() << true << true;
    QTest::newRow("open") << QJsonArray{open} << true << true;
    QTest::newRow("closed") << QJsonArray{closed} << false << false;
    QTest::newRow("closed, people may") << QJsonArray{closedButManual} << false << true;
    QTest::newRow("closed, and one people may not") << QJsonArray{closedButManual, closed} << false << false;
    QTest::newRow("deny wins") << QJsonArray{open, deny} << false << false;
    QTest::newRow("deny, people may") << QJsonArray{denyButManual} << false << true;
    QTest::newRow("deny later") << QJsonArray{later} << true << true;
    QTest::newRow("of others") << QJsonArray{others} << true << true;
    QTest::newRow("by its namespace") << QJsonArray{byNamespace} << false << false;
    QTest::newRow("only both together") << QJsonArray{all} << true << true;
}

void GitopsWindowsTest::verdicts()
{
    QFETCH(QJsonArray, windows);
    QFETCH(bool, automatic);
    QFETCH(bool, manual);
    const auto verdict = windowVerdict(syncWindows(project(windows), application(), utc("2026-11-25T10:30:00Z")));
    QCOMPARE(verdict.allowsAutomatic, automatic);
    QCOMPARE(verdict.allowsManual, manual);
    QCOMPARE(verdict.sentence.isEmpty(), automatic && !windows.contains(window("allow", "0 10 * * *", "2h")));
}

void GitopsWindowsTest::whatCannotBeReadIsSaid()
{
    QJsonObject zone = window("allow", "0 10 * * *", "1h");
    zone.insert(u"timeZone"_s, u"Mars/Olympus"_s);
    const auto windows = syncWindows(project({window("allow", "every day", "1h"), window("allow", "0 10 * * *", "long"), zone,
                                              window("deny", "61 * * * *", "1h")}),
                                     application(), utc("2026-11-25T10:30:00Z"));
    for (const SyncWindow &each : windows) {
        QVERIFY(!each.problem.isEmpty());
        QVERIFY(!each.isActive);
    }
}

QTEST_GUILESS_MAIN(GitopsWindowsTest)
#include "tst_GitopsWindows.moc"
