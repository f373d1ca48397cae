// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rehearsal.h"

using namespace sentinel;
using namespace sentinel::testing;

class KubeletTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingSecretIsNamedAndHealsItself();
    void aMissingKeyIsNamed();
    void aMissingVolumeHoldsThePodBack();
    void aProgramThatEndsIsRestartedEverLater();
    void theApplicationWaitsForTheDatabaseAndForItsMigration();
    void whoeverNeedsAStoreIsReadyOnlyWhileItAnswers();
    void servicesHaveTheReadyPodsBehindThem();
    void aPodIsGivenItsGrace();
    void logsFollowAContainerAndKeepTheRunBefore();
    void theLabelsOfAnImageThatCannotBeAreRefused();
};

void KubeletTest::aMissingSecretIsNamedAndHealsItself()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 1, "web:1", {}, {},
                   R"("env": [{"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"name": "login", "key": "password"}}}], )");
    cluster.pass(seconds(20));
    const QJsonObject state = listAt(cluster.pods().first(), {u"status", u"containerStatuses"}).at(0).toObject();
    QCOMPARE(textAt(state, {u"state", u"waiting", u"reason"}), u"CreateContainerConfigError"_s);
    QCOMPARE(textAt(state, {u"state", u"waiting", u"message"}), u"secret \"login\" not found"_s);
    QVERIFY(cluster.said(u"Failed"_s).contains(u"Error: secret \"login\" not found"_s));
    cluster.add(kinds::secret(), R"({"metadata": {"name": "login"}, "data": {"password": "eA=="}})");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
}

void KubeletTest::aMissingKeyIsNamed()
{
    Rehearsal cluster;
    cluster.add(kinds::secret(), R"({"metadata": {"name": "login"}, "data": {}})");
    cluster.deploy(kinds::deployment(), "web", 1, "web:1", {}, {},
                   R"("env": [{"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"name": "login", "key": "password"}}}], )");
    cluster.pass(seconds(20));
    QVERIFY(cluster.said(u"Failed"_s).contains(u"Error: couldn't find key password in Secret shop/login"_s));
}

void KubeletTest::aMissingVolumeHoldsThePodBack()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 1, "web:1", {},
                   R"("volumes": [{"name": "config", "configMap": {"name": "settings"}}], )");
    cluster.pass(seconds(20));
    QCOMPARE(cluster.waitingReason(cluster.pods().first()), u"ContainerCreating"_s);
    QCOMPARE(cluster.said(u"FailedMount"_s),
             QStringList(u"MountVolume.SetUp failed for volume \"config\" : configmap \"settings\" not found"_s));
    cluster.add(kinds::configMap(), R"({"metadata": {"name": "settings"}, "data": {}})");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
}

void KubeletTest::aProgramThatEndsIsRestartedEverLater()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 1, "web:1", {}, {}, R"("command": ["sh", "-c", "sleep 2; exit 7"], )");
    cluster.pass(seconds(20));
    const QJsonObject pod = cluster.pods().first();
    QCOMPARE(cluster.waitingReason(pod), u"CrashLoopBackOff"_s);
    const QJsonObject status = listAt(pod, {u"status", u"containerStatuses"}).at(0).toObject();
    QCOMPARE(numberAt(status, {u"lastState", u"terminated", u"exitCode"}), 7);
    QVERIFY(textAt(status, {u"state", u"waiting", u"message"}).contains(u"0s restarting failed container=main pod=web-"));
    const qint64 early = numberAt(status, {u"restartCount"});
    QVERIFY(early >= 1);
    cluster.pass(seconds(1200));
    const qint64 late
        = numberAt(listAt(cluster.pods().first(), {u"status", u"containerStatuses"}).at(0).toObject(), {u"restartCount"});
    // 10, 20, 40, 80, 160 s, then every five minutes.
    QVERIFY2(late >= 6 && late <= 10, qPrintable(QString::number(late)));
}

