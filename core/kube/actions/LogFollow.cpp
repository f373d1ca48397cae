// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/LogFollow.h"

#include "core/base/SafeText.h"
#include "core/kube/actions/ContainerRun.h"
#include "core/kube/actions/LogWindow.h"
#include "core/kube/transport/Pauses.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kMostTries = 5; // of a log that is not followed
constexpr int kMostDoubts = 3; // looks at the pod before a hole is believed

/// Where the reading of one log stands. Shared by the flow and what the streams call.
struct Reading
{
    ApiPtr api;
    std::shared_ptr<Clock> clock;
    ObjectName pod;
    LogWish wish;
    std::function<void(LogEvent)> sink;
    CancelToken cancel;

    LogWindow window{};
    QString lastTime{};
    bool isDisconnected = false;

    // Of the stream that is open.
    CancelSource stream{};
    CancelToken::Registration link{};
    bool believesHoles = true; ///< one is told; otherwise the stream is cut, since it may be the log of the container's next run
    bool isDoubtful = false; ///< cut for that
    bool isHoleTold = false;
    qint64 news = 0; ///< lines
    qint64 firstNews = 0; ///< time of the first of them; 0: none yet

    void tell(LogEvent event)
    {
        if (!cancel.isCancelled()) {
            sink(std::move(event));
        }
    }
    void connected()
    {
        if (std::exchange(isDisconnected, false)) {
            tell({.type = LogEvent::Type::Reconnected});
        }
    }
    void disconnected(const QString &why)
    {
        if (!std::exchange(isDisconnected, true)) {
            tell({.type = LogEvent::Type::Disconnected, .text = why});
        }
    }
    void lost(const QString &why) { tell({.type = LogEvent::Type::Lost, .time = lastTime, .text = why}); }

    void take(QByteArrayView raw)
    {
        if (isDoubtful) {
            return;
        }
        connected();
        const qsizetype space = raw.indexOf(' ');
        const auto time = logTime(space < 0 ? raw : raw.first(space));
        if (!time) {
            ++news;
            tell({.text = safeLine(raw)}); // a word of the kubelet's own
            return;
        }
        const QByteArrayView text = space < 0 ? QByteArrayView() : raw.sliced(space + 1);
        if (window.knows(*time, text)) {
            return;
        }
        if (window.hasHole() && !std::exchange(isHoleTold, true)) {
            if (!believesHoles) {
                isDoubtful = true;
                stream.cancel();
                return;
            }
            lost(Text::tr("The log was turned over while the connection was away."));
        }
        window.keep(*time, text);
        firstNews = news++ == 0 ? *time : firstNews;
        lastTime = safeLine(space < 0 ? raw : raw.first(space));
        tell({.time = lastTime, .text = safeLine(text)});
    }
};
using ReadingPtr = std::shared_ptr<Reading>;

/// What the next stream is asked with: from the line told last, or as it was wished.
LogOptions optionsOf(const Reading &reading, const QString &container, bool previous)
{
    LogOptions options{
        .container = container, .previous = previous, .follow = reading.wish.follow && !previous, .timestamps = true};
    options.sinceTime = reading.window.since();
    if (options.sinceTime.isEmpty()) {
        options.tailLines = reading.wish.tailLines;
        options.since = reading.wish.since;
        options.sinceTime = reading.wish.sinceTime;
    }
    return options;
}

Async<void> readOnce(ReadingPtr reading, LogOptions options, bool believesHoles)
{
    reading->window.begin();
    reading->stream = {};
    reading->link = reading->cancel.onCancel([stream = reading->stream]() mutable { stream.cancel(); });
    reading->believesHoles = believesHoles;
    reading->isDoubtful = false;
    reading->isHoleTold = false;
    reading->news = 0;
    reading->firstNews = 0;
    return reading->api->logs(
        reading->pod, std::move(options), [reading](const QByteArray &line) { reading->take(line); }, reading->stream.token());
}

Async<ContainerRun> look(ReadingPtr reading)
{
    const ResourceType pods{.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s};
    const auto pod = co_await reading->api->get(pods, reading->pod, reading->cancel);
    if (pod) {
        co_return containerRun(*pod, reading->wish.container);
    }
    if (pod.error().kind == Error::Kind::NotFound || pod.error().kind == Error::Kind::Cancelled) {
        co_return failure(pod);
    }
    co_return ContainerRun{.container = reading->wish.container}; // not for our eyes, or away: the log may still be
}

