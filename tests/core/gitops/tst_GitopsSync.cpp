// SPDX-License-Identifier: GPL-3.0-or-later
// A sync is begun once, whatever happens; nothing is written over an operation of others.
#include "core/gitops/AutoSync.h"
#include "core/gitops/Owner.h"
#include "core/gitops/PastSync.h"
#include "tests/core/gitops/ArgoWorld.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::gitops;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

SyncRequest request(const QString &revision = QString(40, u'a'))
{
    SyncRequest wanted{.name = {.ns = u"argocd"_s, .name = u"web"_s}};
    wanted.wish.revisions = {revision};
    return wanted;
}

/// A process that is gone holds no lock any more.
void release(const SyncRun &run)
{
    [[maybe_unused]] const journal::Claim taken = std::move(*run.claim);
}

QJsonObject definition(bool knowsSwitch)
{
    const QJsonObject automated
        = knowsSwitch ? QJsonObject{{u"enabled"_s, QJsonObject()}} : QJsonObject{{u"prune"_s, QJsonObject()}};
    QJsonObject schema{{u"properties"_s, automated}};
    for (const QString &step : {u"automated"_s, u"syncPolicy"_s, u"spec"_s}) {
        schema = QJsonObject{{u"properties"_s, QJsonObject{{step, schema}}}};
    }
    return {{u"apiVersion"_s, u"apiextensions.k8s.io/v1"_s},
            {u"kind"_s, u"CustomResourceDefinition"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"applications.argoproj.io"_s}}},
            {u"spec"_s,
             QJsonObject{
                 {u"versions"_s,
                  QJsonArray{QJsonObject{{u"served"_s, true}, {u"schema"_s, QJsonObject{{u"openAPIV3Schema"_s, schema}}}}}}}}};
}

/// The ApplicationSet "all" makes the Application and leaves this field of it alone.
void makeBySet(ArgoWorld &world, const QString &pointer)
{
    world.cluster->serve(
        {.group = u"argoproj.io"_s, .version = u"v1alpha1"_s, .kind = u"ApplicationSet"_s, .plural = u"applicationsets"_s});
    world.change([](kube::Object &object) {
        QJsonObject metadata = object[u"metadata"].toObject();
        metadata.insert(
            u"ownerReferences"_s,
            QJsonArray{QJsonObject{{u"kind"_s, u"ApplicationSet"_s}, {u"name"_s, u"all"_s}, {u"controller"_s, true}}});
        object.insert(u"metadata"_s, metadata);
    });
    world.cluster->put(
        {{u"apiVersion"_s, u"argoproj.io/v1alpha1"_s},
         {u"kind"_s, u"ApplicationSet"_s},
         {u"metadata"_s, QJsonObject{{u"name"_s, u"all"_s}, {u"namespace"_s, u"argocd"_s}}},
         {u"spec"_s,
          QJsonObject{{u"ignoreApplicationDifferences"_s, QJsonArray{QJsonObject{{u"jsonPointers"_s, QJsonArray{pointer}}}}}}}});
}

/// Off since ever: there is no `automated` at all.
void takeAutoSync(ArgoWorld &world)
{
    world.change([](kube::Object &object) {
        QJsonObject spec = object[u"spec"].toObject();
        spec.insert(u"syncPolicy"_s, QJsonObject());
        object.insert(u"spec"_s, spec);
    });
}

} // namespace

class GitopsSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSyncIsFollowedUntilItIsHealthy();
    void theOperationCarriesWhatWasAskedFor();
    void aFailedSyncIsAnAnswer();
    void anIllApplicationIsBelievedAfterAWhile();
    void nothingIsWrittenOverAnotherOperation();
    void aWriteInBetweenIsTriedAgain();
    void aKillAnywhereBeginsItOnce();
    void anotherWishDoesNotTakeUpAnOpenRun();
    void anOpenRunThatIsOverIsNotInTheWay_data();
    void anOpenRunThatIsOverIsNotInTheWay();
    void stoppedInTheMiddleItGoesOnInTheCluster();
    void aStuckOperationIsEnded();
    void endingNothingIsSaid();
    void autoSyncComesBackAsItWas_data();
    void autoSyncComesBackAsItWas();
    void aSetThatPutsItBackIsKnown();
    void aSetMustLeaveAllOfAutoSyncThatIsPutThereAnew();
    void autoSyncThatIsPutBackIsNotSaidToBeOn();
};

