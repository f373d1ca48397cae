// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/ExecChannels.h"
#include "core/kube/transport/WebSocketFrames.h"
#include "core/kube/transport/WebSocketHandshake.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

using Peer = WebSocketReader::Peer;
using Messages = QList<std::pair<Opcode, QByteArray>>;

/// The messages of `bytes`, fed in pieces of `step`; nothing when they are refused.
std::optional<Messages> readAll(Peer peer, const QByteArray &bytes, qsizetype step)
{
    WebSocketReader reader(peer);
    Messages messages;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        const bool isGood = reader.feed(
            bytes.mid(at, step), [&](Opcode opcode, QByteArray payload) { messages.append({opcode, std::move(payload)}); });
        if (!isGood) {
            return {};
        }
    }
    return messages;
}

} // namespace

class WebSocketFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesAreThoseOfTheStandard();
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void partsAreJoinedAndPingsComeBetween();
    void whatNoPeerSendsIsRefused_data();
    void whatNoPeerSendsIsRefused();
    void nothingIsReadAfterARefusal();
    void anythingIsReadOrRefused();
    void theOpeningAsksAndAccepts();
    void aRefusalIsAnAnswer_data();
    void aRefusalIsAnAnswer();
    void aWrongProofIsNoOpening_data();
    void aWrongProofIsNoOpening();
    void wordsToACommandBecomeMessages();
    void anEndIsReadFromItsStatus_data();
    void anEndIsReadFromItsStatus();
};

void WebSocketFramesTest::framesAreThoseOfTheStandard()
{
    // RFC 6455, 5.7.
    QCOMPARE(webSocketFrame(Opcode::Text, "Hello", {}), QByteArray::fromHex("810548656c6c6f"));
    QCOMPARE(webSocketFrame(Opcode::Text, "Hello", 0x37fa213d), QByteArray::fromHex("818537fa213d7f9f4d5158"));
    QCOMPARE(webSocketFrame(Opcode::Binary, QByteArray(256, 'x'), {}).first(4), QByteArray::fromHex("827e0100"));
    QCOMPARE(webSocketFrame(Opcode::Binary, QByteArray(65536, 'x'), {}).first(10), QByteArray::fromHex("827f0000000000010000"));
}

void WebSocketFramesTest::whatIsWrittenIsRead_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 125, 126, 127, 65535, 65536, 200'000}) {
        QTest::addRow("%d bytes", size) << size;
    }
}

void WebSocketFramesTest::whatIsWrittenIsRead()
{
    QFETCH(const int, size);
    QByteArray payload(size, Qt::Uninitialized);
    for (int at = 0; at < size; ++at) {
        payload[at] = static_cast<char>(at * 31);
    }
    const Messages expected{{Opcode::Binary, payload}, {Opcode::Ping, "p"}};
    const QByteArray server = webSocketFrame(Opcode::Binary, payload, {}) + webSocketFrame(Opcode::Ping, "p", {});
    const QByteArray client = webSocketFrame(Opcode::Binary, payload, 0xdeadbeef) + webSocketFrame(Opcode::Ping, "p", 1);
    for (const qsizetype step : {qsizetype(1), qsizetype(7), qsizetype(4096), server.size() + 9}) {
        if (size > 1000 && step == 1) {
            continue;
        }
        QCOMPARE(readAll(Peer::Server, server, step), expected);
        QCOMPARE(readAll(Peer::Client, client, step), expected);
    }
}

void WebSocketFramesTest::partsAreJoinedAndPingsComeBetween()
{
    const QByteArray bytes = QByteArray::fromHex("010348656c" // a text begins: Hel
                                                 "890121" // a ping
                                                 "00016c" // l
                                                 "80016f"); // o
    const Messages expected{{Opcode::Ping, "!"}, {Opcode::Text, "Hello"}};
    QCOMPARE(readAll(Peer::Server, bytes, 1), expected);
}

