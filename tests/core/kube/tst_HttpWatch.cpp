// SPDX-License-Identifier: GPL-3.0-or-later
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"
#include "tests/support/Tries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(const QString &type, const QString &name, int version)
{
    const QJsonObject object{{u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"resourceVersion"_s, QString::number(version)}}}};
    return QJsonDocument(QJsonObject{{u"type"_s, type}, {u"object"_s, object}}).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray errorEvent(int code, const QString &reason, const QString &message, const QJsonObject &details = {})
{
    return QJsonDocument(QJsonObject{{u"type"_s, u"ERROR"_s}, {u"object"_s, statusObject(code, reason, message, details)}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

QJsonObject listOf(const QStringList &names, int version)
{
    QJsonArray items;
    for (const QString &name : names) {
        items.append(QJsonObject{{u"metadata"_s, QJsonObject{{u"name"_s, name}}}});
    }
    return {{u"kind"_s, u"PodList"_s},
            {u"metadata"_s, QJsonObject{{u"resourceVersion"_s, QString::number(version)}}},
            {u"items"_s, items}};
}

QString textOf(const WatchEvent &event)
{
    const auto named = [](const Object &object) { return object[u"metadata"_s][u"name"_s].toString(); };
    switch (event.type) {
    case WatchEvent::Type::Added:
        return u"+"_s + named(event.object);
    case WatchEvent::Type::Modified:
        return u"~"_s + named(event.object);
    case WatchEvent::Type::Deleted:
        return u"-"_s + named(event.object);
    case WatchEvent::Type::Replaced: {
        QStringList names;
        for (const Object &object : event.objects) {
            names.append(named(object));
        }
        return u"="_s + names.join(u',');
    }
    case WatchEvent::Type::Disconnected:
        return u"disconnected"_s;
    case WatchEvent::Type::Reconnected:
        return u"reconnected"_s;
    }
    return {};
}

/// A server on a bare socket that knows no watch beginning with everything.
bool refusesToStream(QTcpSocket *socket, const QByteArray &request)
{
    if (!request.contains("sendInitialEvents")) {
        return false;
    }
    const QByteArray body
        = QJsonDocument(statusObject(422, u"Invalid"_s, u"sendInitialEvents: Forbidden"_s)).toJson(QJsonDocument::Compact);
    socket->write("HTTP/1.1 422 Unprocessable Entity\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    return true;
}

} // namespace

class HttpWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void itListsAndThenFollowsFromThere();
    void eventsCutAnywhereArriveWhole();
    void itAsksForBookmarksAndEndsAtATimeOfItsOwn();
    void afterTheServersEndItGoesOnFromTheLastBookmark();
    void aDroppedConnectionIsSaidAndMended();
    void aServerThatIsAwayIsWaitedForEverLonger();
    void aVersionThatIsGoneIsListedAgain_data();
    void aVersionThatIsGoneIsListedAgain();
    void anErrorOfTheServerIsResumed();
    void aLineThatIsNoEventIsADropAndNoCrash();
    void aRefusalEndsIt_data();
    void aRefusalEndsIt();
    void aServerThatRefusesForAMomentIsJustComingUp();
    void aSinkMayCancelInTheMiddle();
    void nothingIsToldAfterCancel();
    void aSlowReceiverGetsEverything();

private:
    /// Answers the lists with the next of `m_lists` (the last one for ever) and the watches by `m_watches` in turn; when these
    /// have run out, a watch stays open.
    void serve()
    {
        m_server->answer = [this](const Seen &seen, QHttpServerResponder &responder) {
            if (seen.query.hasQueryItem(u"sendInitialEvents"_s)) {
                // A server that knows it not, as up to 1.26 or with the gate off.
                m_server->seen.removeLast();
                return reply(responder, 422, statusObject(422, u"Invalid"_s, u"sendInitialEvents: Forbidden"_s));
            }
            if (!seen.query.hasQueryItem(u"watch"_s)) {
                return reply(responder, 200, m_lists.size() > 1 ? m_lists.takeFirst() : m_lists.first());
            }
            if (!m_watches.isEmpty()) {
                return m_watches.takeFirst()(responder);
            }
            responder.writeBeginChunked("application/json");
            m_open.push_back(std::move(responder));
        };
    }
    void start()
    {
        serve();
        deliver(m_api->watch(
                    kPods, {.ns = u"shop"_s},
                    [this](const WatchEvent &told) {
                        m_told.append(textOf(told));
                        if (m_onEvent) {
                            m_onEvent();
                        }
                    },
                    m_cancel.token()),
                this, [this](Result<void> ended) { m_ended = std::move(ended); });
    }
    [[nodiscard]] QList<Seen> watchesSeen() const
    {
        QList<Seen> watches;
        std::ranges::copy_if(m_server->seen, std::back_inserter(watches),
                             [](const Seen &seen) { return seen.query.hasQueryItem(u"watch"_s); });
        return watches;
    }
    static std::function<void(QHttpServerResponder &)> stream(const QByteArrayList &pieces)
    {
        return [pieces](QHttpServerResponder &responder) {
            responder.writeBeginChunked("application/json");
            for (const QByteArray &piece : pieces) {
                responder.writeChunk(piece);
            }
            responder.writeEndChunked({});
        };
    }
    static std::function<void(QHttpServerResponder &)> refusal(int status, const QJsonObject &body)
    {
        return [=](QHttpServerResponder &responder) { reply(responder, status, body); };
    }

    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<ScriptedServer> m_server;
    std::shared_ptr<EagerClock> m_clock;
    std::unique_ptr<HttpApi> m_api;
    QList<QJsonObject> m_lists;
    QList<std::function<void(QHttpServerResponder &)>> m_watches;
    std::vector<QHttpServerResponder> m_open;
    CancelSource m_cancel;
    QStringList m_told;
    std::function<void()> m_onEvent;
    std::optional<Result<void>> m_ended;
};

void HttpWatchTest::init()
{
    m_authority = std::make_unique<Authority>();
    m_server = std::make_unique<ScriptedServer>(*m_authority);
    m_clock = std::make_shared<EagerClock>();
    m_api = std::make_unique<HttpApi>(m_server->access(), HttpOptions{.seed = 5}, m_clock);
    m_lists = {listOf({u"a"_s, u"b"_s}, 10)};
    m_watches.clear();
    m_open.clear();
    m_cancel = {};
    m_told.clear();
    m_onEvent = {};
    m_ended.reset();
}

void HttpWatchTest::cleanup()
{
    m_cancel.cancel();
    QTRY_VERIFY(m_ended);
    m_api.reset();
    m_open.clear();
}

void HttpWatchTest::itListsAndThenFollowsFromThere()
{
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    m_open[0].writeChunk(line(u"ADDED"_s, u"c"_s, 11) + line(u"MODIFIED"_s, u"c"_s, 12));
    m_open[0].writeChunk(line(u"DELETED"_s, u"a"_s, 13));
    QTRY_COMPARE(m_told, QStringList({u"=a,b"_s, u"+c"_s, u"~c"_s, u"-a"_s}));
    QCOMPARE(watchesSeen().first().path, u"/api/v1/namespaces/shop/pods"_s);
    QCOMPARE(watchesSeen().first().asked(u"resourceVersion"_s), u"10"_s);
    m_cancel.cancel();
    QTRY_VERIFY(m_ended);
    QCOMPARE(m_ended->error().kind, Error::Kind::Cancelled);
}

void HttpWatchTest::eventsCutAnywhereArriveWhole()
{
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    const QByteArray bytes = line(u"ADDED"_s, u"täglich"_s, 11) + line(u"ADDED"_s, u"d"_s, 12);
    for (const char byte : bytes) {
        m_open[0].writeChunk(QByteArray(1, byte));
    }
    QTRY_COMPARE(m_told, QStringList({u"=a,b"_s, u"+täglich"_s, u"+d"_s}));
}

void HttpWatchTest::itAsksForBookmarksAndEndsAtATimeOfItsOwn()
{
    m_watches = QList<std::function<void(QHttpServerResponder &)>>(6, stream({line(u"BOOKMARK"_s, {}, 11)}));
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QSet<int> seconds;
    for (const Seen &seen : watchesSeen()) {
        QCOMPARE(seen.asked(u"allowWatchBookmarks"_s), u"true"_s);
        const int each = seen.asked(u"timeoutSeconds"_s).toInt();
        QVERIFY(each >= 300 && each <= 600);
        seconds.insert(each);
    }
    QVERIFY(seconds.size() > 1);
}

void HttpWatchTest::afterTheServersEndItGoesOnFromTheLastBookmark()
{
    m_watches = {stream({line(u"ADDED"_s, u"c"_s, 11), line(u"BOOKMARK"_s, {}, 40)}), stream({line(u"BOOKMARK"_s, {}, 50)})};
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    m_open[0].writeChunk(line(u"ADDED"_s, u"d"_s, 51));
    QTRY_COMPARE(m_told, QStringList({u"=a,b"_s, u"+c"_s, u"+d"_s})); // no word of disconnecting
    QCOMPARE(watchesSeen()[1].asked(u"resourceVersion"_s), u"40"_s);
    QCOMPARE(watchesSeen()[2].asked(u"resourceVersion"_s), u"50"_s);
    QCOMPARE(m_server->seen.size(), 4); // one list
    QVERIFY(m_clock->waits.isEmpty());
}

void HttpWatchTest::aDroppedConnectionIsSaidAndMended()
{
    RudeServer server(m_authority.get());
    QByteArrayList asked;
    QTcpSocket *watching = nullptr;
    server.onRequest = [&](QTcpSocket *socket, const QByteArray &request) {
        if (refusesToStream(socket, request)) {
            return;
        }
        asked.append(request.left(request.indexOf('\r')));
        if (!request.contains("watch=true")) {
            const QByteArray body = QJsonDocument(listOf({u"a"_s}, 10)).toJson(QJsonDocument::Compact);
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            return;
        }
        const QByteArray bytes = line(u"ADDED"_s, u"w%1"_s.arg(asked.size()), 10 + static_cast<int>(asked.size()));
        socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(bytes.size(), 16) + "\r\n"
                      + bytes + "\r\n");
        watching = socket;
        if (asked.size() < 3) {
            // Half an event, and gone.
            socket->write("20\r\n{\"type\":\"ADDED\",\"object\":{\"metada");
            socket->disconnectFromHost();
        }
    };
    m_api = std::make_unique<HttpApi>(server.access(), HttpOptions{.seed = 5}, m_clock);
    start();
    QTRY_COMPARE(m_told, QStringList({u"=a"_s, u"+w2"_s, u"disconnected"_s, u"reconnected"_s, u"+w3"_s}));
    QVERIFY(asked[2].contains("resourceVersion=12"));
    QCOMPARE(m_clock->waits.size(), 1);
}

void HttpWatchTest::aServerThatIsAwayIsWaitedForEverLonger()
{
    m_watches = QList<std::function<void(QHttpServerResponder &)>>(
        9, refusal(500, statusObject(500, u"InternalError"_s, u"no leader"_s)));
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QTRY_COMPARE(m_told, QStringList({u"=a,b"_s, u"disconnected"_s, u"reconnected"_s}));
    QCOMPARE(m_clock->waits.size(), 9);
    qint64 whole = 800;
    for (const Duration wait : std::as_const(m_clock->waits)) {
        QVERIFY2(wait.count() >= whole / 2 && wait.count() <= whole, qPrintable(QString::number(wait.count())));
        whole = std::min<qint64>(whole * 2, 30'000);
    }
}

void HttpWatchTest::aVersionThatIsGoneIsListedAgain_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("410 as the answer") << 0;
    QTest::newRow("410 in the stream") << 1;
    QTest::newRow("too large a version as the answer") << 2;
    QTest::newRow("too large a version in the stream") << 3;
}

void HttpWatchTest::aVersionThatIsGoneIsListedAgain()
{
    QFETCH(const int, way);
    const QJsonObject causes{{u"causes"_s, QJsonArray{QJsonObject{{u"reason"_s, u"ResourceVersionTooLarge"_s}}}}};
    const std::array<std::function<void(QHttpServerResponder &)>, 4> ways{
        refusal(410, statusObject(410, u"Expired"_s, u"too old resource version: 10 (90)"_s)),
        stream({errorEvent(410, u"Expired"_s, u"too old resource version"_s) + line(u"ADDED"_s, u"never"_s, 99)}),
        refusal(504, statusObject(504, u"Timeout"_s, u"Too large resource version: 10, current: 3"_s, causes)),
        stream({errorEvent(504, u"Timeout"_s, u"Too large resource version"_s, causes)})};
    m_lists = {listOf({u"a"_s, u"b"_s}, 10), listOf({u"b"_s, u"z"_s}, 90)};
    m_watches = {ways[static_cast<size_t>(way)]};
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QCOMPARE(m_told, QStringList({u"=a,b"_s, u"=b,z"_s}));
    QCOMPARE(watchesSeen().last().asked(u"resourceVersion"_s), u"90"_s);
}

void HttpWatchTest::anErrorOfTheServerIsResumed()
{
    m_watches
        = {stream({line(u"ADDED"_s, u"c"_s, 11), errorEvent(500, u"InternalError"_s, u"etcd event received with PrevKv=nil"_s)})};
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QTRY_COMPARE(m_told, QStringList({u"=a,b"_s, u"+c"_s, u"disconnected"_s, u"reconnected"_s}));
    QCOMPARE(watchesSeen().last().asked(u"resourceVersion"_s), u"11"_s);
}

void HttpWatchTest::aLineThatIsNoEventIsADropAndNoCrash()
{
    m_watches = {stream({"{\"type\":\"ADDED\",\"object\":\n"}), stream({"[]\n"}), stream({"{\"type\":\"ADDED\"}\n"})};
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QTRY_VERIFY(m_told.contains(u"reconnected"_s));
    QCOMPARE(m_told.first(), u"=a,b"_s);
    QVERIFY(!m_told.contains(u"+"_s));
}

void HttpWatchTest::aRefusalEndsIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::newRow("401") << 401 << static_cast<int>(Error::Kind::Unauthorized);
    QTest::newRow("403") << 403 << static_cast<int>(Error::Kind::Forbidden);
    QTest::newRow("404") << 404 << static_cast<int>(Error::Kind::Unsupported);
}