void GitopsSyncTest::aSyncIsFollowedUntilItIsHealthy()
{
    ArgoWorld world;
    const ChangeServices services = world.services();
    const auto run = openSync(request(), services);
    QVERIFY(run);
    const auto outcome = world.ended(syncApplication(request(), services, *run, {}));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QVERIFY(outcome->succeeded && outcome->healthy);
    QCOMPARE(outcome->revisions, request().wish.revisions);
    QCOMPARE(world.begun, 1);
    QCOMPARE(run->run->state(), OperationRun::State::Done);
    const auto operations = services.journal->operations();
    QCOMPARE(operations->first().state, journal::Operation::State::Done);
    QVERIFY(operations->first().pending.isEmpty());
}

void GitopsSyncTest::theOperationCarriesWhatWasAskedFor()
{
    ArgoWorld world;
    SyncWish wish{.revisions = {u"abc"_s}, .prune = true, .force = true, .dryRun = true, .strategy = SyncWish::Strategy::Apply};
    wish.options = {u"CreateNamespace=false"_s, u"ServerSideApply=true"_s};
    wish.resources = {{.group = u"apps"_s, .kind = u"Deployment"_s, .ns = u"shop"_s, .name = u"web"_s}};
    const QJsonObject patch = syncPatch(world.application(), wish, u"sync-1"_s, u"ada"_s);
    const QJsonValue sync = patch[u"operation"][u"sync"];
    QCOMPARE(sync[u"revision"].toString(), u"abc"_s);
    QVERIFY(sync[u"prune"].toBool() && sync[u"dryRun"].toBool());
    QCOMPARE(sync[u"syncStrategy"].toObject(), (QJsonObject{{u"apply"_s, QJsonObject{{u"force"_s, true}}}}));
    QCOMPARE(sync[u"syncOptions"].toArray(), (QJsonArray{u"CreateNamespace=false"_s, u"ServerSideApply=true"_s}));
    QCOMPARE(sync[u"resources"].toArray().size(), 1);
    QVERIFY(patch[u"status"][u"operationState"].isNull());
    QCOMPARE(patch[u"metadata"][u"resourceVersion"], world.application()[u"metadata"][u"resourceVersion"]);
}

void GitopsSyncTest::aFailedSyncIsAnAnswer()
{
    ArgoWorld world;
    world.endPhase = u"Failed"_s;
    const ChangeServices services = world.services();
    const auto run = openSync(request(), services);
    const auto outcome = world.ended(syncApplication(request(), services, *run, {}));
    QVERIFY(outcome && !outcome->succeeded && !outcome->healthy);
    QCOMPARE(services.journal->operations()->first().state, journal::Operation::State::Failed);
}

void GitopsSyncTest::anIllApplicationIsBelievedAfterAWhile()
{
    ArgoWorld world;
    world.healthAfter = u"Degraded"_s;
    const ChangeServices services = world.services();
    const auto run = openSync(request(), services);
    const QDateTime before = world.clock.now();
    const auto outcome = world.ended(syncApplication(request(), services, *run, {}));
    QVERIFY(outcome && outcome->succeeded && !outcome->healthy);
    QCOMPARE(outcome->health, u"Degraded"_s);
    QVERIFY(before.secsTo(world.clock.now()) >= 7);
}

void GitopsSyncTest::nothingIsWrittenOverAnotherOperation()
{
    ArgoWorld world;
    world.change([](kube::Object &object) {
        object.insert(u"operation"_s, QJsonObject{{u"initiatedBy"_s, QJsonObject{{u"username"_s, u"bob"_s}}}});
    });
    const ChangeServices services = world.services();
    const auto run = openSync(request(), services);
    const auto outcome = world.ended(syncApplication(request(), services, *run, {}));
    QVERIFY(!outcome);
    QCOMPARE(static_cast<int>(outcome.error().kind), static_cast<int>(Error::Kind::Conflict));
    QVERIFY2(outcome.error().detail.contains(u"bob"), qPrintable(outcome.error().detail));
    QVERIFY(world.cluster->effects().isEmpty());
    QVERIFY(!run->run->isResumable());
}

