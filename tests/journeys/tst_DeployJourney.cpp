// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Code/ObjectText.h"
#include "tests/journeys/DeployDesk.h"

#include <QJsonArray>

using namespace sentinel;
using namespace sentinel::journeys;

namespace {

const QStringList kHelmPlan{u"delivery.method=helm"_s};

QJsonObject podWithoutImage()
{
    return {
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Pod"_s},
        {u"metadata"_s,
         QJsonObject{{u"name"_s, u"backend-6c9f4-x2k8p"_s},
                     {u"namespace"_s, u"sentinel-dev"_s},
                     {u"uid"_s, u"pod-1"_s},
                     {u"labels"_s, QJsonObject{{u"app.kubernetes.io/part-of"_s, u"sentinel"_s}}}}},
        {u"spec"_s,
         QJsonObject{{u"containers"_s,
                      QJsonArray{QJsonObject{{u"name"_s, u"backend"_s}, {u"image"_s, u"registry.example/backend:2.8.1"_s}}}}}},
        {u"status"_s,
         QJsonObject{
             {u"phase"_s, u"Pending"_s},
             {u"containerStatuses"_s,
              QJsonArray{QJsonObject{
                  {u"name"_s, u"backend"_s},
                  {u"image"_s, u"registry.example/backend:2.8.1"_s},
                  {u"state"_s,
                   QJsonObject{{u"waiting"_s,
                                QJsonObject{{u"reason"_s, u"ImagePullBackOff"_s},
                                            {u"message"_s, u"manifest for registry.example/backend:2.8.1 not found"_s}}}}}}}}}}};
}

} // namespace

