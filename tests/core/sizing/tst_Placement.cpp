// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Placement.h"
#include "tests/core/sizing/Plans.h"

#include <QMap>
#include <QTest>

using namespace sentinel;
using namespace sentinel::sizing;
using namespace Qt::StringLiterals;

namespace {

Quantity q(const QString &text)
{
    return *Quantity::parse(text);
}

Component part(const QString &name, int replicas, const QString &cpu, const QString &memory)
{
    Component component;
    component.name = name;
    component.replicas = component.maxReplicas = replicas;
    component.requestCpu = component.limitCpu = q(cpu);
    component.requestMemory = component.limitMemory = q(memory);
    return component;
}

Component spread(Component component)
{
    component.spreadHosts = true;
    return component;
}

Component zoned(Component component)
{
    component.spreadZones = true;
    return component;
}

Sizing of(const QList<Component> &parts)
{
    Sizing sizing;
    sizing.components = parts;
    return sizing;
}

QList<Node> machines(const QList<QString> &zones, const QString &cpu, const QString &memory)
{
    QList<Node> nodes;
    for (const QString &zone : zones) {
        nodes.append({.name = u"n%1"_s.arg(nodes.size() + 1),
                      .zone = zone,
                      .group = u"g"_s,
                      .cpu = q(cpu),
                      .memory = q(memory),
                      .disk = {},
                      .taints = {}});
    }
    return nodes;
}

QMap<QString, int> perNode(const Placement &placement, const QString &component)
{
    QMap<QString, int> counts;
    for (const PlacedPod &pod : placement.pods) {
        counts[pod.node] += pod.component == component ? 1 : 0;
    }
    return counts;
}

void verifyRoom(const Placement &placement)
{
    for (const Node &node : placement.nodes) {
        Quantity cpu;
        Quantity memory;
        for (const PlacedPod &pod : placement.pods) {
            if (pod.node == node.name) {
                cpu += pod.cpu;
                memory += pod.memory;
            }
        }
        QVERIFY2(cpu <= node.cpu && memory <= node.memory, qPrintable(node.name));
    }
}

} // namespace

class PlacementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noNodeIsFilledBeyondItsRoom();
    void copiesThatMustNotMeetStandOnDifferentNodes();
    void zonesDifferByOneAtMost();
    void aTaintedNodeStaysEmpty();
    void aSoftTaintDoesNotKeepPodsAway();
    void aDaemonSetStandsOnEveryNode();
    void aLocalDiskHoldsOnlyWhatFits();
    void whatDoesNotFitIsSaidLikeTheScheduler();
    void tightMachinesAreFilledWhereSpreadingWastesRoom();
    void podsOfALostNodeMoveAndTheOthersStay();
    void aLocalVolumeKeepsItsPodFromMoving();
    void quorumHoldsWithOneOfThreeLostAndNotWithTheOnlyOne();
    void statelessPodsMakeRoomForADatabase();
    void aDatabasePushesNobodyAsideWhereThatDoesNotHelp();
    void aNodeThatIsNotThereLosesNothing();
    void aLossThatDoesNotFitIsAnError();
    void aMissingThirdHostIsOnlyAWarning();
    void withoutAvailabilityALostNodeIsNoFinding();
    void aLostZoneIsWeighed();
};

void PlacementTest::noNodeIsFilledBeyondItsRoom()
{
    const plan::Answers answers = answersOf(u"prod"_s, {{u"load.eventsPerSecond"_s, u"1200"_s}});
    const Sizing sizing = size(answers);
    const Placement placement = place(sizing, nodesOf(sizing, answers));
    QVERIFY(placement.fits());
    QCOMPARE(placement.nodes.size(), sizing.totals.nodes);
    verifyRoom(placement);
    int pods = 0;
    for (const Component &component : sizing.components) {
        pods += component.replicas;
    }
    QCOMPARE(placement.pods.size(), pods);
}

void PlacementTest::copiesThatMustNotMeetStandOnDifferentNodes()
{
    const Placement placement
        = place(of({spread(part(u"postgresql"_s, 3, u"1"_s, u"1Gi"_s))}), machines({u"a"_s, u"a"_s, u"a"_s}, u"8"_s, u"32Gi"_s));
    QVERIFY(placement.fits());
    for (const int count : perNode(placement, u"postgresql"_s)) {
        QCOMPARE(count, 1);
    }
}

