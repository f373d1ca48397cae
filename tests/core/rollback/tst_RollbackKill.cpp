// SPDX-License-Identifier: GPL-3.0-or-later
// The process is gone around every line of its journal, or at every answer of the cluster; the same command again goes on, and
// nothing is done twice.
#include "tests/core/rollback/World.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::rollback;
using namespace sentinel::testing;

namespace {

struct Flavour
{
    QString name;
    Way way = Way::ArgoCd;
    bool busy = false; ///< an operation of somebody else is in the way and is ended first
    bool hooks = false;
    bool revert = false;
};

QList<Flavour> flavours()
{
    return {{u"argocd"_s, Way::ArgoCd},
            {u"argocd, with hooks"_s, Way::ArgoCd, false, true},
            {u"argocd, something runs"_s, Way::ArgoCd, true},
            {u"argocd, and a commit"_s, Way::ArgoCd, false, false, true},
            {u"helm"_s, Way::Helm},
            {u"git"_s, Way::Git}};
}

std::shared_ptr<RollbackWorld> worldOf(const Flavour &flavour)
{
    auto world = std::make_shared<RollbackWorld>(flavour.way);
    world->choice.withHooks = flavour.hooks;
    world->choice.endRunning = flavour.busy;
    world->choice.revertCommit = flavour.revert;
    if (flavour.busy) {
        world->occupy(u"waiting for completion of hook /Pod/stuck"_s);
    }
    return world;
}

/// What was done to the cluster, counted: nothing of it may happen twice.
struct Deeds
{
    int syncs = 0;
    int rollbacks = 0;
    int commits = 0;
    qsizetype pauses = 0;
    bool isAutomated = false;
    bool operator==(const Deeds &) const = default;
};

Deeds deedsOf(const RollbackWorld &world)
{
    return {.syncs = world.syncs,
            .rollbacks = world.helm->calls,
            .commits = world.git->commits,
            .pauses = world.pauses->size(),
            .isAutomated = gitops::isAutoSynced(world.application())};
}

QString textOf(const Deeds &deeds)
{
    return u"%1 syncs, %2 rollbacks, %3 commits, %4 reminders, automated %5"_s.arg(deeds.syncs)
        .arg(deeds.rollbacks)
        .arg(deeds.commits)
        .arg(deeds.pauses)
        .arg(deeds.isAutomated);
}

} // namespace

class RollbackKillTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int kMostSeconds = 120;
    static constexpr int kBetweenSeconds = 3;
    int m_points = 0;

    static bool isKilledAt(RollbackWorld &world, int moment)
    {
        world.cluster->killAt(moment, [&world] { world.kill(); });
        std::ignore = world.rollBackWith(world.request(), world.services());
        return world.cluster->hasKilled();
    }
    static bool isOver(const RollbackWorld &world)
    {
        return !world.lines->isEmpty() && world.lines->constLast().kind == deploy::LedgerEntry::Kind::Ended;
    }

    void goesOn(RollbackWorld &world, const RollbackWorld &undisturbed, const QString &place)
    {
        world.restart();
        const auto ended = world.rollBackNow();
        QVERIFY2(ended, qPrintable(place + u"hangs"_s));
        QVERIFY2(*ended && (*ended)->healthy, qPrintable(place + (*ended ? u"unhealthy"_s : ended->error().detail)));
        QVERIFY2(deedsOf(world) == deedsOf(undisturbed),
                 qPrintable(place + textOf(deedsOf(world)) + u" instead of "_s + textOf(deedsOf(undisturbed))));
        ++m_points;
    }

private Q_SLOTS:
    void aKillAroundAnyLineIsResumedAndNothingIsDoneTwice_data()
    {
        QTest::addColumn<int>("flavour");
        QTest::addColumn<int>("when");
        for (int index = 0; const Flavour &flavour : flavours()) {
            QTest::addRow("%s, a line is written", qPrintable(flavour.name)) << index << int(FakeLedger::When::AfterLine);
            QTest::addRow("%s, a line is not written any more", qPrintable(flavour.name))
                << index << int(FakeLedger::When::BeforeLine);
            ++index;
        }
    }

    void aKillAroundAnyLineIsResumedAndNothingIsDoneTwice()
    {
        QFETCH(const int, flavour);
        QFETCH(const int, when);
        const auto undisturbed = worldOf(flavours()[flavour]);
        const auto answer = undisturbed->rollBackNow();
        QVERIFY(answer);
        QVERIFY2(*answer, qPrintable(*answer ? QString() : answer->error().detail));
        QVERIFY2((*answer)->healthy, qPrintable(undisturbed->run->error() ? undisturbed->run->error()->detail : QString()));
        const auto lines = undisturbed->lines->size();
        QVERIFY(lines >= 4);
        for (int line = 1; line <= lines; ++line) {
            const auto world = worldOf(flavours()[flavour]);
            const Services services = world->services();
            world->ledger->when = FakeLedger::When(when);
            world->ledger->count = line;
            std::ignore = world->rollBackWith(world->request(), services);
            const bool over = line == lines && FakeLedger::When(when) == FakeLedger::When::AfterLine;
            if (!over) {
                goesOn(*world, *undisturbed, u"killed at line %1: "_s.arg(line));
            }
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    void aKillAtAnyAnswerOfTheClusterIsResumedAndNothingIsDoneTwice_data()
    {
        QTest::addColumn<int>("flavour");
        for (int index = 0; const Flavour &flavour : flavours()) {
            QTest::addRow("%s", qPrintable(flavour.name)) << index++;
        }
    }

    /// Killed at each answer, and once more on the way of the run that goes on.
    void aKillAtAnyAnswerOfTheClusterIsResumedAndNothingIsDoneTwice()
    {
        QFETCH(const int, flavour);
        const auto undisturbed = worldOf(flavours()[flavour]);
        QVERIFY(*undisturbed->rollBackNow());
        for (int first = 1;; ++first) {
            int second = 0;
            for (; second < kMostSeconds; second += kBetweenSeconds) {
                const auto world = worldOf(flavours()[flavour]);
                if (!isKilledAt(*world, first)) {
                    return; // it was through before
                }
                world->restart();
                if (isOver(*world)) {
                    break;
                }
                if (second > 0 && !isKilledAt(*world, second)) {
                    break;
                }
                if (!isOver(*world)) {
                    goesOn(*world, *undisturbed, u"killed at answer %1 and %2: "_s.arg(first).arg(second));
                }
                if (QTest::currentTestFailed()) {
                    return;
                }
            }
        }
    }

    void aHelmThatDiesInTheMiddleIsNotRunTwiceForNothing_data()
    {
        QTest::addColumn<bool>("pending");
        QTest::newRow("it had done its work") << false;
        QTest::newRow("it left the revision pending") << true;
    }

    void aHelmThatDiesInTheMiddleIsNotRunTwiceForNothing()
    {
        QFETCH(const bool, pending);
        RollbackWorld world(Way::Helm);
        world.helm->dieIn = 1;
        world.helm->leavesPending = pending;
        std::ignore = world.rollBackNow();
        world.restart();
        const auto ended = world.rollBackNow();
        QVERIFY(ended && *ended && (*ended)->healthy);
        QCOMPARE(world.helm->calls, pending ? 2 : 1);
    }

    void cleanupTestCase()
    {
        qInfo("%d kill points", m_points);
        QVERIFY(m_points >= 2000);
    }
};

QTEST_GUILESS_MAIN(RollbackKillTest)
#include "tst_RollbackKill.moc"
