// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/Exec.h"

#include "core/base/SafeText.h"
#include "core/kube/requests/ExecChannels.h"
#include "core/kube/requests/Paths.h"
#include "core/kube/requests/StatusError.h"
#include "core/kube/transport/WebSocket.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr auto kCloses = "v5.channel.k8s.io"; // from 1.30: a channel may be closed, so input has an end
constexpr auto kPlain = "v4.channel.k8s.io";

Query execQuery(const ExecOptions &options, bool hasInput)
{
    Query query;
    if (!options.container.isEmpty()) {
        query.append({"container", options.container});
    }
    for (const QString &word : options.command) {
        query.append({"command", word});
    }
    if (hasInput) {
        query.append({"stdin", u"true"_s});
    }
    query.append({"stdout", u"true"_s});
    query.append(options.terminal ? std::pair<QByteArray, QString>{"tty", u"true"_s}
                                  : std::pair<QByteArray, QString>{"stderr", u"true"_s});
    return query;
}

/// A command while it runs. Shared by the flow and what the connection calls.
struct Running
{
    ExecStreams streams;
    CancelToken cancel;
    std::unique_ptr<WebSocket> socket{};
    std::optional<Result<ExecEnd>> end{};
    bool closesChannels = false;

    void take(const QByteArray &message)
    {
        if (message.isEmpty() || cancel.isCancelled()) {
            return;
        }
        const QByteArray bytes = message.sliced(1);
        switch (static_cast<ExecChannel>(message[0])) {
        case ExecChannel::Output:
            tell(streams.output, bytes);
            break;
        case ExecChannel::Error:
            tell(streams.error, bytes);
            break;
        case ExecChannel::Status:
            end = bytes.isEmpty() ? end : execEnd(bytes);
            break;
        default:
            break; // a channel that closes tells nothing we wait for
        }
    }
    void carry(const ExecInput::Word &word)
    {
        if (!socket) {
            return;
        }
        for (QByteArray &message : execMessages(word, closesChannels)) {
            socket->send(std::move(message));
        }
    }

private:
    static void tell(const std::function<void(QByteArray)> &stream, const QByteArray &bytes)
    {
        if (stream && !bytes.isEmpty()) {
            stream(bytes);
        }
    }
};

/// Ends with the connection.
Async<HttpAnswer> converse(std::shared_ptr<Running> running, WebSocketRequest request, CancelToken cancel)
{
    const Promise<HttpAnswer> promise;
    const Inbox inbox({.head =
                           [running](const HttpAnswer &head) {
                               running->closesChannels = head.header("sec-websocket-protocol") == kCloses;
                               if (running->streams.input) {
                                   running->streams.input->attach(
                                       [running](const ExecInput::Word &word) { running->carry(word); });
                               }
                           },
                       .lines =
                           [running](const QList<HttpLine> &messages) {
                               for (const HttpLine &message : messages) {
                                   running->take(message.text);
                               }
                           },
                       .outcome = [promise](Result<HttpAnswer> outcome) { promise.keep(std::move(outcome)); },
                       .drained =
                           [running] {
                               if (running->socket) {
                                   running->socket->resume();
                               }
                           }});
    running->socket = std::make_unique<WebSocket>(std::move(request), inbox.mailbox());
    const auto registration
        = cancel.onCancel([promise] { promise.keep(failure(Error::Kind::Cancelled, {}, Text::tr("The command was stopped."))); });
    auto outcome = co_await promise.answer();
    if (running->streams.input) {
        running->streams.input->attach({});
    }
    running->socket.reset();
    co_return outcome;
}

} // namespace

Async<ExecEnd> exec(ConnectionPtr connection, ObjectName pod, ExecOptions options, ExecStreams streams, CancelToken cancel)
{
    static const ResourceType pods{.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s};
    const QString doing = Text::tr("running %1 in %2").arg(plainLine(options.command.value(0)), objectLabel(pods, pod));
    const auto path = objectPath(pods, pod, u"exec"_s);
    if (!path || options.command.isEmpty()) {
        co_return failure(Error::Kind::Invalid, doing, path ? Text::tr("There is no command to run.") : path.error().detail);
    }
    HttpRequest request{.target = withQuery(*path, execQuery(options, streams.input != nullptr))};
    auto proven = co_await authorized(connection, std::move(request), doing, cancel);
    if (!proven) {
        co_return failure(proven);
    }
    const auto running = std::make_shared<Running>(Running{.streams = std::move(streams), .cancel = cancel});
    auto outcome = co_await converse(running, webSocketRequest(connection, std::move(*proven), {kCloses, kPlain}), cancel);
    if (running->end && (outcome || outcome.error().kind != Error::Kind::Cancelled)) {
        co_return *running->end; // how the connection ended after that means nothing
    }
    if (!outcome) {
        outcome.error().doing = doing;
        co_return failure(outcome);
    }
    if (outcome->status != 101) {
        co_return failure(statusError(*outcome, connection->host(), doing));
    }
    co_return failure(Error::Kind::Unreachable, doing,
                      Text::tr("%1 ended the connection without saying how the command ended.").arg(connection->host()));
}

} // namespace sentinel::kube
