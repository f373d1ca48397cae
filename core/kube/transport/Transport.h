// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/kube/transport/Http.h"
#include "core/kube/transport/Mailbox.h"
#include "core/kube/transport/Transfer.h"

#include <QPointer>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

namespace sentinel::kube {

struct TransportOptions
{
    QByteArray userAgent{};
    Duration connectDeadline = std::chrono::seconds(10);
    Duration pingAfter = std::chrono::seconds(30); ///< silence on an HTTP/2 connection before the other end is asked
    Duration pingPatience = std::chrono::seconds(15); ///< for its answer, or the kernel's confirmation of what was sent
    Packing packing = Packing::WhereItPays;
    int mostStreams = 80; ///< on one connection, of the 100 a server allows: a watch holds one; then another is made
    std::function<Duration()> asleep = &timeAsleep; ///< how long this computer has slept so far
};

/// Speaks HTTP with one server on a thread of its own: libcurl's multi interface, connections kept and shared (HTTP/2).
/// Callers on other threads leave orders; answers come back through mailboxes.
class Transport
{
public:
    Transport(ClusterAccess access, TransportOptions options);
    ~Transport();
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    [[nodiscard]] QString host() const; ///< any thread
    /// Of the last connection that was made or tried; any thread.
    [[nodiscard]] ConnectionReport report() const;
    /// From now on requests go there. Where connections cannot be shared with what was before, streams are broken off and old
    /// connections end with their last request. Any thread.
    void use(ClusterAccess access);

    /// Any thread. The number names the transfer for the two below.
    [[nodiscard]] quint64 begin(HttpRequest request, std::shared_ptr<Mailbox> mailbox);
    void abort(quint64 transfer);
    void resume(quint64 transfer);
    /// Ends the thread. What is under way is answered with Cancelled; so is what comes later.
    void close();

private:
    struct Begin
    {
        quint64 id;
        HttpRequest request;
        std::shared_ptr<Mailbox> mailbox;
    };
    struct Abort
    {
        quint64 id;
    };
    struct Resume
    {
        quint64 id;
    };
    struct Use
    {
        ClusterAccess access;
    };
    using Order = std::variant<Begin, Abort, Resume, Use>;

    void run();
    void leave(Order order);
    void follow(Begin order);
    void follow(Abort order);
    void follow(Resume order);
    void follow(Use order);
    void collect();
    void perform();
    void keepAlive();
    /// The server speaks HTTP/1.1: nobody waits to share a connection any more.
    void releaseWaiting();
    void breakSilent();
    void askWhetherAlive();
    void breakStreams(const QString &why);
    void cutReplaced();
    [[nodiscard]] TransferPlacePtr placeFor(ClusterAccess access);

    const TransportOptions m_options;
    CURLM *m_multi;
    std::atomic<quint64> m_lastId = 0;

    mutable std::mutex m_lock;
    QString m_host; // by m_lock
    ConnectionReport m_report; // by m_lock
    std::vector<Order> m_orders; // by m_lock
    bool m_isClosed = false; // by m_lock

    // The thread's own.
    Sockets m_sockets;
    TransferPlacePtr m_place;
    QList<quint64> m_replaced; ///< of places before; cut once nobody writes over them
    Duration m_asleep{};
    std::map<quint64, std::unique_ptr<Transfer>> m_transfers;

    std::thread m_thread;
    std::unique_ptr<QObject> m_atExit; ///< ends the thread before the program's own objects go
};

struct StreamListener
{
    std::function<void(const HttpAnswer &)> accepted{}; ///< status 2xx has come
    std::function<void(QList<HttpLine>)> lines{};
};

/// One request and its answer, whatever its status. Errors: Unreachable, Timeout, Invalid (certificates), Cancelled; `doing` is
/// the caller's to fill in. With Reading::Lines the lines go to `listener`, and only refusals have a body.
[[nodiscard]] Async<HttpAnswer> exchange(std::shared_ptr<Transport> transport, HttpRequest request, StreamListener listener,
                                         CancelToken cancel);

} // namespace sentinel::kube
