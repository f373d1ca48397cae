// SPDX-License-Identifier: GPL-3.0-or-later
// The Argo CD path: the order of things, and never an operation over another one.
#include "core/gitops/Operation.h"
#include "tests/core/deploy/World.h"

#include <QJsonArray>
#include <QTest>

using namespace sentinel;
using namespace sentinel::deploy;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

const QStringList kArgoPlan{u"delivery.method=argocd"_s, u"delivery.repository=https://git.example.com/platform/sentinel.git"_s,
                            u"network.host=sentinel.example.com"_s};
const QString kPlatform = u"sentinel-dev-in-cluster-platform"_s;
const QString kApplication = u"sentinel-dev-in-cluster"_s;

} // namespace

class DeployArgoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theArgoPathEndsHealthy();
    void thePlatformIsSyncedBeforeTheApplicationIsMade();
    void theOperationCarriesWhatTheSpecSays();
    void aRunningOperationIsWaitedFor();
    void aSyncThatFailsIsUnhealthy();
    void aSyncThatSomebodyReplacedIsOver();
    void aWriteInBetweenIsTriedAgain();
    void whatIsSyncedAlreadyIsNotSyncedAgain();
    void aBundleForHelmOnlySaysWhatToDo();
    void theHelmPathIsThereForAnArgoPlan();
    void aPushThatFailsStopsBeforeTheCluster();
};

void DeployArgoTest::theArgoPathEndsHealthy()
{
    DeployWorld world(kArgoPlan);
    const auto ended = world.deployNow();
    QVERIFY2(ended && *ended, ended ? qPrintable(ended->error().doing + u": "_s + ended->error().detail) : "it hangs");
    QVERIFY((*ended)->healthy);
    QCOMPARE(world.syncs, 2);
    QCOMPARE(world.git->pushes, 1);
    QCOMPARE(world.helm->installs, 0);
    for (const OperationStep &step : world.run->steps()) {
        QCOMPARE(step.state, OperationStep::State::Done);
    }
}

void DeployArgoTest::thePlatformIsSyncedBeforeTheApplicationIsMade()
{
    DeployWorld world(kArgoPlan);
    QVERIFY(*world.deployNow());
    const QStringList effects = world.cluster->effects();
    const QStringList wanted{u"apply Namespace/sentinel-dev"_s,     u"create Secret/sentinel-app"_s,
                             u"apply AppProject/sentinel-dev"_s,    u"apply ApplicationSet/sentinel-dev-platform"_s,
                             u"patch Application/"_s + kPlatform,   u"apply ApplicationSet/sentinel-dev"_s,
                             u"patch Application/"_s + kApplication};
    qsizetype last = -1;
    for (const QString &effect : wanted) {
        QVERIFY2(effects.indexOf(effect) > last, qPrintable(effect + u" in "_s + effects.join(u", "_s)));
        last = effects.indexOf(effect);
    }
}

void DeployArgoTest::theOperationCarriesWhatTheSpecSays()
{
    DeployWorld world(kArgoPlan);
    QVERIFY(*world.deployNow());
    const QJsonObject application = world.cluster->object(u"Application"_s, u"argocd"_s, kApplication);
    const QJsonValue operation = application[u"status"][u"operationState"][u"operation"];
    QCOMPARE(operation[u"initiatedBy"][u"username"].toString(), u"ada"_s);
    QCOMPARE(operation[u"sync"][u"syncOptions"], application[u"spec"][u"syncPolicy"][u"syncOptions"]);
    QVERIFY(operation[u"sync"][u"syncOptions"].toArray().size() > 0);
    QCOMPARE(operation[u"retry"], application[u"spec"][u"syncPolicy"][u"retry"]);
    QCOMPARE(operation[u"sync"][u"revision"].toString().size(), 40);
    QVERIFY(gitops::isOurs(application, world.run->id()));
    QVERIFY(!gitops::isOurs(application, u"deploy-20261126-0000"_s));
}

