// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/Follow.h"

#include "core/base/OperationRun.h"
#include "core/kube/requests/FollowRequests.h"
#include "core/kube/requests/List.h"
#include "core/kube/requests/Paths.h"
#include "core/kube/requests/StatusError.h"
#include "core/kube/rows/RowDecoder.h"
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

/// Where following stands.
struct Course
{
    ConnectionPtr connection;
    ResourceType type;
    ListOptions options;
    std::shared_ptr<RowMailbox> rows;
    QString doing;
    QString version{}; ///< where to go on from; empty: list again
    bool streams = false; ///< the list comes by a watch
    bool isLive = false; ///< Live was told, and nothing since
    bool isLost = false; ///< Stale was told, Live not yet
    bool wasAccepted = false; ///< the watch that just ended, or is open
    bool hasHeard = false; ///< the watch that just ended lived

    void tellLive()
    {
        isLive = true;
        isLost = false;
        rows->tell({.phase = FeedState::Phase::Live});
    }
    void tellLost(const Error &why)
    {
        isLive = false;
        if (!std::exchange(isLost, true)) {
            rows->tell({.phase = FeedState::Phase::Stale, .problem = why.detail, .since = rows->heardAt()});
        }
    }
};
using CoursePtr = std::shared_ptr<Course>;

HttpRequest watchRequest(const Course &course, std::shared_ptr<WatchDecoder> decoder)
{
    const int seconds = kShortestWatch + static_cast<int>(course.connection->random->bounded(kShortestWatch + 1));
    Query query = selectorQuery(course.options);
    query.append({{"watch", u"true"_s}, {"allowWatchBookmarks", u"true"_s}, {"timeoutSeconds", QString::number(seconds)}});
    if (decoder->isInitial()) {
        query.append({{"sendInitialEvents", u"true"_s}, {"resourceVersionMatch", u"NotOlderThan"_s}});
    } else {
        query.append({"resourceVersion", course.version});
    }
    return {.target = withQuery(collectionPath(course.type, course.options.ns), query),
            .headers = {acceptOf(course.rows->layout(), false)},
            .reading = HttpRequest::Reading::Chunks,
            .chunks = std::move(decoder),
            .deadline = std::chrono::seconds(seconds) + kGrace,
            .answersWithin = course.connection->requestDeadline,
            .quiet = course.connection->watchQuiet};
}

/// Old servers do not know the list that comes by a watch.
bool refusesStream(const HttpAnswer &answer)
{
    return answer.status == 400 || answer.status == 403 || answer.status == 422;
}

/// What the end of a watch means for where to go on from.
Result<void> judge(Course &course, const WatchDecoder &decoder, HttpAnswer &answer)
{
    readRefusal(answer);
    const QJsonObject &status = decoder.refusal().isEmpty() ? answer.json : decoder.refusal();
    const int code = decoder.refusal().isEmpty() ? answer.status : status["code"_L1].toInt();
    if (isExpired(code, status["reason"_L1].toString()) || isFromTheFuture(status)) {
        course.version.clear();
        return {};
    }
    if (!decoder.refusal().isEmpty()) {
        const QString sentence = plainLine(status["message"_L1].toString());
        return failure(Error::Kind::Internal, course.doing,
                       sentence.isEmpty() ? Text::tr("The server ended the watch without a reason.") : sentence);
    }
    if (!answer.isGood()) {
        return failure(statusError(answer, course.connection->host(), course.doing));
    }
    if (!decoder.problem().isEmpty()) {
        return failure(Error::Kind::Internal, course.doing, Text::tr("The watch brought something that is no event."));
    }
    return {};
}

/// One stream from its begin to its end.
Async<void> watchOnce(CoursePtr course, CancelToken cancel)
{
    const bool isInitial = course->version.isEmpty();
    const auto decoder = std::make_shared<WatchDecoder>(course->rows, isInitial);
    course->wasAccepted = false;
    const StreamListener listener{.accepted = [course, isInitial](const HttpAnswer &) {
        course->wasAccepted = true;
        if (!isInitial && !course->isLive) {
            course->tellLive();
        }
    }};
    auto answer = co_await callForLines(course->connection, watchRequest(*course, decoder), listener, course->doing, cancel);
    if (cancel.isCancelled()) {
        co_return failure(Error::Kind::Cancelled, course->doing, Text::tr("The watch was stopped."));
    }
    course->hasHeard = decoder->hasHeard();
    // What was told before it broke was told: go on from there.
    if (!decoder->version().isEmpty()) {
        course->version = decoder->version();
    }
    if (isInitial && !decoder->isInitial()) {
        course->isLive = true; // the decoder said so when it was complete
        course->isLost = false;
    }
    if (!answer && answer.error().kind == Error::Kind::Timeout && course->wasAccepted && !decoder->isInitial()) {
        course->hasHeard = true; // ended by silence: whether the server is there shows when the next one is opened
        co_return {};
    }
    if (!answer) {
        co_return failure(answer);
    }
    if (isInitial && refusesStream(*answer)) {
        course->streams = false;
        course->hasHeard = true; // no pause
        co_return {};
    }
    co_return judge(*course, *decoder, *answer);
}

Async<void> listOnce(CoursePtr course, CancelToken cancel)
{
    const auto version = co_await listRows(course->connection, course->type, course->options, course->rows, cancel);
    if (!version) {
        co_return failure(version);
    }
    course->version = *version;
    course->tellLive();
    co_return {};
}

} // namespace

Async<void> follow(ConnectionPtr connection, ResourceType type, ListOptions options, std::shared_ptr<RowMailbox> rows,
                   CancelToken cancel)
{
    const QString doing = Text::tr("watching %1").arg(collectionLabel(type, options.ns));
    Pauses pauses(connection->random);
    const auto clock = connection->clock;
    const bool streams = options.streams;
    const QString since = options.since;
    const auto course = std::make_shared<Course>(Course{.connection = std::move(connection),
                                                        .type = std::move(type),
                                                        .options = std::move(options),
                                                        .rows = std::move(rows),
                                                        .doing = doing,
                                                        .version = since,
                                                        .streams = streams});
    for (int changes = course->connection->serverChanges;;) {
        if (std::exchange(changes, course->connection->serverChanges) != course->connection->serverChanges) {
            course->version.clear(); // of another server
        }
        const bool isListing = course->version.isEmpty() && !course->streams;
        Result<void> step;
        if (isListing) {
            step = co_await listOnce(course, cancel);
        } else {
            step = co_await watchOnce(course, cancel);
        }
        if (cancel.isCancelled()) {
            co_return failure(Error::Kind::Cancelled, doing, Text::tr("The watch was stopped."));
        }
        if (!step && !pauses.mayHelp(step.error())) {
            co_return failure(step);
        }
        const bool wasAlive = !isListing && course->hasHeard;
        if (isListing ? step.has_value() : wasAlive) {
            pauses.reset();
        }
        if (!step) {
            course->tellLost(step.error());
        } else if (isListing || wasAlive) {
            continue; // a watch that lived and ended is the server's habit: go on at once
        }
        if (const auto slept = co_await sleep(*clock, pauses.next(), cancel); !slept) {
            co_return failure(Error::Kind::Cancelled, doing, Text::tr("The watch was stopped."));
        }
    }
}

} // namespace sentinel::kube
