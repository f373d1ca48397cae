// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/Watch.h"

#include "core/kube/requests/FollowRequests.h"
#include "core/kube/requests/List.h"
#include "core/kube/requests/Paths.h"
#include "core/kube/requests/StatusError.h"
#include "core/kube/requests/WatchStream.h"
#include "core/kube/transport/Pauses.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kShortestWatch = 5 * 60; // seconds; the server ends it, at a time of each client's own
constexpr Duration kGrace = std::chrono::seconds(30); // past the server's own end of a watch

HttpRequest watchRequest(const ConnectionPtr &connection, const ResourceType &type, const ListOptions &options,
                         const QString &version)
{
    const int seconds = kShortestWatch + static_cast<int>(connection->random->bounded(kShortestWatch + 1));
    Query query = selectorQuery(options);
    query.append({{"watch", u"true"_s}, {"allowWatchBookmarks", u"true"_s}, {"timeoutSeconds", QString::number(seconds)}});
    if (version.isEmpty()) {
        query.append({{"sendInitialEvents", u"true"_s}, {"resourceVersionMatch", u"NotOlderThan"_s}});
    } else {
        query.append({"resourceVersion", version});
    }
    HttpRequest request = jsonRequest(connection, "GET", withQuery(collectionPath(type, options.ns), query));
    if (options.metadataOnly) {
        request.headers = {metadataAccept(false)};
    }
    request.reading = HttpRequest::Reading::JsonLines;
    request.deadline = std::chrono::seconds(seconds) + kGrace;
    request.answersWithin = connection->requestDeadline;
    request.quiet = connection->watchQuiet;
    return request;
}

/// One stream from its begin to its end. An error: why it broke; `stream` knows whether the list must be read again.
Async<void> follow(ConnectionPtr connection, ResourceType type, ListOptions options, std::shared_ptr<WatchStream> stream,
                   QString doing, CancelToken cancel)
{
    const bool beginsWithAll = stream->needsList();
    const StreamListener listener{.accepted = [stream](const HttpAnswer &) { stream->accepted(); },
                                  .lines = [stream](const QList<HttpLine> &lines) { stream->lines(lines); }};
    const CancelToken open = stream->open();
    const auto answer = co_await callForLines(connection, watchRequest(connection, type, options, stream->resourceVersion()),
                                              listener, doing, open);
    if (cancel.isCancelled()) {
        co_return failure(Error::Kind::Cancelled, doing, Text::tr("The watch was stopped."));
    }
    if (stream->cannotGather() || (beginsWithAll && answer && (answer->status == 400 || answer->status == 422))) {
        // A server without it: list, then watch. Where the fault is another one, the list will say it.
        const QString why = answer ? answer->json["message"_L1].toString() : QString();
        connection->streamsLists = !stream->cannotGather() && !why.contains("sendInitialEvents"_L1);
        stream->listPlainly();
        co_return {};
    }
    if (!stream->serverProblem().isEmpty()) {
        co_return failure(Error::Kind::Internal, doing, stream->serverProblem());
    }
    if (open.isCancelled()) {
        co_return {}; // the version is gone
    }
    if (!answer && answer.error().kind == Error::Kind::Timeout && stream->endsInSilence()) {
        co_return {};
    }
    if (!answer) {
        co_return failure(answer);
    }
    if (isExpired(answer->status, answer->json["reason"_L1].toString()) || isFromTheFuture(answer->json)) {
        stream->forgetVersion();
        co_return {};
    }
    if (!answer->isGood()) {
        co_return failure(statusError(*answer, connection->host(), doing));
    }
    co_return {};
}

Async<void> listOnce(ConnectionPtr connection, ResourceType type, ListOptions options, std::shared_ptr<WatchStream> stream,
                     QString doing, CancelToken cancel)
{
    auto listed = co_await list(connection, type, options, cancel);
    if (!listed) {
        co_return failure(listed);
    }
    if (listed->resourceVersion.isEmpty()) {
        co_return failure(Error::Kind::Unreachable, doing,
                          Text::tr("%1 gave a list without a version, so it cannot be watched.").arg(connection->host()));
    }
    stream->listed(std::move(*listed));
    co_return {};
}

} // namespace

Async<void> watch(ConnectionPtr connection, ResourceType type, ListOptions options, std::function<void(WatchEvent)> sink,
                  CancelToken cancel)
{
    const QString doing = Text::tr("watching %1").arg(collectionLabel(type, options.ns));
    const auto stream = std::make_shared<WatchStream>(std::move(sink), type, cancel);
    stream->noteIn(options.freshness, connection->clock);
    Pauses pauses(connection->random);
    for (int changes = connection->serverChanges;;) {
        if (std::exchange(changes, connection->serverChanges) != connection->serverChanges) {
            stream->forgetVersion(); // of another server
        }
        const bool isStreaming = connection->streamsLists && !stream->listsPlainly();
        const bool isListing = stream->needsList() && !isStreaming;
        const bool isGathering = stream->needsList() && isStreaming;
        Result<void> step;
        if (isListing) {
            step = co_await listOnce(connection, type, options, stream, doing, cancel);
        } else {
            step = co_await follow(connection, type, options, stream, doing, cancel);
        }
        if (cancel.isCancelled()) {
            co_return failure(Error::Kind::Cancelled, doing, Text::tr("The watch was stopped."));
        }
        if (!step && !pauses.mayHelp(step.error())) {
            co_return failure(step);
        }
        if (isListing ? step.has_value() : stream->hasHeard() && !stream->isGathering()) {
            pauses.reset();
        }
        if (!step) {
            stream->lost(step.error().detail);
        } else if (isListing || (isGathering && stream->listsPlainly()) || (stream->hasHeard() && !stream->needsList())) {
            continue; // a watch that lived and ended is the server's habit: go on at once
        }
        if (const auto slept = co_await sleep(*connection->clock, pauses.next(), cancel); !slept) {
            co_return failure(Error::Kind::Cancelled, doing, Text::tr("The watch was stopped."));
        }
    }
}

} // namespace sentinel::kube
