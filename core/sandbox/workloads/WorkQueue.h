// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <functional>

namespace sentinel::sandbox {

/// Which object a controller is to look at.
struct Key
{
    QString ns;
    QString name;
    bool operator==(const Key &) const = default;
};

[[nodiscard]] inline size_t qHash(const Key &key, size_t seed = 0)
{
    return qHashMulti(seed, key.ns, key.name);
}

/// Keys to look at, each at most once in the queue, worked off from the event loop. With nothing to do no timer runs.
class WorkQueue
{
public:
    using Work = std::function<void(const Key &)>;
    WorkQueue(Clock &clock, Work work);
    WorkQueue(const WorkQueue &) = delete;
    WorkQueue &operator=(const WorkQueue &) = delete;

    void add(const Key &key);
    /// The earliest time asked for a key counts: whoever looks again at a key asks anew for what is still to come.
    void addAfter(const Key &key, Duration delay);

private:
    void wake();
    void arm();
    void workOff();
    void takeDue();

    Clock &m_clock;
    Work m_work;
    QList<Key> m_ready;
    QSet<Key> m_queued;
    QHash<Key, QDateTime> m_later;
    QDateTime m_armedFor; ///< invalid: no timer runs
    bool m_awake = false;
    QObject m_context; ///< its end silences callbacks of the clock
};

} // namespace sentinel::sandbox