void KubeletTest::theApplicationWaitsForTheDatabaseAndForItsMigration()
{
    Rehearsal cluster;
    const QByteArray url
        = R"("env": [{"name": "DATABASE_URL", "value": "postgresql+asyncpg://shop:$(PASSWORD)@postgres:5432/shop"}], )";
    cluster.deploy(
        kinds::deployment(), "backend", 2, "shop/backend:2", {},
        R"("initContainers": [{"name": "wait", "image": "shop/backend:2", "command": ["python", "/opt/schema.py", "wait"], )"
            + url.chopped(2) + "}], ",
        url);
    cluster.pass(seconds(30));
    QCOMPARE(cluster.readyPods(), 0);
    const QJsonObject first = cluster.pods().first();
    QCOMPARE(phaseOf(first), u"Pending"_s);
    QVERIFY(cluster.logs.lines(uidOf(first), u"wait"_s).last().text.startsWith(u"postgres does not answer yet"));

    cluster.deploy(kinds::statefulSet(), "postgres", 1, "postgres:16", R"("serviceName": "postgres", )");
    cluster.add(kinds::service(),
                R"({"metadata": {"name": "postgres"}, "spec": {"selector": {"app": "postgres"}, "ports": [{"port": 5432}]}})");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods(u"postgres"_s) == 1; }));
    cluster.pass(seconds(60));
    QCOMPARE(cluster.readyPods(u"backend"_s), 0);

    const QByteArray job
        = R"(, "spec": {"template": {"spec": {"restartPolicy": "Never", "containers": [{"name": "migrate", "command": ["python", "/opt/schema.py", "migrate"], )"
        + url + R"("image": "shop/backend:)";
    // That of another version is none of its business.
    cluster.add(kinds::job(), R"({"metadata": {"name": "migration-1"})" + job + R"(1"}]}}}})");
    QVERIFY(cluster.passUntil([&] { return isTrue(cluster.get(kinds::job(), u"migration-1"_s), u"Complete"); }));
    cluster.pass(seconds(30));
    QCOMPARE(cluster.readyPods(u"backend"_s), 0);
    cluster.add(kinds::job(), R"({"metadata": {"name": "migration-2"})" + job + R"(2"}]}}}})");
    bool wasEarly = false;
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods(u"backend"_s) == 2; }, seconds(120),
                              [&] {
                                  wasEarly = wasEarly
                                      || (cluster.readyPods(u"backend"_s) > 0
                                          && !isTrue(cluster.get(kinds::job(), u"migration-2"_s), u"Complete"));
                              }));
    QVERIFY(!wasEarly);
    // A pod that comes later, when the Job has been cleared away, does not wait again.
    cluster.erase(kinds::job(), u"migration-2"_s);
    cluster.pass(seconds(5));
    cluster.edit(kinds::deployment(), u"backend"_s, {u"spec", u"replicas"}, 3);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods(u"backend"_s) == 3; }));
}

void KubeletTest::whoeverNeedsAStoreIsReadyOnlyWhileItAnswers()
{
    Rehearsal cluster;
    cluster.deploy(
        kinds::deployment(), "worker", 1, "worker:1", {}, {},
        R"("env": [{"name": "BROKER", "value": "redis://:x@redis:6379/0"}], "readinessProbe": {"exec": {"command": ["ping"]}, "periodSeconds": 5}, )");
    cluster.pass(seconds(30));
    QCOMPARE(cluster.readyPods(), 0);
    cluster.deploy(kinds::deployment(), "redis", 1, "redis:7");
    cluster.add(kinds::service(),
                R"({"metadata": {"name": "redis"}, "spec": {"selector": {"app": "redis"}, "ports": [{"port": 6379}]}})");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods(u"worker"_s) == 1; }));
    cluster.edit(kinds::deployment(), u"redis"_s, {u"spec", u"replicas"}, 0);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods(u"worker"_s) == 0; }));
    QVERIFY(cluster.said(u"Unhealthy"_s).contains(u"Readiness probe failed: command exited with 1"_s));
    cluster.edit(kinds::deployment(), u"redis"_s, {u"spec", u"replicas"}, 1);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods(u"worker"_s) == 1; }));
    QCOMPARE(numberAt(listAt(cluster.pods(u"worker"_s).first(), {u"status", u"containerStatuses"}).at(0).toObject(),
                      {u"restartCount"}),
             0);
}