/// Deploy a bundle, see every object become healthy, or read why it does not.
class DeployJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theButtonSaysWhyItCannotBePressed()
    {
        DeployDesk desk(kHelmPlan);
        QVERIFY(!desk.deploy.blockedReason().isEmpty());
        desk.choosesTheBundle();
        QVERIFY(!desk.deploy.blockedReason().isEmpty());
        desk.deploy.deploy();
        QVERIFY(!desk.deploy.hasBegun());
        desk.connects();
        QCOMPARE(desk.deploy.blockedReason(), QString());
        QVERIFY(desk.deploy.deployText().contains(u"dev"_s));
    }

    void aDeployEndsHealthyAndSaysSo()
    {
        DeployDesk desk(kHelmPlan);
        desk.connects();
        desk.choosesTheBundle();
        QSignalSpy ended(&desk.deploy, &console::DeployController::ended);
        QVERIFY(desk.deploysToTheEnd());
        QVERIFY(desk.waitsFor([&desk] { return desk.deploy.tone() == console::number(console::Tone::Ok); }));
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().toBool(), true);
        QVERIFY2(desk.deploy.headline().contains(u"healthy"_s), qPrintable(desk.deploy.headline()));
        QCOMPARE(desk.deploy.causeTitle(), QString());
        for (const auto &step : DeployDesk::rows(desk.deploy, "steps")) {
            QVERIFY2(step.value(u"tone"_s).toInt() == console::number(console::Tone::Ok),
                     qPrintable(step.value(u"title"_s).toString()));
        }
        QVERIFY(!DeployDesk::rows(desk.deploy, "objects").isEmpty());
        QCOMPARE(desk.deploy.progress(), 1.0);
    }

    void whatIsDeployedLeadsToTheVersionsBefore()
    {
        for (const QString &method : {u"helm"_s, u"argocd"_s}) {
            DeployDesk desk({u"delivery.method="_s + method});
            desk.connects();
            desk.choosesTheBundle();
            QVERIFY(!desk.deploy.rollBackReason().isEmpty()); // nothing stands there yet
            QVERIFY(desk.deploysToTheEnd());
            QVERIFY(desk.waitsFor([&desk] { return desk.deploy.rollBackReason().isEmpty(); }));
            QCOMPARE(desk.deploy.rollBack().value(u"via"_s).toString(), method);
            QCOMPARE(desk.deploy.rollBack().value(u"subject"_s).toString(),
                     method == u"helm" ? u"sentinel-dev/sentinel"_s : u"argocd/sentinel-dev-in-cluster"_s);
        }
    }

    void aGuardIsThereOnlyWhereThePlanAllowsOne()
    {
        DeployDesk without(kHelmPlan);
        console::GuardController none;
        none.setLink(&without.link);
        none.setBundle(&without.bundle);
        without.choosesTheBundle();
        none.setOn(true);
        QVERIFY(!none.isOn());
        QVERIFY2(none.blockedReason().contains(u"delivery.guard"_s), qPrintable(none.blockedReason()));

        DeployDesk desk(kHelmPlan + QStringList{u"delivery.guard=true"_s});
        console::GuardController guard;
        guard.setLink(&desk.link);
        guard.setBundle(&desk.bundle);
        desk.deploy.setGuard(&guard);
        desk.connects();
        desk.choosesTheBundle();
        QVERIFY2(guard.isOn(), qPrintable(guard.blockedReason()));
        QVERIFY(guard.rulesText().contains(u"10"_s));
        // On a first install there is nothing to go back to, and that does not hold the deploy back.
        QVERIFY(desk.deploysToTheEnd());
        QVERIFY(desk.waitsFor([&desk] { return desk.deploy.tone() == console::number(console::Tone::Ok); }));
        QVERIFY(!guard.isWatching());
        QCOMPARE(guard.title(), QString());
    }

    void aDeployIsNotBegunUnguardedWhereItsGuardCannotLook()
    {
        DeployDesk desk(kHelmPlan + QStringList{u"delivery.guard=true"_s});
        console::GuardController guard;
        guard.setLink(&desk.link);
        guard.setBundle(&desk.bundle);
        desk.deploy.setGuard(&guard);
        desk.connects();
        desk.choosesTheBundle();
        desk.world.cluster->failNext(testing::Act::List, Error::Kind::Forbidden, 1, u"Secret"_s);
        QVERIFY(desk.deploysToTheEnd());
        QVERIFY(desk.deploy.trouble().isPresent());
        QCOMPARE(desk.world.helm->installs, 0);
        // Without it the person may deploy all the same.
        guard.setOn(false);
        QVERIFY(desk.deploysToTheEnd());
        QCOMPARE(desk.world.helm->installs, 1);
    }

    void throughArgoCdItEndsHealthyToo()
    {
        DeployDesk desk({});
        desk.connects();
        desk.choosesTheBundle();
        QCOMPARE(desk.bundle.way(), u"argocd"_s);
        QVERIFY(desk.deploysToTheEnd());
        QVERIFY2(desk.deploy.headline().contains(u"healthy"_s), qPrintable(desk.deploy.headline()));
        QCOMPARE(desk.world.syncs, 2);
    }

    void whatDoesNotComeUpIsNamedByItsRootWithTheNextStep()
    {
        DeployDesk desk(kHelmPlan);
        desk.world.workloadsComeUp = false;
        desk.world.cluster->put(podWithoutImage());
        desk.connects();
        desk.choosesTheBundle();
        QVERIFY(desk.deploysToTheEnd());
        QVERIFY2(desk.deploy.causeTitle().contains(u"registry.example/backend:2.8.1"_s), qPrintable(desk.deploy.causeTitle()));
        QVERIFY2(desk.deploy.causeText().contains(u"Next:"_s), qPrintable(desk.deploy.causeText()));

        desk.deploy.setFilterName(u"attention"_s);
        QVERIFY(!DeployDesk::rows(desk.deploy, "objects").isEmpty());
        desk.object.setObject(desk.deploy.worst());
        const auto why = DeployDesk::rows(desk.object, "why");
        QVERIFY(!why.isEmpty());
        QVERIFY2(why.first().value(u"title"_s).toString().contains(u"registry.example/backend:2.8.1"_s),
                 qPrintable(why.first().value(u"title"_s).toString()));
    }

    void valuesOnlyAPersonHasAreAskedForAndNothingGoesOnWithoutThem()
    {
        DeployDesk desk(kHelmPlan + QStringList{u"storage.database=external"_s, u"storage.databaseHost=db.example.com"_s});
        desk.connects();
        desk.choosesTheBundle();
        QSignalSpy asked(&desk.deploy, &console::DeployController::asked);
        desk.deploy.deploy();
        QVERIFY(desk.waitsFor([&asked] { return !asked.isEmpty(); }));
        const auto questions = DeployDesk::rows(desk.deploy, "questions");
        QCOMPARE(questions.size(), 1);
        QCOMPARE(questions.first().value(u"id"_s).toString(), u"sentinel-database/password"_s);
        QVERIFY(desk.world.cluster->effects().isEmpty());

        desk.deploy.answer({});
        QCOMPARE(asked.size(), 2);
        QVERIFY(desk.deploy.isRunning());
        desk.deploy.answer({{u"sentinel-database/password"_s, u"given by hand"_s}});
        QVERIFY(desk.waitsFor([&desk] { return !desk.deploy.isRunning(); }));
        const QJsonObject made = desk.world.cluster->object(u"Secret"_s, u"sentinel-dev"_s, u"sentinel-database"_s);
        QCOMPARE(QByteArray::fromBase64(made[u"data"][u"password"].toString().toLatin1()), "given by hand");
    }

    void whoGivesNoValuesStopsTheDeploy()
    {
        DeployDesk desk(kHelmPlan + QStringList{u"storage.database=external"_s, u"storage.databaseHost=db.example.com"_s});
        desk.connects();
        desk.choosesTheBundle();
        QSignalSpy asked(&desk.deploy, &console::DeployController::asked);
        desk.deploy.deploy();
        QVERIFY(desk.waitsFor([&asked] { return !asked.isEmpty(); }));
        desk.deploy.refuse();
        QVERIFY(desk.waitsFor([&desk] { return !desk.deploy.isRunning(); }));
        QVERIFY(desk.world.cluster->effects().isEmpty());
        QVERIFY(!desk.deploy.trouble().isPresent());
    }

    void stoppingSaysWhatStaysAndTheNextPressGoesOn()
    {
        DeployDesk desk(kHelmPlan);
        desk.world.workloadsComeUp = false;
        desk.connects();
        desk.choosesTheBundle();
        desk.deploy.deploy();
        QVERIFY(desk.waitsFor([&desk] { return desk.world.helm->installs == 1; }));
        desk.deploy.cancel();
        QVERIFY(desk.waitsFor([&desk] { return !desk.deploy.isRunning(); }));
        QVERIFY2(desk.deploy.leftBehind().contains(u"sentinel-dev"_s), qPrintable(desk.deploy.leftBehind()));

        desk.deploy.dismiss();
        QVERIFY(!desk.deploy.resumeText().isEmpty());
        desk.world.workloadsComeUp = true;
        QVERIFY(desk.deploysToTheEnd());
        QCOMPARE(desk.world.helm->installs, 1);
    }

    void aClusterThatDoesNotAnswerIsSaidInWords()
    {
        DeployDesk desk(kHelmPlan);
        desk.world.cluster->failNext(testing::Act::Version, Error::Kind::Unauthorized);
        desk.choosesTheBundle();
        desk.connects();
        QVERIFY(!desk.link.isReady());
        QVERIFY(desk.link.trouble().isPresent());
        QVERIFY(!desk.deploy.blockedReason().isEmpty());
        desk.link.reconnect();
        QVERIFY(desk.waitsFor([&desk] { return desk.link.isReady(); }));
        QCOMPARE(desk.deploy.blockedReason(), QString());
    }

    void theEqualCommandNamesTheSameBundleAndPlace()
    {
        DeployDesk desk(kHelmPlan);
        desk.connects({{u"kubeconfig"_s, u"/home/ada/my config"_s}, {u"context"_s, u"eu-1"_s}});
        desk.choosesTheBundle();
        QCOMPARE(desk.deploy.command(),
                 u"sentinelctl deploy %1 --environment dev --via helm --kubeconfig '/home/ada/my config' --context eu-1"_s.arg(
                     desk.world.request().folder));
    }

    void onTheRehearsalClusterAnExampleBeginsAtOnceAndOnARealOneNothingDoes()
    {
        for (const bool rehearsal : {true, false}) {
            DeployDesk desk(kHelmPlan);
            desk.rehearsal = rehearsal;
            desk.choosesTheBundle();
            desk.deploy.rehearse();
            QVERIFY(!desk.deploy.hasBegun());
            desk.connects();
            QCOMPARE(desk.deploy.hasBegun(), rehearsal);
            QVERIFY(desk.waitsFor([&desk] { return !desk.deploy.isRunning(); }));
        }
    }

    void anExampleIsMadeAndChosen()
    {
        QTemporaryDir state;
        DeployDesk desk(kHelmPlan);
        desk.connects();
        desk.bundle.setStateFolder(state.path());
        desk.bundle.makeExample();
        QVERIFY2(desk.bundle.isReady(), qPrintable(desk.bundle.trouble().text()));
        QCOMPARE(desk.bundle.environment(), u"prod"_s);
        QVERIFY(desk.bundle.isExample());
        desk.bundle.makeExample();
        QVERIFY(desk.bundle.isReady());
    }

    void theYamlOfASecretShowsNoValue()
    {
        const QString yaml = console::objectYaml(
            {{u"kind"_s, u"Secret"_s},
             {u"metadata"_s,
              QJsonObject{
                  {u"name"_s, u"sentinel-app"_s},
                  {u"managedFields"_s, QJsonArray{u"x"_s}},
                  {u"annotations"_s, QJsonObject{{u"kubectl.kubernetes.io/last-applied-configuration"_s, u"aHVudGVyMg=="_s}}}}},
             {u"data"_s, QJsonObject{{u"password"_s, u"aHVudGVyMg=="_s}}}});
        QVERIFY(yaml.contains(u"password:"_s));
        QVERIFY2(!yaml.contains(u"aHVudGVyMg"_s), qPrintable(yaml));
        QVERIFY(!yaml.contains(u"managedFields"_s));
    }
};

QTEST_GUILESS_MAIN(DeployJourney)
#include "tst_DeployJourney.moc"