void WebSocketFramesTest::whatNoPeerSendsIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a masked frame of a server") << QByteArray::fromHex("818537fa213d7f9f4d5158");
    QTest::newRow("reserved bits") << QByteArray::fromHex("c10548656c6c6f");
    QTest::newRow("an unknown kind") << QByteArray::fromHex("830548656c6c6f");
    QTest::newRow("a ping in parts") << QByteArray::fromHex("090548656c6c6f");
    QTest::newRow("a long ping") << QByteArray::fromHex("897e0080");
    QTest::newRow("a continuation of nothing") << QByteArray::fromHex("80016f");
    QTest::newRow("a beginning inside a message") << QByteArray::fromHex("010161810162");
    QTest::newRow("too large") << QByteArray::fromHex("827f0000000001000001");
    QTest::newRow("absurdly large") << QByteArray::fromHex("827fffffffffffffffff");
    QTest::newRow("too large in parts") << QByteArray::fromHex("020161") + QByteArray::fromHex("807f0000000001000000");
}

void WebSocketFramesTest::whatNoPeerSendsIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!readAll(Peer::Server, bytes, 1));
    QVERIFY(!readAll(Peer::Server, bytes, bytes.size()));
}

void WebSocketFramesTest::nothingIsReadAfterARefusal()
{
    WebSocketReader reader(Peer::Server);
    int read = 0;
    const auto count = [&read](Opcode, const QByteArray &) { ++read; };
    QVERIFY(!reader.feed(QByteArray::fromHex("ff"), count) || !reader.feed(QByteArray::fromHex("ff"), count));
    QVERIFY(!reader.feed(webSocketFrame(Opcode::Text, "Hello", {}), count));
    QCOMPARE(read, 0);
}

void WebSocketFramesTest::anythingIsReadOrRefused()
{
    QRandomGenerator random(20261126);
    for (int round = 0; round < 5000; ++round) {
        QByteArray bytes(random.bounded(1, 40), Qt::Uninitialized);
        for (char &byte : bytes) {
            byte = static_cast<char>(random.generate());
        }
        bytes[0] = static_cast<char>(bytes[0] & 0x8f); // past the reserved bits, to get further
        const auto whole = readAll(Peer::Server, bytes, bytes.size());
        QCOMPARE(readAll(Peer::Server, bytes, 1), whole); // however it is cut
    }
}

void WebSocketFramesTest::theOpeningAsksAndAccepts()
{
    // The key and its proof are those of RFC 6455, 1.3.
    WebSocketHandshake handshake(QByteArray::fromBase64("dGhlIHNhbXBsZSBub25jZQ=="), {"v5", "v4"});
    const QByteArray request = handshake.request("/api/v1/x?a=b", "h:6443", {"Authorization: Bearer t"});
    QVERIFY(request.startsWith("GET /api/v1/x?a=b HTTP/1.1\r\nHost: h:6443\r\n"));
    QVERIFY(request.contains("\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
    QVERIFY(request.contains("\r\nSec-WebSocket-Protocol: v5, v4\r\n"));
    QVERIFY(request.endsWith("\r\nAuthorization: Bearer t\r\n\r\n"));
    const QByteArray answer = "HTTP/1.1 101 Switching Protocols\r\nupgrade: WebSocket\r\nConnection: Upgrade\r\n"
                              "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: v4\r\n\r\n";
    using State = WebSocketHandshake::State;
    for (const char byte : answer.chopped(1)) {
        QCOMPARE(handshake.feed(QByteArrayView(&byte, 1)), State::Reading);
    }
    QCOMPARE(handshake.feed("\nframes"), State::Open);
    QCOMPARE(handshake.protocol(), "v4");
    QCOMPARE(handshake.rest(), "frames");
}

void WebSocketFramesTest::aRefusalIsAnAnswer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isEnd");
    const QByteArray head = "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n";
    QTest::newRow("with its length") << head + "Content-Length: 17\r\n\r\n{\"kind\":\"Status\"}" << false;
    QTest::newRow("in chunks") << head + "Transfer-Encoding: chunked\r\n\r\n8\r\n{\"kind\":\r\na\r\n\"Status\"}\n\r\n0\r\n\r\n"
                               << false;
    QTest::newRow("until the end") << head + "\r\n{\"kind\":\"Status\"}" << true;
}

void WebSocketFramesTest::aRefusalIsAnAnswer()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isEnd);
    using State = WebSocketHandshake::State;
    WebSocketHandshake handshake(QByteArray(16, 'k'), {});
    State state = State::Reading;
    for (const char byte : bytes) {
        QCOMPARE(state, State::Reading);
        state = handshake.feed(QByteArrayView(&byte, 1));
        if (state == State::Refused) {
            break;
        }
    }
    if (isEnd) {
        state = handshake.feed({}, true);
    }
    QCOMPARE(state, State::Refused);
    QCOMPARE(handshake.answer().status, 403);
    QCOMPARE(handshake.answer().json[u"kind"].toString(), u"Status"_s);
}

