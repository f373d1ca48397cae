// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rehearsal.h"

using namespace sentinel;
using namespace sentinel::testing;

class ScenariosTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShippedFileReadsAndSpeaksBothLanguages();
    void startingAndClearingAreRemembered();
    void aScenarioOfThatNameIsRefused();
    void faultsOfTheApiGoToItsSwitches();
    void aFailingMigrationGivesUpAndIsMendedByTheNextJob();
    void aFullVolumeStopsTheDatabaseUntilItIsEnlarged();
    void aFailingProbeTakesPodsOutOfTheirServiceOnly();
    void anOverfullFolderEvictsThePod();
    void wrongFilesAreRefusedWithTheirPlace_data();
    void wrongFilesAreRefusedWithTheirPlace();
    void patternsFit();
};

namespace {

QByteArray file(const QByteArray &faults, const QByteArray &name = "own")
{
    return "apiVersion: console.sentinel/v1\nkind: Scenario\nmetadata: {name: " + name
        + "}\nspec:\n  title: {en: Title}\n  explanation: {en: Words}\n  faults:\n" + faults;
}

class Switches final : public FaultSwitches
{
public:
    void start(const QString &scenario, const Fault &fault) override { started.append({scenario, fault.kind}); }
    void clear(const QString &scenario) override { cleared.append(scenario); }
    QList<std::pair<QString, Fault::Kind>> started;
    QStringList cleared;
};

} // namespace

void ScenariosTest::everyShippedFileReadsAndSpeaksBothLanguages()
{
    const QDir folder(QStringLiteral(SENTINEL_SOURCE_DIR "/resources/scenarios"));
    const auto files = folder.entryList({u"*.yaml"_s});
    QCOMPARE(shippedScenarios().size(), files.size());
    QVERIFY(files.size() >= 9);
    for (const Scenario &each : shippedScenarios()) {
        QVERIFY(files.contains(each.id + u".yaml"_s));
        QVERIFY2(each.title.english != each.title.spanish && each.explanation.english != each.explanation.spanish,
                 qPrintable(each.id));
        QVERIFY(!each.faults.isEmpty());
    }
}

void ScenariosTest::startingAndClearingAreRemembered()
{
    Rehearsal cluster;
    Scenarios &scenarios = cluster.workloads.scenarios();
    QCOMPARE(scenarios.list().size(), shippedScenarios().size());
    QVERIFY(scenarios.start(u"missing-image"_s));
    QVERIFY(scenarios.start(u"missing-image"_s));
    QVERIFY(scenarios.start(u"failing-probe"_s));
    QCOMPARE(scenarios.active(), QStringList({u"missing-image"_s, u"failing-probe"_s}));
    QVERIFY(scenarios.clear(u"missing-image"_s));
    QCOMPARE(scenarios.active(), QStringList(u"failing-probe"_s));
    QCOMPARE(scenarios.start(u"nothing"_s).error().kind, Error::Kind::NotFound);
    QCOMPARE(scenarios.clear(u"nothing"_s).error().kind, Error::Kind::NotFound);
    QCOMPARE(scenarios.start(u"slow-api"_s).error().kind, Error::Kind::Unsupported);
    scenarios.clearAll();
    QVERIFY(scenarios.active().isEmpty());
}

void ScenariosTest::aScenarioOfThatNameIsRefused()
{
    Rehearsal cluster;
    const auto scenario = readScenario(file("    - {fault: SlowApi, after: 1s}\n", "lose-node"), u"own.yaml"_s);
    QVERIFY(scenario);
    QCOMPARE(cluster.workloads.scenarios().add(*scenario).error().kind, Error::Kind::Conflict);
}

void ScenariosTest::faultsOfTheApiGoToItsSwitches()
{
    Rehearsal cluster;
    Switches switches;
    Scenarios scenarios(cluster.workloads.breakage(), &switches);
    QVERIFY(scenarios.start(u"slow-api"_s));
    QVERIFY(scenarios.start(u"expiring-certificate"_s));
    QCOMPARE(switches.started.size(), 2);
    QCOMPARE(switches.started.first().second, Fault::Kind::SlowApi);
    QVERIFY(scenarios.clear(u"slow-api"_s));
    QCOMPARE(switches.cleared, QStringList(u"slow-api"_s));
}

