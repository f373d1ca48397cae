// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/KindRows.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct Place
{
    QString group;
    QString kind;
    QString iconName;
};

const QList<std::pair<QString, QList<Place>>> &usual()
{
    static const QList<std::pair<QString, QList<Place>>> places{
        {u"workloads"_s,
         {{{}, u"Pod"_s, u"cpu"_s},
          {u"apps"_s, u"Deployment"_s, u"delivery"_s},
          {u"apps"_s, u"StatefulSet"_s, u"database"_s},
          {u"apps"_s, u"DaemonSet"_s, u"server"_s},
          {u"batch"_s, u"Job"_s, u"play"_s},
          {u"batch"_s, u"CronJob"_s, u"clock"_s}}},
        {u"access"_s,
         {{{}, u"Service"_s, u"network"_s},
          {u"networking.k8s.io"_s, u"Ingress"_s, u"link"_s},
          {{}, u"PersistentVolumeClaim"_s, u"disk"_s},
          {{}, u"ConfigMap"_s, u"file"_s},
          {{}, u"Secret"_s, u"lock"_s}}},
        {u"cluster"_s, {{{}, u"Node"_s, u"memory"_s}, {{}, u"Namespace"_s, u"folder"_s}, {{}, u"Event"_s, u"observe"_s}}},
    };
    return places;
}

QString headingOf(const QString &section)
{
    return section == u"workloads" ? Text::tr("Workloads")
        : section == u"access"     ? Text::tr("Access and storage")
        : section == u"cluster"    ? Text::tr("Cluster")
                                   : Text::tr("Custom resources");
}

bool canBeShown(const kube::ResourceType &type)
{
    return !type.plural.contains(u'/')
        && (type.verbs.isEmpty() || (type.verbs.contains(u"list"_s) && type.verbs.contains(u"watch"_s)));
}

/// Kinds of the server itself live in groups without a dot or below k8s.io.
bool isCustom(const kube::ResourceType &type)
{
    return type.group.contains(u'.') && !type.group.endsWith(u".k8s.io");
}

RowsModel::Row row(const QString &id, const QString &title, const QString &heading)
{
    return {{u"id"_s, id},   {u"title"_s, title},      {u"iconName"_s, QString()}, {u"heading"_s, heading},
            {u"depth"_s, 0}, {u"expandable"_s, false}, {u"expanded"_s, false}};
}

} // namespace

QString kindId(const kube::ResourceType &type)
{
    return type.group + u'/' + type.kind;
}

QString kindTitle(const kube::ResourceType &type)
{
    if (type.group.isEmpty() && type.kind == u"PersistentVolumeClaim") {
        return Text::tr("Volume claims");
    }
    if (type.group.isEmpty() && type.kind == u"Event") {
        return Text::tr("Events");
    }
    if (type.group.isEmpty() && type.kind == u"Node") {
        return Text::tr("Nodes");
    }
    const QString kind = plainLine(type.kind);
    return kind.endsWith(u'y') && !kind.endsWith(u"ay") ? kind.chopped(1) + u"ies"_s
        : kind.endsWith(u's') || kind.endsWith(u'x')    ? kind + u"es"_s
                                                        : kind + u's';
}

QString kindWord(const kube::ResourceType &type)
{
    return type.group.isEmpty() ? type.plural : type.plural + u'.' + type.group;
}

QByteArrayList kindRoles()
{
    return {"id", "title", "iconName", "heading", "depth", "expandable", "expanded"};
}

QList<RowsModel::Row> kindRows(const QList<kube::ResourceType> &types, const QSet<QString> &open)
{
    QList<RowsModel::Row> rows;
    for (const auto &[section, places] : usual()) {
        QString heading = headingOf(section);
        for (const Place &place : places) {
            const auto served = std::ranges::find_if(types, [&place](const kube::ResourceType &type) {
                return type.group == place.group && type.kind == place.kind && canBeShown(type);
            });
            if (served == types.end()) {
                continue;
            }
            RowsModel::Row line = row(kindId(*served), kindTitle(*served), std::exchange(heading, {}));
            line.insert(u"iconName"_s, place.iconName);
            rows.append(line);
        }
    }
    QMap<QString, QMap<QString, kube::ResourceType>> custom;
    for (const kube::ResourceType &type : types) {
        if (isCustom(type) && canBeShown(type)) {
            custom[type.group].insert(type.kind, type);
        }
    }
    QString heading = headingOf(u"custom"_s);
    for (auto group = custom.cbegin(); group != custom.cend(); ++group) {
        const bool isOpen = open.contains(group.key());
        RowsModel::Row line = row(group.key(), plainLine(group.key()), std::exchange(heading, {}));
        line.insert(u"expandable"_s, true);
        line.insert(u"expanded"_s, isOpen);
        rows.append(line);
        for (const kube::ResourceType &type : group.value()) {
            if (isOpen) {
                RowsModel::Row kind = row(kindId(type), kindTitle(type), {});
                kind.insert(u"depth"_s, 1);
                rows.append(kind);
            }
        }
    }
    return rows;
}

} // namespace sentinel::console