void GitopsSyncTest::aWriteInBetweenIsTriedAgain()
{
    ArgoWorld world;
    world.cluster->failNext(Act::Patch, Error::Kind::Conflict, 3);
    const ChangeServices services = world.services();
    const auto run = openSync(request(), services);
    QVERIFY(world.ended(syncApplication(request(), services, *run, {})));
    QCOMPARE(world.begun, 1);
}

void GitopsSyncTest::aKillAnywhereBeginsItOnce()
{
    int kills = 0;
    for (int turns = 0; turns < 60; ++turns) {
        ArgoWorld world;
        const auto services = world.services();
        const auto run = openSync(request(), services);
        QVERIFY(run);
        QObject gone;
        deliver(syncApplication(request(), services, *run, {}), &gone, [](const Result<SyncOutcome> &) { });
        for (int turn = 0; turn < turns; ++turn) {
            QCoreApplication::processEvents();
            if (turn % 3 == 2) {
                world.clock.advance(std::chrono::seconds(1));
            }
        }
        const bool wasOver = run->run->state() == OperationRun::State::Done;
        kills += wasOver ? 0 : 1;
        world.cluster->freeze();
        release(*run);
        world.cluster->thaw();

        const auto after = world.services();
        const auto again = openSync(request(), after);
        QVERIFY(again);
        QCOMPARE(again->isResumed, !wasOver);
        const auto outcome = world.ended(syncApplication(request(), after, *again, {}));
        const QString place = u"killed after %1 turns: %2"_s.arg(turns).arg(outcome ? QString() : outcome.error().detail);
        QVERIFY2(outcome && outcome->succeeded, qPrintable(place));
        QVERIFY2(world.begun == (wasOver ? 2 : 1), qPrintable(place));
    }
    QVERIFY(kills > 5);
}

void GitopsSyncTest::anotherWishDoesNotTakeUpAnOpenRun()
{
    ArgoWorld world;
    world.isStuck = true;
    const auto services = world.services();
    const auto run = openSync(request(), services);
    CancelSource stop;
    QObject receiver;
    deliver(syncApplication(request(), services, *run, stop.token()), &receiver, [](const Result<SyncOutcome> &) { });
    std::ignore = runUntil(world.clock, [&world] { return world.begun == 1; });
    stop.cancel();
    std::ignore = runUntil(world.clock, [&run] { return run->run->state() != OperationRun::State::Running; });
    QCOMPARE(run->run->state(), OperationRun::State::Stopped);
    QVERIFY(run->run->isResumable());
    release(*run);

    const auto other = openSync(request(QString(40, u'b')), world.services());
    QVERIFY(!other);
    QVERIFY2(other.error().detail.contains(run->run->id()), qPrintable(other.error().detail));
    const auto same = openSync(request(), world.services());
    QVERIFY(same && same->isResumed);
    release(*same);
    const auto given = openSync(request(QString(40, u'b')), world.services(), true);
    QVERIFY(given && !given->isResumed);
}

void GitopsSyncTest::anOpenRunThatIsOverIsNotInTheWay_data()
{
    QTest::addColumn<QString>("became");
    QTest::addColumn<QString>("said");
    QTest::newRow("it runs") << u"runs"_s << QString();
    QTest::newRow("it failed") << u"failed"_s << u"Failed"_s;
    QTest::newRow("another took its place") << u"replaced"_s << u"not in the cluster any more"_s;
}

