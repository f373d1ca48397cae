// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kube/transport/Http.h"

#include <QObject>
#include <functional>
#include <memory>
#include <mutex>

namespace sentinel::kube {

/// What the transport's thread tells the thread that asked. The one place both touch.
class Mailbox
{
public:
    // --- the transport's thread
    void postHead(HttpAnswer head); ///< of a stream that was accepted
    void postLines(QList<HttpLine> lines, qint64 bytes);
    void postOutcome(Result<HttpAnswer> outcome); ///< the last word
    /// How many bytes of lines may lie here, before the first one comes.
    void allow(qint64 most);
    [[nodiscard]] bool isFull(); ///< the receiver is behind: stop reading until it calls `drained`

    struct Mail
    {
        std::optional<HttpAnswer> head{};
        QList<HttpLine> lines{};
        std::optional<Result<HttpAnswer>> outcome{};
        bool wasFull = false;
    };

private:
    friend class Inbox;
    friend class Receiver;
    void notify(); ///< with the lock held
    [[nodiscard]] Mail take();

    std::mutex m_lock;
    QObject *m_receiver = nullptr; ///< null once nobody listens any more
    bool m_notified = false;
    qint64 m_bytes = 0;
    qint64 m_most = qint64{16} << 20;
    bool m_full = false;
    Mail m_mail;
};

struct Listener
{
    std::function<void(const HttpAnswer &)> head{};
    std::function<void(QList<HttpLine>)> lines{};
    std::function<void(Result<HttpAnswer>)> outcome{};
    std::function<void()> drained{};
};

/// The end of the thread that asked. Calls the listener there, from its event loop; never again once it is gone.
class Inbox
{
public:
    explicit Inbox(Listener listener);
    ~Inbox();
    Inbox(const Inbox &) = delete;
    Inbox &operator=(const Inbox &) = delete;

    [[nodiscard]] std::shared_ptr<Mailbox> mailbox() const { return m_mailbox; }

private:
    std::shared_ptr<Mailbox> m_mailbox;
    QObject *m_receiver;
};

} // namespace sentinel::kube
