// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/List.h"

#include "core/kube/requests/FollowRequests.h"
#include "core/kube/requests/Paths.h"
#include "core/kube/requests/StatusError.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kMostRestarts = 3; // after these, everything at once

/// Items of a list do not say what they are.
void addItems(ObjectList &list, const QJsonArray &items, const ResourceType &type)
{
    list.items.reserve(list.items.size() + items.size());
    for (const QJsonValue &item : items) {
        Object object = item.toObject();
        if (!object.contains("kind"_L1)) {
            object.insert("apiVersion"_L1, type.apiVersion());
            object.insert("kind"_L1, type.kind);
        }
        list.items.append(std::move(object));
    }
}

} // namespace

Query selectorQuery(const ListOptions &options)
{
    Query query;
    if (!options.labelSelector.isEmpty()) {
        query.append({"labelSelector", options.labelSelector});
    }
    if (!options.fieldSelector.isEmpty()) {
        query.append({"fieldSelector", options.fieldSelector});
    }
    return query;
}

namespace {

/// What one page is asked with; `place` is where the page before ended.
Query pageQuery(const ListOptions &options, const QString &place, bool inPages)
{
    Query query = selectorQuery(options);
    if (options.pageSize > 0 && inPages) {
        query.append({"limit", QString::number(options.pageSize)});
    }
    if (!place.isEmpty()) {
        query.append({"continue", place}); // which holds the version too
    } else if (!options.version.isEmpty()) {
        query.append({"resourceVersion", options.version});
        query.append({"resourceVersionMatch", options.exact ? u"Exact"_s : u"NotOlderThan"_s});
    }
    return query;
}

} // namespace

Async<ObjectList> list(ConnectionPtr connection, ResourceType type, ListOptions options, CancelToken cancel)
{
    const QString doing = Text::tr("listing %1").arg(collectionLabel(type, options.ns));
    const QByteArray path = collectionPath(type, options.ns);
    ObjectList list;
    QString place;
    for (int restarts = 0;;) {
        const Query query = pageQuery(options, place, restarts < kMostRestarts);
        HttpRequest request = jsonRequest(connection, "GET", withQuery(path, query));
        if (options.metadataOnly) {
            request.headers = {metadataAccept(true)};
        }
        const auto answer = co_await call(connection, std::move(request), doing, cancel);
        if (!answer) {
            co_return failure(answer);
        }
        if (!place.isEmpty() && isExpired(answer->status, answer->json["reason"_L1].toString())) {
            // The server proposes where to go on among newer objects, if anywhere.
            const QString proposed = answer->json["metadata"_L1]["continue"_L1].toString();
            if (options.mayMix && !proposed.isEmpty() && proposed != place) {
                place = proposed;
                continue;
            }
            if (++restarts > kMostRestarts) {
                co_return failure(statusError(*answer, connection->host(), doing)); // it hands out pages nobody asked for
            }
            list = {};
            place.clear();
            continue;
        }
        if (!options.version.isEmpty() && !options.exact && isFromTheFuture(answer->json)) {
            options.version.clear(); // the server was put back, or this one is behind: the latest it has
            continue;
        }
        if (!answer->isGood()) {
            co_return failure(statusError(*answer, connection->host(), doing));
        }
        if (!answer->isJson || !answer->json["items"_L1].isArray()) {
            // A list of nothing has "items": null in some servers.
            if (!answer->isJson || !answer->json["items"_L1].isNull()) {
                co_return failure(notJson(*answer, connection->host(), doing));
            }
        }
        addItems(list, answer->json["items"_L1].toArray(), type);
        const QJsonObject metadata = answer->json["metadata"_L1].toObject();
        place = metadata["continue"_L1].toString();
        if (place.isEmpty()) {
            list.resourceVersion = metadata["resourceVersion"_L1].toString();
            co_return list;
        }
    }
}

} // namespace sentinel::kube
