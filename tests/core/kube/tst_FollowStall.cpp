// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/HttpApi.h"
#include "core/kube/rows/ObjectFeed.h"

#include "tests/support/Tries.h"
#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

constexpr int kObjects = 200;
constexpr int kEvents = 60'000; // some 40 MB: far more than sockets and mailboxes of bytes hold

QByteArray objectOf(int number, int version)
{
    return R"({"metadata":{"namespace":"shop","name":"pod-)" + QByteArray::number(number) + R"(","uid":"uid-)"
        + QByteArray::number(number) + R"(","resourceVersion":")" + QByteArray::number(version)
        + R"(","annotations":{"padding":")" + QByteArray(500, 'x') + R"("}},"status":{"phase":"Running"}})";
}

/// A server with one list and one watch, on a thread of its own; the watch is written as fast as the client reads.
class Writer
{
public:
    Writer()
        : m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
        socklen_t length = sizeof address;
        auto *const plain = reinterpret_cast<sockaddr *>(&address);
        bind(m_listener, plain, length);
        listen(m_listener, 4);
        getsockname(m_listener, plain, &length);
        port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~Writer()
    {
        shutdown(m_listener, SHUT_RDWR);
        shutdown(m_last, SHUT_RDWR);
        m_thread.join();
        close(m_listener);
    }

    quint16 port = 0;
    std::atomic<bool> isWatched = false;
    std::atomic<bool> mayWrite = false;
    std::atomic<bool> isWritten = false;

private:
    void serve()
    {
        answer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
               R"({"kind":"PodList","metadata":{"resourceVersion":"1"},"items":[]})");
        shutdown(m_last, SHUT_RDWR);
        answer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n");
        isWatched = true;
        mayWrite.wait(false);
        for (int event = 0; event < kEvents; ++event) {
            write(R"({"type":"MODIFIED","object":)" + objectOf(event % kObjects, event + 2) + "}\n");
        }
        isWritten = true;
        char nothing = 0;
        (void)!recv(m_last, &nothing, 1, 0); // until the client goes
    }
    void answer(const QByteArray &bytes)
    {
        m_last = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        QByteArray request;
        char piece[4096];
        while (!request.contains("\r\n\r\n")) {
            const ssize_t got = recv(m_last, piece, sizeof piece, 0);
            if (got <= 0) {
                return;
            }
            request.append(piece, got);
        }
        write(bytes);
    }
    void write(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const ssize_t sent = send(m_last, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
            if (sent <= 0) {
                return;
            }
            bytes = bytes.sliced(sent);
        }
    }

    int m_listener;
    std::atomic<int> m_last = -1;
    std::thread m_thread;
};

} // namespace

class FollowStallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThreadThatStandsStillHoldsNobodyUp();
};

void FollowStallTest::aThreadThatStandsStillHoldsNobodyUp()
{
    Writer server;
    const auto api = std::make_shared<HttpApi>(ClusterAccess{.server = QUrl(u"http://127.0.0.1:%1"_s.arg(server.port))});
    const ResourceType pods{.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s};
    ObjectFeed feed(api, pods, {}, std::make_shared<SystemClock>(), {.pace = Duration(0)});
    int flushes = 0;
    connect(&feed, &ObjectFeed::flushed, this, [&](const ChangeSet &) { ++flushes; });
    feed.start();
    QTRY_VERIFY(server.isWatched);
    QTRY_COMPARE(feed.state().phase, FeedState::Phase::Live);
    flushes = 0;
    server.mayWrite = true;
    server.mayWrite.notify_one();
    while (!server.isWritten) {
        std::this_thread::yield(); // this thread shows nothing and takes nothing until all is written
    }
    QCOMPARE(flushes, 0);
    QTRY_COMPARE_WITH_TIMEOUT(feed.store().size(), kObjects, 20'000);
    const auto last = feed.store().find(u"shop"_s, u"pod-%1"_s.arg((kEvents - 1) % kObjects));
    QVERIFY(last);
    QTRY_COMPARE_WITH_TIMEOUT(feed.store().number(*last, kVersion), kEvents + 1, 20'000);
    QCOMPARE(feed.state().phase, FeedState::Phase::Live);
    QVERIFY2(flushes < 200, qPrintable(QString::number(flushes))); // not one for each event
}

QTEST_GUILESS_MAIN(FollowStallTest)
#include "tst_FollowStall.moc"
