// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/HttpApi.h"
#include "tests/core/kube/Servers.h"
#include "tests/faults/Patience.h"
#include "tests/faults/Schedule.h"
#include "tests/faults/proxy/FaultProxy.h"
#include "tests/faults/proxy/Frames.h"

#include <QJsonArray>
#include <QTest>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 20'000;

QByteArray frameOf(const QByteArray &type, const QByteArray &name, int version)
{
    return R"({"type":")" + type + R"(","object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":")" + name
        + R"(","namespace":"shop","resourceVersion":")" + QByteArray::number(version) + "\"}}}\n";
}

/// A client that takes any certificate: what the proxy sends, byte by byte.
class PlainClient : public QObject
{
public:
    PlainClient(const kube::ClusterAccess &access, const QByteArray &target)
    {
        m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        connect(&m_socket, &QSslSocket::encrypted, this,
                [this, target] { m_socket.write("GET " + target + " HTTP/1.1\r\nhost: x\r\n\r\n"); });
        connect(&m_socket, &QSslSocket::readyRead, this, [this] { got += m_socket.readAll(); });
        connect(&m_socket, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) { problem = error; });
        m_socket.connectToHostEncrypted(access.server.host(), static_cast<quint16>(access.server.port()));
    }
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    QByteArray got;
    QAbstractSocket::SocketError problem = QAbstractSocket::UnknownSocketError;

private:
    QSslSocket m_socket;
};

} // namespace

/// The bench is only worth what its faults are: each is looked at from the client's side.
class FaultProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatHasNoFaultGoesThroughAsItIs_data();
    void whatHasNoFaultGoesThroughAsItIs();
    void aWatchEndsWhereItsFaultSays_data();
    void aWatchEndsWhereItsFaultSays();
    void aBodyIsCutWhereItsFaultSays();
    void aStatusSaysWhenToComeAgain();
    void aHalfOpenConnectionStaysOpenAndSilent();
    void anotherAuthorityIsPresentedAndItIsKnownWhoTrustsIt();
    void theNewCertificateIsOfTheSameAuthority();
    void handshakesAreBrokenOff_data();
    void handshakesAreBrokenOff();
    void bytesGoThroughTheTunnelUntilItsFault();
    void framesAreCutWhereverThePiecesEnd_data();
    void framesAreCutWhereverThePiecesEnd();
    void theSameSeedGivesTheSameFaults();
    void theFewSeedsOfEveryBuildMeetEveryFault();

private:
    [[nodiscard]] FaultProxy proxy(Fault fault, bool offersHttp2 = false)
    {
        return FaultProxy({.server = m_server->access(),
                           .offersHttp2 = offersHttp2,
                           .faults = [fault](const Asked &, bool) { return fault; },
                           .greetings = {}});
    }
    [[nodiscard]] FaultProxy greeting(Greeting::Kind kind)
    {
        return FaultProxy({.server = m_server->access(), .offersHttp2 = true, .faults = {}, .greetings = [kind](int connection) {
                               return Greeting{connection == 0 ? kind : Greeting::Kind::None};
                           }});
    }

    Authority m_authority;
    std::unique_ptr<ScriptedServer> m_server;
};

void FaultProxyTest::init()
{
    m_server = std::make_unique<ScriptedServer>(m_authority);
    m_server->answer = [](const Seen &seen, QHttpServerResponder &responder) {
        if (seen.asked(u"watch"_s) == "true"_L1) {
            reply(responder, 200,
                  frameOf("ADDED", "a", 1) + frameOf("ADDED", "b", 2) + frameOf("MODIFIED", "a", 3) + frameOf("DELETED", "b", 4));
        } else {
            reply(responder, 200, QJsonObject{{u"items"_s, QJsonArray()}, {u"asked"_s, seen.path}});
        }
    };
}

void FaultProxyTest::whatHasNoFaultGoesThroughAsItIs_data()
{
    QTest::addColumn<bool>("offersHttp2");
    QTest::newRow("HTTP/1.1") << false;
    QTest::newRow("HTTP/2") << true;
}

void FaultProxyTest::whatHasNoFaultGoesThroughAsItIs()
{
    QFETCH(bool, offersHttp2);
    FaultProxy through = proxy({}, offersHttp2);
    kube::HttpApi api(through.access());
    const kube::Object body{{u"a"_s, 1}};
    const auto answer = answerWithin(kPatience, api.request("POST", u"/apis/x?y=1"_s, body, {}));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE((*answer)[u"asked"].toString(), u"/apis/x"_s);
    QCOMPARE(m_server->seen.last().method, "POST");
    QCOMPARE(m_server->seen.last().body, QByteArray(R"({"a":1})"));
    QCOMPARE(m_server->seen.last().headers.value("authorization"), QByteArrayView("Bearer secret-token"));
    QCOMPARE(through.tally().http2, offersHttp2 ? 1 : 0);
}

