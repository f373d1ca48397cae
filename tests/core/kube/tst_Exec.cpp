// SPDX-License-Identifier: GPL-3.0-or-later
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"
#include "core/kube/requests/ExecInput.h"
#include "core/kube/transport/WebSocketFrames.h"
#include "tests/support/Tries.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrlQuery>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':')) {
            return line.sliced(name.size() + 1).trimmed();
        }
    }
    return {};
}

QByteArray status(const QByteArray &rest)
{
    return "\3{\"kind\":\"Status\"," + rest + '}';
}

} // namespace

/// Speaks as the API server does with `kubectl exec`, on a bare socket.
class ExecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aCommandTellsItsOutputAndEnds();
    void theRequestNamesTheCommandAndWhoWeAre();
    void anExitCodeIsAnAnswer();
    void inputGoesOutAndEnds();
    void anOlderServerGetsNoEndOfInput();
    void aTerminalIsSizedAndHasOneStream();
    void aRefusalSaysWhy();
    void aServerWithoutWebSocketsIsUnsupported();
    void aConnectionThatBreaksIsNoEnd();
    void aServerThatFallsSilentIsNoticed();
    void cancelCutsTheConnection();
    void muchOutputComesWhole();
    void aCommandThatIsNoneIsRefused();

private:
    void send(const QByteArray &message, Opcode opcode = Opcode::Binary) { m_socket->write(webSocketFrame(opcode, message, {})); }
    std::optional<Result<ExecEnd>> &run(ExecOptions options = {.command = {u"true"_s}}, std::shared_ptr<ExecInput> input = {})
    {
        const ExecStreams streams{.output = [this](const QByteArray &bytes) { m_output += bytes; },
                                  .error = [this](const QByteArray &bytes) { m_error += bytes; },
                                  .input = std::move(input)};
        deliver(m_api->exec({.ns = u"shop"_s, .name = u"web-0"_s}, std::move(options), streams, m_cancel.token()), this,
                [this](Result<ExecEnd> end) { m_end = std::move(end); });
        return m_end;
    }

    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<RudeServer> m_server;
    std::unique_ptr<HttpApi> m_api;
    QPointer<QTcpSocket> m_socket;
    std::unique_ptr<WebSocketReader> m_reader;
    QByteArray m_request;
    QByteArray m_protocol; ///< what the server speaks; empty: nothing of the kind
    QList<QByteArray> m_messages;
    int m_pings = 0;
    bool m_isClosed = false;
    QByteArray m_output;
    QByteArray m_error;
    CancelSource m_cancel;
    std::optional<Result<ExecEnd>> m_end;
};

void ExecTest::init()
{
    m_authority = std::make_unique<Authority>();
    m_server = std::make_unique<RudeServer>(m_authority.get());
    m_protocol = "v5.channel.k8s.io";
    m_reader = std::make_unique<WebSocketReader>(WebSocketReader::Peer::Client);
    m_socket = nullptr;
    m_messages.clear();
    m_pings = 0;
    m_isClosed = false;
    m_output.clear();
    m_error.clear();
    m_cancel = {};
    m_end.reset();
    m_server->onRequest = [this](QTcpSocket *socket, const QByteArray &request) {
        if (m_protocol.isEmpty()) {
            const QByteArray body = R"({"kind":"Status","reason":"Forbidden","code":403,"message":"pods \"web-0\" is forbidden",
                "details":{"name":"web-0","kind":"pods"}})";
            socket->write("HTTP/1.1 403 Forbidden\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            return;
        }
        m_request = request;
        m_socket = socket;
        const QByteArray key = headerOf(request, "Sec-WebSocket-Key");
        const QByteArray proof
            = QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
        socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                      + proof + "\r\nSec-WebSocket-Protocol: " + m_protocol + "\r\n\r\n");
        disconnect(socket, &QTcpSocket::readyRead, nullptr, nullptr);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const bool isGood = m_reader->feed(socket->readAll(), [this](Opcode opcode, const QByteArray &payload) {
                if (opcode == Opcode::Binary) {
                    m_messages.append(payload);
                } else if (opcode == Opcode::Ping) {
                    ++m_pings;
                } else if (opcode == Opcode::Close) {
                    m_isClosed = true;
                }
            });
            QVERIFY(isGood);
        });
    };
    m_api = std::make_unique<HttpApi>(m_server->access());
}

void ExecTest::cleanup()
{
    m_cancel.cancel();
    m_api.reset();
}

void ExecTest::aCommandTellsItsOutputAndEnds()
{
    run();
    QTRY_VERIFY(m_socket);
    send("\1hello ");
    send("\2careful");
    send("\1world\n");
    QTRY_COMPARE(m_output, "hello world\n");
    QCOMPARE(m_error, "careful");
    QVERIFY(!m_end);
    send("p", Opcode::Ping);
    send(status("\"status\":\"Success\""));
    send({}, Opcode::Close);
    QTRY_VERIFY(m_end);
    QVERIFY2(*m_end, qPrintable(*m_end ? QString() : m_end->error().detail));
    QCOMPARE((*m_end)->exitCode, 0);
    QTRY_VERIFY(m_isClosed);
}

