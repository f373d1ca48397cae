// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/ResumeAutoSync.h"
#include "tests/core/rollback/World.h"

#include <QJsonArray>
#include <QTest>

using namespace sentinel;
using namespace sentinel::rollback;
using namespace sentinel::testing;

class RollbackFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argoCdIsPausedAndGoesBackInOneWrite()
    {
        RollbackWorld world(Way::ArgoCd);
        const auto ended = world.rollBackNow();
        QVERIFY(ended && *ended);
        QVERIFY((*ended)->healthy);
        QVERIFY((*ended)->isPaused);
        QCOMPARE(world.cluster->effects(), QStringList{u"patch Application/shop"_s});
        QCOMPARE(world.application()[u"spec"][u"syncPolicy"][u"automated"][u"enabled"], QJsonValue(false));
        QCOMPARE(world.application()[u"spec"][u"syncPolicy"][u"automated"][u"prune"], QJsonValue(true));
        const QJsonValue sync = world.application()[u"status"][u"operationState"][u"operation"][u"sync"];
        QVERIFY(sync[u"syncStrategy"][u"apply"].isObject());
        QCOMPARE(sync[u"prune"], QJsonValue(false));
        QCOMPARE(world.pauses->size(), 1);
    }

    void hooksRunOnlyWhenTheyAreWanted()
    {
        RollbackWorld world(Way::ArgoCd);
        world.choice.withHooks = true;
        QVERIFY((*world.rollBackNow())->healthy);
        const QJsonValue sync = world.application()[u"status"][u"operationState"][u"operation"][u"sync"];
        QVERIFY(sync[u"syncStrategy"][u"hook"].isObject());
    }

    void autoSyncIsGivenBackExactlyAsItWas()
    {
        RollbackWorld world(Way::ArgoCd);
        const QJsonValue before = world.application()[u"spec"][u"syncPolicy"];
        QVERIFY((*world.rollBackNow())->healthy);
        const auto resumed = answerOf(world.clock, resumeAutoSync(world.request().subject, world.services(), {}));
        QVERIFY(resumed && *resumed);
        QCOMPARE(world.application()[u"spec"][u"syncPolicy"], before);
        QVERIFY(world.pauses->isEmpty());
        const auto again = answerOf(world.clock, resumeAutoSync(world.request().subject, world.services(), {}));
        QVERIFY(again && !*again);
        QCOMPARE(again->error().kind, Error::Kind::Invalid);
    }

    void whereNobodyPausedAutoSyncThereIsNothingToGiveBack()
    {
        RollbackWorld world(Way::ArgoCd);
        const auto resumed
            = [&world] { return answerOf(world.clock, resumeIfPaused(world.request().subject, world.services(), {})); };
        const auto isOn = resumed();
        QVERIFY(isOn && *isOn);
        QVERIFY(!**isOn);
        kube::Object byHand = world.application();
        QJsonObject spec = byHand[u"spec"].toObject();
        spec.remove(u"syncPolicy"_s);
        byHand.insert(u"spec"_s, spec);
        world.cluster->put(byHand);
        const auto isOff = resumed();
        QVERIFY(isOff && *isOff);
        QVERIFY(!**isOff);
        QCOMPARE(world.application()[u"spec"], byHand[u"spec"]);
        RollbackWorld release(Way::Helm);
        const auto ofRelease = answerOf(release.clock, resumeIfPaused(release.request().subject, release.services(), {}));
        QVERIFY(ofRelease && *ofRelease);
        QVERIFY(!**ofRelease);
    }

    void aReminderEndsWhenSomebodyTurnedAutoSyncOn()
    {
        RollbackWorld world(Way::ArgoCd);
        QVERIFY((*world.rollBackNow())->healthy);
        const auto open = answerOf(world.clock, openPauses(world.services(), {}));
        QVERIFY(open && *open);
        QCOMPARE((*open)->size(), 1);
        (*world.pauses)[0].since = world.clock.now();
        kube::Object application = world.application();
        QJsonObject spec = application.value(u"spec"_s).toObject();
        spec.insert(u"syncPolicy"_s, QJsonObject{{u"automated"_s, QJsonObject()}});
        application.insert(u"spec"_s, spec);
        world.cluster->put(application);
        // Not in the very moment: it is written down before it is done.
        QVERIFY((*answerOf(world.clock, openPauses(world.services(), {})))->isEmpty());
        QCOMPARE(world.pauses->size(), 1);
        world.clock.advance(std::chrono::minutes(2));
        QVERIFY((*answerOf(world.clock, openPauses(world.services(), {})))->isEmpty());
        QVERIFY(world.pauses->isEmpty());
    }

    void whatIsNotAcceptedIsRefusedAndNothingIsDone()
    {
        RollbackWorld world(Way::ArgoCd);
        RollbackRequest request = world.request();
        request.accepted = {u"rollback.images"_s};
        const auto ended = world.rollBackWith(request, world.services());
        QVERIFY(ended && *ended);
        QVERIFY((*ended)->isRefused);
        QVERIFY((*ended)->verdict->unaccepted(request.accepted).contains(u"rollback.schema"_s));
        QVERIFY(world.cluster->effects().isEmpty());
        QVERIFY(world.lines->isEmpty());
        QVERIFY(world.pauses->isEmpty());
    }

    void anOperationInTheWayIsRedUntilItMayBeEnded()
    {
        RollbackWorld world(Way::ArgoCd);
        world.occupy(u"waiting for completion of hook /Pod/stuck"_s);
        const auto refused = world.rollBackNow();
        QVERIFY(refused && *refused && (*refused)->isRefused);
        QCOMPARE((*refused)->verdict->light(), Light::Red);
        QVERIFY(world.cluster->effects().isEmpty());

        world.choice.endRunning = true;
        const auto ended = world.rollBackNow();
        QVERIFY(ended && *ended);
        QVERIFY((*ended)->healthy);
        QCOMPARE(world.syncs, 1);
    }

    void anOperationThatFailsIsToldWithArgoCdsOwnWords()
    {
        RollbackWorld world(Way::ArgoCd);
        world.syncPhase = u"Error"_s;
        world.syncMessage = u"ComparisonError: unable to resolve 'aaaa' to a commit SHA"_s;
        const auto ended = world.rollBackNow();
        QVERIFY(ended && *ended);
        QVERIFY(!(*ended)->healthy);
        QVERIFY(world.run->error()->detail.contains(u"unable to resolve"));
        QVERIFY((*ended)->isPaused);
    }

    void whatDoesNotComeUpIsToldInTime()
    {
        RollbackWorld world(Way::Helm);
        world.comesUp = false;
        const auto ended = world.rollBackNow();
        QVERIFY(ended && *ended);
        QVERIFY(!(*ended)->healthy);
        QCOMPARE(world.run->verdict(), deploy::Verdict::Unhealthy);
    }

    void aRollbackSomebodySawIsNotTakenForAnother()
    {
        RollbackWorld world(Way::Helm);
        RollbackRequest request = world.request();
        const auto seen = answerOf(world.clock, lookAhead(request, world.services(), {}));
        QVERIFY(seen && *seen);
        request.seen = **seen;
        world.cluster->put(releaseSecret(3, u"deployed"_s, u"Upgrade complete"_s, u"1.2.0"_s));
        const auto ended = world.rollBackWith(request, world.services());
        QVERIFY(ended && !*ended);
        QCOMPARE(ended->error().kind, Error::Kind::Conflict);
        QCOMPARE(world.helm->calls, 0);
    }

    void somebodyElsesUpgradeInBetweenStopsAResumedRollback()
    {
        RollbackWorld world(Way::Helm);
        const Services services = world.services();
        world.ledger->when = FakeLedger::When::AfterLine;
        world.ledger->count = 2; // the intent
        std::ignore = world.rollBackWith(world.request(), services);
        world.restart();
        world.cluster->put(releaseSecret(3, u"deployed"_s, u"Upgrade complete"_s, u"1.2.0"_s));
        const auto ended = world.rollBackNow();
        QVERIFY(ended && !*ended);
        QCOMPARE(ended->error().kind, Error::Kind::Conflict);
        QCOMPARE(world.helm->calls, 0);
    }

    void aRevertInGitIsSyncedByArgoCd()
    {
        RollbackWorld world(Way::Git);
        const auto ended = world.rollBackNow();
        QVERIFY(ended && *ended);
        QVERIFY((*ended)->healthy);
        QCOMPARE(world.git->commits, 1);
        QVERIFY(world.pauses->isEmpty());
        QVERIFY(gitops::isAutoSynced(world.application()));
    }

    void aGitThatIsDownDoesNotMakeTheRollbackFail()
    {
        RollbackWorld world(Way::ArgoCd);
        world.choice.revertCommit = true;
        world.git->error = Error{.kind = Error::Kind::Unreachable, .doing = u"pushing"_s, .detail = u"no route to host"_s};
        const auto ended = world.rollBackNow();
        QVERIFY(ended && *ended);
        QVERIFY((*ended)->healthy);
        QVERIFY(world.run->lines().join(u' ').contains(u"no route to host"));
    }
};

QTEST_GUILESS_MAIN(RollbackFlowTest)
#include "tst_RollbackFlow.moc"
