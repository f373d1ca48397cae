// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rehearsal.h"

using namespace sentinel;
using namespace sentinel::testing;

class DeploymentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeploymentBecomesAvailable();
    void aRollingUpdateNeverGoesBelowWhatIsAvailable();
    void undoBringsBackTheOldReplicaSetAsTheNewestRevision();
    void aStuckImageKeepsTheOldPodsServingUntilTheDeadlineIsSaid();
    void aPausedDeploymentScalesButDoesNotRoll();
    void recreateLetsTheOldGoBeforeTheNewComes();
    void historyIsTrimmedToItsLimit();
    void anAutoscalerFollowsTheLoadWithinItsBounds();
    void whatIsHealthyCostsNothing();

private:
    static bool isThrough(const Rehearsal &cluster, const QString &name)
    {
        const QJsonObject object = cluster.get(kinds::deployment(), name);
        const qint64 wanted = numberAt(object, {u"spec", u"replicas"});
        return numberAt(object, {u"status", u"observedGeneration"}) == numberAt(object, {u"metadata", u"generation"})
            && numberAt(object, {u"status", u"updatedReplicas"}) == wanted && numberAt(object, {u"status", u"replicas"}) == wanted
            && numberAt(object, {u"status", u"availableReplicas"}) == wanted;
    }
};

void DeploymentsTest::aDeploymentBecomesAvailable()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 3, "registry.example.com/web:1");
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
    const QJsonObject deployment = cluster.get(kinds::deployment(), u"web"_s);
    QVERIFY(isTrue(deployment, u"Available"));
    QCOMPARE(conditionOf(deployment, u"Progressing").value(u"reason").toString(), u"NewReplicaSetAvailable"_s);
    QCOMPARE(textAt(deployment, {u"metadata", u"annotations", u"deployment.kubernetes.io/revision"}), u"1"_s);
    QCOMPARE(cluster.readyPods(), 3);
    QSet<QString> zones;
    for (const QJsonObject &pod : cluster.pods()) {
        zones.insert(labelsOf(cluster.get(kinds::node(), textAt(pod, {u"spec", u"nodeName"})))
                         .value(u"topology.kubernetes.io/zone")
                         .toString());
        QVERIFY(!textAt(pod, {u"status", u"podIP"}).isEmpty());
        QVERIFY(!textAt(pod, {u"status", u"hostIP"}).isEmpty());
    }
    QCOMPARE(zones.size(), 3);
    QVERIFY(cluster.said(u"Started"_s).contains(u"Started container main"_s));
}

void DeploymentsTest::aRollingUpdateNeverGoesBelowWhatIsAvailable()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 4, "registry.example.com/web:1",
                   R"("strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": 1, "maxUnavailable": 0}}, )");
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
    cluster.setImage(kinds::deployment(), u"web"_s, u"registry.example.com/web:2"_s);
    int least = 4;
    qsizetype most = 0;
    const auto look = [&] {
        least = std::min(least, cluster.readyPods());
        const auto pods = cluster.pods();
        most = std::max(most, std::ranges::count_if(pods, [](const QJsonObject &each) { return !isDeleting(each); }));
    };
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }, seconds(300), look));
    QCOMPARE(least, 4);
    QCOMPARE(most, 5);
    QVERIFY(cluster.passUntil([&] { return cluster.pods().size() == 4; }));
    for (const QJsonObject &pod : cluster.pods()) {
        QCOMPARE(listAt(pod, {u"spec", u"containers"}).at(0).toObject().value(u"image").toString(),
                 u"registry.example.com/web:2"_s);
    }
}

void DeploymentsTest::undoBringsBackTheOldReplicaSetAsTheNewestRevision()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 2, "registry.example.com/web:1");
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
    const QJsonObject first = cluster.store.list(kinds::replicaSet(), u"shop"_s).first();
    cluster.setImage(kinds::deployment(), u"web"_s, u"registry.example.com/web:2"_s);
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
    // What kubectl does: the template of the old set, without its hash.
    QJsonObject podTemplate = objectAt(first, {u"spec", u"template"});
    drop(podTemplate, {u"metadata", u"labels", u"pod-template-hash"});
    cluster.edit(kinds::deployment(), u"web"_s, {u"spec", u"template"}, podTemplate);
    cluster.pass(Duration(1));
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
    QCOMPARE(cluster.store.list(kinds::replicaSet(), u"shop"_s).size(), 2);
    const QJsonObject back = cluster.get(kinds::replicaSet(), nameOf(first));
    QCOMPARE(textAt(back, {u"metadata", u"annotations", u"deployment.kubernetes.io/revision"}), u"3"_s);
    QCOMPARE(textAt(back, {u"metadata", u"annotations", u"deployment.kubernetes.io/revision-history"}), u"1"_s);
    QCOMPARE(numberAt(back, {u"spec", u"replicas"}), 2);
}

