// SPDX-License-Identifier: GPL-3.0-or-later
// The process is gone around every line of its journal; the same command again goes on, and nothing is done twice.
#include "tests/core/deploy/World.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::deploy;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

QStringList planFor(Via via)
{
    return {u"delivery.method="_s + viaName(via), u"delivery.repository=https://git.example.com/platform/sentinel.git"_s,
            u"network.host=sentinel.example.com"_s};
}

/// What there is at the end, without what differs between any two runs.
QStringList endState(const DeployWorld &world)
{
    QStringList names = world.cluster->effects();
    names.sort();
    return names;
}

} // namespace

class DeployKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKillAnywhereIsResumedAndNothingIsDoneTwice_data()
    {
        QTest::addColumn<int>("via");
        QTest::addColumn<int>("when");
        QTest::newRow("helm, a line is written") << int(Via::Helm) << int(FakeLedger::When::AfterLine);
        QTest::newRow("helm, a line is not written any more") << int(Via::Helm) << int(FakeLedger::When::BeforeLine);
        QTest::newRow("argocd, a line is written") << int(Via::ArgoCd) << int(FakeLedger::When::AfterLine);
        QTest::newRow("argocd, a line is not written any more") << int(Via::ArgoCd) << int(FakeLedger::When::BeforeLine);
    }

    void aKillAnywhereIsResumedAndNothingIsDoneTwice()
    {
        QFETCH(const int, via);
        QFETCH(const int, when);
        DeployWorld undisturbed(planFor(Via(via)));
        QVERIFY(*undisturbed.deployNow());
        const auto lines = undisturbed.lines->size();
        QVERIFY(lines > 10);
        for (int line = 1; line <= lines; ++line) {
            DeployWorld world(planFor(Via(via)));
            const Services services = world.services();
            world.ledger->when = FakeLedger::When(when);
            world.ledger->count = line;
            const auto killed = world.deployWith(world.request(), services);
            QVERIFY2(!killed || !*killed || line == lines, qPrintable(u"line %1"_s.arg(line)));
            const QString id = world.run->id();
            const bool begun = !world.lines->isEmpty();

            world.restart();
            const auto ended = world.deployNow();
            const QString place = u"killed at line %1: "_s.arg(line);
            QVERIFY2(ended, qPrintable(place + u"hangs"_s));
            QVERIFY2(*ended && (*ended)->healthy, qPrintable(place + (*ended ? u"unhealthy"_s : ended->error().detail)));
            const bool over = line == lines && FakeLedger::When(when) == FakeLedger::When::AfterLine;
            QCOMPARE(world.run->id() == id, begun && !over);
            QCOMPARE(endState(world), endState(undisturbed));
            QCOMPARE(world.helm->installs, undisturbed.helm->installs + (over ? undisturbed.helm->installs : 0));
            QCOMPARE(world.git->pushes, undisturbed.git->pushes);
            QCOMPARE(world.syncs, undisturbed.syncs);
        }
    }
};

QTEST_GUILESS_MAIN(DeployKillTest)
#include "tst_DeployKill.moc"
