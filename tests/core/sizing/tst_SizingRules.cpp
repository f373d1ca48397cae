// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sizing/Plans.h"

#include "core/sizing/Placement.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace sentinel;
using namespace sentinel::sizing;
using namespace Qt::StringLiterals;

namespace {

/// A plan drawn from the answers that move numbers. The same seed draws the same plan.
struct Draw
{
    QString profile;
    Settings settings;
    double events = 0;

    [[nodiscard]] Sizing at(double eventsPerSecond) const
    {
        Settings all = settings;
        all.append({u"load.eventsPerSecond"_s, QString::number(eventsPerSecond, 'f', 3)});
        return sized(profile, all);
    }
};

Draw draw(QRandomGenerator &random)
{
    const auto pick = [&](const QStringList &values) { return values[random.bounded(values.size())]; };
    Draw plan;
    plan.profile = pick({u"edge"_s, u"dev"_s, u"staging"_s, u"prod"_s});
    plan.events = std::pow(10.0, random.bounded(4.3) - 0.6);
    plan.settings = {
        {u"load.peakFactor"_s, pick({u"1"_s, u"1.5"_s, u"3"_s, u"8"_s})},
        {u"load.eventBytes"_s, pick({u"120"_s, u"554"_s, u"2048"_s})},
        {u"load.logRetention"_s, pick({u"1d"_s, u"7d"_s, u"30d"_s, u"365d"_s})},
        {u"load.eventStore"_s, pick({u"postgresql"_s, u"loki"_s})},
        {u"load.taskTime"_s, pick({u"5ms"_s, u"50ms"_s, u"200ms"_s})},
        {u"load.batchSize"_s, pick({u"1"_s, u"10"_s, u"100"_s, u"1000"_s})},
        {u"load.payloadIndex"_s, pick({u"true"_s, u"false"_s})},
        {u"load.activeUsers"_s, pick({u"1"_s, u"80"_s, u"5000"_s})},
        {u"hardware.nodeCpu"_s, pick({u"4"_s, u"8"_s, u"16"_s, u"64"_s})},
        {u"hardware.nodeMemory"_s, pick({u"16Gi"_s, u"32Gi"_s, u"64Gi"_s, u"256Gi"_s})},
        {u"availability.level"_s, pick({u"none"_s, u"node"_s, u"zone"_s})},
        {u"observability.lokiStore"_s, pick({u"filesystem"_s, u"objectStore"_s})},
        {u"observability.scrapeInterval"_s, pick({u"15s"_s, u"1m"_s})},
        {u"storage.redisVolume"_s, pick({u"1Gi"_s, u"20Gi"_s})},
    };
    return plan;
}

/// The first number that is lower in `more` than in `less`; empty when none is.
QString lowered(const Sizing &less, const Sizing &more)
{
    for (const Component &part : less.components) {
        const Component *other = more.component(part.name);
        if (!other || other->replicas < part.replicas || other->maxReplicas < part.maxReplicas
            || other->requestCpu < part.requestCpu || other->requestMemory < part.requestMemory || other->limitCpu < part.limitCpu
            || other->limitMemory < part.limitMemory || other->storage < part.storage || other->iops < part.iops) {
            return part.name;
        }
        for (const Figure &figure : part.figures) {
            if (more.figure(figure.id)->value < figure.value) {
                return figure.id;
            }
        }
    }
    for (const Figure &figure : less.figures + less.totals.figures + less.nodePools.first().figures) {
        if (more.figure(figure.id)->value < figure.value) {
            return figure.id;
        }
    }
    const Totals &a = less.totals;
    const Totals &b = more.totals;
    const bool totals = b.nodes < a.nodes || b.cpu < a.cpu || b.memory < a.memory || b.requestedCpu < a.requestedCpu
        || b.requestedMemory < a.requestedMemory || b.storage < a.storage || b.iops < a.iops || b.costPerMonth < a.costPerMonth;
    return totals ? u"totals"_s : QString();
}

QString described(const Draw &plan)
{
    QString text = plan.profile + u" at "_s + QString::number(plan.events);
    for (const auto &[key, value] : plan.settings) {
        text += u", %1=%2"_s.arg(key, value);
    }
    return text;
}

} // namespace

class SizingRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublingTheLoadNeverLowersANumber();
    void everyRequestStaysBelowItsLimit();
    void everyVolumeHoldsWhatItsFormulaSays();
    void theComputedNodesTakeEveryPodAlsoWithOneLost();
    void theEdgeFitsASmallMachine();
    void availabilityMultipliesTheDatabaseByThree_data();
    void availabilityMultipliesTheDatabaseByThree();
    void theDatabaseStandsBesideGitLabAtEqualRequests();
    void extremeAnswersGiveAVerdictAndNoOverflow();
    void sizingAndPlacingIsQuickEnoughForEachKeystroke();
    void tenThousandEventsWithThousandsOfPodsStayQuick();
};