void FaultProxyTest::aWatchEndsWhereItsFaultSays_data()
{
    using enum Fault::Kind;
    const QByteArray a = frameOf("ADDED", "a", 1);
    const QByteArray b = frameOf("ADDED", "b", 2);
    const QByteArray c = frameOf("MODIFIED", "a", 3);
    const QByteArray bookmark = bookmarkFrame(Framing::Lines, eventOf(b, Framing::Lines));
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<bool>("isClean");
    QTest::newRow("cut") << Fault{.kind = Cut, .after = 2} << a + b << true;
    QTest::newRow("inside, by a reset") << Fault{.kind = ResetInside, .after = 2} << a + b + c.first(c.size() / 2) << false;
    QTest::newRow("inside, cleanly") << Fault{.kind = EndInside, .after = 1} << a + b.first(b.size() / 2) << true;
    QTest::newRow("twice") << Fault{.kind = Twice, .after = 2} << a + a + b + b << true;
    QTest::newRow("the other way round") << Fault{.kind = Swapped, .after = 2} << b + a << true;
    QTest::newRow("never the same object the other way round") << Fault{.kind = Swapped, .after = 3} << b + a + c << true;
    QTest::newRow("bookmarks only") << Fault{.kind = Bookmarks, .after = 2} << a + b + bookmark + bookmark + bookmark << true;
    QTest::newRow("410") << Fault{.kind = Expired, .after = 1}
                         << a + errorFrame(Framing::Lines, 410, "Expired", "too old resource version: 1 (2)") << true;
    QTest::newRow("nonsense") << Fault{.kind = Nonsense, .after = 1} << a + nonsenseFrame(Framing::Lines) << true;
    QTest::newRow("in drops") << Fault{.kind = Drip, .after = 2, .milliseconds = 1, .portion = 3} << a + b << true;
    QTest::newRow("late") << Fault{.kind = Latency, .after = 2, .milliseconds = 3} << a + b << true;
    QTest::newRow("no answer") << Fault{.kind = NoAnswer} << QByteArray() << false;
}

void FaultProxyTest::aWatchEndsWhereItsFaultSays()
{
    QFETCH(Fault, fault);
    QFETCH(QByteArray, expected);
    QFETCH(bool, isClean);
    FaultProxy through = proxy(fault);
    PlainClient client(through.access(), "/api/v1/pods?watch=true&resourceVersion=0");
    QByteArray body;
    Http1 reader(Http1::Side::Answer,
                 {.head = [](const QByteArray &, const Headers &) {},
                  .piece = [&body](const QByteArray &piece) { body += piece; },
                  .end = [] {}});
    const auto isOver = [&] { return client.got.endsWith("0\r\n\r\n") || client.problem != QAbstractSocket::UnknownSocketError; };
    QVERIFY(waitUntil(isOver, kPatience));
    reader.feed(client.got);
    QCOMPARE(client.got.endsWith("\r\n0\r\n\r\n"), isClean);
    if (isClean) {
        QCOMPARE(body, expected);
    } else {
        QVERIFY(expected.startsWith(body)); // a reset may throw away what was on its way
        QVERIFY(client.problem != QAbstractSocket::UnknownSocketError);
    }
    QCOMPARE(through.tally().faults.value(wordOf(fault.kind)), 1);
}

void FaultProxyTest::aBodyIsCutWhereItsFaultSays()
{
    FaultProxy through = proxy({.kind = Fault::Kind::EndInside, .after = 50});
    kube::HttpApi api(through.access());
    const auto answer = answerWithin(kPatience, api.request("GET", u"/api/v1/pods"_s, {}, {}));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
}

void FaultProxyTest::aStatusSaysWhenToComeAgain()
{
    FaultProxy through = proxy({.kind = Fault::Kind::Status, .status = 429, .seconds = 7});
    PlainClient client(through.access(), "/api/v1/pods");
    QVERIFY(waitUntil([&] { return client.got.endsWith("0\r\n\r\n"); }, kPatience));
    QVERIFY(client.got.startsWith("HTTP/1.1 429 "));
    QVERIFY(client.got.contains("retry-after: 7\r\n"));
    QVERIFY(m_server->seen.isEmpty());
}

void FaultProxyTest::aHalfOpenConnectionStaysOpenAndSilent()
{
    FaultProxy through = proxy({.kind = Fault::Kind::HalfOpen, .after = 1});
    PlainClient client(through.access(), "/api/v1/pods?watch=true&resourceVersion=0");
    QVERIFY(waitUntil([&] { return client.got.contains(frameOf("ADDED", "a", 1)); }, kPatience));
    const QByteArray got = client.got;
    QVERIFY(!waitUntil([&] { return client.got != got || !client.isOpen(); }, 200));
}

