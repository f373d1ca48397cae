// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/SyncDesk.h"
#include "tests/support/Tries.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace sentinel;
using namespace sentinel::console;
using namespace Qt::StringLiterals;
using testing::Act;
using testing::FakeCluster;
using testing::SyncDesk;

/// The Applications of several clusters in one list.
class SyncClustersJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyClusterThatIsTickedIsInTheList()
    {
        SyncDesk desk;
        const auto east = desk.knows(u"east"_s);
        const auto west = desk.knows(u"west"_s);
        desk.put(u"web"_s);
        SyncDesk::putInto(*east, u"api"_s, u"Degraded"_s);
        SyncDesk::putInto(*west, u"zoo"_s, u"Progressing"_s);
        desk.connects();
        QTRY_COMPARE(desk.apps.count(), 3);
        QCOMPARE(desk.cell(0, AppsModel::TitleRole), u"api"_s);
        QCOMPARE(desk.cell(0, AppsModel::ClusterRole), u"east"_s);
        QCOMPARE(desk.cell(1, AppsModel::ClusterRole), u"test"_s);
        QTRY_VERIFY2(desk.apps.headline().startsWith(u"2 of 3"), qPrintable(desk.apps.headline()));
        desk.apps.setOrder(u"health"_s);
        QCOMPARE((QStringList{desk.cell(0, AppsModel::TitleRole), desk.cell(1, AppsModel::TitleRole),
                              desk.cell(2, AppsModel::TitleRole)}),
                 (QStringList{u"api"_s, u"zoo"_s, u"web"_s}));
        // What gets well goes where the well ones are, and the one that is chosen stays chosen.
        desk.apps.choose(0);
        SyncDesk::putInto(*east, u"api"_s, u"Healthy"_s);
        QTRY_COMPARE(desk.cell(0, AppsModel::TitleRole), u"zoo"_s);
        QTRY_COMPARE(desk.apps.chosen().value(u"name"_s), u"api"_s);
        QCOMPARE(desk.cell(desk.apps.current(), AppsModel::TitleRole), u"api"_s);
        desk.apps.setFilter(u"west"_s); // a cluster's name is a word like any other
        QCOMPARE(desk.apps.count(), 1);
        QCOMPARE(desk.cell(0, AppsModel::TitleRole), u"zoo"_s);
        desk.apps.setFilter({});
        desk.clusters.tick(u"west"_s, false);
        QCOMPARE(desk.apps.count(), 2);
        desk.clusters.tick(u"west"_s, true);
        QTRY_COMPARE(desk.apps.count(), 3);
    }

    void aClusterThatCannotBeReachedTakesNoneOfTheOthersAway()
    {
        SyncDesk desk;
        const auto east = desk.knows(u"east"_s);
        const auto west = desk.knows(u"west"_s);
        desk.put(u"web"_s);
        SyncDesk::putInto(*west, u"zoo"_s);
        east->failNext(Act::Discover, Error::Kind::Unreachable);
        desk.connects();
        QTRY_COMPARE(desk.apps.count(), 2);
        QTRY_COMPARE(desk.notices().size(), 1);
        QVERIFY2(desk.notices().first().value(u"title"_s).toString().startsWith(u"east: "),
                 qPrintable(desk.notices().first().value(u"title"_s).toString()));
        // One that was there keeps what it told, and says of when that is.
        west->dropWatches(u"the line is cut"_s);
        SyncDesk::putInto(*east, u"api"_s);
        desk.apps.retry(desk.notices().first().value(u"id"_s).toString());
        QTRY_COMPARE(desk.apps.count(), 3);
        QTRY_VERIFY(desk.notices().isEmpty());
        west->vanish(u"the line is cut for good"_s);
        QTRY_COMPARE(desk.notices().size(), 1);
        QCOMPARE(desk.apps.count(), 3);
        const QString text = desk.notices().first().value(u"text"_s).toString();
        QVERIFY2(text.contains(u"What is shown of it is of"), qPrintable(text));
    }

    void whatIsDoneIsDoneToTheRightCluster()
    {
        SyncDesk desk;
        const auto east = desk.knows(u"east"_s);
        desk.put(u"web"_s);
        SyncDesk::putInto(*east, u"web"_s); // the same name in the same namespace
        desk.connects();
        QTRY_COMPARE(desk.apps.count(), 2);
        desk.apps.setOrder(u"cluster"_s);
        for (const int row : {1, 0}) {
            desk.apps.choose(row);
            QTRY_VERIFY(desk.app.isPresent());
            QTRY_VERIFY(!desk.app.isLooking());
            FakeCluster &here = row == 1 ? *east : *desk.cluster;
            FakeCluster &there = row == 1 ? *desk.cluster : *east;
            const auto effects = there.effects();
            QVERIFY(desk.app.command(u"sync"_s).contains(row == 1 ? u"--context east" : u"--context test"));
            QSignalSpy ended(&desk.app, &AppController::ended);
            desk.app.sync({});
            QTRY_COMPARE(ended.size(), 1);
            QVERIFY2(ended[0][0].toBool(), qPrintable(ended[0][1].toString()));
            QVERIFY(!here.effects().isEmpty());
            QCOMPARE(there.effects(), effects);
            // Going back works with the cluster in use.
            QCOMPARE(desk.reason(u"rollBack"_s).contains(u"east"), row == 1);
        }
        desk.apps.choose(1);
        QTRY_VERIFY(desk.app.isPresent());
        desk.clusters.tick(u"east"_s, false);
        QVERIFY(!desk.app.isPresent());
        QVERIFY(desk.apps.chosen().isEmpty());
    }

    void tenThousandApplicationsOfThreeClustersStayFluid()
    {
        SyncDesk desk;
        const QList<std::shared_ptr<FakeCluster>> all{desk.cluster, desk.knows(u"east"_s), desk.knows(u"west"_s)};
        for (int at = 0; at < 10'000; ++at) {
            SyncDesk::putInto(*all[at % 3], u"web-%1"_s.arg(at), u"Healthy"_s, 0);
        }
        desk.connects();
        QTRY_COMPARE(desk.apps.count(), 10'000);
        desk.apps.setOrder(u"health"_s);
        QSignalSpy resets(desk.apps.rows(), &QAbstractItemModel::modelReset);
        double longest = 0;
        for (int at = 0; at < 200; ++at) {
            SyncDesk::putInto(*all[at % 3], u"web-%1"_s.arg(at * 37 / 3 * 3 + at % 3),
                              at % 2 == 0 ? u"Degraded"_s : u"Progressing"_s, 0);
        }
        QElapsedTimer all200;
        for (all200.start(); !desk.apps.headline().startsWith(u"200 of") && all200.elapsed() < 10'000;) {
            QElapsedTimer timer;
            timer.start();
            QCoreApplication::processEvents();
            longest = std::max(longest, timer.nsecsElapsed() / 1e6);
        }
        QTRY_VERIFY2(desk.apps.headline().startsWith(u"200 of"), qPrintable(desk.apps.headline()));
        QTRY_COMPARE(desk.cell(99, AppsModel::HealthToneRole).toInt(), number(Tone::Error));
        QCOMPARE(desk.cell(100, AppsModel::HealthToneRole).toInt(), number(Tone::Info));
        qInfo("200 changes among 10,000 of three clusters: the longest turn took %.1f ms", longest);
        QCOMPARE(resets.size(), 0);
        QVERIFY2(longest < 50, qPrintable(QString::number(longest)));
        QElapsedTimer timer;
        timer.start();
        desk.apps.setFilter(u"web-1"_s);
        desk.apps.setOrder(u"cluster"_s);
        qInfo("filtered and ordered anew in %.1f ms", timer.nsecsElapsed() / 1e6);
        QVERIFY(timer.elapsed() < 150);
    }
};

QTEST_GUILESS_MAIN(SyncClustersJourney)
#include "tst_SyncClustersJourney.moc"