void ScenariosTest::aFailingMigrationGivesUpAndIsMendedByTheNextJob()
{
    Rehearsal cluster;
    Scenarios &scenarios = cluster.workloads.scenarios();
    QVERIFY(scenarios.start(u"failing-migration"_s));
    const QByteArray spec
        = R"(, "spec": {"backoffLimit": 3, "template": {"spec": {"restartPolicy": "Never", "containers": [{"name": "migration", "image": "shop:2"}]}}}})";
    cluster.add(kinds::job(), R"({"metadata": {"name": "migration-2-a"})" + spec);
    QVERIFY(cluster.passUntil([&] { return isTrue(cluster.get(kinds::job(), u"migration-2-a"_s), u"Failed"); }, seconds(300)));
    const QJsonObject state = listAt(cluster.pods().first(), {u"status", u"containerStatuses"}).at(0).toObject();
    QVERIFY(textAt(state, {u"state", u"terminated", u"message"}).contains(u"already exists"));
    QVERIFY(cluster.logs.lines(uidOf(cluster.pods().first()), u"migration"_s).last().text.contains(u"already exists"));
    QVERIFY(scenarios.clear(u"failing-migration"_s));
    cluster.add(kinds::job(), R"({"metadata": {"name": "migration-2-b"})" + spec);
    QVERIFY(cluster.passUntil([&] { return isTrue(cluster.get(kinds::job(), u"migration-2-b"_s), u"Complete"); }));
}

void ScenariosTest::aFullVolumeStopsTheDatabaseUntilItIsEnlarged()
{
    Rehearsal cluster;
    cluster.deploy(kinds::statefulSet(), "postgres", 1, "postgres:16",
                   R"("serviceName": "postgres", "volumeClaimTemplates": [{"metadata": {"name": "data"},
        "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}], )",
                   {}, R"("volumeMounts": [{"name": "data", "mountPath": "/data"}], )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
    QVERIFY(cluster.workloads.scenarios().start(u"full-volume"_s));
    cluster.pass(seconds(30));
    QCOMPARE(cluster.readyPods(), 0);
    QCOMPARE(cluster.waitingReason(cluster.pods().first()), u"CrashLoopBackOff"_s);
    QVERIFY(cluster.logs.lines(uidOf(cluster.pods().first()), u"main"_s).last().text.contains(u"No space left on device"));
    QVERIFY(!cluster.said(u"VolumeConditionAbnormal"_s).isEmpty());
    cluster.edit(kinds::volumeClaim(), u"data-postgres-0"_s, {u"spec", u"resources", u"requests", u"storage"}, u"2Gi"_s);
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }, seconds(400)));
    cluster.pass(seconds(60));
    QCOMPARE(cluster.readyPods(), 1);
}

void ScenariosTest::aFailingProbeTakesPodsOutOfTheirServiceOnly()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "backend", 2, "shop:1", {}, {},
                   R"("readinessProbe": {"httpGet": {"path": "/", "port": 80}, "periodSeconds": 5}, )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 2; }));
    QVERIFY(cluster.workloads.scenarios().start(u"failing-probe"_s));
    cluster.pass(seconds(6));
    QCOMPARE(cluster.readyPods(), 2); // three failures, five seconds apart
    cluster.pass(seconds(20));
    QCOMPARE(cluster.readyPods(), 0);
    QVERIFY(cluster.said(u"Unhealthy"_s).contains(u"Readiness probe failed: HTTP probe failed with statuscode 503"_s));
    QVERIFY(cluster.workloads.scenarios().clear(u"failing-probe"_s));
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 2; }, seconds(20)));
    for (const QJsonObject &pod : cluster.pods()) {
        QCOMPARE(numberAt(listAt(pod, {u"status", u"containerStatuses"}).at(0).toObject(), {u"restartCount"}), 0);
    }
}

