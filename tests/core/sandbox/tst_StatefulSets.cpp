// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rehearsal.h"

using namespace sentinel;
using namespace sentinel::testing;

class StatefulSetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void podsComeOneAfterTheOther();
    void aParallelSetStartsAllAtOnce();
    void anUpdateGoesFromTheLastToTheFirst();
    void thePartitionHoldsTheLowerPodsBack();
    void volumesAreBoundInTheZoneOfTheirPodAndOutliveIt();
    void anEnlargedClaimGrows();
    void aDaemonSetRunsOnEveryNodeAndRolls();

private:
    static constexpr auto kClaims = R"("serviceName": "db", "volumeClaimTemplates": [{"metadata": {"name": "data"},
        "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}], )";
};

void StatefulSetsTest::podsComeOneAfterTheOther()
{
    Rehearsal cluster;
    cluster.deploy(kinds::statefulSet(), "db", 3, "postgres:16", R"("serviceName": "db", )");
    qsizetype most = 0;
    const auto look = [&] {
        const auto pods = cluster.pods();
        const auto unready = std::ranges::count_if(pods, [](const QJsonObject &each) { return !isReady(each); });
        most = std::max(most, unready);
    };
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 3; }, seconds(120), look));
    QCOMPARE(most, 1);
    QCOMPARE(nameOf(cluster.pods().first()), u"db-0"_s);
    cluster.pass(seconds(1));
    const QJsonObject set = cluster.get(kinds::statefulSet(), u"db"_s);
    QCOMPARE(textAt(set, {u"status", u"currentRevision"}), textAt(set, {u"status", u"updateRevision"}));
    cluster.edit(kinds::statefulSet(), u"db"_s, {u"spec", u"replicas"}, 1);
    QVERIFY(cluster.passUntil([&] { return cluster.pods().size() == 1; }));
    QCOMPARE(nameOf(cluster.pods().first()), u"db-0"_s);
}

void StatefulSetsTest::aParallelSetStartsAllAtOnce()
{
    Rehearsal cluster;
    cluster.deploy(kinds::statefulSet(), "db", 3, "postgres:16", R"("serviceName": "db", "podManagementPolicy": "Parallel", )");
    cluster.pass(Duration(100));
    QCOMPARE(cluster.pods().size(), 3);
}

void StatefulSetsTest::anUpdateGoesFromTheLastToTheFirst()
{
    Rehearsal cluster;
    cluster.deploy(kinds::statefulSet(), "db", 3, "postgres:16", R"("serviceName": "db", )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 3; }));
    cluster.setImage(kinds::statefulSet(), u"db"_s, u"postgres:17"_s);
    QStringList order;
    const auto look = [&] {
        for (const QJsonObject &pod : cluster.pods()) {
            const bool isNew
                = listAt(pod, {u"spec", u"containers"}).at(0).toObject().value(u"image").toString() == u"postgres:17";
            if (isNew && !order.contains(nameOf(pod))) {
                order.append(nameOf(pod));
            }
        }
        QVERIFY(cluster.readyPods() >= 2);
    };
    QVERIFY(cluster.passUntil([&] { return order.size() == 3 && cluster.readyPods() == 3; }, seconds(300), look));
    QCOMPARE(order, QStringList({u"db-2"_s, u"db-1"_s, u"db-0"_s}));
    cluster.pass(seconds(1));
    const QJsonObject status = objectAt(cluster.get(kinds::statefulSet(), u"db"_s), {u"status"});
    QCOMPARE(status.value(u"currentRevision"), status.value(u"updateRevision"));
    QCOMPARE(status.value(u"updatedReplicas").toInt(), 3);
    QCOMPARE(cluster.store.list(kinds::controllerRevision(), u"shop"_s).size(), 2);
}

void StatefulSetsTest::thePartitionHoldsTheLowerPodsBack()
{
    Rehearsal cluster;
    cluster.deploy(kinds::statefulSet(), "db", 3, "postgres:16",
                   R"("serviceName": "db", "updateStrategy": {"type": "RollingUpdate", "rollingUpdate": {"partition": 2}}, )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 3; }));
    cluster.setImage(kinds::statefulSet(), u"db"_s, u"postgres:17"_s);
    cluster.pass(seconds(120));
    QStringList images;
    for (const QJsonObject &pod : cluster.pods()) {
        images.append(listAt(pod, {u"spec", u"containers"}).at(0).toObject().value(u"image").toString());
    }
    QCOMPARE(images, QStringList({u"postgres:16"_s, u"postgres:16"_s, u"postgres:17"_s}));
    // One of the held-back pods that is lost comes back as it was.
    cluster.erase(kinds::pod(), u"db-0"_s);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 3; }));
    QCOMPARE(listAt(cluster.get(kinds::pod(), u"db-0"_s), {u"spec", u"containers"}).at(0).toObject().value(u"image").toString(),
             u"postgres:16"_s);
}