void KubeletTest::servicesHaveTheReadyPodsBehindThem()
{
    Rehearsal cluster;
    cluster.add(
        kinds::service(),
        R"({"metadata": {"name": "web"}, "spec": {"selector": {"app": "web"}, "ports": [{"name": "http", "port": 80, "targetPort": "http"}]}})");
    cluster.deploy(kinds::deployment(), "web", 2, "web:1", {}, {}, R"("ports": [{"name": "http", "containerPort": 8080}], )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 2; }));
    cluster.pass(seconds(1));
    const auto slices = cluster.store.list(kinds::endpointSlice(), u"shop"_s);
    QCOMPARE(slices.size(), 1);
    const QJsonArray endpoints = slices.first().value(u"endpoints").toArray();
    QCOMPARE(endpoints.size(), 2);
    QVERIFY(flagAt(endpoints.at(0).toObject(), {u"conditions", u"ready"}));
    QCOMPARE(slices.first().value(u"ports").toArray().at(0).toObject().value(u"port").toInt(), 8080);
    QVERIFY(textAt(cluster.get(kinds::service(), u"web"_s), {u"spec", u"clusterIP"}).startsWith(u"10.96."));
}

void KubeletTest::aPodIsGivenItsGrace()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 1, "web:1", {}, {}, R"("lifecycle": {"preStop": {"sleep": {"seconds": 15}}}, )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
    const QString name = nameOf(cluster.pods().first());
    cluster.erase(kinds::pod(), name);
    cluster.pass(seconds(10));
    QVERIFY(isDeleting(cluster.get(kinds::pod(), name)));
    QVERIFY(cluster.said(u"Killing"_s).contains(u"Stopping container main"_s));
    cluster.pass(seconds(10));
    QVERIFY(cluster.get(kinds::pod(), name).isEmpty());
    // With no grace it goes at once.
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
    const QString second = nameOf(cluster.pods().first());
    QVERIFY(beginDeletion(cluster.store, kinds::pod(), u"shop"_s, second, Propagation::Background, Duration::zero()));
    QVERIFY(cluster.get(kinds::pod(), second).isEmpty());
}

void KubeletTest::logsFollowAContainerAndKeepTheRunBefore()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "backend", 1, "shop/backend:1", {}, {},
                   R"("livenessProbe": {"httpGet": {"path": "/live", "port": 80}, "periodSeconds": 5}, )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
    const QString uid = uidOf(cluster.pods().first());
    QVERIFY(!cluster.logs.lines(uid, u"main"_s).isEmpty());
    QVERIFY(!cluster.logs.hasPrevious(uid, u"main"_s));
    QStringList heard;
    bool hasEnded = false;
    cluster.logs.follow(uid, u"main"_s,
                        [&](const PodLogs::Line *line) { line ? heard.append(line->text) : static_cast<void>(hasEnded = true); });
    const auto scenario = readScenario(
        "apiVersion: console.sentinel/v1\nkind: Scenario\nmetadata: {name: dead}\nspec:\n  title: {en: A}\n"
        "  explanation: {en: B}\n  faults:\n    - {fault: FailProbe, probe: liveness, target: {kind: Deployment}}\n",
        u"dead.yaml"_s);
    QVERIFY(scenario);
    QVERIFY(cluster.workloads.scenarios().add(*scenario));
    QVERIFY(cluster.workloads.scenarios().start(u"dead"_s));
    cluster.pass(seconds(60));
    QVERIFY2(hasEnded, qPrintable((cluster.said(u"Unhealthy"_s) + cluster.said(u"Killing"_s)).join(u'|')));
    QVERIFY(!heard.isEmpty());
    QVERIFY(cluster.logs.hasPrevious(uid, u"main"_s));
    QVERIFY(cluster.said(u"Killing"_s).contains(u"Container main failed liveness probe, will be restarted"_s));
    QVERIFY(numberAt(listAt(cluster.pods().first(), {u"status", u"containerStatuses"}).at(0).toObject(), {u"restartCount"}) >= 1);
}

void KubeletTest::theLabelsOfAnImageThatCannotBeAreRefused()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 1, "Not An Image");
    cluster.pass(seconds(10));
    QCOMPARE(cluster.waitingReason(cluster.pods().first()), u"InvalidImageName"_s);
}

QTEST_GUILESS_MAIN(KubeletTest)
#include "tst_Kubelet.moc"
