// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/AppController.h"
#include "qml/Sentinel/Sync/AppsController.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/Tries.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace sentinel;
using namespace sentinel::console;
using namespace Qt::StringLiterals;
using testing::Act;
using testing::FakeCluster;

namespace {

/// A person at the Sync page: its controllers, on a cluster in memory whose Argo CD does at once what it is asked for.
class SyncDesk
{
public:
    SyncDesk()
    {
        SyncLink::setConnector([this](const ClusterPlace &) -> Result<SyncServices> {
            auto journal = journal::Journal::open(folder.path());
            if (!journal) {
                return failure(journal);
            }
            const gitops::ChangeServices change{.api = cluster,
                                                .clock = std::make_shared<SystemClock>(),
                                                .journal = *journal,
                                                .context = u"test"_s,
                                                .cluster = u"https://test.invalid"_s,
                                                .userName = u"ada"_s};
            return SyncServices{.change = change,
                                .sources = [this](CancelToken) { return sourcesIn(folder.filePath(u"cache"_s)); }};
        });
        cluster->serve(gitops::applicationType());
        cluster->serve(gitops::projectType());
        cluster->serve({.group = u"apps"_s, .version = u"v1"_s, .kind = u"ReplicaSet"_s, .plural = u"replicasets"_s});
        allow({u"*"_s});
        cluster->written = [this](const kube::Object &object) { argo(object); };
        apps.setLink(&link);
        app.setLink(&link);
        QObject::connect(&apps, &AppsController::chosenChanged, &app, [this] { app.setApplication(apps.chosen()); });
    }
    void allow(const QStringList &verbs)
    {
        const QJsonObject rule{{u"verbs"_s, QJsonArray::fromStringList(verbs)},
                               {u"apiGroups"_s, QJsonArray{u"*"_s}},
                               {u"resources"_s, QJsonArray{u"*"_s}}};
        cluster->rules
            = {{u"resourceRules"_s, QJsonArray{rule}}, {u"nonResourceRules"_s, QJsonArray()}, {u"incomplete"_s, false}};
    }
    void connects()
    {
        link.setPlaceProperties({{u"usable"_s, true}, {u"kubeconfig"_s, u"/some where/config"_s}, {u"context"_s, u"test"_s}});
        QTRY_VERIFY(link.isReady() || link.trouble().isPresent());
    }
    void put(const QString &name, const QString &health = u"Healthy"_s, int resources = 2)
    {
        QJsonArray list;
        for (int at = 0; at < resources; ++at) {
            list.append(QJsonObject{{u"group"_s, u"apps"_s},
                                    {u"version"_s, u"v1"_s},
                                    {u"kind"_s, u"Deployment"_s},
                                    {u"namespace"_s, u"shop"_s},
                                    {u"name"_s, u"part-%1"_s.arg(at)},
                                    {u"status"_s, at == 0 ? u"OutOfSync"_s : u"Synced"_s}});
        }
        kube::Object object = QJsonDocument::fromJson(R"({"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
          "spec": {"project": "default", "source": {"repoURL": "/nowhere", "path": "web"}, "destination": {"namespace": "shop"},
            "syncPolicy": {"automated": {"enabled": false}}}})")
                                  .object();
        object.insert(u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"argocd"_s}});
        object.insert(u"status"_s,
                      QJsonObject{{u"sync"_s, QJsonObject{{u"status"_s, u"OutOfSync"_s}, {u"revision"_s, u"0123456789"_s}}},
                                  {u"health"_s, QJsonObject{{u"status"_s, health}}},
                                  {u"resources"_s, list}});
        cluster->put(object);
    }
    void chooses(const QString &name)
    {
        apps.chooseNamed(u"argocd"_s, name);
        QTRY_VERIFY(app.isPresent());
        QTRY_VERIFY(!app.isLooking());
    }
    [[nodiscard]] QString reason(const QString &verb) const { return app.reasons().value(verb).toString(); }

    QTemporaryDir folder;
    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    SyncLink link;
    AppsController apps;
    AppController app;
    bool isSlow = false; ///< an operation runs until it is ended
    int begun = 0;

private:
    static Async<gitops::SourceServices> sourcesIn(QString cache) { co_return gitops::SourceServices{.cache = cache}; }

    void argo(kube::Object object)
    {
        const QString phase = object[u"status"][u"operationState"][u"phase"].toString();
        QJsonObject status = object[u"status"].toObject();
        if (object.value(u"operation").isObject() && phase != u"Running" && phase != u"Terminating") {
            ++begun;
            status.insert(u"operationState"_s,
                          QJsonObject{{u"phase"_s, u"Running"_s},
                                      {u"operation"_s, object.value(u"operation")},
                                      {u"message"_s, u"waiting for a hook"_s}});
            object.insert(u"status"_s, status);
            cluster->put(object);
            if (!isSlow) {
                QMetaObject::invokeMethod(&app, [this, object] { end(object, u"Succeeded"_s); }, Qt::QueuedConnection);
            }
        } else if (phase == u"Terminating") {
            end(object, u"Failed"_s);
        }
    }
    void end(kube::Object object, const QString &phase)
    {
        QJsonObject status = object[u"status"].toObject();
        QJsonObject state = status[u"operationState"].toObject();
        state.insert(u"phase"_s, phase);
        state.insert(u"syncResult"_s,
                     QJsonObject{{u"resources"_s,
                                  QJsonArray{QJsonObject{{u"kind"_s, u"Job"_s},
                                                         {u"group"_s, u"batch"_s},
                                                         {u"name"_s, u"migrate"_s},
                                                         {u"namespace"_s, u"shop"_s},
                                                         {u"hookType"_s, u"PreSync"_s},
                                                         {u"hookPhase"_s, u"Succeeded"_s},
                                                         {u"syncPhase"_s, u"PreSync"_s},
                                                         {u"status"_s, u"Synced"_s}},
                                             QJsonObject{{u"kind"_s, u"Deployment"_s},
                                                         {u"group"_s, u"apps"_s},
                                                         {u"name"_s, u"part-0"_s},
                                                         {u"namespace"_s, u"shop"_s},
                                                         {u"syncPhase"_s, u"Sync"_s},
                                                         {u"status"_s, u"Synced"_s}}}}});
        status.insert(u"operationState"_s, state);
        status.insert(u"sync"_s, QJsonObject{{u"status"_s, u"Synced"_s}, {u"revision"_s, u"0123456789"_s}});
        object.insert(u"status"_s, status);
        object.remove(u"operation"_s);
        cluster->put(object);
    }
};

} // namespace

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
        desk.apps.setAttention(true);
        QCOMPARE(desk.apps.count(), 1);
        QCOMPARE(desk.apps.rows()->data(desk.apps.rows()->index(0), AppsModel::HealthToneRole).toInt(), number(Tone::Error));
        desk.apps.setAttention(false);
        desk.apps.setFilter(u"we"_s);
        QCOMPARE(desk.apps.count(), 1);
        desk.put(u"web-2"_s);
        QTRY_COMPARE(desk.apps.count(), 2);
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
        QVERIFY(desk.link.trouble().isPresent());
        QVERIFY2(desk.link.trouble().title.contains(u"Argo CD"), qPrintable(desk.link.trouble().title));
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
