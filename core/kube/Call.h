// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"
#include "core/kube/TokenSource.h"
#include "core/kube/Transport.h"
#include "core/kube/WebSocket.h"

#include <QRandomGenerator>

namespace sentinel::kube {

/// What every flow of an HttpApi rests on. Shared by the flows under way, so it outlives the HttpApi where it must.
struct Connection
{
    std::shared_ptr<Transport> transport;
    std::shared_ptr<TokenSource> tokens;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<QRandomGenerator> random;
    QString ns; ///< of the context
    ClusterAccess access{};
    QByteArray userAgent{};
    Duration connectDeadline{};
    Duration pingEvery = std::chrono::seconds(5);
    Duration requestDeadline;
    QStringList notes{}; ///< of the last discovery
    bool streamsLists = true; ///< until the server refuses a watch that begins with what there is
    [[nodiscard]] QString host() const { return transport->host(); }
};
using ConnectionPtr = std::shared_ptr<Connection>;

/// The request with its token, tried again as long as the server asks to wait, ten times at most. The answer has any status;
/// `doing` is for the errors of the way there.
[[nodiscard]] Async<HttpAnswer> call(ConnectionPtr connection, HttpRequest request, QString doing, CancelToken cancel);
/// The same for one that must be answered with a JSON object and a good status.
[[nodiscard]] Async<HttpAnswer> callForJson(ConnectionPtr connection, HttpRequest request, QString doing, CancelToken cancel);
/// A stream whose lines go to `listener`; ends with the stream. Tried again only when the server asked to wait.
[[nodiscard]] Async<HttpAnswer> callForLines(ConnectionPtr connection, HttpRequest request, StreamListener listener,
                                             QString doing, CancelToken cancel);

/// The request with what proves who we are, for what goes out on another way than call().
[[nodiscard]] Async<HttpRequest> authorized(ConnectionPtr connection, HttpRequest request, QString doing, CancelToken cancel);
[[nodiscard]] WebSocketRequest webSocketRequest(const ConnectionPtr &connection, HttpRequest request,
                                                QList<QByteArray> protocols);

/// "Accept: application/json" and a JSON body where there is one.
[[nodiscard]] HttpRequest jsonRequest(const ConnectionPtr &connection, QByteArray method, QByteArray target,
                                      const std::optional<QJsonObject> &body = {});

} // namespace sentinel::kube