void PlacementTest::zonesDifferByOneAtMost()
{
    const Sizing sizing
        = of({zoned(spread(part(u"etcd"_s, 5, u"1"_s, u"1Gi"_s))), zoned(part(u"worker"_s, 20, u"500m"_s, u"1Gi"_s))});
    const QList<Node> nodes = machines({u"a"_s, u"a"_s, u"b"_s, u"b"_s, u"c"_s, u"c"_s}, u"8"_s, u"32Gi"_s);
    const Placement placement = place(sizing, nodes);
    QVERIFY(placement.fits());
    for (const QString &name : {u"etcd"_s, u"worker"_s}) {
        QMap<QString, int> zones;
        for (const PlacedPod &pod : placement.pods) {
            if (pod.component == name) {
                ++zones[std::ranges::find(nodes, pod.node, &Node::name)->zone];
            }
        }
        const auto [least, most] = std::ranges::minmax(zones.values());
        QCOMPARE(zones.size(), 3);
        QVERIFY(most - least <= 1);
    }
}

void PlacementTest::aTaintedNodeStaysEmpty()
{
    QList<Node> nodes = machines({u"a"_s, u"a"_s}, u"4"_s, u"16Gi"_s);
    nodes[0].taints = {u"dedicated=gpu:NoSchedule"_s};
    const Placement placement = place(of({part(u"worker"_s, 5, u"1"_s, u"1Gi"_s)}), nodes);
    QCOMPARE(perNode(placement, u"worker"_s).value(u"n1"_s), 0);
    QCOMPARE(placement.unplaced.size(), 1);
    QVERIFY2(placement.unplaced.first().reason.contains(u"1 are tainted or lost"_s),
             qPrintable(placement.unplaced.first().reason));
}

void PlacementTest::aSoftTaintDoesNotKeepPodsAway()
{
    QList<Node> nodes = machines({u"a"_s}, u"4"_s, u"16Gi"_s);
    nodes[0].taints = {u"spot=true:PreferNoSchedule"_s};
    QVERIFY(place(of({part(u"worker"_s, 1, u"1"_s, u"1Gi"_s)}), nodes).fits());
}

void PlacementTest::aDaemonSetStandsOnEveryNode()
{
    Component collector = part(u"collector-ops"_s, 4, u"50m"_s, u"64Mi"_s);
    collector.perNode = true;
    QList<Node> nodes = machines({u"a"_s, u"b"_s, u"c"_s}, u"4"_s, u"16Gi"_s);
    const Placement placement = place(of({collector}), nodes);
    QCOMPARE(placement.pods.size(), 3); // as many as there are nodes, whatever the sizing counted
    const Placement without = loseNode(placement, of({collector}), u"n2"_s);
    QCOMPARE(without.pods.size(), 2);
    QVERIFY(without.fits());
}

void PlacementTest::aLocalDiskHoldsOnlyWhatFits()
{
    Component database = part(u"postgresql"_s, 1, u"1"_s, u"1Gi"_s);
    database.storage = q(u"80Gi"_s);
    QList<Node> nodes = machines({u"a"_s, u"a"_s}, u"4"_s, u"16Gi"_s);
    nodes[0].disk = q(u"50Gi"_s);
    nodes[1].disk = q(u"60Gi"_s);
    const Placement placement = place(of({database}), nodes);
    QCOMPARE(placement.unplaced.size(), 1);
    QVERIFY2(placement.unplaced.first().reason.contains(u"2 have too little disk"_s),
             qPrintable(placement.unplaced.first().reason));
    nodes[1].disk = q(u"100Gi"_s);
    QCOMPARE(place(of({database}), nodes).pods.first().node, u"n2"_s);
    nodes[0].disk = nodes[1].disk = Quantity(); // storage elsewhere
    QVERIFY(place(of({database}), nodes).fits());
}

void PlacementTest::whatDoesNotFitIsSaidLikeTheScheduler()
{
    QList<Node> nodes
        = machines({u"a"_s, u"a"_s, u"a"_s}, u"4"_s, u"16Gi"_s) + machines({u"a"_s, u"a"_s, u"a"_s}, u"4"_s, u"2Gi"_s);
    for (int index = 0; index < nodes.size(); ++index) {
        nodes[index].name = u"n%1"_s.arg(index + 1);
    }
    const Placement placement = place(of({spread(part(u"postgresql"_s, 4, u"1"_s, u"8Gi"_s))}), nodes);
    QCOMPARE(placement.pods.size(), 3);
    QCOMPARE(placement.unplaced.size(), 1);
    QCOMPARE(placement.unplaced.first().reason,
             u"0 of 6 nodes take postgresql: 3 have too little memory, 3 already run a postgresql."_s);
}

