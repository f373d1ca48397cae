// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Sync/AppController.h"
#include "qml/Sentinel/Sync/AppsController.h"
#include "tests/fakes/FakeCluster.h"

#include <QJsonDocument>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace sentinel::testing {

using namespace console;
using namespace Qt::StringLiterals;

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

} // namespace sentinel::testing
