// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rehearsal.h"

#include "core/sandbox/workloads/NodeFit.h"

using namespace sentinel;
using namespace sentinel::testing;

class SchedulingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPodThatFitsNowhereSaysWhyInKubernetesWords();
    void itIsPlacedOnceThereIsRoom();
    void cordonedAndTaintedNodesAreLeftAlone();
    void hostsAreKeptApartWhenThatIsRequired();
    void zonesAreFilledEvenlyWhenThatIsRequired();
    void aMissingClaimIsNamed();
    void theLossOfANodeMovesItsPods();
    void aNodeThatComesBackInTimeKeepsItsPods();
    void evictionsKeepToTheBudget();
    void roomsKeptByChangesAreThoseCountedAnew();

private:
    static QString reasonOf(const Rehearsal &cluster)
    {
        return conditionOf(cluster.pods().first(), u"PodScheduled").value(u"message").toString();
    }
    static Scenario loss(const QByteArray &target)
    {
        const auto scenario
            = readScenario("apiVersion: console.sentinel/v1\nkind: Scenario\nmetadata: {name: loss}\nspec:\n  title: {en: A}\n"
                           "  explanation: {en: B}\n  faults:\n    - fault: LoseNode\n      target: "
                               + target + "\n",
                           u"loss.yaml"_s);
        return scenario.value_or(Scenario());
    }
};

void SchedulingTest::aPodThatFitsNowhereSaysWhyInKubernetesWords()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "big", 1, "big:1", {}, {},
                   R"("resources": {"requests": {"cpu": "32", "memory": "1Gi"}}, )");
    cluster.edit(kinds::node(), u"rehearsal-node-1"_s, {u"spec", u"unschedulable"}, true);
    cluster.pass(seconds(5));
    QCOMPARE(cluster.pods().size(), 1);
    const QString expected = u"0/6 nodes are available: 1 node(s) were unschedulable, 5 Insufficient cpu. preemption: 0/6 nodes "
                             u"are available: 6 Preemption is not helpful "
                             "for scheduling."_s;
    QCOMPARE(reasonOf(cluster), expected);
    QVERIFY(cluster.said(u"FailedScheduling"_s).contains(expected));
    QCOMPARE(phaseOf(cluster.pods().first()), u"Pending"_s);
}

void SchedulingTest::itIsPlacedOnceThereIsRoom()
{
    Rehearsal cluster({.pools = {{.zone = u"a"_s, .nodes = 1, .cpu = u"4"_s}}});
    cluster.deploy(kinds::deployment(), "first", 1, "a:1", {}, {}, R"("resources": {"requests": {"cpu": "3"}}, )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
    cluster.deploy(kinds::deployment(), "second", 1, "a:1", {}, {}, R"("resources": {"requests": {"cpu": "3"}}, )");
    cluster.pass(seconds(5));
    QCOMPARE(
        conditionOf(cluster.pods(u"second"_s).first(), u"PodScheduled").value(u"message").toString(),
        u"0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod."_s);
    cluster.edit(kinds::deployment(), u"first"_s, {u"spec", u"replicas"}, 0);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods(u"second"_s) == 1; }));
}

void SchedulingTest::cordonedAndTaintedNodesAreLeftAlone()
{
    Rehearsal cluster(
        {.pools
         = {{.zone = u"a"_s, .nodes = 1},
            {.zone = u"b"_s,
             .nodes = 1,
             .taints = QJsonArray{QJsonObject{{u"key"_s, u"db"_s}, {u"value"_s, u"only"_s}, {u"effect"_s, u"NoSchedule"_s}}}}}});
    cluster.store.change(
        kinds::node(), {}, u"rehearsal-node-1"_s,
        [](QJsonObject &node) {
            put(node, {u"spec", u"unschedulable"}, true);
            return true;
        },
        Store::Half::Main);
    cluster.pass(seconds(1));
    cluster.deploy(kinds::deployment(), "web", 1, "web:1");
    cluster.pass(seconds(5));
    QCOMPARE(reasonOf(cluster),
             u"0/2 nodes are available: 1 node(s) had untolerated taint {db: only}, 1 node(s) were unschedulable. "
             "preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling."_s);
    QVERIFY(std::ranges::any_of(
        listAt(cluster.get(kinds::node(), u"rehearsal-node-1"_s), {u"spec", u"taints"}),
        [](const QJsonValue &each) { return each.toObject().value(u"key").toString() == u"node.kubernetes.io/unschedulable"; }));
}

