// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Allocatable.h"
#include "core/sizing/Amount.h"
#include "tests/core/sizing/Plans.h"

#include <QTest>
#include <cmath>

using namespace sentinel;
using namespace sentinel::sizing;
using namespace Qt::StringLiterals;

class SizingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorkedRowsComeOut_data();
    void theWorkedRowsComeOut();
    void aProductionPlanOfRealSizeIsWorkedOut();
    void everyNumberCarriesItsFormulaSourceAndAnswers_data();
    void everyNumberCarriesItsFormulaSourceAndAnswers();
    void aNodeLeavesWhatGkeLeaves_data();
    void aNodeLeavesWhatGkeLeaves();
    void numbersReadAsPeopleReadThem();
    void aShareScalesTheLoad();
    void auditLinesKeptForLongerTakeTheirRoom();
    void anExternalDatabaseIsSizedButNotRun();
    void partsNotAskedForAreLeftOut();
};

void SizingTest::theWorkedRowsComeOut_data()
{
    QTest::addColumn<QString>("events");
    QTest::addColumn<QString>("retention");
    QTest::addColumn<double>("rows");
    QTest::addColumn<double>("data");
    QTest::addColumn<double>("volume");
    QTest::addColumn<double>("walPerDay");
    QTest::addColumn<double>("walPeak");
    QTest::addColumn<double>("redis");
    QTest::addColumn<int>("workers");
    QTest::addColumn<double>("logsPerDay");
    constexpr double kGiB = 1024.0 * 1024 * 1024;
    QTest::newRow("S") << u"100"_s << u"30d"_s << 2.592e8 << 193.9e9 << 340.6e9 << 7.66e9 << 0.332e6 << 0.39 * kGiB << 22
                       << 3.46e9;
    QTest::newRow("M") << u"1000"_s << u"90d"_s << 7.776e9 << 5.816e12 << 10.04e12 << 76.6e9 << 3.32e6 << 1.62 * kGiB << 215
                       << 34.6e9;
    QTest::newRow("L") << u"10000"_s << u"90d"_s << 7.776e10 << 58.16e12 << 100.4e12 << 766e9 << 33.2e6 << 13.98 * kGiB << 2143
                       << 346e9;
}

void SizingTest::theWorkedRowsComeOut()
{
    QFETCH(QString, events);
    QFETCH(QString, retention);
    const Sizing sizing = sized(u"prod"_s, {{u"load.eventsPerSecond"_s, events}, {u"load.logRetention"_s, retention}});
    const auto within = [&](QStringView id, double wanted) {
        const double value = figureValue(sizing, id);
        const bool near = std::abs(value - wanted) <= 0.02 * wanted;
        if (!near) {
            qWarning("%s is %g, wanted %g", qPrintable(id.toString()), value, wanted);
        }
        return near;
    };
    QFETCH(double, rows);
    QFETCH(double, data);
    QFETCH(double, volume);
    QFETCH(double, walPerDay);
    QFETCH(double, walPeak);
    QFETCH(double, redis);
    QFETCH(int, workers);
    QFETCH(double, logsPerDay);
    QVERIFY(within(u"postgresql.rows", rows));
    QVERIFY(within(u"postgresql.data", data));
    QVERIFY(within(u"postgresql.volume", volume));
    QVERIFY(within(u"wal.perDay", walPerDay));
    QVERIFY(within(u"wal.peak", walPeak));
    QVERIFY(within(u"redis.broker", redis));
    QVERIFY(within(u"loki.perDay", logsPerDay));
    QCOMPARE(figureValue(sizing, u"worker.processes"), double(workers));
    QCOMPARE(sizing.component(u"worker")->replicas, (workers + 3) / 4);
    QCOMPARE(sizing.component(u"postgresql")->replicas, 3);
}

