// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sizing/Plans.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::sizing;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(sentinel::sizing::Settings)
Q_DECLARE_METATYPE(sentinel::Severity)

class VerdictsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLimitIsSaidWithItsRemedy_data();
    void eachLimitIsSaidWithItsRemedy();
    void nothingIsSaidJustBelowALimit_data();
    void nothingIsSaidJustBelowALimit();
    void followingTheRemedyEndsTheVerdict();
    void aHugeVolumeIsNeverHidden();
    void errorsStandBeforeWarnings();
};

void VerdictsTest::eachLimitIsSaidWithItsRemedy_data()
{
    QTest::addColumn<Settings>("settings");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("remedy");
    const auto events = [](const QString &rate) { return std::pair(u"load.eventsPerSecond"_s, rate); };
    QTest::newRow("more than 4 TB") << Settings{events(u"1000"_s)} << u"sizing.tier-raw-events"_s << Severity::Warning
                                    << u"load.eventStore"_s << u"load.eventStore=loki"_s;
    QTest::newRow("more than 10 000 rows/s")
        << Settings{events(u"10001"_s), {u"load.eventStore"_s, u"loki"_s}} << u"sizing.tier-raw-events"_s << Severity::Warning
        << u"load.eventRetention"_s << u"load.eventRetention"_s;
    QTest::newRow("row L") << Settings{events(u"10000"_s)} << u"sizing.no-single-postgresql"_s << Severity::Error
                           << u"load.eventStore"_s << u"load.eventStore=loki"_s;
    QTest::newRow("archive over the uplink")
        << Settings{events(u"1000"_s), {u"storage.uplinkMbit"_s, u"50"_s}} << u"sizing.wal-uplink"_s << Severity::Error
        << u"storage.uplinkMbit"_s << u"Mbit/s"_s;
    QTest::newRow("two Lokis on file systems")
        << Settings{{u"observability.lokiStore"_s, u"filesystem"_s}, {u"observability.lokiReplicas"_s, u"2"_s}}
        << u"sizing.loki-filesystem-replicas"_s << Severity::Error << u"observability.lokiReplicas"_s
        << u"observability.lokiStore=objectStore"_s;
    QTest::newRow("many logs on a file system")
        << Settings{events(u"1000"_s), {u"observability.lokiStore"_s, u"filesystem"_s}} << u"sizing.loki-object-store"_s
        << Severity::Warning << u"observability.lokiStore"_s << u"observability.lokiStore=objectStore"_s;
    QTest::newRow("database volume too small")
        << Settings{events(u"100"_s), {u"storage.databaseVolume"_s, u"100Gi"_s}} << u"sizing.database-volume"_s << Severity::Error
        << u"storage.databaseVolume"_s << u"storage.databaseVolume"_s;
    QTest::newRow("Redis volume too small") << Settings{events(u"1000"_s), {u"storage.redisVolume"_s, u"1Gi"_s}}
                                            << u"sizing.redis-volume"_s << Severity::Error << u"storage.redisVolume"_s
                                            << u"storage.redisVolume"_s;
    QTest::newRow("volume beyond the storage")
        << Settings{events(u"100"_s), {u"storage.maxVolume"_s, u"500Gi"_s}} << u"sizing.volume-too-large"_s << Severity::Warning
        << u"storage.maxVolume"_s << u"storage.maxVolume"_s;
    QTest::newRow("Redis commands") << Settings{events(u"10000"_s)} << u"sizing.redis-commands"_s << Severity::Warning
                                    << u"load.eventsPerSecond"_s << u"batches"_s;
    QTest::newRow("connections") << Settings{events(u"4000"_s)} << u"sizing.connections"_s << Severity::Warning
                                 << u"load.taskTime"_s << u"PgBouncer"_s;
    QTest::newRow("pod with more CPU than a node")
        << Settings{{u"hardware.nodeCpu"_s, u"2"_s}} << u"sizing.does-not-fit"_s << Severity::Error << u"hardware.nodeCpu"_s
        << u"more than 4 CPU (hardware.nodeCpu)"_s;
    QTest::newRow("pod with more memory than a node")
        << Settings{{u"hardware.nodeMemory"_s, u"16Gi"_s}} << u"sizing.does-not-fit"_s << Severity::Error
        << u"hardware.nodeMemory"_s << u"more than 16Gi memory (hardware.nodeMemory)"_s;
    QTest::newRow("volume larger than a node's disk")
        << Settings{{u"storage.class"_s, u"local-path"_s}} << u"sizing.does-not-fit"_s << Severity::Error
        << u"hardware.nodeDisk"_s << u"storage.class"_s;
}

