// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/Call.h"

#include "core/kube/requests/StatusError.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

constexpr int kMostWaits = 10;
constexpr Duration kLongestWait = std::chrono::seconds(60);

/// How long the server asks to wait before the request may be sent again; nothing when it must not be.
std::optional<Duration> askedToWait(const HttpAnswer &answer, const HttpRequest &request)
{
    if (isFromTheFuture(answer.json)) {
        return {}; // another question helps, waiting may not
    }
    const bool isRefusedUnread = answer.status == 429; // not executed, so any request may be repeated
    const bool isReading = request.method == "GET";
    bool isNumber = false;
    const int seconds = answer.header("retry-after").toInt(&isNumber);
    if (!isRefusedUnread && !(answer.status >= 500 && isReading && isNumber)) {
        return {};
    }
    return std::clamp<Duration>(std::chrono::seconds(isNumber ? seconds : 1), Duration(0), kLongestWait);
}

/// A sign-in program may give a certificate: connections show that from now on.
void show(Connection &connection, const Proof &proof)
{
    if (proof.certificate.isEmpty() || proof.certificate == connection.shownCertificate) {
        return;
    }
    ClusterAccess access = connection.access->current();
    access.certificate = proof.certificate;
    access.key = proof.key;
    connection.shownCertificate = proof.certificate;
    connection.shownKey = proof.key;
    connection.transport->use(std::move(access));
}

HttpRequest signedBy(const Connection &connection, HttpRequest request, const Proof &proof)
{
    if (!proof.header.isEmpty()) {
        request.headers.append(proof.header);
    }
    request.headers.append(impersonationHeaders(connection.access->current().as));
    request.headers.append(connection.headers);
    return request;
}

Async<HttpAnswer> sent(ConnectionPtr connection, HttpRequest request, StreamListener listener, Proof proof, CancelToken cancel)
{
    show(*connection, proof);
    auto answer = co_await exchange(connection->transport, signedBy(*connection, std::move(request), proof), std::move(listener),
                                    std::move(cancel));
    if (answer && answer->status != 401) {
        connection->credentials->accepted(proof);
    }
    co_return answer;
}

Async<HttpAnswer> attempt(ConnectionPtr connection, HttpRequest request, StreamListener listener, QString doing,
                          CancelToken cancel)
{
    const bool isWriting = request.method != "GET" && request.method != "HEAD";
    const auto priority = isWriting ? HttpRequest::Priority::User : request.priority;
    for (bool isSecond = false;; isSecond = true) {
        if (const auto admitted = co_await RequestBudget::admit(connection->budget, priority, cancel); !admitted) {
            co_return failure(admitted.error().kind, doing, admitted.error().detail);
        }
        connection->access->refresh();
        auto proof = co_await connection->credentials->proof(cancel);
        if (!proof) {
            co_return failure(proof);
        }
        auto answer = co_await sent(connection, request, listener, *proof, cancel);
        if (!answer) {
            answer.error().doing = doing;
        }
        // Who we are is asked before anything is done, so even a write may be sent again.
        const bool isRefused = answer && answer->status == 401 && connection->credentials->refused(*proof);
        if (!isRefused || isSecond) {
            co_return answer;
        }
    }
}

Async<HttpAnswer> repeated(ConnectionPtr connection, HttpRequest request, StreamListener listener, QString doing,
                           CancelToken cancel)
{
    for (int waits = 0;;) {
        const auto answer = co_await attempt(connection, request, listener, doing, cancel);
        const auto wait = answer ? askedToWait(*answer, request) : std::nullopt;
        if (!wait || ++waits > kMostWaits) {
            co_return answer;
        }
        if (const auto slept = co_await sleep(*connection->clock, *wait, cancel); !slept) {
            co_return failure(slept.error().kind, doing, slept.error().detail);
        }
    }
}

} // namespace

void follow(Connection &connection, const ClusterAccess &before)
{
    const ClusterAccess &now = connection.access->current();
    connection.serverChanges += now.isSameServer(before) ? 0 : 1;
    connection.ns = now.ns;
    connection.shownCertificate.clear();
    connection.shownKey.clear();
    connection.credentials->use(now);
    connection.transport->use(now);
}

Async<HttpAnswer> call(ConnectionPtr connection, HttpRequest request, QString doing, CancelToken cancel)
{
    return repeated(std::move(connection), std::move(request), {}, std::move(doing), std::move(cancel));
}

Async<HttpAnswer> callForLines(ConnectionPtr connection, HttpRequest request, StreamListener listener, QString doing,
                               CancelToken cancel)
{
    return repeated(std::move(connection), std::move(request), std::move(listener), std::move(doing), std::move(cancel));
}

Async<HttpAnswer> callForJson(ConnectionPtr connection, HttpRequest request, QString doing, CancelToken cancel)
{
    const QString host = connection->host();
    auto answer = co_await repeated(std::move(connection), std::move(request), {}, doing, std::move(cancel));
    if (!answer) {
        co_return answer;
    }
    if (!answer->isGood()) {
        co_return failure(statusError(*answer, host, doing));
    }
    if (!answer->isJson) {
        co_return failure(notJson(*answer, host, doing));
    }
    co_return answer;
}

Async<HttpRequest> authorized(ConnectionPtr connection, HttpRequest request, QString doing, CancelToken cancel)
{
    if (const auto admitted = co_await RequestBudget::admit(connection->budget, HttpRequest::Priority::User, cancel); !admitted) {
        co_return failure(admitted.error().kind, doing, admitted.error().detail);
    }
    connection->access->refresh();
    const auto proof = co_await connection->credentials->proof(cancel);
    if (!proof) {
        co_return failure(proof);
    }
    show(*connection, *proof);
    co_return signedBy(*connection, std::move(request), *proof);
}

WebSocketRequest webSocketRequest(const ConnectionPtr &connection, HttpRequest request, QList<QByteArray> protocols)
{
    ClusterAccess access = connection->access->current();
    if (!connection->shownCertificate.isEmpty()) {
        access.certificate = connection->shownCertificate;
        access.key = connection->shownKey;
    }
    return {.access = std::move(access),
            .userAgent = connection->way.userAgent,
            .request = std::move(request),
            .protocols = std::move(protocols),
            .connectDeadline = connection->way.connectDeadline,
            .pingEvery = connection->pingEvery};
}

HttpRequest jsonRequest(const ConnectionPtr &connection, QByteArray method, QByteArray target,
                        const std::optional<QJsonObject> &body)
{
    HttpRequest request{.method = std::move(method), .target = std::move(target), .deadline = connection->requestDeadline};
    request.headers.append("Accept: application/json");
    if (body) {
        request.headers.append("Content-Type: application/json");
        request.body = QJsonDocument(*body).toJson(QJsonDocument::Compact);
    }
    return request;
}

} // namespace sentinel::kube