void GitopsSyncTest::anOpenRunThatIsOverIsNotInTheWay()
{
    QFETCH(QString, became);
    QFETCH(QString, said);
    ArgoWorld world;
    world.isStuck = true;
    const ChangeServices services = world.services();
    const auto run = openSync(request(), services);
    CancelSource stop;
    const Async<SyncOutcome> going = syncApplication(request(), services, *run, stop.token());
    QVERIFY(runUntil(world.clock, [&world] { return world.begun == 1; }));
    stop.cancel();
    QVERIFY(runUntil(world.clock, [&run] { return run->run->state() == OperationRun::State::Stopped; }));
    release(*run);
    world.change([&became](kube::Object &object) {
        QJsonObject status = object[u"status"].toObject();
        QJsonObject state = status[u"operationState"].toObject();
        if (became != u"runs") {
            object.remove(u"operation"_s);
            state.insert(u"phase"_s, u"Failed"_s);
        }
        if (became == u"replaced") {
            state.insert(u"operation"_s, QJsonObject{{u"sync"_s, QJsonObject()}});
        }
        status.insert(u"operationState"_s, state);
        object.insert(u"status"_s, status);
    });
    const SyncRequest other = request(QString(40, u'b'));

    const auto closed = world.ended(closePastSync(other, world.services(), {}));

    QVERIFY2(closed, closed ? "" : qPrintable(closed.error().detail));
    QVERIFY2(closed->contains(said) && closed->isEmpty() == said.isEmpty(), qPrintable(*closed));
    const auto begun = openSync(other, world.services());
    QCOMPARE(begun.has_value(), became != u"runs");
    if (!begun) {
        QVERIFY2(begun.error().detail.contains(u"revision "_s + QString(40, u'a')), qPrintable(begun.error().detail));
        QVERIFY2(begun.error().detail.contains(u"--give-up"_s), qPrintable(begun.error().detail));
    } else {
        QVERIFY(!begun->isResumed);
    }
}

void GitopsSyncTest::stoppedInTheMiddleItGoesOnInTheCluster()
{
    ArgoWorld world;
    const auto services = world.services();
    const auto run = openSync(request(), services);
    CancelSource stop;
    std::optional<Result<SyncOutcome>> ended;
    QObject receiver;
    deliver(syncApplication(request(), services, *run, stop.token()), &receiver,
            [&ended](const Result<SyncOutcome> &result) { ended = result; });
    QVERIFY(runUntil(world.clock, [&world] { return world.begun == 1; }));
    stop.cancel();
    QVERIFY(runUntil(world.clock, [&ended] { return ended.has_value(); }));
    QVERIFY(!*ended);
    QCOMPARE(static_cast<int>(ended->error().kind), static_cast<int>(Error::Kind::Cancelled));
    QVERIFY2(ended->error().detail.contains(u"goes on in the cluster"), qPrintable(ended->error().detail));
}

void GitopsSyncTest::aStuckOperationIsEnded()
{
    ArgoWorld world;
    world.isStuck = true;
    const auto services = world.services();
    const auto run = openSync(request(), services);
    std::optional<Result<SyncOutcome>> outcome;
    QObject receiver;
    deliver(syncApplication(request(), services, *run, {}), &receiver,
            [&outcome](const Result<SyncOutcome> &result) { outcome = result; });
    QVERIFY(runUntil(world.clock, [&world] { return world.begun == 1; }));
    const auto ended = world.ended(terminateOperation(request().name, world.services(), {}));
    QVERIFY2(ended, ended ? "" : qPrintable(ended.error().detail));
    QVERIFY(!isBusy(world.application()));
    QVERIFY(runUntil(world.clock, [&outcome] { return outcome.has_value(); }));
    QVERIFY(*outcome && !(*outcome)->succeeded);
}

void GitopsSyncTest::endingNothingIsSaid()
{
    ArgoWorld world;
    const auto ended = world.ended(terminateOperation(request().name, world.services(), {}));
    QVERIFY(!ended);
    QCOMPARE(static_cast<int>(ended.error().kind), static_cast<int>(Error::Kind::Conflict));
    QVERIFY(world.cluster->effects().isEmpty());
}

void GitopsSyncTest::autoSyncComesBackAsItWas_data()
{
    QTest::addColumn<bool>("knowsSwitch");
    QTest::newRow("Argo CD 3.1 and later") << true;
    QTest::newRow("before") << false;
}

