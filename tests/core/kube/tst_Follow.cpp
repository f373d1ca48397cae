// SPDX-License-Identifier: GPL-3.0-or-later
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"
#include "core/kube/rows/ObjectFeed.h"
#include "tests/support/Tries.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

QJsonObject pod(const QString &name, int version, const QString &phase = u"Running"_s)
{
    return {{u"metadata"_s,
             QJsonObject{{u"namespace"_s, u"shop"_s},
                         {u"name"_s, name},
                         {u"uid"_s, u"uid-"_s + name},
                         {u"resourceVersion"_s, QString::number(version)}}},
            {u"status"_s, QJsonObject{{u"phase"_s, phase}}}};
}

QJsonObject page(const QStringList &names, int version, const QString &place = {}, int remaining = -1)
{
    QJsonArray items;
    for (const QString &name : names) {
        items.append(pod(name, version));
    }
    QJsonObject metadata{{u"resourceVersion"_s, QString::number(version)}};
    if (!place.isEmpty()) {
        metadata.insert(u"continue"_s, place);
    }
    if (remaining >= 0) {
        metadata.insert(u"remainingItemCount"_s, remaining);
    }
    return {{u"kind"_s, u"PodList"_s}, {u"metadata"_s, metadata}, {u"items"_s, items}};
}

QByteArray watchFrame(const QString &type, const QJsonObject &object)
{
    return QJsonDocument(QJsonObject{{u"type"_s, type}, {u"object"_s, object}}).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray bookmark(int version, bool isInitialEnd = false)
{
    QJsonObject metadata{{u"resourceVersion"_s, QString::number(version)}};
    if (isInitialEnd) {
        metadata.insert(u"annotations"_s, QJsonObject{{u"k8s.io/initial-events-end"_s, u"true"_s}});
    }
    return watchFrame(u"BOOKMARK"_s, {{u"metadata"_s, metadata}});
}

QByteArray gone()
{
    return watchFrame(u"ERROR"_s, statusObject(410, u"Expired"_s, u"too old resource version"_s));
}

} // namespace

class FollowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pagesComeAsTheyAreReadAndThenItIsLive();
    void protobufIsAskedForAndRead();
    void aPlaceThatIsForgottenBeginsTheListAgain();
    void theLastAttemptAsksForEverythingAtOnce();
    void listingAgainReplaces();
    void itGoesOnFromTheLastBookmark();
    void aWatchThatEndsIsTakenUpAgainWhereItWas();
    void aVersionFromTheFutureIsListedAgain();
    void eventsToldTwiceOrLateChangeNothing();
    void whatIsNoEventIsSaidAndMended();
    void aStreamedListTakesOneRequest();
    void anOldServerIsListedInstead();
    void aRefusalIsTheEnd();
    void aRefusalOfAMomentIsNot();
    void goingOnFromAVersionTheServerStillKnowsIsLive();
    void metadataIsAskedForOfSecrets();
    void anyApiFeedsAStore();

private:
    using Step = std::function<void(QHttpServerResponder &)>;

    /// Answers lists and watches with the next of their steps; when watches have run out, one stays open.
    void start(ListOptions options = {.ns = u"shop"_s})
    {
        m_server->answer = [this](const Seen &seen, QHttpServerResponder &responder) {
            auto &steps = seen.query.hasQueryItem(u"watch"_s) ? m_watches : m_lists;
            if (!steps.isEmpty()) {
                return steps.takeFirst()(responder);
            }
            responder.writeBeginChunked("application/json");
            m_open.push_back(std::move(responder));
        };
        m_feed = std::make_unique<ObjectFeed>(m_api, m_type, std::move(options), m_clock, FeedOptions{.pace = Duration(0)});
        connect(m_feed.get(), &ObjectFeed::stateChanged, this, [this] { m_states.append(m_feed->state().phase); });
        m_feed->start();
    }
    static Step replies(const QJsonObject &body)
    {
        return [body](QHttpServerResponder &responder) { reply(responder, 200, body); };
    }
    static Step refuses(int code, const QString &reason)
    {
        return [code, reason](QHttpServerResponder &responder) { reply(responder, code, statusObject(code, reason, u"no"_s)); };
    }
    /// A watch that tells this and ends.
    static Step tells(const QByteArray &lines)
    {
        return [lines](QHttpServerResponder &responder) {
            responder.writeBeginChunked("application/json");
            responder.writeEndChunked(lines, {});
        };
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (RowId row = 0; row < m_feed->store().end(); ++row) {
            if (m_feed->store().contains(row)) {
                names.append(m_feed->store().name(row).name);
            }
        }
        names.sort();
        return names;
    }
    [[nodiscard]] QString statusOf(const QString &name) const
    {
        const auto row = m_feed->store().find(u"shop"_s, name);
        return row ? m_feed->store().string(*row, m_feed->store().column(Field::Status)) : QString();
    }
    [[nodiscard]] QList<Seen> seen(bool isWatch) const
    {
        QList<Seen> found;
        for (const Seen &each : m_server->seen) {
            if (each.query.hasQueryItem(u"watch"_s) == isWatch) {
                found.append(each);
            }
        }
        return found;
    }
    [[nodiscard]] bool isLive() const { return m_feed->state().phase == FeedState::Phase::Live; }

    Authority m_authority;
    std::unique_ptr<ScriptedServer> m_server;
    std::shared_ptr<EagerClock> m_clock;
    std::shared_ptr<HttpApi> m_api;
    std::unique_ptr<ObjectFeed> m_feed;
    ResourceType m_type;
    QList<Step> m_lists;
    QList<Step> m_watches;
    std::vector<QHttpServerResponder> m_open;
    QList<FeedState::Phase> m_states;
};

