// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Duration.h"

#include <QTest>

using namespace sentinel;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class DurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNumbersWithUnits_data();
    void readsNumbersWithUnits();
    void refusesAnythingElse_data();
    void refusesAnythingElse();
    void writesBackWhatItRead();
    void writesGoDurationsWithoutDays();
};

void DurationTest::readsNumbersWithUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("days") << u"90d"_s << qint64(Duration(24h * 90).count());
    QTest::newRow("weeks") << u"2w"_s << qint64(Duration(24h * 14).count());
    QTest::newRow("mixed") << u"1h30m"_s << qint64(Duration(90min).count());
    QTest::newRow("milliseconds") << u"50ms"_s << 50LL;
    QTest::newRow("zero") << u"0s"_s << 0LL;
}

void DurationTest::readsNumbersWithUnits()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    const auto duration = parseDuration(text);
    QVERIFY(duration.has_value());
    QCOMPARE(qint64(duration->count()), milliseconds);
}

void DurationTest::refusesAnythingElse_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "90", "d", "90 d", "1.5h", "-1d", "90y", "1D", "999999999999999999d", "201w999999d", "1d2"}) {
        QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
    }
}

void DurationTest::refusesAnythingElse()
{
    QFETCH(QString, text);
    QVERIFY(!parseDuration(text).has_value());
}

void DurationTest::writesBackWhatItRead()
{
    for (const QString &text : {u"90d"_s, u"1h30m"_s, u"50ms"_s, u"0s"_s, u"1d1h1m1s1ms"_s}) {
        QCOMPARE(formatDuration(*parseDuration(text)), text);
    }
    QCOMPARE(formatDuration(*parseDuration(u"2w")), u"14d"_s);
}

void DurationTest::writesGoDurationsWithoutDays()
{
    QCOMPARE(formatGoDuration(*parseDuration(u"90d")), u"2160h"_s);
    QCOMPARE(formatGoDuration(*parseDuration(u"1d30m")), u"24h30m"_s);
}

QTEST_APPLESS_MAIN(DurationTest)
#include "tst_Duration.moc"
