// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/WorkloadsDesk.h"
#include "tests/support/Tries.h"

using namespace sentinel;
using namespace sentinel::journeys;
using testing::Act;

/// See what runs, find what does not, look at it from near, and do something about it.
class WorkloadsJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void podsStandInTheTableAsKubectlSaysThem()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-2"_s, u"ImagePullBackOff"_s));
        desk.connects();
        desk.sees(2);
        QCOMPARE(desk.titles(), (QStringList{u"web-1"_s, u"web-2"_s}));
        QVERIFY(desk.row(0).value(u"cells"_s).toStringList().contains(u"Running"_s));
        QVERIFY(desk.row(1).value(u"cells"_s).toStringList().contains(u"ImagePullBackOff"_s));
        QCOMPARE(desk.row(1).value(u"tone"_s).toInt(), console::number(console::Tone::Error));
        QTRY_VERIFY2(desk.table.headline().contains(u"2 Pods"_s), qPrintable(desk.table.headline()));
        QTRY_VERIFY2(desk.table.subtitle().contains(u"1"_s), qPrintable(desk.table.subtitle()));
        QCOMPARE(desk.table.freshness().value(u"word"_s).toString(), u"Live"_s);
    }

    void aRowStaysChosenWhereverItMoves()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-5"_s));
        desk.connects();
        desk.sees(1);
        desk.chooses(u"web-5"_s);
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.sees(2);
        QTRY_COMPARE(desk.table.current(), 1);
        QCOMPARE(desk.inspect.title(), u"Pod web-5"_s);
    }

    void aFlushIsToldOnceHoweverMuchItChanged()
    {
        WorkloadsDesk desk;
        desk.connects();
        for (int at = 0; at < 500; ++at) {
            desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-%1"_s.arg(at, 4, 10, QChar(u'0'))));
        }
        desk.sees(500);
        QSignalSpy inserted(desk.table.rows(), &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(desk.table.rows(), &QAbstractItemModel::dataChanged);
        for (int at = 0; at < 300; ++at) { // all of them before the first row in sight
            desk.cluster->put(WorkloadsDesk::pod(u"app"_s, u"new-%1"_s.arg(at)));
        }
        desk.sees(800);
        QVERIFY2(inserted.size() <= 10, qPrintable(QString::number(inserted.size())));
        QCOMPARE(inserted.last().at(2).toInt(), 799);
        for (const auto &signal : changed) {
            QVERIFY(signal.at(1).toModelIndex().row() <= 21);
        }
        QCOMPARE(desk.row(0).value(u"title"_s).toString().left(3), u"new"_s);
    }

    void aFilterNarrowsByWordsNamespaceLabelAndState()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"cache-1"_s, u"CrashLoopBackOff"_s));
        desk.cluster->put(WorkloadsDesk::pod(u"mail"_s, u"web-2"_s));
        desk.connects();
        desk.sees(3);
        const QList<std::pair<QString, QStringList>> cases{
            {u"web"_s, {u"web-2"_s, u"web-1"_s}},
            {u"ns:shop web"_s, {u"web-1"_s}},
            {u"label:app=cache"_s, {u"cache-1"_s}},
            {u"label:app!=cache ns:shop"_s, {u"web-1"_s}},
            {u"status:bad"_s, {u"cache-1"_s}},
            {u"status:crashloop"_s, {u"cache-1"_s}},
            {u"nothing of that"_s, {}},
        };
        for (const auto &[typed, expected] : cases) {
            desk.table.setFilter(typed);
            QCOMPARE(desk.titles(), expected);
        }
        desk.table.setFilter({});
        desk.table.setAttention(true);
        QCOMPARE(desk.titles(), QStringList{u"cache-1"_s});
    }

    void aColumnOrdersAndAgainTheOtherWay()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::pod(u"a"_s, u"one"_s));
        desk.cluster->put(WorkloadsDesk::pod(u"b"_s, u"alpha"_s));
        desk.connects();
        desk.sees(2);
        desk.table.sortBy(0);
        QCOMPARE(desk.titles(), (QStringList{u"alpha"_s, u"one"_s}));
        QCOMPARE(desk.table.columns().first().toMap().value(u"sort"_s).toInt(), 1);
        desk.table.sortBy(0);
        QCOMPARE(desk.titles(), (QStringList{u"one"_s, u"alpha"_s}));
    }

    void columnsThatDoNotFitGoLeastImportantFirst()
    {
        WorkloadsDesk desk;
        desk.connects();
        QTRY_VERIFY(!desk.table.columns().isEmpty());
        desk.table.setWidth(1400);
        const auto all = desk.table.columns().size();
        desk.table.setWidth(420);
        QVERIFY(desk.table.columns().size() < all);
        QCOMPARE(desk.table.columns().first().toMap().value(u"title"_s).toString(), u"Name"_s);
        QStringList left;
        for (const QVariant &column : desk.table.columns()) {
            left.append(column.toMap().value(u"title"_s).toString());
        }
        QCOMPARE(left, (QStringList{u"Name"_s, u"Ready"_s, u"Status"_s}));
    }

    void whatMayNotBeListedSaysSoAndIsTriedAgain()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.cluster->failNext(Act::Watch, Error::Kind::Forbidden, 1, u"Pod"_s);
        desk.connects();
        QTRY_VERIFY(desk.table.trouble().isPresent());
        QCOMPARE(desk.table.freshness().value(u"tone"_s).toInt(), console::number(console::Tone::Error));
        QCOMPARE(desk.table.count(), 0);
        desk.table.retry();
        desk.sees(1);
        QVERIFY(!desk.table.trouble().isPresent());
    }

    void aCutConnectionSaysSinceWhenTheTableIsStale()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.connects();
        desk.sees(1);
        desk.cluster->dropWatches(u"the connection was lost"_s);
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-2"_s));
        desk.sees(2);
        QTRY_COMPARE(desk.table.freshness().value(u"word"_s).toString(), u"Live"_s);
        const auto since = QDateTime::fromString(u"2026-11-26T14:02:00Z"_s, Qt::ISODate);
        const console::Freshness stale = console::freshnessOf(
            {.phase = kube::FeedState::Phase::Stale, .problem = u"The connection was lost."_s, .since = since}, since,
            since.addSecs(5));
        QVERIFY2(stale.word.contains(QLocale().toString(since.toLocalTime().time(), QLocale::ShortFormat)),
                 qPrintable(stale.word));
        QCOMPARE(stale.tone, console::Tone::Warning);
        QVERIFY(stale.sentence.contains(u"The connection was lost."_s));
        const console::Freshness silent
            = console::freshnessOf({.phase = kube::FeedState::Phase::Live}, since, since.addSecs(300));
        QCOMPARE(silent.tone, console::Tone::Warning); // it stands, and nobody speaks
    }

    void aPageOutOfSightStopsWatchingAfterItsGraceAndComesBack()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.connects();
        desk.sees(1);
        desk.table.setGrace(std::chrono::milliseconds(20));
        desk.table.setActive(false);
        QVERIFY(desk.table.isWatching());
        QTRY_VERIFY(!desk.table.isWatching());
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-2"_s));
        desk.table.setActive(true);
        desk.sees(2);
    }

    void aClusterThatCannotBeAskedSaysWhy()
    {
        WorkloadsDesk desk;
        desk.cluster->failNext(Act::Discover, Error::Kind::Unreachable);
        desk.connects();
        QVERIFY(desk.link.trouble().isPresent());
        QVERIFY(!desk.link.blockedReason().isEmpty());
        desk.link.reconnect();
        QTRY_VERIFY(desk.link.isReady());
    }

    void kindsAreWhatTheClusterServesCustomResourcesByTheirGroup()
    {
        WorkloadsDesk desk;
        desk.cluster->unserve(u"CronJob"_s);
        desk.connects();
        const auto *rows = desk.kinds.property("kinds").value<console::RowsModel *>();
        QVERIFY(!rows->find(u"/Pod"_s).isEmpty());
        QVERIFY(rows->find(u"batch/CronJob"_s).isEmpty());
        QVERIFY(rows->find(u"cert-manager.io/Certificate"_s).isEmpty());
        desk.kinds.setKind(u"cert-manager.io"_s);
        QVERIFY(!rows->find(u"cert-manager.io/Certificate"_s).isEmpty());
        QCOMPARE(desk.kinds.kind(), u"/Pod"_s);
    }

    void aNamespaceNarrowsWhatIsAskedOfTheServer()
    {
        WorkloadsDesk desk;
        desk.cluster->put(WorkloadsDesk::object(u"v1"_s, u"Namespace"_s, {}, u"mail"_s));
        desk.cluster->put(WorkloadsDesk::pod(u"shop"_s, u"web-1"_s));
        desk.cluster->put(WorkloadsDesk::pod(u"mail"_s, u"web-2"_s));
        desk.connects();
        desk.sees(2);
        QTRY_COMPARE(desk.kinds.namespaces().size(), 2);
        desk.kinds.setNs(u"mail"_s);
        desk.sees(1);
        QCOMPARE(desk.titles(), QStringList{u"web-2"_s});
        QVERIFY2(desk.table.command().endsWith(u"get pods -n mail"_s), qPrintable(desk.table.command()));
        QVERIFY2(desk.table.command().startsWith(u"kubectl --kubeconfig '/some where/config' --context test"_s),
                 qPrintable(desk.table.command()));
    }

    void whereNamespacesCannotBeListedOneIsTyped()
    {
        WorkloadsDesk desk;
        desk.cluster->failNext(Act::Watch, Error::Kind::Forbidden, 1, u"Namespace"_s);
        desk.connects();
        QTRY_VERIFY(!desk.kinds.namespacesProblem().isEmpty());
        desk.kinds.setNs(u"mail"_s);
        QCOMPARE(desk.kinds.ns(), u"mail"_s);
    }
};

QTEST_GUILESS_MAIN(WorkloadsJourney)
#include "tst_WorkloadsJourney.moc"
