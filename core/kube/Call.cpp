// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/Call.h"

#include "core/kube/StatusError.h"

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

Async<HttpRequest> proven(ConnectionPtr connection, HttpRequest request)
{
    auto token = connection->tokens->token();
    if (!token) {
        co_return failure(token);
    }
    if (!token->isEmpty()) {
        request.headers.append("Authorization: Bearer " + *token);
    }
    co_return request;
}

Async<HttpAnswer> attempt(ConnectionPtr connection, HttpRequest request, StreamListener listener, QString doing,
                          CancelToken cancel)
{
    auto signedRequest = co_await proven(connection, std::move(request));
    if (!signedRequest) {
        co_return failure(signedRequest);
    }
    auto answer = co_await exchange(connection->transport, std::move(*signedRequest), std::move(listener), std::move(cancel));
    if (!answer) {
        answer.error().doing = doing;
    }
    co_return answer;
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
    Q_UNUSED(cancel)
    auto whole = co_await proven(std::move(connection), std::move(request));
    if (!whole) {
        whole.error().doing = doing;
    }
    co_return whole;
}

WebSocketRequest webSocketRequest(const ConnectionPtr &connection, HttpRequest request, QList<QByteArray> protocols)
{
    return {.access = connection->access,
            .userAgent = connection->userAgent,
            .request = std::move(request),
            .protocols = std::move(protocols),
            .connectDeadline = connection->connectDeadline,
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