void SizingTest::aProductionPlanOfRealSizeIsWorkedOut()
{
    const Sizing sizing = sized(u"prod"_s, {{u"load.eventsPerSecond"_s, u"1200"_s}, {u"load.logRetention"_s, u"90d"_s}});
    QVERIFY2(!hasErrors(sizing.verdicts), qPrintable(sizing.verdicts.isEmpty() ? QString() : sizing.verdicts.first().sentence));
    QCOMPARE(sizing.figure(u"postgresql.volume")->display, u"12.05 TB"_s);
    QCOMPARE(sizing.figure(u"postgresql.volume")->formula, u"(1.2 × data + WAL reserve) ÷ 0.7"_s);
    QCOMPARE(sizing.figure(u"postgresql.volume")->worked, u"(1.2 × 6.979 TB + 58.44 GB) ÷ 0.7"_s);
    // Smallest production database of three, as in row S of the reference: 4 vCPU, 16 GiB each.
    QCOMPARE(sizing.component(u"postgresql")->requestCpu.toString(), u"4"_s);
    QCOMPARE(sizing.component(u"postgresql")->requestMemory.toString(), u"16Gi"_s);
    QCOMPARE(sizing.component(u"worker")->replicas, 65); // ⌈1200 × 3 × 0.05 ÷ 0.7⌉ = 258 processes
    QCOMPARE(sizing.totals.nodes, sizing.nodePools.first().count);
    QVERIFY(sizing.totals.requestedCpu < sizing.totals.cpu);
}

void SizingTest::everyNumberCarriesItsFormulaSourceAndAnswers_data()
{
    QTest::addColumn<QString>("profile");
    for (const QString &profile : {u"edge"_s, u"dev"_s, u"staging"_s, u"prod"_s}) {
        QTest::newRow(qPrintable(profile)) << profile;
    }
}

void SizingTest::everyNumberCarriesItsFormulaSourceAndAnswers()
{
    QFETCH(QString, profile);
    const plan::Answers answers = answersOf(profile, {{u"observability.ai"_s, u"true"_s}});
    const Sizing sizing = size(answers);
    QList<Figure> figures = sizing.figures + sizing.totals.figures + sizing.nodePools.first().figures;
    for (const Component &part : sizing.components) {
        QVERIFY2(!part.figures.isEmpty(), qPrintable(part.name));
        figures += part.figures;
    }
    QSet<QString> ids;
    for (const Figure &figure : figures) {
        QVERIFY2(!ids.contains(figure.id), qPrintable(figure.id));
        ids.insert(figure.id);
        QVERIFY2(!figure.label.isEmpty() && !figure.unit.isEmpty() && !figure.display.isEmpty(), qPrintable(figure.id));
        QVERIFY2(!figure.formula.isEmpty() && !figure.worked.isEmpty() && !figure.source.isEmpty(), qPrintable(figure.id));
        QVERIFY2(!figure.worked.contains(u'%') || figure.worked.contains(u" %"_s), qPrintable(figure.worked));
        for (const QString &key : figure.inputs) {
            QVERIFY2(plan::Catalogue::shipped().find(key), qPrintable(figure.id + u" names "_s + key));
        }
    }
}

void SizingTest::aNodeLeavesWhatGkeLeaves_data()
{
    QTest::addColumn<double>("cores");
    QTest::addColumn<double>("gib");
    QTest::addColumn<double>("cpu");
    QTest::addColumn<double>("memory");
    QTest::newRow("4/16") << 4.0 << 16.0 << 3.92 << 13.3;
    QTest::newRow("8/32") << 8.0 << 32.0 << 7.91 << 28.3;
    QTest::newRow("16/64") << 16.0 << 64.0 << 15.89 << 58.4;
    QTest::newRow("1/1") << 1.0 << 1.0 << 0.94 << 0.652;
    QTest::newRow("96/512") << 96.0 << 512.0 << 95.69 << 494.91;
}

void SizingTest::aNodeLeavesWhatGkeLeaves()
{
    QFETCH(double, cores);
    QFETCH(double, gib);
    QFETCH(double, cpu);
    QFETCH(double, memory);
    QVERIFY(std::abs(allocatableCpu(cores) - cpu) < 0.005);
    QVERIFY(std::abs(allocatableMemory(gib * kGi) / kGi - memory) < 0.06);
}

