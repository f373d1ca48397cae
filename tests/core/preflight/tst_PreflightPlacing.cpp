// SPDX-License-Identifier: GPL-3.0-or-later
// Where pods could go, with all nodes and without one.
#include "core/preflight/Checks.h"
#include "core/preflight/Placing.h"
#include "tests/core/preflight/Ask.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::preflight;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

QList<QJsonObject> nodes(int count, const QString &cpu = u"4"_s)
{
    QList<QJsonObject> all;
    for (int at = 0; at < count; ++at) {
        all.append(node(u"n%1"_s.arg(at), u"z%1"_s.arg(at % 3), cpu));
    }
    return all;
}

Placing placed(const QList<QJsonObject> &machines, const QList<QJsonObject> &workloads)
{
    Placing placing(nodesOf(machines, {}, {}), podGroupsOf(workloads));
    placing.place();
    return placing;
}

} // namespace

class PreflightPlacingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPodFindsRoom()
    {
        const Placing placing = placed(nodes(3), {workload(u"Deployment"_s, u"web"_s, 6, u"2"_s, u"1Gi"_s)});
        QVERIFY(placing.unplaced().isEmpty());
        QCOMPARE(placing.standing(0), 6);
    }
    void oneTooManyIsLeftOverWithItsReason()
    {
        const Placing placing = placed(nodes(3), {workload(u"Deployment"_s, u"web"_s, 7, u"2"_s, u"1Gi"_s)});
        QCOMPARE(placing.unplaced().size(), 1);
        QCOMPARE(placing.reason(0), u"3 node(s): has too little cpu free"_s);
    }
    void roomInTotalIsNotEnough()
    {
        // Three times one free core are no place for a pod of two.
        const Placing placing = placed(nodes(3, u"1"_s), {workload(u"Deployment"_s, u"web"_s, 1, u"2"_s, u"1Gi"_s)});
        QCOMPARE(placing.unplaced().size(), 1);
    }
    void copiesThatMustNotMeetTakeANodeEach()
    {
        const QList<QJsonObject> db{workload(u"StatefulSet"_s, u"db"_s, 3, u"1"_s, u"1Gi"_s, apart(u"db"_s))};
        QVERIFY(placed(nodes(3), db).unplaced().isEmpty());
        const Placing tight = placed(nodes(2), db);
        QCOMPARE(tight.unplaced().size(), 1);
        QCOMPARE(tight.reason(0), u"2 node(s): has one of its kind already"_s);
    }
    void whoeverKeepsOthersAwayIsRespectedByThem()
    {
        // "web" has no rule of its own; "db" wants none of it beside itself.
        QJsonObject rule = apart(u"web"_s);
        const Placing placing = placed(nodes(1),
                                       {workload(u"StatefulSet"_s, u"db"_s, 1, u"1"_s, u"1Gi"_s, rule),
                                        workload(u"Deployment"_s, u"web"_s, 1, u"1"_s, u"1Gi"_s)});
        QCOMPARE(placing.unplaced().size(), 1);
    }
    void aHardSpreadOverZonesIsKept()
    {
        const QJsonObject spread = json("{'topologySpreadConstraints':[{'topologyKey':'topology.kubernetes.io/zone','maxSkew':1,"
                                        "'whenUnsatisfiable':'DoNotSchedule','labelSelector':{'matchLabels':{'app':'web'}}}]}");
        // Zone z1 has room for one pod only, so no other zone may hold more than two.
        const QList<QJsonObject> machines{node(u"a"_s, u"z0"_s, u"8"_s), node(u"b"_s, u"z1"_s, u"1"_s)};
        const Placing placing = placed(machines, {workload(u"Deployment"_s, u"web"_s, 5, u"1"_s, u"1Gi"_s, spread)});
        QCOMPARE(placing.standing(0), 3);
        QCOMPARE(placing.unplaced().size(), 2);
    }
    void aSoftSpreadOnlyOrders()
    {
        const QJsonObject spread = json("{'topologySpreadConstraints':[{'topologyKey':'topology.kubernetes.io/zone','maxSkew':1,"
                                        "'whenUnsatisfiable':'ScheduleAnyway','labelSelector':{'matchLabels':{'app':'web'}}}]}");
        const QList<QJsonObject> machines{node(u"a"_s, u"z0"_s, u"8"_s), node(u"b"_s, u"z1"_s, u"1"_s)};
        QVERIFY(placed(machines, {workload(u"Deployment"_s, u"web"_s, 5, u"1"_s, u"1Gi"_s, spread)}).unplaced().isEmpty());
    }
    void whatSpreadingWastesFillingFinds()
    {
        // Spread first, the two small ones would take a node each and leave none for the large one.
        const Placing placing = placed(nodes(2),
                                       {workload(u"Deployment"_s, u"small"_s, 2, u"1"_s, u"1Gi"_s),
                                        workload(u"Deployment"_s, u"large"_s, 1, u"4"_s, u"1Gi"_s)});
        QVERIFY(placing.unplaced().isEmpty());
    }
    void aDaemonSetRunsOnEveryNodeThatTakesIt()
    {
        QList<QJsonObject> machines = nodes(3);
        machines.append(node(u"closed"_s, u"z0"_s, u"4"_s, u"16Gi"_s, json("{'taints':[{'key':'x','effect':'NoSchedule'}]}")));
        QCOMPARE(placed(machines, {workload(u"DaemonSet"_s, u"agent"_s, 1, u"1"_s, u"1Gi"_s)}).pods().size(), 3);
    }
    void whoMustStandBesideAnotherFollowsIt()
    {
        const QJsonObject beside
            = json("{'affinity':{'podAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':[{'topologyKey':"
                   "'topology.kubernetes.io/zone','labelSelector':{'matchLabels':{'app':'db'}}}]}}}");
        // The larger one is placed first by its size, and has to wait for the other all the same. z1 alone has room for db.
        const QList<QJsonObject> machines{node(u"a"_s, u"z0"_s, u"4"_s, u"1Gi"_s), node(u"b"_s, u"z1"_s, u"4"_s),
                                          node(u"c"_s, u"z1"_s, u"4"_s)};
        const Placing placing = placed(machines,
                                       {workload(u"Deployment"_s, u"web"_s, 2, u"2"_s, u"512Mi"_s, beside),
                                        workload(u"StatefulSet"_s, u"db"_s, 1, u"1"_s, u"4Gi"_s)});
        QVERIFY(placing.unplaced().isEmpty());
        QVERIFY(std::ranges::all_of(placing.pods(), [](const Placing::Pod &pod) { return pod.node != 0; }));
        const Placing alone = placed(machines, {workload(u"Deployment"_s, u"web"_s, 1, u"1"_s, u"512Mi"_s, beside)});
        QCOMPARE(alone.reason(0), u"3 node(s): has none of those it must stand beside"_s);
    }
    void theFirstOfThoseWhoStayTogetherStandsAnywhere()
    {
        const QJsonObject together
            = json("{'affinity':{'podAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':[{'topologyKey':"
                   "'topology.kubernetes.io/zone','labelSelector':{'matchLabels':{'app':'web'}}}]}}}");
        const Placing placing = placed(nodes(3), {workload(u"Deployment"_s, u"web"_s, 3, u"2"_s, u"1Gi"_s, together)});
        QCOMPARE(placing.standing(0), 2); // its zone has one node of four cores
    }
    void aPodStaysWhereItsVolumeLies()
    {
        QJsonObject db = workload(u"StatefulSet"_s, u"db"_s, 2, u"1"_s, u"1Gi"_s);
        QJsonObject spec = db[u"spec"].toObject();
        spec.insert(u"volumeClaimTemplates"_s, QJsonArray{json("{'metadata':{'name':'data'},'spec':{}}")});
        db.insert(u"spec"_s, spec);
        const auto claim = [](const QByteArray &name, const QByteArray &volume) {
            return json("{'kind':'PersistentVolumeClaim','metadata':{'name':'" + name
                        + "','namespace':'sentinel-staging'},'spec':{'volumeName':'" + volume + "'}}");
        };
        const auto volume = [](const QByteArray &name, const QByteArray &zone) {
            return json("{'kind':'PersistentVolume','metadata':{'name':'" + name
                        + "'},'spec':{'nodeAffinity':{'required':{'nodeSelectorTerms':[{'matchExpressions':[{'key':"
                          "'topology.kubernetes.io/zone','operator':'In','values':['"
                        + zone + "']}]}]}}}}");
        };
        const auto look = [&](const QByteArray &second) {
            return checkCapacity(demand({db}),
                                 sight({{u"nodes"_s, nodes(3)},
                                        {u"persistentvolumeclaims"_s, {claim("data-db-0", "v0"), claim("data-db-1", "v1")}},
                                        {u"persistentvolumes"_s, {volume("v0", "z1"), volume("v1", second)}}}));
        };
        QCOMPARE(one(look("z2"), u"preflight.placement"_s).state, State::Pass);
        // Whose node is lost has no other: its data is there. That is worth a look, and nothing an upgrade should be refused for.
        const Check loss = one(look("z2"), u"preflight.node-loss"_s);
        QCOMPARE(loss.state, State::Warn);
        QVERIFY2(loss.found.contains(u"StatefulSet/db"_s), qPrintable(loss.found));
        const Check nowhere = one(look("z9"), u"preflight.placement"_s);
        QCOMPARE(nowhere.state, State::Fail);
        QVERIFY2(nowhere.found.contains(u"is not where its volume lies"_s), qPrintable(nowhere.found));
    }
    void aSingleOneWithDataOfItsOwnThatFindsNoRoomIsWorthALook()
    {
        QJsonObject n8n = workload(u"StatefulSet"_s, u"n8n"_s, 1, u"3"_s, u"1Gi"_s);
        QJsonObject spec = n8n[u"spec"].toObject();
        spec.insert(u"volumeClaimTemplates"_s, QJsonArray{json("{'metadata':{'name':'data'},'spec':{}}")});
        n8n.insert(u"spec"_s, spec);
        const auto look = [](const QJsonObject &single) {
            const QJsonObject web = workload(u"Deployment"_s, u"web"_s, 2, u"3"_s, u"1Gi"_s);
            return one(checkCapacity(demand({web, single}), sight({{u"nodes"_s, nodes(3)}})), u"preflight.node-loss"_s);
        };
        const Check loss = look(n8n);
        QCOMPARE(loss.state, State::Warn);
        QVERIFY2(!loss.found.contains(u"would stop"_s), qPrintable(loss.found));
        const QString details = loss.details.join(u'\n');
        QVERIFY2(details.contains(u"StatefulSet/n8n: 0 of 1 left"_s), qPrintable(details));
        // One without data could have a second, and the plan asks that nothing stops.
        QCOMPARE(look(workload(u"Deployment"_s, u"n8n"_s, 1, u"3"_s, u"1Gi"_s)).state, State::Fail);
    }
    void podsOfALostNodeMove()
    {
        Placing placing = placed(nodes(3), {workload(u"Deployment"_s, u"web"_s, 4, u"2"_s, u"1Gi"_s)});
        placing.lose({0});
        QVERIFY(placing.unplaced().isEmpty());
        QVERIFY(std::ranges::none_of(placing.pods(), [](const Placing::Pod &pod) { return pod.node == 0; }));
    }
    void aHigherClassPushesALowerOneAside()
    {
        const QJsonObject high = json("{'kind':'PriorityClass','metadata':{'name':'high'},'value':1000}");
        QJsonObject spec = apart(u"db"_s);
        spec.insert(u"priorityClassName"_s, u"high"_s);
        Placing placing = placed(nodes(3),
                                 {high, workload(u"StatefulSet"_s, u"db"_s, 2, u"2"_s, u"1Gi"_s, spec),
                                  workload(u"Deployment"_s, u"web"_s, 4, u"2"_s, u"1Gi"_s)});
        QVERIFY(placing.unplaced().isEmpty());
        for (int lost = 0; lost < 3; ++lost) {
            Placing without = placing;
            without.lose({lost});
            QCOMPARE(without.standing(0), 2); // of db
            QCOMPARE(without.standing(1), 2); // of web, which gave way
        }
    }
    void emptyWorldsAreNoTrouble()
    {
        Placing nothing({}, podGroupsOf({workload(u"Deployment"_s, u"web"_s, 1, u"1"_s, u"1Gi"_s)}));
        nothing.place();
        QCOMPARE(nothing.unplaced().size(), 1);
        Placing idle(nodesOf(nodes(1), {}, {}), {});
        idle.place();
        idle.lose({0});
        QVERIFY(idle.pods().empty());
    }
};

QTEST_GUILESS_MAIN(PreflightPlacingTest)
#include "tst_PreflightPlacing.moc"