void ScenariosTest::anOverfullFolderEvictsThePod()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 1, "web:1", {},
                   R"("volumes": [{"name": "logs", "emptyDir": {"sizeLimit": "64Mi"}}], )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 1; }));
    const QString name = nameOf(cluster.pods().first());
    const auto scenario = readScenario(
        file("    - {fault: FillVolume, target: {kind: Pod, name: " + name.toUtf8() + "}, volume: logs}\n"), u"own.yaml"_s);
    QVERIFY(scenario);
    QVERIFY(cluster.workloads.scenarios().add(*scenario));
    QVERIFY(cluster.workloads.scenarios().start(u"own"_s));
    cluster.pass(seconds(30));
    QCOMPARE(phaseOf(cluster.get(kinds::pod(), name)), u"Failed"_s);
    QCOMPARE(textAt(cluster.get(kinds::pod(), name), {u"status", u"reason"}), u"Evicted"_s);
    QCOMPARE(cluster.readyPods(), 1); // its replacement
}

void ScenariosTest::wrongFilesAreRefusedWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("words");
    QTest::newRow("not yaml") << QByteArray("a: [1") << u"own.yaml:1"_s << QString();
    QTest::newRow("no map") << QByteArray("- 1\n") << u"own.yaml:1:1"_s << u"A scenario is a map"_s;
    QTest::newRow("another kind") << QByteArray(
        "apiVersion: console.sentinel/v1\nkind: InstallPlan\nmetadata: {name: a}\nspec: {title: {en: a}, "
        "explanation: {en: b}, faults: [{fault: SlowApi, after: 1s}]}\n")
                                  << u"own.yaml:2:7"_s << u"\"kind\" must be Scenario."_s;
    QTest::newRow("unknown fault") << file("    - fault: Explode\n") << u"own.yaml:8:14"_s << u"There is no fault \"Explode\"."_s;
    QTest::newRow("unknown key") << file("    - fault: SlowApi\n      after: 1s\n      colour: red\n") << u"own.yaml:10:7"_s
                                 << u"Nothing here is called \"colour\"."_s;
    QTest::newRow("key of another fault") << file("    - {fault: SlowApi, after: 1s, image: a}\n") << u"own.yaml:8:35"_s
                                          << u"Nothing here is called \"image\"."_s;
    QTest::newRow("no time") << file("    - {fault: SlowApi, after: soon}\n") << u"own.yaml:8:31"_s
                             << u"\"after\" must be a time"_s;
    QTest::newRow("no number") << file("    - {fault: LoseNode, count: many}\n") << u"own.yaml:8:32"_s
                               << u"\"count\" must be a whole number"_s;
    QTest::newRow("unknown probe") << file("    - {fault: FailProbe, probe: mood}\n") << u"own.yaml:8:33"_s
                                   << u"\"probe\" must be one of"_s;
    QTest::newRow("no faults") << file("    []\n") << u"own.yaml:8:5"_s << u"at least one fault"_s;
    QTest::newRow("no name") << file("    - {fault: SlowApi, after: 1s}\n", "Not_A_Name") << u"own.yaml:3:18"_s
                             << u"A name has"_s;
}

void ScenariosTest::wrongFilesAreRefusedWithTheirPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, words);
    const auto scenario = readScenario(text, u"own.yaml"_s);
    QVERIFY(!scenario);
    QCOMPARE(scenario.error().kind, Error::Kind::Invalid);
    QVERIFY2(scenario.error().where.toString().startsWith(place), qPrintable(scenario.error().where.toString()));
    QVERIFY2(scenario.error().detail.contains(words), qPrintable(scenario.error().detail));
}

void ScenariosTest::patternsFit()
{
    QVERIFY(fits({}, u"anything"_s));
    QVERIFY(fits(u"*"_s, {}));
    QVERIFY(fits(u"web"_s, u"web"_s) && !fits(u"web"_s, u"webs"_s));
    QVERIFY(fits(u"*web*"_s, u"a-web-b"_s) && fits(u"web*"_s, u"web-1"_s) && !fits(u"web*"_s, u"a-web"_s));
    QVERIFY(fits(u"a*b*c"_s, u"a1b2c"_s) && !fits(u"a*b*c"_s, u"a1c"_s));
    QVERIFY(!fits(u"ab*ba"_s, u"aba"_s));
}

QTEST_GUILESS_MAIN(ScenariosTest)
#include "tst_Scenarios.moc"