void FaultProxyTest::anotherAuthorityIsPresentedAndItIsKnownWhoTrustsIt()
{
    FaultProxy first = greeting(Greeting::Kind::Stranger);
    kube::HttpApi api(first.access());
    const auto refused = answerWithin(kPatience, api.request("GET", u"/api/v1/pods"_s, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Unreachable);
    QCOMPARE(first.tally().trustedStranger, 0);
    QVERIFY(answerWithin(kPatience, api.request("GET", u"/api/v1/pods"_s, {}, {})));

    FaultProxy second = greeting(Greeting::Kind::Stranger);
    PlainClient careless(second.access(), "/api/v1/pods");
    QVERIFY(waitUntil([&] { return second.tally().trustedStranger == 1; }, kPatience));
}

void FaultProxyTest::theNewCertificateIsOfTheSameAuthority()
{
    FaultProxy through = greeting(Greeting::Kind::None);
    kube::HttpApi api(through.access());
    QVERIFY(answerWithin(kPatience, api.request("GET", u"/api/v1/pods"_s, {}, {})));
    through.renew();
    through.slamAll();
    QVERIFY(answerWithin(kPatience, api.request("GET", u"/api/v1/pods"_s, {}, {})));
    QCOMPARE(through.tally().connections, 2);
}

void FaultProxyTest::handshakesAreBrokenOff_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("at once") << static_cast<int>(Greeting::Kind::Closed);
    QTest::newRow("once the client has spoken") << static_cast<int>(Greeting::Kind::ClosedAfterHello);
    QTest::newRow("inside the server's hello") << static_cast<int>(Greeting::Kind::ClosedInsideHello);
}

void FaultProxyTest::handshakesAreBrokenOff()
{
    QFETCH(int, kind);
    FaultProxy through = greeting(static_cast<Greeting::Kind>(kind));
    kube::HttpApi api(through.access());
    const auto refused = answerWithin(kPatience, api.request("GET", u"/api/v1/pods"_s, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Unreachable);
    QVERIFY(answerWithin(kPatience, api.request("GET", u"/api/v1/pods"_s, {}, {})));
}

void FaultProxyTest::bytesGoThroughTheTunnelUntilItsFault()
{
    // The server's own certificate comes through; a handshake is longer than a hundred bytes.
    RawProxy tunnel({.server = m_server->access(), .faults = [](int connection) {
                         return connection == 0
                             ? Fault{.kind = Fault::Kind::ResetInside, .after = 100}
                             : Fault{.kind = Fault::Kind::Drip, .after = 100'000, .milliseconds = 1, .portion = 200};
                     }});
    kube::HttpApi api(tunnel.access());
    QVERIFY(!answerWithin(kPatience, api.request("GET", u"/api/v1/pods"_s, {}, {})));
    const auto answer = answerWithin(kPatience, api.request("GET", u"/api/v1/pods"_s, {}, {}));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(tunnel.connections(), 2);
}

void FaultProxyTest::framesAreCutWhereverThePiecesEnd_data()
{
    QTest::addColumn<Framing>("framing");
    QTest::newRow("lines") << Framing::Lines;
    QTest::newRow("protobuf") << Framing::Protobuf;
}

void FaultProxyTest::framesAreCutWhereverThePiecesEnd()
{
    QFETCH(Framing, framing);
    const FrameEvent last{.type = "ADDED", .object = {}, .version = "42", .apiVersion = "v1", .kind = "Pod"};
    const QList<QByteArray> all{bookmarkFrame(framing, last), errorFrame(framing, 410, "Expired", "too old"),
                                bookmarkFrame(framing, last)};
    const QByteArray bytes = all.join();
    for (qsizetype size = 1; size <= bytes.size(); ++size) {
        Frames frames(framing);
        QList<QByteArray> cut;
        for (qsizetype at = 0; at < bytes.size(); at += size) {
            cut += frames.feed(bytes.mid(at, size));
        }
        QCOMPARE(cut, all);
        QVERIFY(frames.rest().isEmpty());
    }
    const FrameEvent bookmark = eventOf(all[0], framing);
    QCOMPARE(bookmark.type, "BOOKMARK");
    QCOMPARE(bookmark.version, "42");
    QCOMPARE(bookmark.kind, "Pod");
    QCOMPARE(eventOf(all[1], framing).type, "ERROR");
    QVERIFY(eventOf(nonsenseFrame(framing), framing).type.isEmpty());
}

void FaultProxyTest::theSameSeedGivesTheSameFaults()
{
    QCOMPARE(scheduleOf(17).describe(), scheduleOf(17).describe());
    QVERIFY(scheduleOf(17).describe() != scheduleOf(18).describe());
}

void FaultProxyTest::theFewSeedsOfEveryBuildMeetEveryFault()
{
    QSet<QString> met;
    for (quint32 seed = 1; seed <= 40; ++seed) {
        const Schedule schedule = scheduleOf(seed);
        for (const Fault &fault : schedule.watches + schedule.lists) {
            met.insert(wordOf(fault.kind));
        }
        for (const Greeting &greeting : schedule.greetings) {
            met.insert(u"greeting "_s + wordOf(greeting.kind));
        }
    }
    for (int kind = 0; kind <= static_cast<int>(Fault::Kind::BrokenStream); ++kind) {
        const QString word = wordOf(static_cast<Fault::Kind>(kind));
        QVERIFY2(met.contains(word), qPrintable(word));
    }
    for (int kind = 1; kind <= static_cast<int>(Greeting::Kind::Stranger); ++kind) {
        QVERIFY(met.contains(u"greeting "_s + wordOf(static_cast<Greeting::Kind>(kind))));
    }
}

QTEST_GUILESS_MAIN(FaultProxyTest)
#include "tst_FaultProxy.moc"
