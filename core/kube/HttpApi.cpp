// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/HttpApi.h"

#include "core/kube/requests/Call.h"
#include "core/kube/requests/Discover.h"
#include "core/kube/requests/Exec.h"
#include "core/kube/requests/List.h"
#include "core/kube/requests/Logs.h"
#include "core/kube/requests/Paths.h"
#include "core/kube/requests/StatusError.h"
#include "core/kube/requests/Watch.h"
#include "core/kube/requests/Write.h"
#include "core/kube/rows/Follow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// "35+" of managed clusters is 35.
int leadingNumber(const QString &text)
{
    qsizetype end = 0;
    while (end < text.size() && text[end].isDigit()) {
        ++end;
    }
    return text.first(end).toInt();
}

Async<ServerVersion> readVersion(ConnectionPtr connection, CancelToken cancel)
{
    const auto answer = co_await callForJson(connection, jsonRequest(connection, "GET", "/version"),
                                             Text::tr("asking %1 for its version").arg(connection->host()), cancel);
    if (!answer) {
        co_return failure(answer);
    }
    co_return ServerVersion{.major = leadingNumber(answer->json["major"_L1].toString()),
                            .minor = leadingNumber(answer->json["minor"_L1].toString()),
                            .gitVersion = answer->json["gitVersion"_L1].toString()};
}

Async<Object> readObject(ConnectionPtr connection, ResourceType type, ObjectName name, CancelToken cancel)
{
    const QString doing = Text::tr("reading %1").arg(objectLabel(type, name));
    const auto path = objectPath(type, name);
    if (!path) {
        co_return failure(path.error().kind, doing, path.error().detail);
    }
    const auto answer = co_await callForJson(connection, jsonRequest(connection, "GET", *path), doing, cancel);
    if (!answer) {
        co_return failure(answer);
    }
    co_return answer->json;
}

Async<Object> anyRequest(ConnectionPtr connection, QByteArray method, QString path, std::optional<Object> body,
                         CancelToken cancel)
{
    const QString doing = Text::tr("asking %1 for %2").arg(connection->host(), path);
    const auto target = rawPath(path);
    if (!target) {
        co_return failure(target.error().kind, doing, target.error().detail);
    }
    const auto answer = co_await call(connection, jsonRequest(connection, method, *target, body), doing, cancel);
    if (!answer) {
        co_return failure(answer);
    }
    if (!answer->isGood()) {
        co_return failure(statusError(*answer, connection->host(), doing));
    }
    if (!answer->isJson && !answer->body.trimmed().isEmpty()) {
        co_return failure(notJson(*answer, connection->host(), doing));
    }
    co_return answer->json; // empty for an answer without a body
}

Async<RawAnswer> rawRequest(ConnectionPtr connection, RawRequest request, CancelToken cancel)
{
    const QString doing = Text::tr("asking %1 for %2").arg(connection->host(), request.path);
    const auto target = rawPath(request.path);
    if (!target) {
        co_return failure(target.error().kind, doing, target.error().detail);
    }
    HttpRequest wire{.method = request.method,
                     .target = *target,
                     .headers = {"Accept: " + request.accept},
                     .body = request.body,
                     .reading = HttpRequest::Reading::Bytes,
                     .deadline = connection->requestDeadline};
    if (request.body) {
        wire.headers.append("Content-Type: " + request.contentType);
    }
    auto answer = co_await call(connection, std::move(wire), doing, cancel);
    if (!answer) {
        co_return failure(answer);
    }
    co_return RawAnswer{.status = answer->status,
                        .contentType = answer->header("content-type"),
                        .body = std::move(answer->body),
                        .warnings = warningsOf(*answer)};
}

} // namespace