void HttpWatchTest::aRefusalEndsIt()
{
    QFETCH(const int, status);
    const auto refuses = refusal(status, statusObject(status, u"x"_s, u"no"_s));
    m_watches = {stream({line(u"BOOKMARK"_s, {}, 11)}), refuses, refuses, refuses, refuses, refuses, refuses, refuses};
    start();
    QTRY_VERIFY(m_ended);
    QVERIFY(!*m_ended);
    QTEST(static_cast<int>(m_ended->error().kind), "kind");
    QCOMPARE(m_ended->error().doing, u"watching pods in shop"_s);
}

void HttpWatchTest::aServerThatRefusesForAMomentIsJustComingUp()
{
    const auto refuses = refusal(403, statusObject(403, u"Forbidden"_s, u"clusterrole.rbac.authorization.k8s.io not found"_s));
    m_watches = {stream({line(u"BOOKMARK"_s, {}, 11)}), refuses, refuses};
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    QTRY_VERIFY(m_told.contains(u"reconnected"_s));
    QVERIFY(!m_ended);
}

void HttpWatchTest::aSinkMayCancelInTheMiddle()
{
    m_onEvent = [this] {
        if (m_told.last() == "+c"_L1) {
            m_cancel.cancel();
        }
    };
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    m_open[0].writeChunk(line(u"ADDED"_s, u"c"_s, 11) + line(u"ADDED"_s, u"d"_s, 12));
    QTRY_VERIFY(m_ended);
    QCOMPARE(m_told, QStringList({u"=a,b"_s, u"+c"_s}));
}

