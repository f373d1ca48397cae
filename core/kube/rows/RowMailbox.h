// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/RowTable.h"

#include <QDateTime>
#include <QObject>
#include <functional>
#include <memory>
#include <mutex>

namespace sentinel::kube {

/// How a feed stands.
struct FeedState
{
    enum class Phase {
        Loading, ///< `loaded` of `expected` objects are there
        Live, ///< every change is told as it comes
        Stale, ///< cut off since `since`, which `problem` says; it goes on by itself
        Failed, ///< waiting cannot mend it: `error`
    };
    Phase phase = Phase::Loading;
    qint64 loaded = 0;
    qint64 expected = -1; ///< -1: the server did not say
    QString problem{};
    QDateTime since{}; ///< Stale: when the rows were last known to be true
    std::optional<Error> error{};
};

/// Rows that were decoded since the consumer last looked. Of an object that changed several times only the last word is kept, so
/// that a consumer that stands still costs no more than the objects there are.
struct RowBatch
{
    explicit RowBatch(RowLayout layout)
        : rows(std::move(layout))
    {
    }
    void clear();

    RowTable rows;
    std::vector<quint8> isGone; ///< of each row: the object was deleted
    std::vector<quint32> list; ///< of each row: the list it is in or came after
    quint32 completeList = 0; ///< this list was read to its end: objects of earlier ones are gone; 0: none was
    std::optional<FeedState> state{};
};

/// Between the thread that decodes and the one that shows. Filling never waits for the other side.
class RowMailbox
{
public:
    explicit RowMailbox(RowLayout layout);
    RowMailbox(const RowMailbox &) = delete;
    RowMailbox &operator=(const RowMailbox &) = delete;

    [[nodiscard]] const RowLayout &layout() const { return m_layout; }

    // --- any thread
    void beginList(); ///< what is put from now on replaces what there was
    void endList(); ///< it did: what was not put since is gone
    void put(const RowCells &cells); ///< as it is now, from a list
    void change(const RowCells &cells); ///< as a watch tells it; ignored when a later version is known
    void remove(const RowCells &cells); ///< namespace, name, uid and version are known
    void tell(FeedState state);
    void tellProgress(qint64 loaded, qint64 expected); ///< of the first list; later ones do not show
    void heard(); ///< the server gave a sign of life

    // --- the consumer's thread
    /// Calls back on the receiver's thread, from its event loop, once there is something to take.
    void listen(QObject *receiver, std::function<void()> somethingCame);
    void ignore(); ///< no call any more
    /// Everything since the last time, in exchange for the batch given back. False: nothing came.
    [[nodiscard]] bool take(RowBatch &batch);
    [[nodiscard]] QDateTime heardAt() const; ///< the server's last sign of life; invalid: none yet

private:
    void store(const RowCells &cells, bool isGone, bool isChange);
    void notify();

    const RowLayout m_layout;
    mutable std::mutex m_lock;
    RowBatch m_batch; // by m_lock
    quint32 m_list = 1; // by m_lock
    bool m_isComplete = false; // a list was; by m_lock
    bool m_isNotified = false; // by m_lock
    bool m_isEmpty = true; // by m_lock
    qint64 m_heardAt = 0; // by m_lock; ms since 1970
    std::vector<quint64> m_gone; ///< hashes of the latest uids told as deleted, in a ring; by m_lock
    size_t m_nextGone = 0; // by m_lock
    QObject *m_receiver = nullptr; // by m_lock
    std::shared_ptr<std::function<void()>> m_call; // by m_lock
};

} // namespace sentinel::kube
