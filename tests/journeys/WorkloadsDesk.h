// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Workloads/ActionsController.h"
#include "qml/Sentinel/Workloads/LogController.h"
#include "qml/Sentinel/Workloads/TableController.h"
#include "tests/fakes/FakeCluster.h"

#include "tests/support/Tries.h"
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace sentinel::journeys {

using namespace Qt::StringLiterals;

/// A person at the Workloads page: its controllers, on a cluster in memory.
class WorkloadsDesk
{
public:
    WorkloadsDesk()
    {
        console::WorkloadsLink::setConnector([this](const console::ClusterPlace &) -> Result<console::WorkloadsServices> {
            auto journal = journal::Journal::open(folder.path());
            if (!journal) {
                return failure(journal);
            }
            return console::WorkloadsServices{.api = cluster,
                                              .clock = std::make_shared<SystemClock>(),
                                              .journal = *journal,
                                              .ns = u"default"_s,
                                              .context = u"test"_s,
                                              .server = u"https://test.invalid"_s};
        });
        cluster->rules = mayDo({u"*"_s});
        kinds.setLink(&link);
        table.setKinds(&kinds);
        inspect.setLink(&link);
        actions.setInspected(&inspect);
        log.setInspected(&inspect);
        QObject::connect(&table, &console::TableController::chosenChanged, &inspect,
                         [this] { inspect.setObject(table.chosen()); });
    }
    /// The shell says where the cluster is.
    void connects(const QString &protection = u"confirm"_s)
    {
        link.setPlaceProperties({{u"usable"_s, true},
                                 {u"kubeconfig"_s, u"/some where/config"_s},
                                 {u"context"_s, u"test"_s},
                                 {u"clusterName"_s, u"staging"_s},
                                 {u"protection"_s, protection}});
        QTRY_VERIFY(link.isReady() || link.trouble().isPresent());
        table.look(0, 20);
    }
    void sees(int rows) { QTRY_COMPARE(table.count(), rows); }
    void chooses(const QString &name)
    {
        for (int at = 0; at < table.count(); ++at) {
            if (row(at).value(u"title"_s) == name) {
                table.choose(at);
                QTRY_VERIFY(!inspect.text().isEmpty() || inspect.trouble().isPresent());
                return;
            }
        }
        QFAIL("no such row");
    }
    [[nodiscard]] QVariantMap row(int place)
    {
        QVariantMap cells;
        const auto roles = table.rows()->roleNames();
        for (auto role = roles.cbegin(); role != roles.cend(); ++role) {
            cells.insert(QString::fromLatin1(role.value()), table.rows()->data(table.rows()->index(place), role.key()));
        }
        return cells;
    }
    [[nodiscard]] QStringList titles()
    {
        QStringList all;
        for (int at = 0; at < table.count(); ++at) {
            all.append(row(at).value(u"title"_s).toString());
        }
        return all;
    }
    [[nodiscard]] QVariantMap action(const QString &id) const
    {
        const QVariantList all = actions.actions();
        for (const QVariant &each : all) {
            if (each.toMap().value(u"id"_s) == id) {
                return each.toMap();
            }
        }
        return {};
    }
    [[nodiscard]] QList<journal::Operation> operations() const
    {
        const auto read = journal::Journal::open(folder.path());
        const auto all = read ? (*read)->operations() : Result<QList<journal::Operation>>();
        return all ? *all : QList<journal::Operation>();
    }
    /// A rules review's answer: these verbs on everything.
    [[nodiscard]] static QJsonObject mayDo(const QStringList &verbs)
    {
        const QJsonObject rule{{u"verbs"_s, QJsonArray::fromStringList(verbs)},
                               {u"apiGroups"_s, QJsonArray{u"*"_s}},
                               {u"resources"_s, QJsonArray{u"*"_s}}};
        return {{u"resourceRules"_s, QJsonArray{rule}}, {u"nonResourceRules"_s, QJsonArray()}, {u"incomplete"_s, false}};
    }
    [[nodiscard]] static kube::Object object(const QString &apiVersion, const QString &kind, const QString &ns,
                                             const QString &name, const QJsonObject &more = {})
    {
        kube::Object made{{u"apiVersion"_s, apiVersion},
                          {u"kind"_s, kind},
                          {u"metadata"_s,
                           QJsonObject{{u"name"_s, name},
                                       {u"namespace"_s, ns},
                                       {u"uid"_s, ns + u'-' + name},
                                       {u"creationTimestamp"_s, u"2026-11-26T10:00:00Z"_s},
                                       {u"labels"_s, QJsonObject{{u"app"_s, name.section(u'-', 0, 0)}}}}}};
        for (auto part = more.begin(); part != more.end(); ++part) {
            made.insert(part.key(), part.value());
        }
        return made;
    }
    [[nodiscard]] static kube::Object pod(const QString &ns, const QString &name, const QString &waiting = {})
    {
        const QJsonObject state = waiting.isEmpty()
            ? QJsonObject{{u"running"_s, QJsonObject{{u"startedAt"_s, u"2026-11-26T10:00:01Z"_s}}}}
            : QJsonObject{{u"waiting"_s, QJsonObject{{u"reason"_s, waiting}}}};
        return object(
            u"v1"_s, u"Pod"_s, ns, name,
            {{u"spec"_s,
              QJsonObject{{u"nodeName"_s, u"node-1"_s}, {u"containers"_s, QJsonArray{QJsonObject{{u"name"_s, u"app"_s}}}}}},
             {u"status"_s,
              QJsonObject{
                  {u"phase"_s, waiting.isEmpty() ? u"Running"_s : u"Pending"_s},
                  {u"containerStatuses"_s,
                   QJsonArray{QJsonObject{
                       {u"name"_s, u"app"_s}, {u"ready"_s, waiting.isEmpty()}, {u"restartCount"_s, 0}, {u"state"_s, state}}}}}}});
    }

    QTemporaryDir folder;
    std::shared_ptr<testing::FakeCluster> cluster = std::make_shared<testing::FakeCluster>();
    console::WorkloadsLink link;
    console::KindsController kinds;
    console::TableController table;
    console::InspectController inspect;
    console::ActionsController actions;
    console::LogController log;
};

} // namespace sentinel::journeys