void SizingTest::numbersReadAsPeopleReadThem()
{
    QCOMPARE(number(0), u"0"_s);
    QCOMPARE(number(0.332), u"0.332"_s);
    QCOMPARE(number(10.0400), u"10.04"_s);
    QCOMPARE(number(215), u"215"_s);
    QCOMPARE(number(9999.9), u"10\u202f000"_s);
    QCOMPARE(number(77760000000.0), u"77\u202f760\u202f000\u202f000"_s);
    QCOMPARE(disk(340.6e9).display, u"340.6 GB"_s);
    QCOMPARE(disk(999.99e9).display, u"1 TB"_s);
    QCOMPARE(memory(1.5 * kGi).display, u"1.5 GiB"_s);
    QCOMPARE(byteRate(0.3324e6).display, u"332.4 kB/s"_s);
    QCOMPARE(elapsed(45).display, u"45 s"_s);
    QCOMPARE(elapsed(16 * 3600 + 24 * 60 + 10).display, u"16 h 25 min"_s);
    QCOMPARE(elapsed(3 * 86400 + 3600).display, u"3 d 1 h"_s);
    QCOMPARE(span(0.05), u"50 ms"_s);
    QCOMPARE(span(90 * 86400), u"90 d"_s);
}

void SizingTest::aShareScalesTheLoad()
{
    const Sizing whole = sized(u"prod"_s, {{u"load.eventsPerSecond"_s, u"500"_s}});
    const Sizing half = sized(u"prod"_s, {{u"load.eventsPerSecond"_s, u"1000"_s}, {u"load.share"_s, u"0.5"_s}});
    QCOMPARE(figureValue(half, u"postgresql.volume"), figureValue(whole, u"postgresql.volume"));
    QCOMPARE(half.component(u"worker")->replicas, whole.component(u"worker")->replicas);
}

void SizingTest::auditLinesKeptForLongerTakeTheirRoom()
{
    const Settings logs{{u"observability.lokiStore"_s, u"filesystem"_s}, {u"load.logRetention"_s, u"30d"_s}};
    const auto kept = [&logs](const Settings &more) { return figureValue(sized(u"staging"_s, logs + more), u"loki.disk"); };
    const double wal = 10 * kGi;
    const double alike = kept({});
    // A fifth of the lines for ten times as long: 0.8 + 0.2 × 10.
    const double longer = kept({{u"observability.securityRetention"_s, u"300d"_s}});
    QVERIFY2(std::abs((longer - wal) / (alike - wal) - 2.8) < 1e-9, qPrintable(QString::number((longer - wal) / (alike - wal))));
    const double none = kept({{u"observability.securityRetention"_s, u"300d"_s}, {u"load.auditLineShare"_s, u"0"_s}});
    QCOMPARE(none, alike);
}

void SizingTest::anExternalDatabaseIsSizedButNotRun()
{
    const Sizing sizing
        = sized(u"prod"_s, {{u"storage.database"_s, u"external"_s}, {u"storage.databaseHost"_s, u"db.example.org"_s}});
    QVERIFY(!sizing.component(u"postgresql"));
    QVERIFY(!sizing.component(u"etcd"));
    QVERIFY(!sizing.component(u"pgbouncer"));
    QVERIFY(figureValue(sizing, u"postgresql.volume") > 1e12);
    QVERIFY(verdict(sizing, u"sizing.tier-raw-events"));
}

void SizingTest::partsNotAskedForAreLeftOut()
{
    const Sizing bare = sized(u"dev"_s,
                              {{u"observability.prometheus"_s, u"none"_s},
                               {u"observability.loki"_s, u"none"_s},
                               {u"observability.automation"_s, u"false"_s}});
    for (const QString &name : {u"prometheus"_s, u"alertmanager"_s, u"grafana"_s, u"loki"_s, u"collector-ops"_s, u"exporters"_s,
                                u"n8n"_s, u"ollama"_s, u"watchdog"_s}) {
        QVERIFY2(!bare.component(name), qPrintable(name));
    }
    const Sizing full = sized(u"prod"_s, {{u"observability.ai"_s, u"true"_s}});
    for (const QString &name :
         {u"backend"_s, u"worker"_s, u"beat"_s, u"migration"_s, u"frontend"_s, u"postgresql"_s, u"redis"_s}) {
        QVERIFY2(full.component(name), qPrintable(name));
    }
    for (const QString &name :
         {u"pgbouncer"_s, u"haproxy"_s, u"etcd"_s, u"redis-sentinel"_s, u"prometheus"_s, u"alertmanager"_s, u"grafana"_s,
          u"loki"_s, u"collector-security"_s, u"collector-ops"_s, u"n8n"_s, u"ollama"_s, u"watchdog"_s, u"exporters"_s}) {
        QVERIFY2(full.component(name), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(SizingTest)
#include "tst_Sizing.moc"