void SchedulingTest::hostsAreKeptApartWhenThatIsRequired()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 7, "web:1", {},
                   R"("affinity": {"podAntiAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [
        {"topologyKey": "kubernetes.io/hostname", "labelSelector": {"matchLabels": {"app": "web"}}}]}}, )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 6; }));
    cluster.pass(seconds(30));
    QCOMPARE(cluster.readyPods(), 6);
    QSet<QString> nodes;
    for (const QJsonObject &pod : cluster.pods()) {
        nodes.insert(textAt(pod, {u"spec", u"nodeName"}));
    }
    QCOMPARE(nodes.size(), 7); // six, and none
    QVERIFY(cluster.said(u"FailedScheduling"_s)
                .first()
                .startsWith(u"0/6 nodes are available: 6 node(s) didn't match pod anti-affinity rules."));
}

void SchedulingTest::zonesAreFilledEvenlyWhenThatIsRequired()
{
    Rehearsal cluster({.pools = {{.zone = u"a"_s, .nodes = 4}, {.zone = u"b"_s, .nodes = 1, .cpu = u"2"_s}}});
    cluster.deploy(kinds::deployment(), "web", 4, "web:1", {},
                   R"("topologySpreadConstraints": [{"topologyKey": "topology.kubernetes.io/zone",
        "maxSkew": 1, "whenUnsatisfiable": "DoNotSchedule", "labelSelector": {"matchLabels": {"app": "web"}}}], )",
                   R"("resources": {"requests": {"cpu": "1500m"}}, )");
    cluster.pass(seconds(60));
    // One fits into zone b, so zone a may have two.
    QCOMPARE(cluster.readyPods(), 3);
    QVERIFY(cluster.said(u"FailedScheduling"_s)
                .contains(u"0/5 nodes are available: 1 Insufficient cpu, 4 node(s) didn't match pod topology spread constraints. "
                          u"preemption: "
                          "0/5 nodes are available: 5 No preemption victims found for incoming pod."_s));
}

void SchedulingTest::aMissingClaimIsNamed()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 1, "web:1", {},
                   R"("volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "gone"}}], )");
    cluster.pass(seconds(5));
    QVERIFY(reasonOf(cluster).startsWith(u"0/6 nodes are available: persistentvolumeclaim \"gone\" not found."));
}

void SchedulingTest::theLossOfANodeMovesItsPods()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 1, "web:1");
    cluster.deploy(kinds::statefulSet(), "db", 1, "postgres:16", R"("serviceName": "db", )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 2; }));
    const QString node = textAt(cluster.pods(u"web"_s).first(), {u"spec", u"nodeName"});
    Scenarios &scenarios = cluster.workloads.scenarios();
    QVERIFY(scenarios.add(loss("{kind: Deployment, name: web}")));
    QVERIFY(scenarios.start(u"loss"_s));
    cluster.pass(seconds(30));
    QVERIFY(isTrue(cluster.get(kinds::node(), node), u"Ready"));
    cluster.pass(seconds(30));
    QCOMPARE(conditionOf(cluster.get(kinds::node(), node), u"Ready").value(u"status").toString(), u"Unknown"_s);
    QCOMPARE(cluster.readyPods(u"web"_s), 0);
    cluster.pass(seconds(320));
    QCOMPARE(cluster.readyPods(u"web"_s), 1);
    // The kubelet cannot say that the old one has ended, so it stays.
    QCOMPARE(cluster.pods(u"web"_s).size(), 2);
    QVERIFY(std::ranges::any_of(cluster.pods(u"web"_s), [](const QJsonObject &each) { return isDeleting(each); }));
    QVERIFY(scenarios.clear(u"loss"_s));
    cluster.pass(seconds(60));
    QVERIFY(isTrue(cluster.get(kinds::node(), node), u"Ready"));
    QVERIFY(!hasAt(cluster.get(kinds::node(), node), {u"spec", u"taints"}));
    QCOMPARE(cluster.pods(u"web"_s).size(), 1);
}