void DeployArgoTest::aRunningOperationIsWaitedFor()
{
    DeployWorld world(kArgoPlan);
    world.cluster->put({{u"apiVersion"_s, u"argoproj.io/v1alpha1"_s},
                        {u"kind"_s, u"Application"_s},
                        {u"metadata"_s, QJsonObject{{u"name"_s, kPlatform}, {u"namespace"_s, u"argocd"_s}}},
                        {u"status"_s, QJsonObject{{u"operationState"_s, QJsonObject{{u"phase"_s, u"Running"_s}}}}}});
    bool early = false;
    world.clock.after(std::chrono::seconds(50), qApp, [&] {
        early = world.cluster->effects().contains(u"patch Application/"_s + kPlatform);
        QJsonObject free = world.cluster->object(u"Application"_s, u"argocd"_s, kPlatform);
        free.insert(u"status"_s, QJsonObject{{u"operationState"_s, QJsonObject{{u"phase"_s, u"Succeeded"_s}}}});
        world.cluster->put(free);
    });
    const auto ended = world.deployNow();
    QVERIFY(ended && *ended && (*ended)->healthy);
    QVERIFY(!early);
    QCOMPARE(world.syncs, 2);
}

void DeployArgoTest::aSyncThatFailsIsUnhealthy()
{
    DeployWorld world(kArgoPlan);
    world.brokenSync = kApplication;
    const auto ended = world.deployNow();
    QVERIFY(ended && *ended);
    QVERIFY(!(*ended)->healthy);
    QCOMPARE(world.run->verdict(), Verdict::Unhealthy);
    QVERIFY(!world.run->isResumable());
}

void DeployArgoTest::aSyncThatSomebodyReplacedIsOver()
{
    DeployWorld world(kArgoPlan);
    world.replacedSync = kApplication;
    const auto ended = world.deployNow();
    QVERIFY(ended && *ended);
    QVERIFY(!(*ended)->healthy);
    QVERIFY(world.run->error());
    QVERIFY2(world.run->error()->detail.contains(u"admin"), qPrintable(world.run->error()->detail));
    QVERIFY(!world.run->isResumable());
    // Who still wants the version deploys it anew, and that is no resuming.
    const auto again = world.deployNow();
    QVERIFY(again && *again && (*again)->healthy);
    QCOMPARE(world.syncs, 3);
}

void DeployArgoTest::aWriteInBetweenIsTriedAgain()
{
    DeployWorld world(kArgoPlan);
    world.cluster->failNext(Act::Patch, Error::Kind::Conflict, 3, u"Application"_s);
    const auto ended = world.deployNow();
    QVERIFY(ended && *ended && (*ended)->healthy);
    QCOMPARE(world.syncs, 2);
}

void DeployArgoTest::whatIsSyncedAlreadyIsNotSyncedAgain()
{
    DeployWorld world(kArgoPlan);
    QVERIFY(*world.deployNow());
    QVERIFY(*world.deployNow());
    QCOMPARE(world.syncs, 2);
    QCOMPARE(world.git->pushes, 1);
}

void DeployArgoTest::aBundleForHelmOnlySaysWhatToDo()
{
    DeployWorld world({u"delivery.method=helm"_s, u"network.host=sentinel.example.com"_s});
    DeployRequest request = world.request();
    request.via = Via::ArgoCd;
    const auto ended = world.deployWith(request, world.services());
    QCOMPARE(ended->error().kind, Error::Kind::Invalid);
    QVERIFY(ended->error().detail.contains(u"--via helm"));
}

void DeployArgoTest::theHelmPathIsThereForAnArgoPlan()
{
    DeployWorld world(kArgoPlan);
    DeployRequest request = world.request();
    request.via = Via::Helm;
    const auto ended = world.deployWith(request, world.services());
    QVERIFY(ended && *ended && (*ended)->healthy);
    QCOMPARE(world.helm->last.values[u"delivery"].toString(), u"helm"_s);
    QCOMPARE(world.syncs, 0);
}

void DeployArgoTest::aPushThatFailsStopsBeforeTheCluster()
{
    DeployWorld world(kArgoPlan);
    world.git->error = Error{.kind = Error::Kind::Unauthorized, .doing = u"pushing"_s, .detail = u"no"_s};
    const auto ended = world.deployNow();
    QCOMPARE(ended->error().kind, Error::Kind::Unauthorized);
    QVERIFY(!world.cluster->effects().contains(u"apply AppProject/sentinel-dev"_s));
    QVERIFY(world.run->isResumable());
}

QTEST_GUILESS_MAIN(DeployArgoTest)
#include "tst_DeployArgo.moc"
