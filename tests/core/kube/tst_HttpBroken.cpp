// SPDX-License-Identifier: GPL-3.0-or-later
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"
#include "tests/support/Tries.h"

#include <QTcpSocket>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kGood = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{\"kind\":\"Pod\"}";

} // namespace

class HttpBrokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPortWhereNothingListensIsSaid();
    void aNameNobodyKnowsIsSaid();
    void aPeerThatTakesTheConnectionAndIsSilentTimesOut();
    void aServerThatNeverAnswersTimesOut();
    void anAnswerThatStopsHalfWayTimesOut();
    void anAnswerThatBreaksOffIsSaid();
    void readingIsTriedOnceMoreAfterABrokenConnection();
    void writingIsNotRepeatedAfterABrokenConnection();
    void cancelBeforeAnythingAsksNobody();
    void cancelWhileConnecting();
    void cancelWhileTheServerThinks();
    void cancelInsideTheBody();
    void cancelWhileWaitingToTryAgain();
    void cancelAfterTheAnswerChangesNothing();
    void cancelledTransfersLeaveTheServer();
    void aReceiverThatIsGoneHearsNothing();
    void anApiThatIsGoneEndsWhatIsUnderWay();

private:
    Authority m_authority;
    ObjectName m_name{u"shop"_s, u"web-0"_s};
    HttpOptions m_hasty{.connectDeadline = Duration(300), .requestDeadline = Duration(500)};
};