void SizingRulesTest::doublingTheLoadNeverLowersANumber()
{
    QRandomGenerator random(20261);
    for (int trial = 0; trial < 150; ++trial) {
        const Draw plan = draw(random);
        const QString which = lowered(plan.at(plan.events), plan.at(2 * plan.events));
        QVERIFY2(which.isEmpty(), qPrintable(which + u" sank: "_s + described(plan)));
    }
}

void SizingRulesTest::everyRequestStaysBelowItsLimit()
{
    QRandomGenerator random(7);
    for (int trial = 0; trial < 150; ++trial) {
        const Draw plan = draw(random);
        const Sizing sizing = plan.at(plan.events);
        for (const Component &part : sizing.components) {
            QVERIFY2(part.requestCpu <= part.limitCpu && part.requestMemory <= part.limitMemory,
                     qPrintable(part.name + u": "_s + described(plan)));
            QVERIFY2(!part.requestCpu.isZero() && !part.requestMemory.isZero(), qPrintable(part.name));
            QVERIFY(part.replicas >= 1 && part.maxReplicas >= part.replicas);
        }
    }
}

void SizingRulesTest::everyVolumeHoldsWhatItsFormulaSays()
{
    QRandomGenerator random(11);
    for (int trial = 0; trial < 150; ++trial) {
        const Draw plan = draw(random);
        const Sizing sizing = plan.at(plan.events);
        QVERIFY(sizing.component(u"postgresql")->storage.value() >= figureValue(sizing, u"postgresql.volume"));
        QVERIFY(sizing.component(u"redis")->storage.value() >= figureValue(sizing, u"redis.volume"));
        QVERIFY(sizing.component(u"prometheus")->storage.value() >= figureValue(sizing, u"prometheus.volume"));
        QVERIFY(sizing.component(u"prometheus")->storage.value() * 0.8 >= figureValue(sizing, u"prometheus.disk"));
        if (answersOf(plan.profile, plan.settings).text(u"observability.lokiStore") == u"filesystem"_s) {
            QVERIFY(sizing.component(u"loki")->storage.value() >= figureValue(sizing, u"loki.disk"));
        }
    }
}

void SizingRulesTest::theComputedNodesTakeEveryPodAlsoWithOneLost()
{
    QRandomGenerator random(5);
    int proved = 0;
    for (int trial = 0; trial < 100; ++trial) {
        Draw plan = draw(random);
        plan.settings.append({u"hardware.nodeCpu"_s, u"32"_s});
        plan.settings.append({u"hardware.nodeMemory"_s, u"128Gi"_s});
        plan.settings.append({u"storage.class"_s, u"replicated"_s}); // with volumes on the nodes' own disks, pods cannot move
        plan.settings.append({u"load.eventsPerSecond"_s, QString::number(plan.events, 'f', 3)});
        const plan::Answers answers = answersOf(plan.profile, plan.settings);
        const Sizing sizing = size(answers);
        if (verdict(sizing, u"sizing.does-not-fit")) {
            continue; // a pod larger than any such node, said in words
        }
        const Placement whole = place(sizing, nodesOf(sizing, answers));
        QVERIFY2(whole.fits(), qPrintable(described(plan)));
        if (answers.text(u"availability.level") == u"none"_s) {
            continue;
        }
        for (const Node &node : whole.nodes) {
            const Placement without = loseNode(whole, sizing, node.name);
            QVERIFY2(without.fits() && without.quorumHolds, qPrintable(node.name + u": "_s + described(plan)));
        }
        ++proved;
    }
    QVERIFY(proved > 30);
}

void SizingRulesTest::theEdgeFitsASmallMachine()
{
    const Sizing sizing = sized(u"edge"_s);
    QVERIFY2(sizing.totals.requestedCpu <= *Quantity::parse(u"4"), qPrintable(sizing.totals.requestedCpu.toString()));
    QVERIFY2(sizing.totals.requestedMemory <= *Quantity::parse(u"8Gi"), qPrintable(sizing.totals.requestedMemory.toString()));
    QCOMPARE(sizing.totals.nodes, 1);
    QVERIFY2(sizing.verdicts.isEmpty(), sizing.verdicts.isEmpty() ? "" : qPrintable(sizing.verdicts.first().sentence));
}