void FollowTest::init()
{
    m_type = kPods;
    m_server = std::make_unique<ScriptedServer>(m_authority);
    m_clock = std::make_shared<EagerClock>();
    m_api = std::make_shared<HttpApi>(m_server->access(), HttpOptions{.seed = 1}, m_clock);
}

void FollowTest::cleanup()
{
    m_feed.reset();
    m_api.reset();
    m_open.clear();
    m_server.reset();
    m_lists.clear();
    m_watches.clear();
    m_states.clear();
}

void FollowTest::pagesComeAsTheyAreReadAndThenItIsLive()
{
    m_lists = {replies(page({u"a"_s, u"b"_s}, 7, u"next"_s, 1)), {}};
    std::optional<QHttpServerResponder> second;
    m_lists[1] = [&second](QHttpServerResponder &responder) { second.emplace(std::move(responder)); };
    start();
    QTRY_VERIFY(second.has_value());
    QTRY_COMPARE(names(), (QStringList{u"a"_s, u"b"_s})); // before the rest is there
    QTRY_COMPARE(m_feed->state().loaded, 2);
    QCOMPARE(m_feed->state().expected, 3);
    reply(*second, 200, page({u"c"_s}, 7));
    QTRY_VERIFY(isLive());
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QTRY_COMPARE(seen(true).size(), 1);
    QCOMPARE(seen(true).first().asked(u"resourceVersion"_s), u"7"_s);
    QCOMPARE(seen(true).first().asked(u"allowWatchBookmarks"_s), u"true"_s);
    QCOMPARE(seen(false)[1].asked(u"continue"_s), u"next"_s);
    QVERIFY(m_feed->heardAt().isValid());
}

void FollowTest::protobufIsAskedForAndRead()
{
    QFile body(QStringLiteral(SENTINEL_SOURCE_DIR "/tests/core/kube/rows/pods.pb"));
    QVERIFY(body.open(QIODevice::ReadOnly));
    const QByteArray list = body.readAll();
    m_lists = {[&](QHttpServerResponder &responder) {
        QHttpHeaders headers;
        headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/vnd.kubernetes.protobuf");
        responder.write(list, headers, QHttpServerResponder::StatusCode::Ok);
    }};
    start();
    QTRY_VERIFY(isLive());
    QCOMPARE(m_feed->store().size(), 20);
    QVERIFY(seen(false).first().headers.value("accept").startsWith("application/vnd.kubernetes.protobuf"));
}

void FollowTest::aPlaceThatIsForgottenBeginsTheListAgain()
{
    m_lists = {replies(page({u"a"_s, u"old"_s}, 7, u"next"_s)), refuses(410, u"Expired"_s), replies(page({u"a"_s}, 9, u"more"_s)),
               replies(page({u"b"_s}, 9))};
    start();
    QTRY_VERIFY(isLive());
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s}));
    QTRY_COMPARE(seen(true).size(), 1);
    QCOMPARE(seen(true).first().asked(u"resourceVersion"_s), u"9"_s);
}

void FollowTest::theLastAttemptAsksForEverythingAtOnce()
{
    for (int attempt = 0; attempt < 3; ++attempt) {
        m_lists.append({replies(page({u"a"_s}, 7, u"next"_s)), refuses(410, u"Expired"_s)});
    }
    m_lists.append(replies(page({u"a"_s, u"b"_s}, 9)));
    start();
    QTRY_VERIFY(isLive());
    QVERIFY(!seen(false).last().query.hasQueryItem(u"limit"_s));
    QCOMPARE(names().size(), 2);
}

