// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/Mailbox.h"

#include <QCoreApplication>
#include <QEvent>

namespace sentinel::kube {

namespace {

QEvent::Type mailType()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

} // namespace

/// Lives on the thread that asked; the event carries nothing, so all that is shared lies under the mailbox's lock.
class Receiver : public QObject
{
public:
    Receiver(std::shared_ptr<Mailbox> mailbox, Listener listener)
        : m_mailbox(std::move(mailbox))
        , m_listener(std::make_shared<Listener>(std::move(listener)))
    {
    }

    bool event(QEvent *event) override
    {
        if (event->type() != mailType()) {
            return QObject::event(event);
        }
        // The listener may end the flow that owns the inbox: copies keep what is used here.
        const auto mailbox = m_mailbox;
        const auto listener = m_listener;
        ++m_depth;
        Mailbox::Mail mail = mailbox->take();
        if (mail.wasFull && listener->drained) {
            listener->drained();
        }
        if (mail.head && listener->head) {
            listener->head(*mail.head);
        }
        if (!mail.lines.isEmpty() && listener->lines && !m_isClosed) {
            listener->lines(std::move(mail.lines));
        }
        if (mail.outcome && !m_isClosed) {
            listener->outcome(std::move(*mail.outcome));
        }
        --m_depth;
        return true;
    }

    /// Not deleted while its event runs: Qt is still on the way back through it.
    void close()
    {
        m_isClosed = true;
        if (m_depth > 0) {
            deleteLater();
        } else {
            delete this;
        }
    }

private:
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<Listener> m_listener;
    int m_depth = 0; ///< a listener may run an event loop of its own
    bool m_isClosed = false;
};

void Mailbox::notify()
{
    if (m_receiver && !m_notified) {
        m_notified = true;
        QCoreApplication::postEvent(m_receiver, new QEvent(mailType()));
    }
}

void Mailbox::postHead(HttpAnswer head)
{
    const std::lock_guard held(m_lock);
    m_mail.head = std::move(head);
    notify();
}

void Mailbox::postLines(QList<HttpLine> lines, qint64 bytes)
{
    const std::lock_guard held(m_lock);
    m_mail.lines.append(std::move(lines));
    m_bytes += bytes;
    notify();
}

void Mailbox::postOutcome(Result<HttpAnswer> outcome)
{
    const std::lock_guard held(m_lock);
    m_mail.outcome = std::move(outcome);
    notify();
}

void Mailbox::allow(qint64 most)
{
    const std::lock_guard held(m_lock);
    m_most = most;
}

bool Mailbox::isFull()
{
    const std::lock_guard held(m_lock);
    m_full = m_receiver && m_bytes > m_most;
    return m_full;
}

Mailbox::Mail Mailbox::take()
{
    const std::lock_guard held(m_lock);
    m_notified = false;
    m_bytes = 0;
    Mail mail = std::exchange(m_mail, {});
    mail.wasFull = std::exchange(m_full, false);
    return mail;
}

Inbox::Inbox(Listener listener)
    : m_mailbox(std::make_shared<Mailbox>())
    , m_receiver(new Receiver(m_mailbox, std::move(listener)))
{
    const std::lock_guard held(m_mailbox->m_lock);
    m_mailbox->m_receiver = m_receiver;
}

Inbox::~Inbox()
{
    {
        const std::lock_guard held(m_mailbox->m_lock);
        m_mailbox->m_receiver = nullptr;
    }
    static_cast<Receiver *>(m_receiver)->close();
}

} // namespace sentinel::kube