namespace {

/// Starts a flow and cancels it once `isThere` holds; the flow must end with Cancelled.
template <typename T>
bool endsWhenCancelled(Async<T> flow, CancelSource &source, const std::function<bool()> &isThere)
{
    std::optional<Result<T>> kept;
    QObject receiver;
    deliver(std::move(flow), &receiver, [&kept](Result<T> answer) { kept = std::move(answer); });
    if (!QTest::qWaitFor(isThere, 10'000) || kept) {
        return false;
    }
    source.cancel();
    return QTest::qWaitFor([&kept] { return kept.has_value(); }, 2'000) && !*kept && kept->error().kind == Error::Kind::Cancelled;
}

} // namespace

void HttpBrokenTest::aPortWhereNothingListensIsSaid()
{
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost);
    const quint16 port = closed.serverPort();
    closed.close();
    HttpApi api(accessTo(port, m_authority.certificate()));
    const auto object = answerOf(api.get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(object.error().kind, Error::Kind::Unreachable);
    QVERIFY2(object.error().detail.contains(u"Nothing answers at 127.0.0.1:%1"_s.arg(port)), qPrintable(object.error().detail));
    QCOMPARE(object.error().doing, u"reading Pod shop/web-0"_s);
}

void HttpBrokenTest::aNameNobodyKnowsIsSaid()
{
    ClusterAccess access = accessTo(6443, m_authority.certificate());
    access.server.setHost(u"no-such-cluster.invalid"_s);
    HttpApi api(access);
    const auto object = answerOf(api.get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(object.error().kind, Error::Kind::Unreachable);
    QVERIFY2(object.error().detail.contains("no-such-cluster.invalid is not known"_L1), qPrintable(object.error().detail));
}

void HttpBrokenTest::aPeerThatTakesTheConnectionAndIsSilentTimesOut()
{
    RudeServer server; // never speaks TLS
    ClusterAccess access = server.access();
    access.authority = m_authority.certificate();
    HttpApi api(access, m_hasty);
    const auto object = answerOf(api.get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(object.error().kind, Error::Kind::Timeout);
    QVERIFY2(object.error().detail.contains("was made within 300ms"_L1), qPrintable(object.error().detail));
}

void HttpBrokenTest::aServerThatNeverAnswersTimesOut()
{
    RudeServer server(&m_authority);
    HttpApi api(server.access(), {.requestDeadline = Duration(500)});
    const auto object = answerOf(api.get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(object.error().kind, Error::Kind::Timeout);
    QVERIFY2(object.error().detail.contains("gave no complete answer within 500ms"_L1), qPrintable(object.error().detail));
    QCOMPARE(server.requests, 1);
}

void HttpBrokenTest::anAnswerThatStopsHalfWayTimesOut()
{
    RudeServer server(&m_authority);
    server.onRequest = [](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"kind\"");
    };
    HttpApi api(server.access(), {.requestDeadline = Duration(500)});
    const auto object = answerOf(api.get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(object.error().kind, Error::Kind::Timeout);
}

void HttpBrokenTest::anAnswerThatBreaksOffIsSaid()
{
    RudeServer server(&m_authority);
    server.onRequest = [](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"kind\":\"Pod\"}");
        socket->disconnectFromHost();
    };
    HttpApi api(server.access());
    const auto object = answerOf(api.get(kPods, m_name, {}));
    QVERIFY(!object);
    QCOMPARE(object.error().kind, Error::Kind::Unreachable);
    QVERIFY2(object.error().detail.contains("broke the connection off before its answer was complete"_L1),
             qPrintable(object.error().detail));
    QCOMPARE(server.requests, 2); // read once more
}

void HttpBrokenTest::readingIsTriedOnceMoreAfterABrokenConnection()
{
    RudeServer server(&m_authority);
    server.onRequest = [&server](QTcpSocket *socket, const QByteArray &) {
        if (server.requests > 1) {
            socket->write(kGood);
        } else {
            socket->abort();
        }
    };
    HttpApi api(server.access());
    const auto object = answerOf(api.get(kPods, m_name, {}));
    QVERIFY2(object, qPrintable(object ? QString() : object.error().detail));
    QCOMPARE(server.requests, 2);
}

void HttpBrokenTest::writingIsNotRepeatedAfterABrokenConnection()
{
    RudeServer server(&m_authority);
    server.onRequest = [](QTcpSocket *socket, const QByteArray &) { socket->abort(); };
    HttpApi api(server.access());
    const auto written = answerOf(api.create(kPods, {{u"metadata"_s, QJsonObject{{u"name"_s, u"a"_s}}}}, {}));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Unreachable);
    QCOMPARE(server.requests, 1);
}

void HttpBrokenTest::cancelBeforeAnythingAsksNobody()
{
    RudeServer server(&m_authority);
    HttpApi api(server.access());
    CancelSource source;
    source.cancel();
    const auto object = answerOf(api.get(kPods, m_name, source.token()));
    QVERIFY(!object);
    QCOMPARE(object.error().kind, Error::Kind::Cancelled);
    QCOMPARE(server.requests, 0);
}

void HttpBrokenTest::cancelWhileConnecting()
{
    RudeServer server;
    bool isConnected = false;
    server.onConnection = [&](QTcpSocket *) { isConnected = true; };
    ClusterAccess access = server.access();
    access.authority = m_authority.certificate();
    HttpApi api(access);
    CancelSource source;
    QVERIFY(endsWhenCancelled(api.get(kPods, m_name, source.token()), source, [&] { return isConnected; }));
}

void HttpBrokenTest::cancelWhileTheServerThinks()
{
    RudeServer server(&m_authority);
    HttpApi api(server.access());
    CancelSource source;
    QVERIFY(endsWhenCancelled(api.get(kPods, m_name, source.token()), source, [&] { return server.requests == 1; }));
}

void HttpBrokenTest::cancelInsideTheBody()
{
    RudeServer server(&m_authority);
    server.onRequest = [](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\none\n\r\n");
    };
    HttpApi api(server.access());
    CancelSource source;
    QByteArrayList lines;
    QVERIFY(endsWhenCancelled(api.logs(
                                  m_name, {.follow = true}, [&](const QByteArray &line) { lines.append(line); }, source.token()),
                              source, [&] { return lines.size() == 1; }));
    QCOMPARE(lines, QByteArrayList{"one"});
}

void HttpBrokenTest::cancelWhileWaitingToTryAgain()
{
    RudeServer server(&m_authority);
    server.onRequest = [](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 429 Too Many\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n");
    };
    const auto clock = std::make_shared<EagerClock>();
    clock->isStopped = true;
    HttpApi api(server.access(), {}, clock);
    CancelSource source;
    QVERIFY(endsWhenCancelled(api.get(kPods, m_name, source.token()), source, [&] { return clock->waits.size() == 1; }));
}

void HttpBrokenTest::cancelAfterTheAnswerChangesNothing()
{
    RudeServer server(&m_authority);
    server.onRequest = [](QTcpSocket *socket, const QByteArray &) { socket->write(kGood); };
    HttpApi api(server.access());
    CancelSource source;
    QVERIFY(answerOf(api.get(kPods, m_name, source.token())));
    source.cancel();
    QVERIFY(answerOf(api.get(kPods, m_name, {})));
}

void HttpBrokenTest::cancelledTransfersLeaveTheServer()
{
    RudeServer server(&m_authority);
    bool isGone = false;
    server.onConnection
        = [&](QTcpSocket *socket) { connect(socket, &QTcpSocket::disconnected, &server, [&] { isGone = true; }); };
    HttpApi api(server.access());
    CancelSource source;
    QVERIFY(endsWhenCancelled(api.get(kPods, m_name, source.token()), source, [&] { return server.requests == 1; }));
    QTRY_VERIFY(isGone); // an HTTP/1.1 connection is of no use with an answer still to come
}

void HttpBrokenTest::aReceiverThatIsGoneHearsNothing()
{
    RudeServer server(&m_authority);
    QTcpSocket *asked = nullptr;
    server.onRequest = [&](QTcpSocket *socket, const QByteArray &) { asked = socket; };
    HttpApi api(server.access());
    bool wasTold = false;
    auto receiver = std::make_unique<QObject>();
    deliver(api.get(kPods, m_name, {}), receiver.get(), [&](const Result<Object> &) { wasTold = true; });
    QTRY_VERIFY(asked);
    receiver.reset();
    asked->write(kGood);
    server.onRequest = [](QTcpSocket *socket, const QByteArray &) { socket->write(kGood); };
    QVERIFY(answerOf(api.get(kPods, m_name, {}))); // behind the first one
    QVERIFY(!wasTold);
}

void HttpBrokenTest::anApiThatIsGoneEndsWhatIsUnderWay()
{
    RudeServer server(&m_authority);
    auto api = std::make_unique<HttpApi>(server.access());
    std::optional<Result<Object>> kept;
    deliver(api->get(kPods, m_name, {}), this, [&](Result<Object> answer) { kept = std::move(answer); });
    QTRY_COMPARE(server.requests, 1);
    api.reset();
    QTRY_VERIFY(kept);
    QVERIFY(!*kept);
    QCOMPARE(kept->error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(HttpBrokenTest)
#include "tst_HttpBroken.moc"
