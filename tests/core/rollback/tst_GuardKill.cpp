// SPDX-License-Identifier: GPL-3.0-or-later
// A guard whose process is gone around any line of its journals, or at any answer of the cluster: the same command again goes on,
// and the deploy is taken back once.
#include "tests/core/rollback/GuardWorld.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::rollback;
using namespace sentinel::testing;

class GuardKillTest : public QObject
{
    Q_OBJECT

private:
    int m_points = 0;

    static std::shared_ptr<GuardWorld> failing(int way)
    {
        auto world = std::make_shared<GuardWorld>(Way{way});
        std::ignore = world->arm();
        world->deployNow(false);
        return world;
    }

    void goesOn(GuardWorld &world, const QString &place)
    {
        world.restart();
        const auto ended = world.guardNow();
        QVERIFY2(ended, qPrintable(place + u"hangs"_s));
        QVERIFY2(*ended, qPrintable(place + (*ended ? QString() : ended->error().detail)));
        const GuardDecision decision = (*ended)->decision;
        QVERIFY2(decision == GuardDecision::RolledBack || decision == GuardDecision::Nothing,
                 qPrintable(place + (*ended)->sentence));
        QVERIFY2(world.rollbacks() == 1,
                 qPrintable(place + u"%1 rollbacks, %2"_s.arg(world.rollbacks()).arg((*ended)->sentence)));
        const auto mark = answerOf(world.clock, readGuardMark(world.cluster, world.request().subject, {}));
        QVERIFY(mark && *mark && (*mark)->decided);
        QVERIFY2((*mark)->decided->decision == u"rolled-back", qPrintable(place + (*mark)->decided->decision));
        ++m_points;
    }

    static void ways()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("argocd") << int(Way::ArgoCd);
        QTest::newRow("helm") << int(Way::Helm);
    }

private Q_SLOTS:
    void aKillAroundAnyLineIsResumedOnce_data() { ways(); }
    void aKillAroundAnyLineIsResumedOnce()
    {
        QFETCH(const int, way);
        const auto undisturbed = failing(way);
        const auto answer = undisturbed->guardNow();
        QVERIFY(answer && *answer);
        QCOMPARE((*answer)->decision, GuardDecision::RolledBack);
        QVERIFY(undisturbed->guardLines->size() >= 5);
        for (const bool own : {true, false}) {
            const auto lines = own ? undisturbed->guardLines->size() : undisturbed->lines->size();
            for (int line = 1; line <= lines; ++line) {
                for (const auto when : {FakeLedger::When::BeforeLine, FakeLedger::When::AfterLine}) {
                    const auto world = failing(way);
                    const GuardServices services = world->guardServices();
                    FakeLedger &ledger = own ? *world->guardLedger : *world->ledger;
                    ledger.when = when;
                    ledger.count = line;
                    std::ignore = world->guardWith(world->guardRequest(), services);
                    goesOn(*world, u"killed at line %1 of %2: "_s.arg(line).arg(own ? u"the guard"_s : u"the rollback"_s));
                    if (QTest::currentTestFailed()) {
                        return;
                    }
                }
            }
        }
    }

    void aKillAtAnyAnswerOfTheClusterIsResumedOnce_data() { ways(); }
    void aKillAtAnyAnswerOfTheClusterIsResumedOnce()
    {
        QFETCH(const int, way);
        for (int moment = 1;; ++moment) {
            const auto world = failing(way);
            world->cluster->killAt(moment, [&world] { world->killGuard(); });
            std::ignore = world->guardNow();
            if (!world->cluster->hasKilled()) {
                break;
            }
            goesOn(*world, u"killed at answer %1: "_s.arg(moment));
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    void cleanupTestCase()
    {
        qInfo("%d kill points", m_points);
        QVERIFY(m_points >= 100);
    }
};

QTEST_GUILESS_MAIN(GuardKillTest)
#include "tst_GuardKill.moc"