void StatefulSetsTest::volumesAreBoundInTheZoneOfTheirPodAndOutliveIt()
{
    Rehearsal cluster;
    cluster.deploy(kinds::statefulSet(), "db", 1, "postgres:16", kClaims);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
    const QJsonObject claim = cluster.get(kinds::volumeClaim(), u"data-db-0"_s);
    QCOMPARE(textAt(claim, {u"status", u"phase"}), u"Bound"_s);
    QCOMPARE(textAt(claim, {u"spec", u"storageClassName"}), u"standard"_s);
    const auto zoneOf = [&] {
        return labelsOf(cluster.get(kinds::node(), textAt(cluster.get(kinds::pod(), u"db-0"_s), {u"spec", u"nodeName"})))
            .value(u"topology.kubernetes.io/zone")
            .toString();
    };
    const QString zone = zoneOf();
    cluster.erase(kinds::pod(), u"db-0"_s);
    cluster.pass(seconds(40));
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
    QCOMPARE(zoneOf(), zone);
    QCOMPARE(uidOf(cluster.get(kinds::volumeClaim(), u"data-db-0"_s)), uidOf(claim));
    // A claim in use stays until its pod is gone.
    cluster.erase(kinds::volumeClaim(), u"data-db-0"_s);
    cluster.pass(seconds(5));
    QVERIFY(isDeleting(cluster.get(kinds::volumeClaim(), u"data-db-0"_s)));
    cluster.erase(kinds::statefulSet(), u"db"_s);
    cluster.pass(seconds(60));
    QVERIFY(cluster.pods().isEmpty());
    QVERIFY(cluster.get(kinds::volumeClaim(), u"data-db-0"_s).isEmpty());
    QVERIFY(cluster.store.list(kinds::volume()).isEmpty());
}

void StatefulSetsTest::anEnlargedClaimGrows()
{
    Rehearsal cluster;
    cluster.deploy(kinds::statefulSet(), "db", 1, "postgres:16", kClaims);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
    cluster.edit(kinds::volumeClaim(), u"data-db-0"_s, {u"spec", u"resources", u"requests", u"storage"}, u"2Gi"_s);
    cluster.pass(seconds(10));
    QCOMPARE(textAt(cluster.get(kinds::volumeClaim(), u"data-db-0"_s), {u"status", u"capacity", u"storage"}), u"2Gi"_s);
}

void StatefulSetsTest::aDaemonSetRunsOnEveryNodeAndRolls()
{
    Rehearsal cluster;
    cluster.deploy(kinds::daemonSet(), "agent", 0, "agent:1");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 6; }));
    cluster.setImage(kinds::daemonSet(), u"agent"_s, u"agent:2"_s);
    int least = 6;
    cluster.pass(Duration(1));
    QVERIFY(cluster.passUntil(
        [&] {
            return numberAt(cluster.get(kinds::daemonSet(), u"agent"_s), {u"status", u"updatedNumberScheduled"}) == 6
                && cluster.readyPods() == 6;
        },
        seconds(600), [&] { least = std::min(least, cluster.readyPods()); }));
    QCOMPARE(least, 5);
}

QTEST_GUILESS_MAIN(StatefulSetsTest)
#include "tst_StatefulSets.moc"