HttpApi::HttpApi(ClusterAccess access, HttpOptions options, std::shared_ptr<Clock> clock)
    : m_connection(std::make_shared<Connection>())
{
    Connection &connection = *m_connection;
    const quint32 seed = options.seed != 0 ? options.seed : QRandomGenerator::global()->generate();
    connection.access = std::make_shared<AccessSource>(access, clock);
    connection.access->changed = [&connection](const ClusterAccess &before) { kube::follow(connection, before); };
    connection.credentials = std::make_shared<CredentialSource>(access, std::move(options.gate), clock);
    connection.budget = std::make_shared<RequestBudget>(clock, options.requestsPerSecond, options.burst);
    connection.clock = std::move(clock);
    connection.random = std::make_shared<QRandomGenerator>(seed);
    connection.ns = access.ns;
    connection.requestDeadline = options.requestDeadline;
    connection.watchQuiet = options.watchQuiet;
    connection.headers = options.headers;
    TransportOptions way = std::move(options.transport);
    way.userAgent = std::move(options.userAgent);
    way.connectDeadline = options.connectDeadline;
    connection.way = way;
    connection.pingEvery = options.pingEvery;
    connection.transport = std::make_shared<Transport>(std::move(access), std::move(way));
}

HttpApi::~HttpApi()
{
    m_connection->access->changed = {};
    m_connection->credentials->close();
    m_connection->transport->close();
}

ConnectionReport HttpApi::report() const
{
    return m_connection->transport->report();
}

QStringList HttpApi::warnings() const
{
    return m_connection->notes;
}

Async<ServerVersion> HttpApi::version(CancelToken cancel)
{
    return readVersion(m_connection, std::move(cancel));
}

Async<QList<ResourceType>> HttpApi::discover(CancelToken cancel)
{
    return kube::discover(m_connection, std::move(cancel));
}

Async<Object> HttpApi::get(ResourceType type, ObjectName name, CancelToken cancel)
{
    return readObject(m_connection, std::move(type), std::move(name), std::move(cancel));
}

Async<ObjectList> HttpApi::list(ResourceType type, ListOptions options, CancelToken cancel)
{
    return kube::list(m_connection, std::move(type), std::move(options), std::move(cancel));
}

Async<void> HttpApi::watch(ResourceType type, ListOptions options, std::function<void(WatchEvent)> sink, CancelToken cancel)
{
    return kube::watch(m_connection, std::move(type), std::move(options), std::move(sink), std::move(cancel));
}

Async<void> HttpApi::follow(ResourceType type, ListOptions options, std::shared_ptr<RowMailbox> rows, CancelToken cancel)
{
    return kube::follow(m_connection, std::move(type), std::move(options), std::move(rows), std::move(cancel));
}

Async<Written> HttpApi::create(ResourceType type, Object object, WriteOptions options, CancelToken cancel)
{
    return kube::create(m_connection, std::move(type), std::move(object), std::move(options), std::move(cancel));
}

Async<Written> HttpApi::replace(ResourceType type, Object object, WriteOptions options, CancelToken cancel)
{
    return kube::replace(m_connection, std::move(type), std::move(object), std::move(options), std::move(cancel));
}

Async<Written> HttpApi::apply(ResourceType type, Object object, ApplyOptions options, CancelToken cancel)
{
    return kube::apply(m_connection, std::move(type), std::move(object), std::move(options), std::move(cancel));
}

Async<Written> HttpApi::patch(ResourceType type, ObjectName name, Patch patch, WriteOptions options, CancelToken cancel)
{
    return kube::patch(m_connection, std::move(type), std::move(name), std::move(patch), std::move(options), std::move(cancel));
}

Async<void> HttpApi::remove(ResourceType type, ObjectName name, DeleteOptions options, CancelToken cancel)
{
    return kube::remove(m_connection, std::move(type), std::move(name), std::move(options), std::move(cancel));
}

Async<void> HttpApi::logs(ObjectName pod, LogOptions options, std::function<void(QByteArray)> line, CancelToken cancel)
{
    return kube::logs(m_connection, std::move(pod), std::move(options), std::move(line), std::move(cancel));
}

Async<ExecEnd> HttpApi::exec(ObjectName pod, ExecOptions options, ExecStreams streams, CancelToken cancel)
{
    return kube::exec(m_connection, std::move(pod), std::move(options), std::move(streams), std::move(cancel));
}

Async<Object> HttpApi::request(QByteArray method, QString path, std::optional<Object> body, CancelToken cancel)
{
    return anyRequest(m_connection, std::move(method), std::move(path), std::move(body), std::move(cancel));
}

Async<RawAnswer> HttpApi::send(RawRequest request, CancelToken cancel)
{
    return rawRequest(m_connection, std::move(request), std::move(cancel));
}

} // namespace sentinel::kube