void PlacementTest::tightMachinesAreFilledWhereSpreadingWastesRoom()
{
    // Emptiest first gives 5+2 and 4+3, and the last 2 finds no room; first that fits gives 5+3 and 4+2+2.
    const Sizing sizing = of({part(u"five"_s, 1, u"5"_s, u"1Gi"_s), part(u"four"_s, 1, u"4"_s, u"1Gi"_s),
                              part(u"three"_s, 1, u"3"_s, u"1Gi"_s), part(u"two"_s, 2, u"2"_s, u"1Gi"_s)});
    const Placement placement = place(sizing, machines({u"a"_s, u"a"_s}, u"8"_s, u"64Gi"_s));
    QVERIFY(placement.fits());
    verifyRoom(placement);
}

void PlacementTest::podsOfALostNodeMoveAndTheOthersStay()
{
    const plan::Answers answers = answersOf(u"prod"_s, {{u"load.eventsPerSecond"_s, u"1200"_s}});
    const Sizing sizing = size(answers);
    const Placement whole = place(sizing, nodesOf(sizing, answers));
    const QString lost = whole.nodes[1].name;
    const Placement without = loseNode(whole, sizing, lost);
    QCOMPARE(without.lostNode, lost);
    QVERIFY(without.fits());
    QVERIFY(without.movedCount() > 0);
    verifyRoom(without);
    QHash<std::pair<QString, int>, QString> before;
    for (const PlacedPod &pod : whole.pods) {
        if (!sizing.component(pod.component)->perNode) {
            before.insert({pod.component, pod.ordinal}, pod.node);
        }
    }
    int moved = 0;
    for (const PlacedPod &pod : without.pods) {
        QVERIFY(pod.node != lost);
        if (!sizing.component(pod.component)->perNode) {
            const QString was = before.value({pod.component, pod.ordinal});
            QCOMPARE(pod.moved, pod.node != was);
            const Component *component = sizing.component(pod.component);
            QVERIFY(!pod.moved || was == lost || (component->storage.isZero() && !component->spreadHosts));
            moved += pod.moved ? 1 : 0;
        }
    }
    QCOMPARE(without.movedCount(), moved);
}

void PlacementTest::aLocalVolumeKeepsItsPodFromMoving()
{
    Component database = part(u"redis"_s, 1, u"1"_s, u"1Gi"_s);
    database.storage = q(u"10Gi"_s);
    const Sizing sizing = of({database, part(u"backend"_s, 1, u"3500m"_s, u"1Gi"_s)});
    QList<Node> nodes = machines({u"a"_s, u"a"_s, u"a"_s}, u"4"_s, u"16Gi"_s);
    for (Node &node : nodes) {
        node.disk = q(u"50Gi"_s);
    }
    const Placement whole = place(sizing, nodes);
    const QString home = std::ranges::find(whole.pods, u"redis"_s, &PlacedPod::component)->node;
    const Placement without = loseNode(whole, sizing, home);
    QCOMPARE(without.unplaced.size(), 1);
    QCOMPARE(without.unplaced.first().component, u"redis"_s);
    QVERIFY2(without.unplaced.first().reason.contains(u"its volume lies on the lost node"_s),
             qPrintable(without.unplaced.first().reason));
}

void PlacementTest::quorumHoldsWithOneOfThreeLostAndNotWithTheOnlyOne()
{
    const QList<Node> nodes = machines({u"a"_s, u"b"_s, u"c"_s}, u"4"_s, u"16Gi"_s);
    const Sizing three = of({spread(part(u"etcd"_s, 3, u"1"_s, u"1Gi"_s))});
    const Placement whole = place(three, nodes);
    QVERIFY(whole.quorumHolds);
    const Placement one = loseNode(whole, three, u"n1"_s);
    QVERIFY(one.quorumHolds);
    QCOMPARE(one.unplaced.size(), 1);
    QVERIFY(!loseNode(one, three, u"n2"_s).quorumHolds);
    const Sizing single = of({part(u"postgresql"_s, 1, u"1"_s, u"1Gi"_s)});
    const Placement alone = place(single, nodes);
    QVERIFY(!loseNode(alone, single, alone.pods.first().node).quorumHolds);
}