/// The container has been started again: what was left of its last run, then nothing of it is of use any more.
Async<void> turnOver(ReadingPtr reading, ContainerRun before, ContainerRun now)
{
    const bool isSamePod = now.podUid == before.podUid;
    if (isSamePod && now.restarts == before.restarts + 1) {
        const auto rest = co_await readOnce(reading, optionsOf(*reading, now.container, true), true);
        if (!rest && rest.error().kind == Error::Kind::Cancelled) {
            co_return failure(rest);
        }
        if (!rest) {
            reading->lost(Text::tr("The end of the run before this one cannot be read: %1").arg(rest.error().detail));
        }
    } else {
        reading->lost(isSamePod ? Text::tr("The container was started more than once while the connection was away.")
                                : Text::tr("There is another pod of this name now."));
    }
    reading->connected();
    reading->tell({.type = LogEvent::Type::Restarted, .text = QString::number(now.restarts)});
    reading->window.clear();
    reading->wish.tailLines = -1; // of the new run every line is wanted
    reading->wish.since = {};
    reading->wish.sinceTime.clear();
    co_return {};
}

Async<void> readToItsEnd(ReadingPtr reading, Pauses pauses)
{
    const auto run = co_await look(reading);
    if (!run) {
        co_return failure(run);
    }
    for (int tries = 1;; ++tries) {
        const auto read = co_await readOnce(reading, optionsOf(*reading, run->container, reading->wish.previous), true);
        if (read || !mendsItself(read.error()) || tries == kMostTries) {
            co_return read;
        }
        reading->disconnected(read.error().detail);
        if (const auto slept = co_await sleep(*reading->clock, pauses.next(), reading->cancel); !slept) {
            co_return failure(slept);
        }
    }
}

/// What a stream that ended means, with a look at the pod since.
enum class Turn { Over, Anew, OnAtOnce, OnLater };

Turn turnAfter(const Result<void> &stream, const Reading &reading, const ContainerRun &before, const ContainerRun &now)
{
    const bool isAnother = now.isKnown && before.isKnown && (now.podUid != before.podUid || now.restarts != before.restarts);
    // What came may have been of the new run already, before the pod said that there is one.
    const bool wasOfNow = reading.firstNews > 0 && now.startedAt > 0 && reading.firstNews >= now.startedAt;
    if (isAnother && !wasOfNow) {
        return Turn::Anew;
    }
    if (stream && (now.isKnown ? now.isOver : reading.news == 0)) {
        return Turn::Over;
    }
    return stream && reading.news > 0 ? Turn::OnAtOnce : Turn::OnLater;
}

Async<void> goOn(ReadingPtr reading, Pauses pauses)
{
    auto run = co_await look(reading);
    if (!run) {
        co_return failure(run);
    }
    bool hasRead = false;
    for (int doubts = 0;;) {
        const auto stream = co_await readOnce(reading, optionsOf(*reading, run->container, false), doubts >= kMostDoubts);
        const bool waitsToStart = !stream && stream.error().kind == Error::Kind::Invalid && run->isKnown && !run->isRunning;
        if (reading->cancel.isCancelled() || (!stream && !mendsItself(stream.error()) && !waitsToStart && !reading->isDoubtful)) {
            const bool isGone = hasRead && !stream && stream.error().kind == Error::Kind::NotFound;
            co_return isGone ? Result<void>() : stream;
        }
        hasRead = hasRead || stream;
        doubts = reading->isDoubtful ? doubts + 1 : 0;
        if (!stream && !waitsToStart && !reading->isDoubtful) {
            reading->disconnected(stream.error().detail);
        }
        const auto now = co_await look(reading);
        if (!now) {
            co_return now.error().kind == Error::Kind::NotFound ? Result<void>() : failure(now);
        }
        const Turn turn = turnAfter(stream, *reading, *run, *now);
        if (turn == Turn::Over) {
            co_return {};
        }
        if (turn == Turn::Anew) {
            if (const auto turned = co_await turnOver(reading, *run, *now); !turned) {
                co_return failure(turned);
            }
        }
        run = now->isKnown ? now : run;
        if (turn != Turn::OnLater) {
            pauses.reset();
            continue;
        }
        if (const auto slept = co_await sleep(*reading->clock, pauses.next(), reading->cancel); !slept) {
            co_return failure(slept);
        }
    }
}

Async<void> named(Async<void> work, QString doing)
{
    auto outcome = co_await work;
    if (!outcome) {
        outcome.error().doing = doing;
    }
    co_return outcome;
}

} // namespace

Async<void> followLog(ApiPtr api, std::shared_ptr<Clock> clock, ObjectName pod, LogWish wish, std::function<void(LogEvent)> sink,
                      CancelToken cancel)
{
    const QString doing = Text::tr("reading the log of Pod %1/%2").arg(pod.ns, pod.name);
    const auto reading = std::make_shared<Reading>(Reading{.api = std::move(api),
                                                           .clock = std::move(clock),
                                                           .pod = std::move(pod),
                                                           .wish = std::move(wish),
                                                           .sink = std::move(sink),
                                                           .cancel = std::move(cancel)});
    const Pauses pauses(std::make_shared<QRandomGenerator>(QRandomGenerator::global()->generate()));
    const bool follows = reading->wish.follow && !reading->wish.previous;
    return named(follows ? goOn(reading, pauses) : readToItsEnd(reading, pauses), doing);
}

} // namespace sentinel::kube