void WebSocketFramesTest::aWrongProofIsNoOpening_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n";
    QTest::newRow("another proof") << head + "Sec-WebSocket-Accept: AAAA\r\nSec-WebSocket-Protocol: v4\r\n\r\n";
    QTest::newRow("another protocol") << head
            + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: v9\r\n\r\n";
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n");
    QTest::newRow("an endless head") << QByteArray(70'000, 'x');
}

void WebSocketFramesTest::aWrongProofIsNoOpening()
{
    QFETCH(const QByteArray, bytes);
    WebSocketHandshake handshake(QByteArray::fromBase64("dGhlIHNhbXBsZSBub25jZQ=="), {"v5", "v4"});
    QCOMPARE(handshake.feed(bytes), WebSocketHandshake::State::Wrong);
}

void WebSocketFramesTest::wordsToACommandBecomeMessages()
{
    QCOMPARE(execMessages(QByteArray("ls"), true), QList<QByteArray>{QByteArray("\0ls", 3)});
    QCOMPARE(execMessages(TerminalSize{.columns = 120, .rows = 40}, true), QList<QByteArray>{"\4{\"Height\":40,\"Width\":120}"});
    QCOMPARE(execMessages(ExecInput::End{}, true), QList<QByteArray>{QByteArray("\xFF\0", 2)});
    QCOMPARE(execMessages(ExecInput::End{}, false), QList<QByteArray>());
    const QList<QByteArray> large = execMessages(QByteArray(100'000, 'x'), true);
    QCOMPARE(large.size(), 4);
    QVERIFY(std::ranges::all_of(large, [](const QByteArray &one) { return one[0] == 0 && one.size() <= 32 * 1024 + 1; }));
}

void WebSocketFramesTest::anEndIsReadFromItsStatus_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("code"); // -1: an error
    QTest::newRow("well") << QByteArray(R"({"metadata":{},"status":"Success"})") << 0;
    QTest::newRow("a code") << QByteArray(
        R"({"status":"Failure","reason":"NonZeroExitCode","message":"command terminated with exit code 7",
        "details":{"causes":[{"reason":"ExitCode","message":"7"}]}})")
                            << 7;
    QTest::newRow("no such program") << QByteArray(R"({"status":"Failure","reason":"InternalError","message":"exec: not found"})")
                                     << -1;
    QTest::newRow("nonsense") << QByteArray("nonsense") << -1;
}

void WebSocketFramesTest::anEndIsReadFromItsStatus()
{
    QFETCH(const QByteArray, status);
    const auto end = execEnd(status);
    QTEST(end ? end->exitCode : -1, "code");
    QVERIFY(end || !end.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(WebSocketFramesTest)
#include "tst_WebSocketFrames.moc"
