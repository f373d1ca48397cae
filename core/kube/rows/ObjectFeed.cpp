// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/ObjectFeed.h"

namespace sentinel::kube {

ObjectFeed::ObjectFeed(ApiPtr api, ResourceType type, ListOptions options, std::shared_ptr<Clock> clock, FeedOptions pace,
                       QObject *parent)
    : QObject(parent)
    , m_api(std::move(api))
    , m_type(std::move(type))
    , m_options(std::move(options))
    , m_clock(std::move(clock))
    , m_pace(pace)
    , m_store(rowLayout(m_type))
    , m_mailbox(std::make_shared<RowMailbox>(m_store.layout()))
    , m_batch(m_store.layout())
{
}

ObjectFeed::~ObjectFeed()
{
    stop();
}

void ObjectFeed::start()
{
    m_mailbox->listen(this, [this] { soon(); });
    deliver(m_api->follow(m_type, m_options, m_mailbox, m_cancel.token()), this,
            [this](const Result<void> &result) { ended(result); });
}

void ObjectFeed::stop()
{
    m_mailbox->ignore();
    m_cancel.cancel();
}

void ObjectFeed::soon()
{
    const QDateTime now = m_clock->now();
    const Duration since = m_flushedAt.isValid() ? Duration(m_flushedAt.msecsTo(now)) : m_pace.pace;
    if (since >= m_pace.pace || since < Duration(0)) { // a clock that was put back
        flush();
    } else if (!std::exchange(m_isWaiting, true)) {
        m_clock->after(m_pace.pace - since, this, [this] { flush(); });
    }
}

void ObjectFeed::flush()
{
    m_isWaiting = false;
    m_flushedAt = m_clock->now();
    if (!m_mailbox->take(m_batch)) {
        return;
    }
    m_store.apply(m_batch);
    const bool isNews = m_batch.state.has_value();
    if (isNews) {
        m_state = std::move(*m_batch.state);
    }
    m_batch.clear();
    if (const ChangeSet changes = m_store.flush(); !changes.isEmpty()) {
        Q_EMIT flushed(changes);
    }
    if (isNews) {
        Q_EMIT stateChanged();
    }
}

void ObjectFeed::ended(const Result<void> &result)
{
    if (!result && result.error().kind != Error::Kind::Cancelled) {
        m_mailbox->tell({.phase = FeedState::Phase::Failed, .error = result.error()});
    }
}

} // namespace sentinel::kube