void GitopsSyncTest::autoSyncComesBackAsItWas()
{
    QFETCH(bool, knowsSwitch);
    ArgoWorld world;
    world.cluster->serve({.group = u"apiextensions.k8s.io"_s,
                          .version = u"v1"_s,
                          .kind = u"CustomResourceDefinition"_s,
                          .plural = u"customresourcedefinitions"_s,
                          .namespaced = false});
    world.cluster->put(definition(knowsSwitch));
    const QJsonValue before = world.application()[u"spec"];
    const auto off = world.ended(setAutoSync(request().name, false, {}, world.services(), {}));
    QVERIFY2(off, off ? "" : qPrintable(off.error().detail));
    QVERIFY(!isAutoSynced(world.application()));
    QVERIFY(isAutoSyncPaused(world.application()));
    QCOMPARE(world.application()[u"spec"][u"syncPolicy"][u"automated"].isObject(), knowsSwitch);
    const auto on = world.ended(setAutoSync(request().name, true, {}, world.services(), {}));
    QVERIFY2(on, on ? "" : qPrintable(on.error().detail));
    QCOMPARE(world.application()[u"spec"], before);
    QVERIFY(world.application()[u"metadata"][u"annotations"].toObject().isEmpty());
}

void GitopsSyncTest::aSetThatPutsItBackIsKnown()
{
    ArgoWorld world;
    makeBySet(world, u"/spec/source/path"_s);
    const auto look = [&world] { return world.ended(ownerOf(world.cluster, world.application(), PauseWay::Switch, {})); };
    const auto before = look();
    QVERIFY(before);
    QCOMPARE(before->sticks, ApplicationOwner::Sticks::No);
    QVERIFY(before->canBeTaught());
    QVERIFY(world.ended(teachOwner(*before, u"web"_s, PauseWay::Switch, world.services(), {})));
    const auto after = look();
    QVERIFY2(after->sticks == ApplicationOwner::Sticks::Yes, qPrintable(after->sentence));
    QCOMPARE(world.cluster->object(u"ApplicationSet"_s, u"argocd"_s, u"all"_s)[u"spec"][u"ignoreApplicationDifferences"]
                 .toArray()
                 .size(),
             2);
}

void GitopsSyncTest::aSetMustLeaveAllOfAutoSyncThatIsPutThereAnew()
{
    ArgoWorld world;
    makeBySet(world, u"/spec/syncPolicy/automated/enabled"_s);
    const auto look = [&world](bool on) {
        const PauseWay way = wayWritten(world.application(), on, {}, PauseWay::Switch);
        return world.ended(ownerOf(world.cluster, world.application(), way, {}));
    };
    QCOMPARE(look(false)->sticks, ApplicationOwner::Sticks::Yes); // only `enabled` is written
    takeAutoSync(world);
    QCOMPARE(look(false)->sticks, ApplicationOwner::Sticks::Yes);
    const auto before = look(true);
    QVERIFY(before);
    QCOMPARE(before->sticks, ApplicationOwner::Sticks::No);
    QVERIFY(before->canBeTaught());
    QVERIFY(world.ended(teachOwner(*before, u"web"_s, PauseWay::Removal, world.services(), {})));
    QCOMPARE(look(true)->sticks, ApplicationOwner::Sticks::Yes);
    const QJsonArray rules
        = world.cluster->object(u"ApplicationSet"_s, u"argocd"_s, u"all"_s)[u"spec"][u"ignoreApplicationDifferences"].toArray();
    QCOMPARE(rules.last()[u"jsonPointers"].toArray(), QJsonArray{u"/spec/syncPolicy/automated"_s});
    QVERIFY(world.ended(setAutoSync(request().name, true, {}, world.services(), {})));
    QVERIFY(isAutoSynced(world.application()));
    QCOMPARE(look(true)->sticks, ApplicationOwner::Sticks::Yes);
}

void GitopsSyncTest::autoSyncThatIsPutBackIsNotSaidToBeOn()
{
    ArgoWorld world;
    makeBySet(world, u"/spec/syncPolicy/automated/enabled"_s);
    takeAutoSync(world);
    world.cluster->written = [&world](const kube::Object &object) {
        if (isAutoSynced(object)) {
            world.clock.after(std::chrono::seconds(1), QCoreApplication::instance(), [&world] { takeAutoSync(world); });
        }
    };
    const auto on = world.ended(setAutoSync(request().name, true, {}, world.services(), {}));
    QVERIFY(!on);
    QCOMPARE(static_cast<int>(on.error().kind), static_cast<int>(Error::Kind::Conflict));
    QVERIFY2(on.error().detail.contains(u"it is off"_s), qPrintable(on.error().detail));
}

QTEST_GUILESS_MAIN(GitopsSyncTest)
#include "tst_GitopsSync.moc"