void VerdictsTest::eachLimitIsSaidWithItsRemedy()
{
    QFETCH(Settings, settings);
    QFETCH(QString, rule);
    QFETCH(Severity, severity);
    QFETCH(QString, path);
    QFETCH(QString, remedy);
    const Sizing sizing = sized(u"prod"_s, settings);
    const Finding *found = verdict(sizing, rule);
    QVERIFY(found);
    QCOMPARE(found->severity, severity);
    QCOMPARE(found->path, path);
    QVERIFY(plan::Catalogue::shipped().find(found->path));
    QVERIFY2(found->remedy.contains(remedy), qPrintable(found->remedy));
    QVERIFY2(!found->sentence.contains(u"%1"_s) && found->sentence.endsWith(u'.'), qPrintable(found->sentence));
}

void VerdictsTest::nothingIsSaidJustBelowALimit_data()
{
    QTest::addColumn<Settings>("settings");
    QTest::addColumn<QString>("rule");
    QTest::newRow("below 4 TB") << Settings{{u"load.eventsPerSecond"_s, u"390"_s}} << u"sizing.tier-raw-events"_s;
    QTest::newRow("below 16 TB") << Settings{{u"load.eventsPerSecond"_s, u"1590"_s}} << u"sizing.no-single-postgresql"_s;
    QTest::newRow("uplink wide enough") << Settings{{u"load.eventsPerSecond"_s, u"1000"_s}, {u"storage.uplinkMbit"_s, u"54"_s}}
                                        << u"sizing.wal-uplink"_s;
    QTest::newRow("no archive, no uplink") << Settings{{u"storage.backupTarget"_s, u"none"_s},
                                                       {u"load.eventsPerSecond"_s, u"1000000"_s}}
                                           << u"sizing.wal-uplink"_s;
    QTest::newRow("two Lokis on an object store")
        << Settings{{u"observability.lokiReplicas"_s, u"2"_s}} << u"sizing.loki-filesystem-replicas"_s;
    QTest::newRow("volume large enough") << Settings{{u"load.eventsPerSecond"_s, u"100"_s},
                                                     {u"load.logRetention"_s, u"30d"_s},
                                                     {u"storage.databaseVolume"_s, u"318Gi"_s}}
                                         << u"sizing.database-volume"_s;
}

void VerdictsTest::nothingIsSaidJustBelowALimit()
{
    QFETCH(Settings, settings);
    QFETCH(QString, rule);
    const Sizing sizing = sized(u"prod"_s, settings);
    QVERIFY(!verdict(sizing, rule));
}

void VerdictsTest::followingTheRemedyEndsTheVerdict()
{
    const Sizing sizing = sized(u"prod"_s, {{u"load.eventsPerSecond"_s, u"1000"_s}, {u"load.eventStore"_s, u"loki"_s}});
    QVERIFY(!verdict(sizing, u"sizing.tier-raw-events"));
    QVERIFY(!verdict(sizing, u"sizing.volume-too-large"));
    // The events now count as logs.
    QVERIFY(figureValue(sizing, u"loki.perDay")
            > 2 * figureValue(sized(u"prod"_s, {{u"load.eventsPerSecond"_s, u"1000"_s}}), u"loki.perDay"));
}

void VerdictsTest::aHugeVolumeIsNeverHidden()
{
    const Sizing sizing = sized(u"prod"_s, {{u"load.eventsPerSecond"_s, u"10000"_s}});
    QCOMPARE(sizing.figure(u"postgresql.volume")->display, u"100.4 TB"_s);
    QVERIFY(sizing.component(u"postgresql")->storage.value() >= 100.3e12);
}

void VerdictsTest::errorsStandBeforeWarnings()
{
    const Sizing sizing = sized(u"prod"_s, {{u"load.eventsPerSecond"_s, u"10000"_s}, {u"storage.uplinkMbit"_s, u"1"_s}});
    QVERIFY(sizing.verdicts.size() >= 3);
    QVERIFY(std::ranges::is_sorted(sizing.verdicts, std::ranges::greater(), &Finding::severity));
}

QTEST_GUILESS_MAIN(VerdictsTest)
#include "tst_Verdicts.moc"
