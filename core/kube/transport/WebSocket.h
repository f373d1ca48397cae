// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/ClusterAccess.h"
#include "core/kube/transport/Mailbox.h"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace sentinel::kube {

struct WebSocketRequest
{
    ClusterAccess access;
    QByteArray userAgent{};
    HttpRequest request; ///< target and headers, who we are included
    QList<QByteArray> protocols{}; ///< best first; the one chosen is a header of the answer, "sec-websocket-protocol"
    Duration connectDeadline = std::chrono::seconds(10);
    Duration pingEvery = std::chrono::seconds(5); ///< when nothing comes; three without an answer are a broken connection
};

/// A WebSocket to the API server on a thread of its own: HTTP/1.1 over TLS as everything else (libcurl's, our certificates and
/// proxy), the opening and the frames ours. The mailbox is told: the head once it stands, each binary message as a line, and as
/// the last word the server's answer: 101 when it was closed in good order, another status with its Status when it was refused.
class WebSocket
{
public:
    WebSocket(WebSocketRequest request, std::shared_ptr<Mailbox> mailbox);
    ~WebSocket(); ///< cuts the connection
    WebSocket(const WebSocket &) = delete;
    WebSocket &operator=(const WebSocket &) = delete;

    // Any thread.
    void send(QByteArray message); ///< binary
    void resume(); ///< the receiver has taken what lay there

private:
    class Line;
    void run();
    void wake();

    const WebSocketRequest m_request;
    std::shared_ptr<Mailbox> m_mailbox;
    int m_wake = -1;
    std::mutex m_lock;
    std::deque<QByteArray> m_messages; // by m_lock
    std::atomic<bool> m_isClosed = false;
    std::thread m_thread;
};

} // namespace sentinel::kube
