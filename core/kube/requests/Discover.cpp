// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/Discover.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct GroupVersion
{
    QString group;
    QString version;
    QList<ResourceType> types{};
};

QStringList stringsOf(const QJsonValue &list)
{
    QStringList strings;
    for (const QJsonValue &each : list.toArray()) {
        strings.append(each.toString());
    }
    return strings;
}

QString groupVersionText(const QString &group, const QString &version)
{
    return group.isEmpty() ? version : group + u'/' + version;
}

/// The first version that serves a kind is the preferred one.
void addPreferred(QList<ResourceType> &types, QSet<QString> &known, QList<ResourceType> more)
{
    for (ResourceType &type : more) {
        const QString key = type.group + u'/' + type.plural;
        if (!known.contains(key)) {
            known.insert(key);
            types.append(std::move(type));
        }
    }
}

ResourceType aggregatedType(const QJsonValue &resource, const QString &group, const QString &version)
{
    const QJsonObject kind = resource["responseKind"_L1].toObject();
    QStringList subresources;
    for (const QJsonValue &each : resource["subresources"_L1].toArray()) {
        subresources.append(each["subresource"_L1].toString());
    }
    return {.group = group,
            .version = version,
            .kind = kind["kind"_L1].toString(),
            .plural = resource["resource"_L1].toString(),
            .namespaced = resource["scope"_L1].toString() == "Namespaced"_L1,
            .verbs = stringsOf(resource["verbs"_L1]),
            .singular = resource["singularResource"_L1].toString(),
            .shortNames = stringsOf(resource["shortNames"_L1]),
            .subresources = subresources};
}

void addAggregated(const QJsonObject &document, QList<ResourceType> &types, QStringList &notes)
{
    QSet<QString> known;
    for (const QJsonValue &group : document["items"_L1].toArray()) {
        const QString name = group["metadata"_L1]["name"_L1].toString();
        for (const QJsonValue &version : group["versions"_L1].toArray()) {
            const QString versionName = version["version"_L1].toString();
            if (version["freshness"_L1].toString() == "Stale"_L1) {
                notes.append(Text::tr("The kinds of %1 may be missing or old: the service behind it does not answer.")
                                 .arg(plainLine(groupVersionText(name, versionName))));
            }
            QList<ResourceType> found;
            for (const QJsonValue &resource : version["resources"_L1].toArray()) {
                found.append(aggregatedType(resource, name, versionName));
            }
            addPreferred(types, known, std::move(found));
        }
    }
}

QList<ResourceType> listedTypes(const QJsonObject &document, const QString &group, const QString &version)
{
    QList<ResourceType> types;
    QHash<QString, QStringList> subresources;
    for (const QJsonValue &resource : document["resources"_L1].toArray()) {
        const QString plural = resource["name"_L1].toString();
        if (const qsizetype slash = plural.indexOf(u'/'); slash > 0) {
            subresources[plural.first(slash)].append(plural.sliced(slash + 1));
            continue;
        }
        types.append({.group = group,
                      .version = version,
                      .kind = resource["kind"_L1].toString(),
                      .plural = plural,
                      .namespaced = resource["namespaced"_L1].toBool(),
                      .verbs = stringsOf(resource["verbs"_L1]),
                      .singular = resource["singularName"_L1].toString(),
                      .shortNames = stringsOf(resource["shortNames"_L1])});
    }
    for (ResourceType &type : types) {
        type.subresources = subresources.value(type.plural);
    }
    return types;
}

HttpRequest discoveryRequest(const ConnectionPtr &connection, const QByteArray &path)
{
    HttpRequest request{.target = path, .deadline = connection->requestDeadline};
    request.headers.append("Accept: application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                           "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json");
    return request;
}

/// Group versions of an old server's answer to /api or /apis, preferred ones first within a group.
QList<GroupVersion> groupVersions(const QJsonObject &document)
{
    QList<GroupVersion> all;
    for (const QString &version : stringsOf(document["versions"_L1])) {
        all.append({.group = {}, .version = version});
    }
    for (const QJsonValue &group : document["groups"_L1].toArray()) {
        const QString name = group["name"_L1].toString();
        const QString preferred = group["preferredVersion"_L1]["version"_L1].toString();
        if (!preferred.isEmpty()) {
            all.append({.group = name, .version = preferred});
        }
        for (const QJsonValue &version : group["versions"_L1].toArray()) {
            const QString each = version["version"_L1].toString();
            if (each != preferred) {
                all.append({.group = name, .version = each});
            }
        }
    }
    return all;
}

Async<QList<ResourceType>> discoverTree(ConnectionPtr connection, QByteArray tree, CancelToken cancel)
{
    const QString doing = Text::tr("asking %1 for the kinds it serves").arg(connection->host());
    const auto answer = co_await callForJson(connection, discoveryRequest(connection, tree), doing, cancel);
    if (!answer) {
        co_return failure(answer);
    }
    QList<ResourceType> types;
    if (answer->json["kind"_L1].toString() == "APIGroupDiscoveryList"_L1) {
        addAggregated(answer->json, types, connection->notes);
        co_return types;
    }
    QSet<QString> known;
    const QList<GroupVersion> versions = groupVersions(answer->json);
    for (const GroupVersion &each : versions) {
        const QByteArray path = tree + '/' + QUrl::toPercentEncoding(groupVersionText(each.group, each.version), "/");
        const auto listed = co_await callForJson(connection, jsonRequest(connection, "GET", path), doing, cancel);
        if (!listed && listed.error().kind == Error::Kind::Cancelled) {
            co_return failure(listed);
        }
        if (!listed) {
            connection->notes.append(Text::tr("The kinds of %1 are left out: %2")
                                         .arg(plainLine(groupVersionText(each.group, each.version)), listed.error().detail));
            continue;
        }
        addPreferred(types, known, listedTypes(listed->json, each.group, each.version));
    }
    co_return types;
}

} // namespace

Async<QList<ResourceType>> discover(ConnectionPtr connection, CancelToken cancel)
{
    connection->notes.clear();
    auto core = co_await discoverTree(connection, "/api", cancel);
    if (!core) {
        co_return core;
    }
    auto groups = co_await discoverTree(connection, "/apis", cancel);
    if (!groups) {
        co_return groups;
    }
    co_return *core + *groups;
}

} // namespace sentinel::kube
