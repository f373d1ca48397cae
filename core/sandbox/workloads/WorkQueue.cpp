// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/WorkQueue.h"

#include <algorithm>

namespace sentinel::sandbox {

namespace {

/// Keys in one go, so that requests of clients come between.
constexpr int kAtOnce = 32;

} // namespace

WorkQueue::WorkQueue(Clock &clock, Work work)
    : m_clock(clock)
    , m_work(std::move(work))
{
}

void WorkQueue::add(const Key &key)
{
    if (m_queued.contains(key)) {
        return;
    }
    m_queued.insert(key);
    m_ready.append(key);
    wake();
}

void WorkQueue::addAfter(const Key &key, Duration delay)
{
    if (delay <= Duration::zero()) {
        add(key);
        return;
    }
    const QDateTime due = m_clock.now().addMSecs(delay.count());
    const auto present = m_later.constFind(key);
    if (present != m_later.constEnd() && *present <= due) {
        return;
    }
    m_later.insert(key, due);
    if (!m_armedFor.isValid() || due < m_armedFor) {
        arm();
    }
}

void WorkQueue::wake()
{
    if (m_awake) {
        return;
    }
    m_awake = true;
    m_clock.after(Duration::zero(), &m_context, [this] {
        m_awake = false;
        workOff();
    });
}

void WorkQueue::arm()
{
    if (m_later.isEmpty()) {
        m_armedFor = {};
        return;
    }
    m_armedFor = *std::ranges::min_element(m_later);
    const Duration delay{std::max<qint64>(1, m_clock.now().msecsTo(m_armedFor))};
    m_clock.after(delay, &m_context, [this, due = m_armedFor] {
        // A timer of an earlier arming that a nearer one overtook.
        if (due == m_armedFor) {
            takeDue();
        }
    });
}

void WorkQueue::takeDue()
{
    const QDateTime now = m_clock.now();
    QList<std::pair<QDateTime, Key>> due;
    for (auto each = m_later.begin(); each != m_later.end();) {
        if (each.value() <= now) {
            due.append({each.value(), each.key()});
            each = m_later.erase(each);
        } else {
            ++each;
        }
    }
    // Of one moment by name: what happens does not depend on the order of a hash.
    std::ranges::sort(due, [](const auto &left, const auto &right) {
        return std::tie(left.first, left.second.ns, left.second.name) < std::tie(right.first, right.second.ns, right.second.name);
    });
    for (const auto &each : due) {
        add(each.second);
    }
    arm();
}

void WorkQueue::workOff()
{
    for (int done = 0; done < kAtOnce && !m_ready.isEmpty(); ++done) {
        const Key key = m_ready.takeFirst();
        m_queued.remove(key);
        m_work(key);
    }
    if (!m_ready.isEmpty()) {
        wake();
    }
}

} // namespace sentinel::sandbox
