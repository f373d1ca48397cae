// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/AppController.h"
#include "qml/Sentinel/Sync/AppsController.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/Tries.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSettings>
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
        SyncLink::setConnector([this](const ClusterPlace &place) -> Result<SyncServices> {
            auto journal = journal::Journal::open(folder.path());
            if (!journal) {
                return failure(journal);
            }
            const gitops::ChangeServices change{.api = others.value(place.context, cluster),
                                                .clock = std::make_shared<SystemClock>(),
                                                .journal = *journal,
                                                .context = place.context,
                                                .cluster = u"https://test.invalid"_s,
                                                .userName = u"ada"_s};
            return SyncServices{.change = change,
                                .sources = [this](CancelToken) { return sourcesIn(folder.filePath(u"cache"_s), server); },
                                .reachServer = [this](const QString &where,
                                                      const QByteArray &token) { reached = {where, QString::fromUtf8(token)}; }};
        });
        furnish(cluster);
        allow({u"*"_s});
        apps.setClusters(&clusters);
        app.setLink(apps.chosenLink());
        QObject::connect(&apps, &AppsController::chosenChanged, &app, [this] {
            app.setLink(apps.chosenLink());
            app.setApplication(apps.chosen());
        });
    }
    void furnish(const std::shared_ptr<FakeCluster> &made)
    {
        made->serve(gitops::applicationType());
        made->serve(gitops::projectType());
        made->serve({.group = u"apps"_s, .version = u"v1"_s, .kind = u"ReplicaSet"_s, .plural = u"replicasets"_s});
        made->written = [this, made](const kube::Object &object) { argo(*made, object); };
    }
    /// Other clusters of the person's list, ticked.
    std::shared_ptr<FakeCluster> knows(const QString &name)
    {
        auto made = std::make_shared<FakeCluster>();
        furnish(made);
        made->rules = cluster->rules;
        others.insert(name, made);
        const auto written = kube::KnownClustersFile(folder.path()).change([&name](kube::KnownClusters &known) {
            return known.add({.name = name, .kubeconfig = u"/elsewhere"_s, .context = name});
        });
        if (!written) {
            qFatal("%s", qPrintable(written.error().detail));
        }
        QStringList ticks
            = QSettings(folder.filePath(u"console.ini"_s), QSettings::IniFormat).value(u"sync/clusters"_s).toStringList();
        QSettings(folder.filePath(u"console.ini"_s), QSettings::IniFormat)
            .setValue(u"sync/clusters"_s, ticks + QStringList{name});
        return made;
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
        clusters.setPlace({{u"usable"_s, true},
                           {u"kubeconfig"_s, u"/some where/config"_s},
                           {u"context"_s, u"test"_s},
                           {u"configFolder"_s, folder.path()}});
        QTRY_VERIFY(link().isReady() || link().trouble().isPresent());
    }
    void put(const QString &name, const QString &health = u"Healthy"_s, int resources = 2)
    {
        putInto(*cluster, name, health, resources);
    }
    static void putInto(FakeCluster &into, const QString &name, const QString &health = u"Healthy"_s, int resources = 2)
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
        into.put(object);
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
    QHash<QString, std::shared_ptr<FakeCluster>> others; ///< by context
    std::optional<gitops::ArgoServer> server; ///< argocd-server; nothing: no way to it
    std::pair<QString, QString> reached; ///< how it was last said to be reached
    SyncClusters clusters;
    AppsController apps;
    AppController app;
    bool isSlow = false; ///< an operation runs until it is ended
    int begun = 0;
    [[nodiscard]] SyncLink &link() { return *clusters.inUse(); }
    [[nodiscard]] QString cell(int row, AppsModel::Role role)
    {
        return apps.rows()->data(apps.rows()->index(row), role).toString();
    }
    [[nodiscard]] QList<RowsModel::Row> notices() { return apps.property("notices").value<RowsModel *>()->rows(); }

private:
    static Async<gitops::SourceServices> sourcesIn(QString cache, std::optional<gitops::ArgoServer> server)
    {
        gitops::SourceServices services{.cache = cache, .address = u"https://test.invalid"_s};
        if (server) {
            services.server = [server](const kube::Object &, const CancelToken &) { return given(*server); };
        }
        co_return services;
    }
    static Async<gitops::ArgoServer> given(gitops::ArgoServer server) { co_return server; }

    void argo(FakeCluster &at, kube::Object object)
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
            at.put(object);
            if (!isSlow) {
                QMetaObject::invokeMethod(&app, [&at, object] { end(at, object, u"Succeeded"_s); }, Qt::QueuedConnection);
            }
        } else if (phase == u"Terminating") {
            end(at, object, u"Failed"_s);
        }
    }
    static void end(FakeCluster &at, kube::Object object, const QString &phase)
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
        at.put(object);
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
