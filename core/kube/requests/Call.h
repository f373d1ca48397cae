// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"
#include "core/kube/access/AccessSource.h"
#include "core/kube/access/CredentialSource.h"
#include "core/kube/transport/RequestBudget.h"
#include "core/kube/transport/Transport.h"
#include "core/kube/transport/WebSocket.h"

#include <QRandomGenerator>

namespace sentinel::kube {

/// What every flow of an HttpApi rests on. Shared by the flows under way, so it outlives the HttpApi where it must.
struct Connection
{
    std::shared_ptr<Transport> transport;
    std::shared_ptr<AccessSource> access;
    std::shared_ptr<CredentialSource> credentials;
    std::shared_ptr<RequestBudget> budget;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<QRandomGenerator> random;
    QString ns; ///< of the context
    TransportOptions way{}; ///< of connections beside those of the transport
    Duration pingEvery = std::chrono::seconds(5);
    Duration requestDeadline;
    Duration watchQuiet{};
    QList<QByteArray> headers{}; ///< of every request
    QStringList notes{}; ///< of the last discovery
    int serverChanges = 0; ///< how often the kubeconfig came to name another server: resource versions of before mean nothing
    QByteArray shownCertificate{}; ///< of a sign-in program, that the transport shows now; with its key
    QByteArray shownKey{};
    bool streamsLists = true; ///< until the server refuses a watch that begins with what there is
    [[nodiscard]] QString host() const { return transport->host(); }
};
using ConnectionPtr = std::shared_ptr<Connection>;

/// Sends what the access says by now where it must go.
void follow(Connection &connection, const ClusterAccess &before);

/// The request with what proves who we are, admitted by the budget, tried again as long as the server asks to wait, ten times at
/// most. The answer has any status; `doing` is for the errors of the way there.
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