void ExecTest::theRequestNamesTheCommandAndWhoWeAre()
{
    run({.container = u"app"_s, .command = {u"ls"_s, u"-l & echo"_s, u"/tmp"_s}});
    QTRY_VERIFY(m_socket);
    const QUrl url(QString::fromUtf8(m_request.split(' ')[1]));
    QCOMPARE(url.path(), u"/api/v1/namespaces/shop/pods/web-0/exec"_s);
    const QUrlQuery query(url);
    QCOMPARE(query.allQueryItemValues(u"command"_s, QUrl::FullyDecoded), QStringList({u"ls"_s, u"-l & echo"_s, u"/tmp"_s}));
    QCOMPARE(query.queryItemValue(u"container"_s), u"app"_s);
    QCOMPARE(query.queryItemValue(u"stdout"_s), u"true"_s);
    QCOMPARE(query.queryItemValue(u"stderr"_s), u"true"_s);
    QVERIFY(!query.hasQueryItem(u"stdin"_s) && !query.hasQueryItem(u"tty"_s));
    QCOMPARE(headerOf(m_request, "Authorization"), "Bearer secret-token");
    QCOMPARE(headerOf(m_request, "Sec-WebSocket-Protocol"), "v5.channel.k8s.io, v4.channel.k8s.io");
}

void ExecTest::anExitCodeIsAnAnswer()
{
    run();
    QTRY_VERIFY(m_socket);
    send(status(R"("status":"Failure","reason":"NonZeroExitCode","message":"command terminated with exit code 3",
        "details":{"causes":[{"reason":"ExitCode","message":"3"}]})"));
    m_socket->disconnectFromHost(); // some servers close without a word once all is said
    QTRY_VERIFY(m_end);
    QVERIFY(*m_end);
    QCOMPARE((*m_end)->exitCode, 3);
    QVERIFY((*m_end)->sentence.contains(u"exit code 3"_s));
}

void ExecTest::inputGoesOutAndEnds()
{
    const auto input = std::make_shared<ExecInput>();
    input->write("before it stands, ");
    run({.command = {u"cat"_s}}, input);
    QTRY_COMPARE(m_messages, QList<QByteArray>{QByteArray("\0before it stands, ", 19)});
    QVERIFY(m_request.contains("stdin=true"));
    input->write("after");
    input->end();
    QTRY_COMPARE(m_messages.size(), 3);
    QCOMPARE(m_messages[1], QByteArray("\0after", 6));
    QCOMPARE(m_messages[2], QByteArray("\xFF\0", 2));
}

void ExecTest::anOlderServerGetsNoEndOfInput()
{
    m_protocol = "v4.channel.k8s.io";
    const auto input = std::make_shared<ExecInput>();
    run({.command = {u"cat"_s}}, input);
    input->end();
    input->write("x");
    QTRY_COMPARE(m_messages, QList<QByteArray>{QByteArray("\0x", 2)});
}

void ExecTest::aTerminalIsSizedAndHasOneStream()
{
    const auto input = std::make_shared<ExecInput>();
    input->resize({.columns = 100, .rows = 30});
    run({.command = {u"sh"_s}, .terminal = true}, input);
    QTRY_COMPARE(m_messages, QList<QByteArray>{"\4{\"Height\":30,\"Width\":100}"});
    QVERIFY(m_request.contains("tty=true") && !m_request.contains("stderr="));
}

void ExecTest::aRefusalSaysWhy()
{
    m_protocol.clear();
    run();
    QTRY_VERIFY(m_end);
    QVERIFY(!*m_end);
    QCOMPARE(m_end->error().kind, Error::Kind::Forbidden);
    QVERIFY(m_end->error().detail.contains(u"is forbidden"_s));
    QCOMPARE(m_end->error().doing, u"running true in Pod shop/web-0"_s);
}

void ExecTest::aServerWithoutWebSocketsIsUnsupported()
{
    m_server->onRequest = [](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n");
    };
    run();
    QTRY_VERIFY(m_end);
    QCOMPARE(m_end->error().kind, Error::Kind::Unsupported);
}

void ExecTest::aConnectionThatBreaksIsNoEnd()
{
    run();
    QTRY_VERIFY(m_socket);
    send("\1half");
    QTRY_COMPARE(m_output, "half");
    m_socket->abort();
    QTRY_VERIFY(m_end);
    QVERIFY(!*m_end);
    QCOMPARE(m_end->error().kind, Error::Kind::Unreachable);
}

void ExecTest::aServerThatFallsSilentIsNoticed()
{
    m_api = std::make_unique<HttpApi>(m_server->access(), HttpOptions{.pingEvery = std::chrono::milliseconds(30)});
    run();
    QTRY_VERIFY(m_end);
    QCOMPARE(m_end->error().kind, Error::Kind::Unreachable);
    QCOMPARE(m_pings, 3);
}

void ExecTest::cancelCutsTheConnection()
{
    run();
    QTRY_VERIFY(m_socket);
    m_cancel.cancel();
    QTRY_VERIFY(m_end);
    QCOMPARE(m_end->error().kind, Error::Kind::Cancelled);
    QTRY_VERIFY(!m_socket || m_socket->state() == QAbstractSocket::UnconnectedState);
}

void ExecTest::muchOutputComesWhole()
{
    run();
    QTRY_VERIFY(m_socket);
    QByteArray expected;
    for (int piece = 0; piece < 600; ++piece) {
        const QByteArray bytes(32 * 1024, static_cast<char>('a' + piece % 26));
        expected += bytes;
        send('\1' + bytes);
    }
    send(status("\"status\":\"Success\""));
    send({}, Opcode::Close);
    QTRY_VERIFY_WITH_TIMEOUT(m_end, 20'000);
    QVERIFY(*m_end);
    QVERIFY(m_output == expected);
}

void ExecTest::aCommandThatIsNoneIsRefused()
{
    run({.command = {}});
    QTRY_VERIFY(m_end);
    QCOMPARE(m_end->error().kind, Error::Kind::Invalid);
    QCOMPARE(m_server->requests, 0);
}

QTEST_GUILESS_MAIN(ExecTest)
#include "tst_Exec.moc"
