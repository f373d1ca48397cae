// SPDX-License-Identifier: GPL-3.0-or-later
// How many connections there are, when they are given up, and what survives that.
#include "Http2Peer.h"
#include "WatchedServer.h"
#include "tests/support/FakeProxy.h"
#include "tests/support/Tries.h"

#include <atomic>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;
using testing::FakeProxy;

namespace {

using Type = WatchEvent::Type;
const ObjectName kName{u"shop"_s, u"web-0"_s};
constexpr Duration kAfter{150};
constexpr Duration kPatience{250};

HttpOptions hasty()
{
    return {.transport = {.pingAfter = kAfter, .pingPatience = kPatience}};
}

} // namespace

class HttpConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamsBeyondTheBudgetGetAnotherConnection()
    {
        WatchedServer server(m_authority);
        HttpApi api(server.access(), {.transport = {.mostStreams = 5}});
        std::vector<std::unique_ptr<Watching>> watches;
        for (int each = 0; each < 14; ++each) {
            watches.push_back(std::make_unique<Watching>(api));
        }
        QTRY_COMPARE(server.watches, 14); // each is open: none waits for another to end
        QVERIFY2(server.connections >= 3 && server.connections <= 4, qPrintable(QString::number(server.connections)));
        QVERIFY(answerOf(api.list(kPods, {}, {})));
    }
    void oneConnectionIsEnoughForAsManyAsItCarries()
    {
        WatchedServer server(m_authority);
        HttpApi api(server.access());
        std::vector<std::unique_ptr<Watching>> watches;
        for (int each = 0; each < 60; ++each) {
            watches.push_back(std::make_unique<Watching>(api));
        }
        QTRY_COMPARE(server.watches, 60);
        QCOMPARE(server.connections, 1);
    }
    void aConnectionThatGoesSilentIsGivenUp()
    {
        WatchedServer server(m_authority);
        FakeProxy wire(FakeProxy::Kind::Relay, server.port());
        HttpApi api(accessTo(wire.port(), m_authority.certificate()), hasty(), std::make_shared<EagerClock>());
        Watching watching(api);
        QTRY_COMPARE(server.watches, 1);
        QTRY_VERIFY(watching.freshness->isLive());
        wire.freeze();
        QTRY_COMPARE(watching.count(Type::Disconnected), 1);
        QVERIFY(!watching.freshness->isLive());
        QVERIFY(watching.freshness->wasHeard());
        wire.thaw();
        QTRY_COMPARE(watching.count(Type::Reconnected), 1);
        QTRY_VERIFY(server.watches > 1);
        QCOMPARE(watching.count(Type::Replaced), 1); // it went on from where it was
        QVERIFY(watching.freshness->isLive());
    }
    void aWatchThatSaysNothingForTooLongIsOpenedAnew()
    {
        WatchedServer server(m_authority);
        HttpOptions options = hasty();
        options.watchQuiet = kAfter;
        HttpApi api(server.access(), std::move(options), std::make_shared<EagerClock>());
        Watching watching(api);
        QTRY_VERIFY(server.watches >= 3);
        QCOMPARE(server.lists, 1); // from where it was
        QCOMPARE(watching.count(Type::Disconnected), 0);
    }
    void aWatchThatIsNotAnsweredIsAskedForAgain()
    {
        ScriptedServer server(m_authority);
        std::vector<QHttpServerResponder> held;
        server.answer = [&held](const Seen &, QHttpServerResponder &responder) { held.push_back(std::move(responder)); };
        HttpOptions options = hasty();
        options.requestDeadline = kAfter;
        HttpApi api(server.access(), std::move(options), std::make_shared<EagerClock>());
        Watching watching(api);
        QTRY_VERIFY(held.size() >= 2);
        QCOMPARE(watching.count(Type::Disconnected), 1);
        QVERIFY2(watching.problem.contains(u"has not begun to answer"_s), qPrintable(watching.problem));
    }
    void aQuietConnectionThatAnswersIsKept()
    {
        Http2Peer peer(m_authority);
        serveWatches(peer);
        HttpApi api(peer.access(), hasty(), std::make_shared<EagerClock>());
        Watching watching(api);
        QTRY_VERIFY(peer.pings >= 5); // longer than a silent one would have lived
        QCOMPARE(peer.connections, 1);
        QCOMPARE(watching.count(Type::Disconnected), 0);
    }
    void aPeerThatHasStoppedThinkingIsGivenUpThoughItsKernelAnswers()
    {
        Http2Peer peer(m_authority);
        serveWatches(peer);
        HttpApi api(peer.access(), hasty(), std::make_shared<EagerClock>());
        Watching watching(api);
        QTRY_COMPARE(watching.count(Type::Replaced), 1);
        peer.answersPings = false;
        QTRY_COMPARE(watching.count(Type::Disconnected), 1);
        peer.answersPings = true;
        QTRY_COMPARE(watching.count(Type::Reconnected), 1);
        QVERIFY(peer.connections > 1);
    }
    void afterTheComputersSleepEverythingConnectsAnew()
    {
        WatchedServer server(m_authority);
        const auto asleep = std::make_shared<std::atomic<qint64>>(0);
        HttpOptions options = hasty();
        options.transport.asleep = [asleep] { return Duration(asleep->load()); };
        HttpApi api(server.access(), options, std::make_shared<EagerClock>());
        Watching one(api);
        Watching two(api);
        QTRY_COMPARE(server.watches, 2);
        *asleep = 3'600'000;
        QTRY_COMPARE(one.count(Type::Reconnected), 1);
        QTRY_COMPARE(two.count(Type::Reconnected), 1);
        QTRY_COMPARE(server.connections, 2);
        QCOMPARE(one.count(Type::Replaced), 1);
    }
    void afterTheComputersSleepAnIdleConnectionIsNotUsed()
    {
        WatchedServer server(m_authority);
        const auto asleep = std::make_shared<std::atomic<qint64>>(0);
        HttpOptions options;
        options.transport.asleep = [asleep] { return Duration(asleep->load()); };
        HttpApi api(server.access(), options);
        QVERIFY(answerOf(api.list(kPods, {}, {})));
        QVERIFY(answerOf(api.list(kPods, {}, {})));
        QCOMPARE(server.connections, 1);
        *asleep = 60'000;
        QVERIFY(answerOf(api.create(kPods, {{u"metadata"_s, QJsonObject{{u"name"_s, u"a"_s}}}}, {})));
        QCOMPARE(server.connections, 2);
    }
    void whatAServerThatGoesAwayNeverLookedAtIsSentAgain_data()
    {
        QTest::addColumn<bool>("isWrite");
        QTest::newRow("read") << false;
        QTest::newRow("write") << true;
    }
    void whatAServerThatGoesAwayNeverLookedAtIsSentAgain()
    {
        QFETCH(const bool, isWrite);
        Http2Peer peer(m_authority);
        peer.onRequest = [&peer](QTcpSocket *socket, quint32 stream) {
            if (peer.requests == 1) {
                Http2Peer::goAway(socket, 0); // the connection stays until the client leaves it
            } else {
                Http2Peer::answer(socket, stream, R"({"kind":"Pod"})");
            }
        };
        HttpApi api(peer.access());
        if (isWrite) {
            const auto written = answerOf(api.create(kPods, {{u"metadata"_s, QJsonObject{{u"name"_s, u"a"_s}}}}, {}));
            QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
        } else {
            const auto read = answerOf(api.get(kPods, kName, {}));
            QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        }
        QCOMPARE(peer.requests, 2);
        QCOMPARE(peer.connections, 2);
    }
    void whatItMayHaveDoneIsReadAgainButNotWrittenAgain()
    {
        Http2Peer peer(m_authority);
        peer.onRequest = [&peer](QTcpSocket *socket, quint32 stream) {
            if (peer.requests == 1) {
                Http2Peer::goAway(socket, stream);
                socket->disconnectFromHost();
            } else {
                Http2Peer::answer(socket, stream, R"({"kind":"Pod"})");
            }
        };
        {
            HttpApi api(peer.access());
            QVERIFY(answerOf(api.get(kPods, kName, {})));
            QCOMPARE(peer.requests, 2);
        }
        peer.requests = 0;
        HttpApi api(peer.access());
        const auto written = answerOf(api.create(kPods, {{u"metadata"_s, QJsonObject{{u"name"_s, u"a"_s}}}}, {}));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Unreachable);
        QCOMPARE(peer.requests, 1);
    }
    void nextDoorAnswersComePlainAndFarAwayPacked()
    {
        WatchedServer server(m_authority);
        const auto asksPacked = [&server](const ClusterAccess &access, Packing packing) {
            HttpApi api(access, {.transport = {.packing = packing}});
            return answerOf(api.list(kPods, {}, {})) && server.seen.last().headers.contains("accept-encoding");
        };
        QVERIFY(!asksPacked(server.access(), Packing::WhereItPays));
        QVERIFY(asksPacked(server.access(), Packing::Always));
        ClusterAccess plain = server.access();
        plain.compression = false; // of the kubeconfig
        QVERIFY(!asksPacked(plain, Packing::Always));
        LinkSpeed far(Packing::WhereItPays, false);
        QVERIFY(far.wantsPacked()); // not known yet
        far.connected(Duration(30));
        QVERIFY(far.wantsPacked());
        far.connected(Duration(1));
        QVERIFY(!far.wantsPacked());
        far.received(2 << 20, Duration(1'000)); // 2 MiB/s
        QVERIFY(far.wantsPacked());
    }

private:
    static void serveWatches(Http2Peer &peer)
    {
        peer.onRequest = [](QTcpSocket *socket, quint32 stream) { Http2Peer::answer(socket, stream, kEndOfList, false); };
    }
    Authority m_authority;
};

QTEST_GUILESS_MAIN(HttpConnectionsTest)
#include "tst_HttpConnections.moc"
