// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/SyncDesk.h"
#include "tests/support/Tries.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace sentinel;
using namespace sentinel::console;
using namespace Qt::StringLiterals;
using testing::SyncDesk;

/// See how Applications stand, look at one from near, and steer it.
class SyncJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyApplicationIsInTheList()
    {
        SyncDesk desk;
        desk.put(u"web"_s);
        desk.put(u"api"_s, u"Degraded"_s);
        desk.connects();
        QTRY_COMPARE(desk.apps.count(), 2);
        QTRY_VERIFY2(desk.apps.headline().contains(u"1 of 2"), qPrintable(desk.apps.headline()));
        QVERIFY(desk.apps.subtitle().contains(u"out of sync"));
        desk.apps.setAttention(true);
        QCOMPARE(desk.apps.count(), 1);
        QCOMPARE(desk.apps.rows()->data(desk.apps.rows()->index(0), AppsModel::HealthToneRole).toInt(), number(Tone::Error));
        desk.apps.setAttention(false);
        desk.apps.setFilter(u"we"_s);
        QCOMPARE(desk.apps.count(), 1);
        desk.put(u"web-2"_s);
        QTRY_COMPARE(desk.apps.count(), 2);
    }

    void whatWasNotComparedIsNeverSaidToBeWhatGitSays()
    {
        SyncDesk desk;
        desk.put(u"web"_s);
        kube::Object unknown = desk.cluster->object(u"Application"_s, u"argocd"_s, u"web"_s);
        unknown.insert(u"status"_s, QJsonObject{{u"health"_s, QJsonObject{{u"status"_s, u"Healthy"_s}}}});
        desk.cluster->put(unknown);
        desk.connects();
        QTRY_COMPARE(desk.apps.count(), 1);
        QTRY_VERIFY2(desk.apps.subtitle().contains(u"not known"), qPrintable(desk.apps.subtitle()));
    }

    void aSyncIsAskedForAndFollowed()
    {
        SyncDesk desk;
        desk.put(u"web"_s);
        desk.connects();
        desk.chooses(u"web"_s);
        QCOMPARE(desk.reason(u"sync"_s), QString());
        QVERIFY(!desk.reason(u"terminate"_s).isEmpty());
        QSignalSpy ended(&desk.app, &AppController::ended);
        desk.app.sync({{u"prune"_s, true}});
        QVERIFY(!desk.reason(u"sync"_s).isEmpty());
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY2(ended[0][0].toBool(), qPrintable(ended[0][1].toString()));
        QCOMPARE(desk.begun, 1);
        QTRY_COMPARE(desk.app.state().value(u"syncTone"_s).toInt(), number(Tone::Ok));
        desk.app.setTab(u"timeline"_s);
        QTRY_COMPARE(desk.app.property("rows").value<RowsModel *>()->count(), 4); // two waves, an object each
        const auto journal = journal::Journal::open(desk.folder.path());
        QCOMPARE((*journal)->operations()->first().scope.kind, u"sync"_s);
    }

    void whatRunsIsEndedAndNothingIsWrittenOverIt()
    {
        SyncDesk desk;
        desk.isSlow = true;
        desk.put(u"web"_s);
        desk.connects();
        desk.chooses(u"web"_s);
        QSignalSpy ended(&desk.app, &AppController::ended);
        desk.app.sync({});
        QTRY_VERIFY(desk.app.state().value(u"busy"_s).toBool());
        QTRY_COMPARE(desk.reason(u"terminate"_s), QString());
        desk.app.sync({}); // the button is disabled; a second call does nothing either
        desk.app.terminate();
        QTRY_COMPARE(ended.size(), 2);
        QCOMPARE(desk.begun, 1);
        QTRY_VERIFY(!desk.app.state().value(u"busy"_s).toBool());
    }

    void whoMayNotIsToldSo()
    {
        SyncDesk desk;
        desk.allow({u"get"_s, u"list"_s, u"watch"_s});
        desk.put(u"web"_s);
        desk.connects();
        desk.chooses(u"web"_s);
        QTRY_VERIFY2(desk.reason(u"sync"_s).contains(u"argocd"), qPrintable(desk.reason(u"sync"_s)));
        desk.app.sync({});
        desk.app.setAutoSync(true);
        QCoreApplication::processEvents();
        QVERIFY(desk.cluster->effects().isEmpty());
    }

    void aGitThatIsGoneIsSaidAndTheRestStays()
    {
        SyncDesk desk;
        desk.put(u"web"_s);
        desk.connects();
        desk.chooses(u"web"_s);
        QCOMPARE(desk.app.resources()->rowCount(), 2);
        desk.app.setTab(u"differences"_s);
        QTRY_VERIFY(!desk.app.isLooking());
        QVERIFY(desk.app.trouble().isPresent());
        desk.app.setTab(u"resources"_s);
        QVERIFY(!desk.app.trouble().isPresent());
        QVERIFY(desk.app.command(u"sync"_s).startsWith(u"sentinelctl apps sync argocd/web"));
    }

    void aClusterWithoutArgoSaysSo()
    {
        SyncDesk desk;
        desk.cluster->unserve(u"Application"_s);
        desk.connects();
        QVERIFY(desk.link().trouble().isPresent());
        QVERIFY2(desk.link().trouble().title.contains(u"Argo CD"), qPrintable(desk.link().trouble().title));
    }

    void tenThousandApplicationsStayFluid()
    {
        SyncDesk desk;
        for (int at = 0; at < 10'000; ++at) {
            desk.put(u"web-%1"_s.arg(at), u"Healthy"_s, 0);
        }
        desk.connects();
        QTRY_COMPARE(desk.apps.count(), 10'000);
        const QAbstractItemModel &rows = *desk.apps.rows();
        QSignalSpy resets(&rows, &QAbstractItemModel::modelReset);
        double longest = 0;
        for (int at = 0; at < 200; ++at) {
            desk.put(u"web-%1"_s.arg(at * 37), at % 2 == 0 ? u"Degraded"_s : u"Progressing"_s, 0);
            QElapsedTimer timer;
            timer.start();
            QCoreApplication::processEvents();
            longest = std::max(longest, timer.nsecsElapsed() / 1e6);
        }
        QTRY_VERIFY2(desk.apps.headline().startsWith(u"200 of"), qPrintable(desk.apps.headline()));
        qInfo("200 changes among 10,000: the longest turn took %.1f ms", longest);
        QCOMPARE(resets.size(), 0);
        QVERIFY2(longest < 50, qPrintable(QString::number(longest)));
    }

    void whileOneIsSyncedOthersAreFree()
    {
        SyncDesk desk;
        desk.isSlow = true;
        desk.put(u"web"_s);
        desk.put(u"api"_s);
        desk.connects();
        desk.chooses(u"web"_s);
        QSignalSpy ended(&desk.app, &AppController::ended);
        desk.app.sync({});
        QTRY_VERIFY(!desk.app.busyWith().isEmpty());
        desk.chooses(u"api"_s);
        QCOMPARE(desk.app.busyWith(), QString());
        QCOMPARE(desk.reason(u"sync"_s), QString());
        desk.app.sync({});
        QTRY_COMPARE(desk.begun, 2);
        QTRY_COMPARE(desk.reason(u"terminate"_s), QString());
        desk.app.terminate();
        QTRY_COMPARE(ended.size(), 2); // of the one that was ended, and that it was
        desk.chooses(u"web"_s);
        QVERIFY(!desk.app.busyWith().isEmpty()); // that one goes on
    }

    void aSyncIsAskedForWithItsOptions()
    {
        SyncDesk desk;
        desk.put(u"web"_s);
        desk.connects();
        desk.chooses(u"web"_s);
        QCOMPARE(desk.app.choices(u"part-1"_s).size(), 1);
        QCOMPARE(desk.app.choices({}).first().toMap().value(u"title"_s), u"Deployment shop/part-0"_s); // what differs comes first
        const QVariantMap wish{{u"dryRun"_s, true},  {u"serverSide"_s, true},
                               {u"replace"_s, true}, {u"outOfSyncOnly"_s, true},
                               {u"retries"_s, 3},    {u"resources"_s, QStringList{u"apps/Deployment/shop/part-1"_s}}};
        const QString command = desk.app.syncCommand(wish);
        for (const QString &word : {u"--dry-run"_s, u"ServerSideApply=true"_s, u"Replace=true"_s, u"ApplyOutOfSyncOnly=true"_s,
                                    u"--retry 3"_s, u"--resource apps/Deployment/shop/part-1"_s}) {
            QVERIFY2(command.contains(word), qPrintable(command));
        }
        desk.isSlow = true;
        desk.app.sync(wish);
        QTRY_COMPARE(desk.begun, 1);
        const QJsonValue asked
            = desk.cluster->object(u"Application"_s, u"argocd"_s, u"web"_s)[u"status"][u"operationState"][u"operation"];
        QCOMPARE(asked[u"retry"][u"limit"].toInt(), 3);
        QCOMPARE(asked[u"sync"][u"dryRun"].toBool(), true);
        QCOMPARE(asked[u"sync"][u"syncOptions"].toArray().size(), 3);
        QCOMPARE(asked[u"sync"][u"resources"][0][u"name"].toString(), u"part-1"_s);
    }

    void anOwnerThatWouldUndoAPauseIsTaughtFirst()
    {
        SyncDesk desk;
        desk.cluster->serve(
            {.group = u"argoproj.io"_s, .version = u"v1alpha1"_s, .kind = u"ApplicationSet"_s, .plural = u"applicationsets"_s});
        desk.cluster->put(QJsonDocument::fromJson(R"({"apiVersion": "argoproj.io/v1alpha1", "kind": "ApplicationSet",
            "metadata": {"name": "shops", "namespace": "argocd"}, "spec": {"template": {}}})")
                              .object());
        desk.cluster->serve({.group = u"apiextensions.k8s.io"_s,
                             .version = u"v1"_s,
                             .kind = u"CustomResourceDefinition"_s,
                             .plural = u"customresourcedefinitions"_s,
                             .namespaced = false});
        desk.cluster->put(QJsonDocument::fromJson(R"({"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
            "metadata": {"name": "applications.argoproj.io"}, "spec": {"versions": [{"served": true, "schema": {"openAPIV3Schema":
            {"properties": {"spec": {"properties": {"syncPolicy": {"properties": {"automated": {"properties": {"enabled": {}}}}}}}}}}}]}})")
                              .object());
        desk.put(u"web"_s);
        kube::Object owned = desk.cluster->object(u"Application"_s, u"argocd"_s, u"web"_s);
        QJsonObject metadata = owned[u"metadata"].toObject();
        metadata.insert(
            u"ownerReferences"_s,
            QJsonArray{QJsonObject{{u"kind"_s, u"ApplicationSet"_s}, {u"name"_s, u"shops"_s}, {u"controller"_s, true}}});
        owned.insert(u"metadata"_s, metadata);
        desk.cluster->put(owned);
        desk.connects();
        desk.chooses(u"web"_s);
        QSignalSpy asked(&desk.app, &AppController::ownerAsked);
        QSignalSpy ended(&desk.app, &AppController::ended);
        desk.app.setAutoSync(true);
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(desk.cluster->effects().isEmpty());
        QVERIFY2(asked[0][2].toString().contains(u"ignoreApplicationDifferences"), qPrintable(asked[0][2].toString()));
        desk.app.teachOwnerAndSetAutoSync(true);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY2(ended[0][0].toBool(), qPrintable(ended[0][1].toString()));
        QVERIFY(!desk.cluster->object(u"ApplicationSet"_s, u"argocd"_s, u"shops"_s)[u"spec"][u"ignoreApplicationDifferences"]
                     .toArray()
                     .isEmpty());
        QTRY_VERIFY(desk.app.state().value(u"autoSync"_s).toBool());
    }

    void whatOnlyTheServerKnowsIsAddedAndSaid()
    {
        SyncDesk desk;
        desk.cluster->sent = [](const kube::RawRequest &request) -> Result<kube::RawAnswer> {
            const QByteArray body = R"({"nodes": [{"group": "apps", "kind": "Deployment", "namespace": "shop", "name": "part-1",
                "health": {"status": "Degraded"}}, {"kind": "Pod", "namespace": "shop", "name": "part-1-abc",
                "parentRefs": [{"group": "apps", "kind": "Deployment", "namespace": "shop", "name": "part-1"}]}]})";
            return kube::RawAnswer{.status = request.path.contains(u"/resource-tree?") ? 200 : 404, .body = body};
        };
        desk.server = gitops::ArgoServer{.api = desk.cluster, .address = u"argocd.example.com"_s};
        desk.put(u"web"_s);
        desk.connects();
        desk.chooses(u"web"_s);
        QTRY_VERIFY2(desk.app.note().contains(u"argocd.example.com"), qPrintable(desk.app.note()));
        QCOMPARE(desk.app.resources()->data(desk.app.resources()->index(1), TreeModel::ChildrenRole).toInt(), 1);
        desk.app.reachServer(u"proxy"_s, u"a.b.c"_s);
        QCOMPARE(desk.reached, (std::pair{u"proxy"_s, u"a.b.c"_s}));
    }

    void aServerThatIsDownIsSaidAndTheTreeStands()
    {
        SyncDesk desk;
        desk.cluster->sent = [](const kube::RawRequest &) -> Result<kube::RawAnswer> {
            return kube::RawAnswer{.status = 502, .body = "<b>bad gateway</b>"};
        };
        desk.server = gitops::ArgoServer{.api = desk.cluster, .address = u"argocd.example.com"_s};
        desk.put(u"web"_s);
        desk.connects();
        desk.chooses(u"web"_s);
        QTRY_VERIFY2(desk.app.note().contains(u"502"), qPrintable(desk.app.note()));
        QCOMPARE(desk.app.resources()->rowCount(), 2);
        QVERIFY(!desk.app.trouble().isPresent());
    }

    void thousandsOfResourcesOpenAtOnce()
    {
        SyncDesk desk;
        desk.put(u"small"_s, u"Healthy"_s, 200);
        desk.put(u"large"_s, u"Healthy"_s, 14'000);
        desk.connects();
        const auto opened = [&desk](const QString &name, int rows) {
            QElapsedTimer timer;
            timer.start();
            desk.apps.chooseNamed(u"argocd"_s, name);
            while (desk.app.resources()->rowCount() != rows && timer.elapsed() < 30'000) {
                QCoreApplication::processEvents();
            }
            return timer.nsecsElapsed() / 1e6;
        };
        const double small = opened(u"small"_s, 200);
        const double large = opened(u"large"_s, 14'000);
        qInfo("200 resources: %.1f ms, 14,000: %.1f ms", small, large);
        QCOMPARE(desk.app.resources()->rowCount(), 14'000);
        QVERIFY2(large < 300, qPrintable(QString::number(large)));
    }
};

QTEST_GUILESS_MAIN(SyncJourney)
#include "tst_SyncJourney.moc"
