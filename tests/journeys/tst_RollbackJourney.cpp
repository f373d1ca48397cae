// SPDX-License-Identifier: GPL-3.0-or-later
// A person at the Rollback page: from a degraded application on screen to "rollback accepted".
#include "qml/Sentinel/Rollback/PausesController.h"
#include "qml/Sentinel/Rollback/RollbackController.h"
#include "qml/Sentinel/Rollback/SubjectsController.h"
#include "qml/Sentinel/Rows/Tone.h"
#include "tests/core/rollback/World.h"

#include <QSignalSpy>
#include <QTest>

using namespace sentinel;
using namespace sentinel::console;
using namespace sentinel::testing;

namespace {

/// The page, on a cluster in memory.
class RollbackDesk
{
public:
    explicit RollbackDesk(rollback::Way way, const QString &protection = u"confirm"_s)
        : world(way)
    {
        setRollbackConnector([this](const ClusterPlace &) -> Result<RollbackDoor> {
            return RollbackDoor{.api = world.cluster,
                                .services =
                                    [this](const rollback::Subject &, const CancelToken &) {
                                        const Promise<rollback::Services> promise;
                                        promise.keep(world.services());
                                        return promise.answer();
                                    },
                                .context = u"test"_s,
                                .server = u"https://test"_s};
        });
        QObject::connect(&back, &RollbackController::accepted, &back, [this] { ++accepted; });
        QObject::connect(&back, &RollbackController::ended, &back,
                         [this](bool good, const QString &sentence) { ends.append({good, sentence}); });
        const QVariantMap place{{u"usable"_s, true}, {u"context"_s, u"test"_s}, {u"protection"_s, protection}};
        back.setPlaceProperties(place);
        subjects.setPlaceProperties(place);
    }
    void until(const std::function<bool()> &isDone) { QVERIFY(runUntil(world.clock, isDone)); }

    RollbackWorld world;
    RollbackController back;
    SubjectsController subjects;
    int accepted = 0;
    QList<std::pair<bool, QString>> ends;
};

QStringList cells(const RowsModel &rows, const QString &cell)
{
    QStringList texts;
    for (const RowsModel::Row &row : rows.rows()) {
        texts.append(row.value(cell).toString());
    }
    return texts;
}

} // namespace

class RollbackJourneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromADegradedApplicationToAcceptedInThreeActions()
    {
        RollbackDesk desk(rollback::Way::ArgoCd);
        desk.until([&] { return desk.subjects.rows()->count() == 1; });
        QCOMPARE(desk.subjects.rows()->rows().first().value(u"tone"_s).toInt(), number(Tone::Error)); // degraded

        desk.back.setSubject(u"argocd/shop"_s); // 1: Return on it, or Ctrl+B
        desk.until([&] { return desk.back.candidates()->count() == 2; });
        QVERIFY(desk.back.candidate().isEmpty()); // never chosen for a person
        QVERIFY(!desk.back.acceptBlockedReason().isEmpty());

        desk.back.chooseNext(1); // 2: Down
        QCOMPARE(desk.back.candidate(), u"0"_s);
        desk.until([&] { return !desk.back.isLooking(); });
        QCOMPARE(desk.back.checks()->count(), 15);
        QVERIFY2(desk.back.acceptBlockedReason().isEmpty(), qPrintable(desk.back.acceptBlockedReason()));
        QVERIFY(desk.back.acceptText().contains(u"Accept"));
        QVERIFY(cells(*desk.back.lines(), u"text"_s).join(u'\n').contains(u"shop/web:1.0.0"));

        desk.back.confirm(); // 3: Ctrl+Return
        desk.until([&] { return desk.accepted == 1; });
        desk.until([&] { return !desk.ends.isEmpty(); });
        QVERIFY2(desk.ends.first().first, qPrintable(desk.ends.first().second));
        QCOMPARE(desk.world.syncs, 1);
    }

    void thePauseIsRememberedAndGivenBack()
    {
        RollbackDesk desk(rollback::Way::ArgoCd);
        desk.until([&] { return desk.subjects.rows()->count() == 1; });
        desk.back.setSubject(u"argocd/shop"_s);
        desk.until([&] { return desk.back.candidates()->count() == 2; });
        desk.back.chooseNext(1);
        desk.until([&] { return !desk.back.isLooking(); });
        desk.back.confirm();
        desk.until([&] { return !desk.ends.isEmpty(); });
        desk.until([&] { return !desk.back.pausedText().isEmpty(); });

        // Another start of the program still says so.
        RollbackController again;
        again.setPlaceProperties(desk.back.placeProperties());
        again.setSubject(u"argocd/shop"_s);
        desk.until([&] { return !again.pausedText().isEmpty(); });
        PausesController pauses;
        pauses.setPlaceProperties(desk.back.placeProperties());
        QSignalSpy resumed(&pauses, &PausesController::ended);
        pauses.resume({{u"application"_s, u"argocd/shop"_s}, {u"server"_s, u"https://elsewhere"_s}, {u"cluster"_s, u"us-1"_s}});
        QCOMPARE(resumed.first().first().toBool(), false); // it is another cluster's
        pauses.resume({{u"application"_s, u"argocd/shop"_s}, {u"server"_s, u"https://test"_s}});
        desk.until([&] { return resumed.size() == 2; });
        QCOMPARE(resumed.last().first().toBool(), true);
        QVERIFY(gitops::isAutoSynced(desk.world.application()));
        QVERIFY(desk.world.pauses->isEmpty());
    }

    void whatIsInTheWayCannotBeConfirmed()
    {
        RollbackDesk desk(rollback::Way::ArgoCd);
        desk.world.cluster->allows = [](const QJsonObject &) { return false; };
        desk.until([&] { return desk.subjects.rows()->count() == 1; });
        desk.back.setSubject(u"argocd/shop"_s);
        desk.until([&] { return desk.back.candidates()->count() == 2; });
        desk.back.chooseNext(1);
        desk.until([&] { return !desk.back.isLooking(); });
        QCOMPARE(desk.back.tone(), number(Tone::Error));
        QCOMPARE(desk.back.checks()->rows().first().value(u"rule"_s).toString(), u"rollback.rights"_s);
        desk.back.confirm();
        QVERIFY(!desk.back.isRunning());
        QVERIFY(desk.world.cluster->effects().isEmpty());
    }

    void whatIsOnAnotherClusterIsNotLookedForHere()
    {
        RollbackDesk desk(rollback::Way::ArgoCd);
        desk.back.open({{u"subject"_s, u"argocd/shop"_s}, {u"server"_s, u"https://elsewhere"_s}});
        QVERIFY(desk.back.trouble().isPresent());
        QVERIFY2(desk.back.trouble().text().contains(u"https://elsewhere"), qPrintable(desk.back.trouble().text()));
        QCOMPARE(desk.back.candidates()->count(), 0);
    }

    void aListThatIsNotWholeSaysSo()
    {
        RollbackDesk desk(rollback::Way::ArgoCd);
        desk.until([&] { return !desk.subjects.isLooking(); });
        desk.world.cluster->failNext(Act::List, Error::Kind::Forbidden, 1, u"Secret"_s);
        desk.subjects.refresh();
        desk.until([&] { return !desk.subjects.isLooking(); });
        QCOMPARE(desk.subjects.rows()->count(), 1);
        QVERIFY(!desk.subjects.unread().isEmpty());
        desk.world.cluster->failNext(Act::List, Error::Kind::Forbidden, 8);
        desk.subjects.refresh();
        desk.until([&] { return !desk.subjects.isLooking(); });
        QVERIFY(desk.subjects.trouble().isPresent()); // not "nothing can be rolled back"
    }

    void aStuckOperationIsEndedAsPartOfWhatIsShown()
    {
        RollbackDesk desk(rollback::Way::ArgoCd);
        desk.world.occupy(u"waiting for completion of hook /Pod/stuck"_s);
        desk.subjects.refresh();
        desk.until([&] { return desk.subjects.rows()->count() == 1; });
        desk.back.setSubject(u"argocd/shop"_s);
        desk.until([&] { return desk.back.candidates()->count() >= 2; });
        desk.back.chooseNext(1);
        desk.until([&] { return !desk.back.isLooking(); });
        QVERIFY(desk.back.endRunning());
        QVERIFY(desk.back.command().contains(u"--end-running"));
        desk.back.confirm();
        desk.until([&] { return !desk.ends.isEmpty(); });
        QVERIFY2(desk.ends.first().first, qPrintable(desk.ends.first().second));
    }

    void aProtectedClusterAsksForTheName()
    {
        RollbackDesk desk(rollback::Way::Helm, u"typed-name"_s);
        desk.until([&] { return desk.subjects.rows()->count() == 1; });
        desk.back.setSubject(u"shop/shop"_s);
        desk.until([&] { return desk.back.candidates()->count() == 2; });
        desk.back.chooseNext(1);
        desk.until([&] { return !desk.back.isLooking(); });
        QVERIFY(!desk.back.acceptBlockedReason().isEmpty());
        desk.back.setTyped(u"shop"_s);
        QVERIFY(desk.back.acceptBlockedReason().isEmpty());
        desk.back.confirm();
        desk.until([&] { return !desk.ends.isEmpty(); });
        QVERIFY(desk.ends.first().first);
        QCOMPARE(desk.world.helm->calls, 1);
    }
};

QTEST_GUILESS_MAIN(RollbackJourneyTest)
#include "tst_RollbackJourney.moc"