void HttpWatchTest::nothingIsToldAfterCancel()
{
    start();
    QTRY_COMPARE(m_open.size(), 1U);
    m_open[0].writeChunk(line(u"ADDED"_s, u"c"_s, 11));
    m_cancel.cancel();
    QTRY_VERIFY(m_ended);
    QCOMPARE(m_told, QStringList{u"=a,b"_s});
}

void HttpWatchTest::aSlowReceiverGetsEverything()
{
    // 40 MB while the receiver sleeps on its first event: the transport stops reading and goes on when it is asked to.
    constexpr int kEvents = 400;
    RudeServer server(m_authority.get());
    server.onRequest = [&](QTcpSocket *socket, const QByteArray &request) {
        if (refusesToStream(socket, request)) {
            return;
        }
        if (!request.contains("watch=true")) {
            const QByteArray body = QJsonDocument(listOf({u"a"_s}, 10)).toJson(QJsonDocument::Compact);
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            return;
        }
        socket->write("HTTP/1.1 200 OK\r\n\r\n");
        for (int each = 0; each < kEvents; ++each) {
            QByteArray bytes = line(u"ADDED"_s, u"p%1"_s.arg(each), 100 + each);
            bytes.insert(bytes.indexOf("\"type\""), "\"padding\":\"" + QByteArray(100'000, 'x') + "\",");
            socket->write(bytes);
        }
    };
    m_api = std::make_unique<HttpApi>(server.access(), HttpOptions{.seed = 5}, m_clock);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), kEvents + 1, 20'000);
    QCOMPARE(m_told.last(), u"+p%1"_s.arg(kEvents - 1));
}

QTEST_GUILESS_MAIN(HttpWatchTest)
#include "tst_HttpWatch.moc"
