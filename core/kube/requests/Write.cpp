// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/Write.h"

#include "core/kube/requests/Paths.h"
#include "core/kube/requests/StatusError.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Query queryOf(const WriteOptions &options)
{
    Query query{{"fieldManager", options.fieldManager}};
    if (options.strict) {
        query.append({"fieldValidation", u"Strict"_s});
    }
    if (options.dryRun) {
        query.append({"dryRun", u"All"_s});
    }
    return query;
}

/// Complete as the server wants it: kind, version and namespace named.
Object completed(Object object, const ResourceType &type, const QString &ns)
{
    object.insert("apiVersion"_L1, type.apiVersion());
    object.insert("kind"_L1, type.kind);
    QJsonObject metadata = object["metadata"_L1].toObject();
    if (type.namespaced && metadata["namespace"_L1].toString().isEmpty()) {
        metadata.insert("namespace"_L1, ns);
        object.insert("metadata"_L1, metadata);
    }
    return object;
}

Async<Written> write(ConnectionPtr connection, HttpRequest request, QString doing, CancelToken cancel)
{
    const auto answer = co_await call(connection, std::move(request), doing, std::move(cancel));
    if (!answer) {
        co_return failure(answer);
    }
    if (auto conflicts = fieldConflicts(*answer); !conflicts.isEmpty()) {
        co_return Written{.conflicts = std::move(conflicts), .warnings = warningsOf(*answer)};
    }
    if (!answer->isGood()) {
        co_return failure(statusError(*answer, connection->host(), doing));
    }
    if (!answer->isJson) {
        co_return failure(notJson(*answer, connection->host(), doing));
    }
    co_return Written{.object = answer->json, .created = answer->status == 201, .warnings = warningsOf(*answer)};
}

Async<Written> refused(Error error, QString doing)
{
    error.doing = std::move(doing);
    co_return failure(std::move(error));
}

QByteArray contentTypeOf(PatchType type)
{
    switch (type) {
    case PatchType::Merge:
        return "application/merge-patch+json";
    case PatchType::Strategic:
        return "application/strategic-merge-patch+json";
    case PatchType::Json:
        return "application/json-patch+json";
    }
    Q_UNREACHABLE_RETURN({});
}

HttpRequest patchRequest(const ConnectionPtr &connection, QByteArray target, const QByteArray &contentType, QByteArray body)
{
    HttpRequest request = jsonRequest(connection, "PATCH", std::move(target));
    request.headers.append("Content-Type: " + contentType);
    request.body = std::move(body);
    return request;
}