void PlacementTest::statelessPodsMakeRoomForADatabase()
{
    // Two cores are free on each node, but the database needs four in one place.
    const Sizing sizing = of({spread(part(u"postgresql"_s, 3, u"4"_s, u"1Gi"_s)), part(u"worker"_s, 24, u"1"_s, u"1Gi"_s)});
    const Placement whole = place(sizing, machines({u"a"_s, u"a"_s, u"a"_s, u"a"_s}, u"12"_s, u"64Gi"_s));
    QVERIFY(whole.fits());
    const QString home = std::ranges::find(whole.pods, u"postgresql"_s, &PlacedPod::component)->node;
    const Placement without = loseNode(whole, sizing, home);
    QVERIFY2(without.fits(), without.fits() ? "" : qPrintable(without.unplaced.first().reason));
    verifyRoom(without);
    for (const int count : perNode(without, u"postgresql"_s)) {
        QVERIFY(count <= 1);
    }
}

void PlacementTest::aDatabasePushesNobodyAsideWhereThatDoesNotHelp()
{
    const Sizing sizing = of({spread(part(u"postgresql"_s, 3, u"4"_s, u"1Gi"_s)), part(u"worker"_s, 4, u"1"_s, u"1Gi"_s)});
    const Placement whole = place(sizing, machines({u"a"_s, u"a"_s, u"a"_s}, u"8"_s, u"64Gi"_s));
    const Placement without = loseNode(whole, sizing, u"n1"_s);
    QCOMPARE(without.unplaced.size(), 1); // no third host
    for (const PlacedPod &pod : without.pods) {
        const auto before = std::ranges::find_if(
            whole.pods, [&](const PlacedPod &was) { return was.component == pod.component && was.ordinal == pod.ordinal; });
        QVERIFY(before->node == u"n1"_s || before->node == pod.node);
    }
}

void PlacementTest::aNodeThatIsNotThereLosesNothing()
{
    const Sizing sizing = of({part(u"beat"_s, 1, u"1"_s, u"1Gi"_s)});
    const Placement whole = place(sizing, machines({u"a"_s}, u"4"_s, u"16Gi"_s));
    const Placement same = loseNode(whole, sizing, u"nowhere"_s);
    QVERIFY(same.lostNode.isEmpty());
    QCOMPARE(same.pods.size(), 1);
}

void PlacementTest::aLossThatDoesNotFitIsAnError()
{
    const plan::Answers answers = answersOf(u"prod"_s, {{u"availability.level"_s, u"node"_s}});
    const Sizing sizing = of({part(u"worker"_s, 9, u"1"_s, u"1Gi"_s)});
    const Placement whole = place(sizing, machines({u"a"_s, u"a"_s, u"a"_s}, u"4"_s, u"16Gi"_s));
    QVERIFY(whole.fits());
    const Findings findings = judge(whole, sizing, answers);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().rule, u"sizing.node-loss"_s);
    QCOMPARE(findings.first().severity, Severity::Error);
    QVERIFY2(findings.first().sentence.contains(u"these would wait: worker"_s), qPrintable(findings.first().sentence));
}

void PlacementTest::aMissingThirdHostIsOnlyAWarning()
{
    const plan::Answers answers = answersOf(u"prod"_s, {{u"availability.level"_s, u"node"_s}});
    const Sizing sizing = of({spread(part(u"postgresql"_s, 3, u"1"_s, u"1Gi"_s))});
    const Findings findings = judge(place(sizing, machines({u"a"_s, u"a"_s, u"a"_s}, u"4"_s, u"16Gi"_s)), sizing, answers);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().severity, Severity::Warning);
}

void PlacementTest::withoutAvailabilityALostNodeIsNoFinding()
{
    const plan::Answers answers = answersOf(u"dev"_s);
    const Sizing sizing = of({part(u"worker"_s, 8, u"1"_s, u"1Gi"_s)});
    QVERIFY(judge(place(sizing, machines({u"a"_s, u"a"_s}, u"4"_s, u"16Gi"_s)), sizing, answers).isEmpty());
}

void PlacementTest::aLostZoneIsWeighed()
{
    const plan::Answers answers = answersOf(u"prod"_s);
    const Sizing sizing = of({zoned(spread(part(u"postgresql"_s, 3, u"1"_s, u"1Gi"_s)))});
    const QList<Node> two = machines({u"a"_s, u"a"_s, u"b"_s, u"b"_s}, u"4"_s, u"16Gi"_s);
    const Findings findings = judge(place(sizing, two), sizing, answers);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().rule, u"sizing.zone-loss"_s);
    QVERIFY2(findings.first().sentence.contains(u"majority"_s), qPrintable(findings.first().sentence));
    QVERIFY(judge(place(sizing, machines({u"a"_s, u"a"_s, u"b"_s, u"b"_s, u"c"_s, u"c"_s}, u"4"_s, u"16Gi"_s)), sizing, answers)
                .isEmpty());
}

QTEST_GUILESS_MAIN(PlacementTest)
#include "tst_Placement.moc"