void FollowTest::listingAgainReplaces()
{
    m_lists = {replies(page({u"a"_s, u"b"_s}, 7)), replies(page({u"b"_s, u"c"_s}, 20))};
    m_watches = {tells(watchFrame(u"MODIFIED"_s, pod(u"a"_s, 8, u"Failed"_s)) + gone())};
    start();
    QTRY_COMPARE(names(), (QStringList{u"b"_s, u"c"_s}));
    QTRY_COMPARE(seen(true).size(), 2);
    QCOMPARE(seen(true).last().asked(u"resourceVersion"_s), u"20"_s);
    QVERIFY(!m_states.contains(FeedState::Phase::Stale)); // nothing was lost on the way
}

void FollowTest::itGoesOnFromTheLastBookmark()
{
    m_lists = {replies(page({u"a"_s}, 7))};
    m_watches = {tells(watchFrame(u"ADDED"_s, pod(u"b"_s, 8)) + bookmark(50))};
    start();
    QTRY_COMPARE(seen(true).size(), 2);
    QCOMPARE(seen(true).last().asked(u"resourceVersion"_s), u"50"_s);
    QCOMPARE(seen(false).size(), 1);
    QTRY_COMPARE(names().size(), 2);
}

void FollowTest::aWatchThatEndsIsTakenUpAgainWhereItWas()
{
    m_lists = {replies(page({u"a"_s}, 7))};
    m_watches = {tells(watchFrame(u"DELETED"_s, pod(u"a"_s, 9))), tells(""), tells(watchFrame(u"ADDED"_s, pod(u"b"_s, 12)))};
    start();
    QTRY_COMPARE(seen(true).size(), 4);
    QCOMPARE(seen(true)[1].asked(u"resourceVersion"_s), u"9"_s);
    QCOMPARE(seen(true)[3].asked(u"resourceVersion"_s), u"12"_s);
    QTRY_COMPARE(names(), QStringList{u"b"_s});
    QCOMPARE(m_clock->waits.size(), 1); // only after the one that said nothing
}

void FollowTest::aVersionFromTheFutureIsListedAgain()
{
    m_lists = {replies(page({u"a"_s}, 700)), replies(page({u"b"_s}, 5))};
    m_watches = {[](QHttpServerResponder &responder) {
        const QJsonObject cause{{u"reason"_s, u"ResourceVersionTooLarge"_s}};
        reply(responder, 504,
              statusObject(504, u"Timeout"_s, u"Too large resource version: 700"_s, {{u"causes"_s, QJsonArray{cause}}}));
    }};
    start();
    QTRY_COMPARE(names(), QStringList{u"b"_s}); // although its version is an earlier one
}

void FollowTest::eventsToldTwiceOrLateChangeNothing()
{
    m_lists = {replies(page({u"a"_s, u"b"_s}, 7))};
    m_watches = {tells(watchFrame(u"MODIFIED"_s, pod(u"a"_s, 9, u"Failed"_s))
                       + watchFrame(u"MODIFIED"_s, pod(u"a"_s, 8, u"Pending"_s)) + watchFrame(u"DELETED"_s, pod(u"b"_s, 11))
                       + watchFrame(u"MODIFIED"_s, pod(u"b"_s, 10)) + watchFrame(u"DELETED"_s, pod(u"b"_s, 11)))};
    start();
    QTRY_COMPARE(seen(true).size(), 2);
    QTRY_COMPARE(names(), QStringList{u"a"_s});
    QCOMPARE(statusOf(u"a"_s), u"Failed"_s);
}

void FollowTest::whatIsNoEventIsSaidAndMended()
{
    m_lists = {replies(page({u"a"_s}, 7))};
    m_watches = {tells(watchFrame(u"ADDED"_s, pod(u"b"_s, 8)) + "{\"type\":\"ADDED\",\"object\":\n"),
                 tells(watchFrame(u"ADDED"_s, pod(u"c"_s, 9)).chopped(20))}; // a stream that is cut off has lost its last event
    start();
    QTRY_VERIFY(seen(true).size() >= 3);
    QVERIFY(m_states.contains(FeedState::Phase::Stale));
    QCOMPARE(seen(true)[1].asked(u"resourceVersion"_s), u"8"_s);
    QCOMPARE(seen(true)[2].asked(u"resourceVersion"_s), u"8"_s);
    QCOMPARE(seen(false).size(), 1);
    QTRY_VERIFY(isLive());
}