QString propagationText(Propagation propagation)
{
    switch (propagation) {
    case Propagation::Background:
        return u"Background"_s;
    case Propagation::Foreground:
        return u"Foreground"_s;
    case Propagation::Orphan:
        return u"Orphan"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Async<void> removeAt(ConnectionPtr connection, HttpRequest request, QString doing, CancelToken cancel)
{
    const auto answer = co_await call(connection, std::move(request), doing, std::move(cancel));
    if (!answer) {
        co_return failure(answer);
    }
    if (!answer->isGood()) {
        co_return failure(statusError(*answer, connection->host(), doing));
    }
    co_return {};
}

Async<void> refusedRemoval(Error error)
{
    co_return failure(std::move(error));
}

} // namespace

Async<Written> create(ConnectionPtr connection, ResourceType type, Object object, WriteOptions options, CancelToken cancel)
{
    const ObjectName parent = nameOf(object);
    if (options.subresource.isEmpty()) {
        object = completed(std::move(object), type, connection->ns);
    }
    const ObjectName name = options.subresource.isEmpty() ? nameOf(object) : parent;
    const QString doing = Text::tr("creating %1").arg(objectLabel(type, name));
    auto path = Result<QByteArray>(collectionPath(type, name.ns));
    if (!options.subresource.isEmpty()) {
        path = objectPath(type, name, options.subresource); // an eviction, a binding: the object is of another kind
    }
    if (!path) {
        return refused(path.error(), doing);
    }
    return write(connection, jsonRequest(connection, "POST", withQuery(*path, queryOf(options)), object), doing,
                 std::move(cancel));
}

Async<Written> replace(ConnectionPtr connection, ResourceType type, Object object, WriteOptions options, CancelToken cancel)
{
    object = completed(std::move(object), type, connection->ns);
    const ObjectName name = nameOf(object);
    const QString doing = Text::tr("replacing %1").arg(objectLabel(type, name));
    const auto path = objectPath(type, name, options.subresource);
    if (!path) {
        return refused(path.error(), doing);
    }
    return write(connection, jsonRequest(connection, "PUT", withQuery(*path, queryOf(options)), object), doing,
                 std::move(cancel));
}

Async<Written> apply(ConnectionPtr connection, ResourceType type, Object object, ApplyOptions options, CancelToken cancel)
{
    object = completed(std::move(object), type, connection->ns);
    QJsonObject metadata = object["metadata"_L1].toObject();
    metadata.remove("managedFields"_L1); // the server refuses them
    object.insert("metadata"_L1, metadata);
    const ObjectName name = nameOf(object);
    const QString doing = Text::tr("applying %1").arg(objectLabel(type, name));
    const auto path = objectPath(type, name, options.subresource);
    if (!path) {
        return refused(path.error(), doing);
    }
    Query query{{"fieldManager", options.fieldManager}, {"fieldValidation", options.strict ? u"Strict"_s : u"Warn"_s}};
    if (options.force) {
        query.append({"force", u"true"_s});
    }
    if (options.dryRun) {
        query.append({"dryRun", u"All"_s});
    }
    return write(connection,
                 patchRequest(connection, withQuery(*path, query), "application/apply-patch+yaml",
                              QJsonDocument(object).toJson(QJsonDocument::Compact)),
                 doing, std::move(cancel));
}

Async<Written> patch(ConnectionPtr connection, ResourceType type, ObjectName name, Patch patch, WriteOptions options,
                     CancelToken cancel)
{
    const QString doing = Text::tr("changing %1").arg(objectLabel(type, name));
    const auto path = objectPath(type, name, options.subresource);
    if (!path) {
        return refused(path.error(), doing);
    }
    const QByteArray target = withQuery(*path, queryOf(options));
    return write(connection, patchRequest(connection, target, contentTypeOf(patch.type), std::move(patch.json)), doing,
                 std::move(cancel));
}

Async<void> remove(ConnectionPtr connection, ResourceType type, ObjectName name, DeleteOptions options, CancelToken cancel)
{
    const QString doing = Text::tr("deleting %1").arg(objectLabel(type, name));
    const auto path = objectPath(type, name);
    if (!path) {
        return refusedRemoval({.kind = path.error().kind, .doing = doing, .detail = path.error().detail});
    }
    QJsonObject body{{"apiVersion"_L1, "v1"_L1},
                     {"kind"_L1, "DeleteOptions"_L1},
                     {"propagationPolicy"_L1, propagationText(options.propagation)}};
    QJsonObject preconditions;
    if (!options.uid.isEmpty()) {
        preconditions.insert("uid"_L1, options.uid);
    }
    if (!options.resourceVersion.isEmpty()) {
        preconditions.insert("resourceVersion"_L1, options.resourceVersion);
    }
    if (!preconditions.isEmpty()) {
        body.insert("preconditions"_L1, preconditions);
    }
    if (options.graceSeconds >= 0) {
        body.insert("gracePeriodSeconds"_L1, options.graceSeconds);
    }
    if (options.dryRun) {
        body.insert("dryRun"_L1, QJsonArray{"All"_L1});
    }
    return removeAt(connection, jsonRequest(connection, "DELETE", *path, body), doing, std::move(cancel));
}

} // namespace sentinel::kube
