// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/kube/rows/ObjectStore.h"

namespace sentinel::kube {

struct FeedOptions
{
    Duration pace = std::chrono::milliseconds(33); ///< between two flushes at least; 0: a flush for whatever came
};

/// Keeps a store filled with the objects of a kind: Api::follow at work, for as long as the feed lives. One change set a flush,
/// however many events came; what comes while the thread stands still waits in a mailbox that holds each object once.
class ObjectFeed : public QObject
{
    Q_OBJECT

public:
    ObjectFeed(ApiPtr api, ResourceType type, ListOptions options, std::shared_ptr<Clock> clock, FeedOptions pace = {},
               QObject *parent = nullptr);
    ~ObjectFeed() override;

    [[nodiscard]] const ResourceType &type() const { return m_type; }
    [[nodiscard]] const ObjectStore &store() const { return m_store; }
    [[nodiscard]] const FeedState &state() const { return m_state; }
    /// Since when nothing was heard of the server, in its wall time: an event, a bookmark (about one a minute), a page.
    [[nodiscard]] QDateTime heardAt() const { return m_mailbox->heardAt(); }

    void start(); ///< once
    void stop(); ///< no change any more; the rows stay
    /// Takes in what came, at once.
    void flush();

Q_SIGNALS:
    /// The store has changed; views apply this.
    void flushed(const sentinel::kube::ChangeSet &changes);
    void stateChanged();

private:
    void soon();
    void ended(const Result<void> &result);

    ApiPtr m_api;
    ResourceType m_type;
    ListOptions m_options;
    std::shared_ptr<Clock> m_clock;
    FeedOptions m_pace;
    ObjectStore m_store;
    std::shared_ptr<RowMailbox> m_mailbox;
    RowBatch m_batch;
    FeedState m_state;
    CancelSource m_cancel;
    QDateTime m_flushedAt;
    bool m_isWaiting = false; ///< a flush is due
};

} // namespace sentinel::kube