void FollowTest::aStreamedListTakesOneRequest()
{
    const QByteArray all = watchFrame(u"ADDED"_s, pod(u"a"_s, 3)) + watchFrame(u"ADDED"_s, pod(u"b"_s, 2)) + bookmark(40, true)
        + watchFrame(u"DELETED"_s, pod(u"a"_s, 41));
    m_watches = {tells(all)};
    start({.ns = u"shop"_s, .streams = true});
    QTRY_COMPARE(seen(true).size(), 2);
    QCOMPARE(seen(false).size(), 0);
    QCOMPARE(seen(true).first().asked(u"sendInitialEvents"_s), u"true"_s);
    QCOMPARE(seen(true).first().asked(u"resourceVersionMatch"_s), u"NotOlderThan"_s);
    QCOMPARE(seen(true).last().asked(u"resourceVersion"_s), u"41"_s);
    QVERIFY(isLive());
    QTRY_COMPARE(names(), QStringList{u"b"_s});
}

void FollowTest::anOldServerIsListedInstead()
{
    m_watches = {refuses(422, u"Invalid"_s)};
    m_lists = {replies(page({u"a"_s}, 7))};
    start({.ns = u"shop"_s, .streams = true});
    QTRY_VERIFY(isLive());
    QCOMPARE(names(), QStringList{u"a"_s});
    QVERIFY(m_clock->waits.isEmpty());
}

void FollowTest::aRefusalIsTheEnd()
{
    m_lists = {refuses(403, u"Forbidden"_s)};
    start();
    QTRY_COMPARE(m_feed->state().phase, FeedState::Phase::Failed);
    QVERIFY(m_feed->state().error);
    QCOMPARE(m_feed->state().error->kind, Error::Kind::Forbidden);
    QCOMPARE(m_server->seen.size(), 1);
}

void FollowTest::aRefusalOfAMomentIsNot()
{
    m_lists = {replies(page({u"a"_s}, 7))};
    m_watches = {refuses(403, u"Forbidden"_s)};
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QTRY_VERIFY(isLive());
    QVERIFY(m_states.contains(FeedState::Phase::Stale));
}

void FollowTest::goingOnFromAVersionTheServerStillKnowsIsLive()
{
    start({.since = u"7"_s});
    QTRY_VERIFY(isLive());
    QCOMPARE(seen(false).size(), 0);
}

void FollowTest::metadataIsAskedForOfSecrets()
{
    m_type = {.group = {}, .version = u"v1"_s, .kind = u"Secret"_s, .plural = u"secrets"_s};
    m_lists = {replies(page({u"a"_s}, 7))};
    start();
    QTRY_VERIFY(isLive());
    QVERIFY(seen(false).first().headers.value("accept").contains("as=PartialObjectMetadataList"));
    QTRY_COMPARE(seen(true).size(), 1);
    QVERIFY(seen(true).first().headers.value("accept").contains("as=PartialObjectMetadata;"));
}

void FollowTest::anyApiFeedsAStore()
{
    m_lists = {replies(page({u"a"_s, u"b"_s}, 7))};
    // The first watch asks for what there is; this server is too old for that.
    m_watches
        = {refuses(422, u"Invalid"_s), tells(watchFrame(u"DELETED"_s, pod(u"a"_s, 9)) + watchFrame(u"ADDED"_s, pod(u"c"_s, 10)))};
    m_server->answer = [this](const Seen &seen, QHttpServerResponder &responder) {
        auto &steps = seen.query.hasQueryItem(u"watch"_s) ? m_watches : m_lists;
        if (!steps.isEmpty()) {
            return steps.takeFirst()(responder);
        }
        responder.writeBeginChunked("application/json");
        m_open.push_back(std::move(responder));
    };
    const auto rows = std::make_shared<RowMailbox>(rowLayout(kPods));
    ObjectStore store(rowLayout(kPods));
    RowBatch batch(rowLayout(kPods));
    CancelSource stop;
    rows->listen(this, [&] {
        if (rows->take(batch)) {
            store.apply(batch);
        }
    });
    deliver(m_api->Api::follow(kPods, {.ns = u"shop"_s}, rows, stop.token()), this, [](const Result<void> &) { });
    QTRY_VERIFY(store.find(u"shop"_s, u"c"_s));
    QVERIFY(!store.find(u"shop"_s, u"a"_s));
    QCOMPARE(store.size(), 2);
    rows->ignore();
    stop.cancel();
}

QTEST_GUILESS_MAIN(FollowTest)
#include "tst_Follow.moc"