void SchedulingTest::aNodeThatComesBackInTimeKeepsItsPods()
{
    Rehearsal cluster;
    cluster.deploy(kinds::statefulSet(), "db", 1, "postgres:16", R"("serviceName": "db", )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
    const QString uid = uidOf(cluster.pods().first());
    Scenarios &scenarios = cluster.workloads.scenarios();
    QVERIFY(scenarios.add(loss("{kind: StatefulSet, name: db}")));
    QVERIFY(scenarios.start(u"loss"_s));
    cluster.pass(seconds(120));
    QCOMPARE(cluster.readyPods(), 0);
    QVERIFY(scenarios.clear(u"loss"_s));
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
    QCOMPARE(uidOf(cluster.pods().first()), uid);
}

void SchedulingTest::evictionsKeepToTheBudget()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 3, "web:1");
    cluster.add(kinds::disruptionBudget(),
                R"({"metadata": {"name": "web"}, "spec": {"minAvailable": 2, "selector": {"matchLabels": {"app": "web"}}}})");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 3; }));
    cluster.pass(seconds(1));
    QCOMPARE(numberAt(cluster.get(kinds::disruptionBudget(), u"web"_s), {u"status", u"disruptionsAllowed"}), 1);
    const auto pods = cluster.pods();
    QVERIFY(evict(cluster.store, u"shop"_s, nameOf(pods.at(0))));
    const auto second = evict(cluster.store, u"shop"_s, nameOf(pods.at(1)));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, Error::Kind::RateLimited);
    QCOMPARE(second.error().detail, u"Cannot evict pod as it would violate the pod's disruption budget."_s);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 3; }));
    QVERIFY(evict(cluster.store, u"shop"_s, nameOf(pods.at(1))));
}

void SchedulingTest::roomsKeptByChangesAreThoseCountedAnew()
{
    Rehearsal cluster;
    NodeFit kept(cluster.store);
    const int listener = cluster.store.listen([&kept](const Change &change) { kept.follow(change); });
    const auto compare = [&] {
        const NodeFit counted(cluster.store);
        QCOMPARE(kept.rooms().size(), counted.rooms().size());
        for (qsizetype index = 0; index < counted.rooms().size(); ++index) {
            const Room &is = kept.rooms().at(index);
            const Room &wanted = counted.rooms().at(index);
            QCOMPARE(is.node, wanted.node);
            QCOMPARE(is.allocatable, wanted.allocatable);
            QCOMPARE(is.guests.keys(), wanted.guests.keys());
            QCOMPARE(is.kin, wanted.kin);
            for (auto each = is.used.begin(); each != is.used.end(); ++each) {
                QCOMPARE(*each, wanted.used.value(each.key()));
            }
        }
    };
    cluster.deploy(kinds::deployment(), "web", 9, "web:1", {}, {}, R"("resources": {"requests": {"cpu": "500m"}}, )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 9; }));
    compare();
    cluster.edit(kinds::deployment(), u"web"_s, {u"spec", u"replicas"}, 4); // some leave
    cluster.pass(seconds(1));
    compare();
    cluster.setImage(kinds::deployment(), u"web"_s, u"web:2"_s); // all are replaced
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 4; }));
    compare();
    cluster.edit(kinds::node(), u"rehearsal-node-1"_s, {u"spec", u"unschedulable"}, true);
    QVERIFY(cluster.store.remove(kinds::node(), {}, u"rehearsal-node-2"_s).has_value());
    compare();
    cluster.pass(seconds(600));
    compare();
    cluster.store.forget(listener);
}

QTEST_GUILESS_MAIN(SchedulingTest)
#include "tst_Scheduling.moc"