void DeploymentsTest::aStuckImageKeepsTheOldPodsServingUntilTheDeadlineIsSaid()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 3, "registry.example.com/web:1", R"("progressDeadlineSeconds": 60, )");
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
    cluster.setImage(kinds::deployment(), u"web"_s, u"registry.example.com/web:does-not-exist"_s);
    QSet<QString> reasons;
    const auto look = [&] {
        for (const QJsonObject &pod : cluster.pods()) {
            reasons.insert(cluster.waitingReason(pod));
        }
    };
    cluster.passUntil([] { return false; }, seconds(50), look);
    QVERIFY(reasons.contains(u"ErrImagePull"_s) && reasons.contains(u"ImagePullBackOff"_s));
    QVERIFY(cluster.readyPods() >= 3); // 25 % of three is none
    QVERIFY(cluster.passUntil([&] {
        return conditionOf(cluster.get(kinds::deployment(), u"web"_s), u"Progressing").value(u"reason").toString()
            == u"ProgressDeadlineExceeded";
    }));
    QVERIFY(isTrue(cluster.get(kinds::deployment(), u"web"_s), u"Available"));
    QVERIFY(cluster.said(u"Failed"_s).contains(u"Error: ErrImagePull"_s));
    cluster.setImage(kinds::deployment(), u"web"_s, u"registry.example.com/web:2"_s);
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
}

void DeploymentsTest::aPausedDeploymentScalesButDoesNotRoll()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 2, "registry.example.com/web:1");
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
    cluster.edit(kinds::deployment(), u"web"_s, {u"spec", u"paused"}, true);
    cluster.setImage(kinds::deployment(), u"web"_s, u"registry.example.com/web:2"_s);
    cluster.edit(kinds::deployment(), u"web"_s, {u"spec", u"replicas"}, 3);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 3; }));
    QCOMPARE(cluster.store.list(kinds::replicaSet(), u"shop"_s).size(), 1);
    cluster.edit(kinds::deployment(), u"web"_s, {u"spec", u"paused"}, QJsonValue::Undefined);
    cluster.pass(Duration(1));
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
    QCOMPARE(cluster.store.list(kinds::replicaSet(), u"shop"_s).size(), 2);
}

void DeploymentsTest::recreateLetsTheOldGoBeforeTheNewComes()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "beat", 1, "registry.example.com/beat:1", R"("strategy": {"type": "Recreate"}, )");
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"beat"_s); }));
    cluster.setImage(kinds::deployment(), u"beat"_s, u"registry.example.com/beat:2"_s);
    qsizetype most = 0;
    cluster.pass(Duration(1));
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"beat"_s); }, seconds(120),
                              [&] { most = std::max(most, cluster.pods().size()); }));
    QCOMPARE(most, 1);
}

void DeploymentsTest::historyIsTrimmedToItsLimit()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 1, "registry.example.com/web:0", R"("revisionHistoryLimit": 2, )");
    for (int version = 1; version <= 5; ++version) {
        QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
        cluster.setImage(kinds::deployment(), u"web"_s, u"registry.example.com/web:%1"_s.arg(version));
        cluster.pass(Duration(1));
    }
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
    cluster.pass(seconds(60));
    QCOMPARE(cluster.store.list(kinds::replicaSet(), u"shop"_s).size(), 3);
}

void DeploymentsTest::anAutoscalerFollowsTheLoadWithinItsBounds()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 2, "registry.example.com/web:1");
    cluster.add(kinds::autoscaler(), R"({"metadata": {"name": "web"}, "spec": {"minReplicas": 2, "maxReplicas": 5,
        "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "web"},
        "metrics": [{"type": "Resource", "resource": {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 60}}}]}})");
    QVERIFY(cluster.passUntil([&] { return isThrough(cluster, u"web"_s); }));
    cluster.workloads.setLoad(2);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 4; }));
    cluster.workloads.setLoad(10);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 5; }));
    QVERIFY(isTrue(cluster.get(kinds::autoscaler(), u"web"_s), u"ScalingLimited"));
    cluster.workloads.setLoad(1);
    cluster.pass(seconds(60));
    QCOMPARE(cluster.readyPods(), 5); // the window of five minutes
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 2; }, seconds(600)));
}

void DeploymentsTest::whatIsHealthyCostsNothing()
{
    Rehearsal cluster;
    cluster.deploy(
        kinds::deployment(), "web", 3, "registry.example.com/web:1", {}, {},
        R"("readinessProbe": {"httpGet": {"path": "/", "port": 80}}, "livenessProbe": {"httpGet": {"path": "/", "port": 80}}, )");
    cluster.deploy(kinds::statefulSet(), "db", 1, "postgres:16", R"("serviceName": "db", )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 4; }));
    cluster.pass(seconds(700)); // past the last deadline that was asked for
    const int before = cluster.clock.ran();
    const qint64 version = cluster.store.resourceVersion();
    cluster.pass(std::chrono::hours(24));
    QCOMPARE(cluster.clock.ran(), before);
    QCOMPARE(cluster.store.resourceVersion(), version);
    QCOMPARE(cluster.clock.waiting(), 0);
}

QTEST_GUILESS_MAIN(DeploymentsTest)
#include "tst_Deployments.moc"
