// SPDX-License-Identifier: GPL-3.0-or-later
// Paths and fields: server/application/application.proto of Argo CD.
#include "core/gitops/ArgoServer.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArgoServer)
};

constexpr qsizetype kMostSaid = 300; ///< of a server's own words in a sentence

QString encoded(const QString &word)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(word));
}

/// "/api/v1/applications/NAME/PART?appNamespace=…&project=…"
QString pathOf(const Application &application, const QString &part)
{
    return u"/api/v1/applications/%1/%2?appNamespace=%3&project=%4"_s.arg(encoded(application.name), part,
                                                                          encoded(application.ns), encoded(application.project));
}

Error errorOf(const kube::RawAnswer &answer, const QString &address, const QString &doing)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    const QString said = plainLine(json[u"message"].toString().left(kMostSaid));
    switch (answer.status) {
    case 401:
        return {.kind = Error::Kind::Unauthorized,
                .doing = doing,
                .detail = Text::tr("%1 does not accept the token; \"argocd login\" gets a new one.").arg(address)};
    case 403:
        return {.kind = Error::Kind::Forbidden,
                .doing = doing,
                .detail = said.isEmpty() ? Text::tr("%1 does not allow it.").arg(address)
                                         : Text::tr("%1 does not allow it: %2").arg(address, said)};
    case 404:
        return {.kind = Error::Kind::NotFound, .doing = doing, .detail = Text::tr("%1 knows no such thing.").arg(address)};
    default:
        return {.kind = answer.status >= 500 ? Error::Kind::Unreachable : Error::Kind::Invalid,
                .doing = doing,
                .detail = said.isEmpty() ? Text::tr("%1 answered with HTTP %2.").arg(address).arg(answer.status)
                                         : Text::tr("%1 answered with HTTP %2: %3").arg(address).arg(answer.status).arg(said)};
    }
}

/// A field that holds an object as text; empty for "null" and what is no object.
QJsonObject objectIn(const QJsonValue &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

ServerResource resourceOf(const QJsonObject &item)
{
    const QJsonObject wanted = objectIn(item[u"targetState"]);
    return {.group = item[u"group"].toString(),
            .kind = item[u"kind"].toString(),
            .ns = item[u"namespace"].toString(),
            .name = item[u"name"].toString(),
            .isHook = item[u"hook"].toBool(),
            .wanted = wanted,
            .live = objectIn(item[u"normalizedLiveState"]),
            .predicted = objectIn(item[u"predictedLiveState"])};
}

} // namespace

Async<QJsonObject> askServer(ArgoServer server, QString path, CancelToken cancel)
{
    const QString doing = Text::tr("asking Argo CD's server");
    const QString address = plainLine(server.address);
    auto answer = co_await server.api->send({.path = server.prefix + path, .accept = "application/json"}, cancel);
    if (!answer) {
        answer.error().doing = doing;
        co_return failure(answer);
    }
    if (!answer->isGood()) {
        co_return failure(errorOf(*answer, address, doing));
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(answer->body, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject()) {
        co_return failure(Error::Kind::Invalid, doing,
                          Text::tr("What answers at %1 is no Argo CD: its answer is no JSON object.").arg(address));
    }
    co_return document.object();
}

Async<QJsonObject> serverTree(ArgoServer server, Application application, CancelToken cancel)
{
    return askServer(std::move(server), pathOf(application, u"resource-tree"_s), std::move(cancel));
}

Async<QList<ServerResource>> serverResources(ArgoServer server, Application application, CancelToken cancel)
{
    const auto answer = co_await askServer(server, pathOf(application, u"managed-resources"_s), cancel);
    if (!answer) {
        co_return failure(answer);
    }
    QList<ServerResource> resources;
    const QJsonArray items = (*answer)[u"items"].toArray();
    for (const QJsonValue &item : items) {
        resources.append(resourceOf(item.toObject()));
    }
    co_return resources;
}

Async<ServerManifests> serverManifests(ArgoServer server, Application application, QStringList revisions, CancelToken cancel)
{
    QString path = pathOf(application, u"manifests"_s);
    if (revisions.size() == 1) {
        path += u"&revision="_s + encoded(revisions.first());
    }
    for (qsizetype at = 0; revisions.size() > 1 && at < revisions.size(); ++at) {
        path += u"&revisions=%1&sourcePositions=%2"_s.arg(encoded(revisions[at])).arg(at + 1);
    }
    const auto answer = co_await askServer(server, path, cancel);
    if (!answer) {
        co_return failure(answer);
    }
    ServerManifests manifests;
    const QJsonArray list = (*answer)[u"manifests"].toArray();
    for (const QJsonValue &text : list) {
        const QJsonObject object = objectIn(text);
        if (object.isEmpty()) {
            co_return failure(Error::Kind::Invalid, Text::tr("asking Argo CD's server"),
                              Text::tr("What %1 rendered is no manifest.").arg(plainLine(server.address)));
        }
        manifests.objects.append(object);
    }
    const QString one = (*answer)[u"revision"].toString();
    manifests.revisions = revisions.size() > 1 || one.isEmpty() ? revisions : QStringList{one};
    co_return manifests;
}

} // namespace sentinel::gitops