void SizingRulesTest::availabilityMultipliesTheDatabaseByThree_data()
{
    QTest::addColumn<QString>("profile");
    for (const QString &profile : {u"edge"_s, u"dev"_s, u"staging"_s, u"prod"_s}) {
        QTest::newRow(qPrintable(profile)) << profile;
    }
}

void SizingRulesTest::availabilityMultipliesTheDatabaseByThree()
{
    QFETCH(QString, profile);
    const Sizing none = sized(profile, {{u"availability.level"_s, u"none"_s}});
    const Sizing node = sized(profile, {{u"availability.level"_s, u"node"_s}});
    const Component *alone = none.component(u"postgresql");
    const Component *three = node.component(u"postgresql");
    QCOMPARE(three->replicas, 3 * alone->replicas);
    QCOMPARE(three->requestCpu, alone->requestCpu);
    QCOMPARE(three->storage, alone->storage);
    QVERIFY(!none.component(u"etcd"));
    QCOMPARE(node.component(u"etcd")->replicas, 3);
    QVERIFY(!none.component(u"redis-sentinel") && node.component(u"redis-sentinel"));
}

void SizingRulesTest::theDatabaseStandsBesideGitLabAtEqualRequests()
{
    // GitLab S: 100 requests/s, PostgreSQL with 8 vCPU.
    const Sizing sizing = sized(
        u"prod"_s,
        {{u"load.eventsPerSecond"_s, u"100"_s}, {u"load.logRetention"_s, u"30d"_s}, {u"load.requestsPerSecond"_s, u"100"_s}});
    const double cpu = sizing.component(u"postgresql")->requestCpu.value();
    QVERIFY2(cpu >= 4 && cpu <= 16, qPrintable(QString::number(cpu)));
}

void SizingRulesTest::extremeAnswersGiveAVerdictAndNoOverflow()
{
    const Settings most{
        {u"load.eventsPerSecond"_s, u"1000000"_s}, {u"load.peakFactor"_s, u"20"_s},      {u"load.taskTime"_s, u"10m"_s},
        {u"load.eventBytes"_s, u"65536"_s},        {u"load.logRetention"_s, u"3650d"_s}, {u"load.outage"_s, u"1d"_s},
        {u"load.messageBytes"_s, u"1Mi"_s}};
    for (const QString &profile : {u"edge"_s, u"prod"_s}) {
        const plan::Answers answers = answersOf(profile, most);
        const Sizing sizing = size(answers);
        QVERIFY(verdict(sizing, u"sizing.too-large"));
        QVERIFY(verdict(sizing, u"sizing.no-single-postgresql"));
        QVERIFY(figureValue(sizing, u"postgresql.volume") > 1e18);
        for (const Component &part : sizing.components) {
            QVERIFY(part.storage.milli() >= 0 && part.requestMemory.milli() >= 0 && part.replicas > 0);
        }
        QVERIFY(sizing.totals.storage.milli() > 0 && sizing.totals.memory.milli() > 0);
        QVERIFY(nodesOf(sizing, answers).size() <= 5000);
    }
}

void SizingRulesTest::sizingAndPlacingIsQuickEnoughForEachKeystroke()
{
    const plan::Answers answers = answersOf(u"prod"_s, {{u"load.eventsPerSecond"_s, u"1200"_s}});
    QElapsedTimer timer;
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 30; ++round) {
        timer.start();
        const Sizing sizing = size(answers);
        const Placement whole = place(sizing, nodesOf(sizing, answers));
        const Findings findings = judge(whole, sizing, answers);
        best = std::min(best, timer.nsecsElapsed());
        QVERIFY(whole.fits());
    }
    qInfo("%lld µs", best / 1000);
    QVERIFY2(best < 5'000'000, "a keystroke may cost five milliseconds in all");
}

void SizingRulesTest::tenThousandEventsWithThousandsOfPodsStayQuick()
{
    const plan::Answers answers
        = answersOf(u"prod"_s, {{u"load.eventsPerSecond"_s, u"10000"_s}, {u"load.taskTime"_s, u"400ms"_s}});
    QElapsedTimer timer;
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 5; ++round) {
        timer.start();
        const Sizing sizing = size(answers);
        const Placement whole = place(sizing, nodesOf(sizing, answers));
        best = std::min(best, timer.nsecsElapsed());
        QVERIFY(whole.pods.size() > 4000);
        QVERIFY(whole.fits());
        QVERIFY(!verdict(sizing, u"sizing.node-loss"));
    }
    qInfo("%lld µs", best / 1000);
    QVERIFY2(best < 250'000'000, "thousands of pods");
}

QTEST_GUILESS_MAIN(SizingRulesTest)
#include "tst_SizingRules.moc"
