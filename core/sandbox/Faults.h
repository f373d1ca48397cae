// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"

#include <QRandomGenerator>
#include <algorithm>
#include <functional>

namespace sentinel::sandbox {

/// What the front is told to do badly. Off by default; the paths below /rehearsal/ are never touched by it.
class Faults
{
public:
    /// Every answer waits this long. Zero: none.
    void setDelay(Duration delay) { m_delay = std::max(delay, Duration::zero()); }
    [[nodiscard]] Duration delay() const { return m_delay; }

    /// This share (0 to 1) of requests is answered 429 with `Retry-After: seconds`.
    void setTooManyRequests(double share, int retryAfterSeconds = 1)
    {
        m_share = std::clamp(share, 0.0, 1.0);
        m_retryAfter = std::max(retryAfterSeconds, 1);
    }
    [[nodiscard]] double tooManyRequestsShare() const { return m_share; }
    [[nodiscard]] int retryAfterSeconds() const { return m_retryAfter; }
    /// Draws once: whether this request is one of the share.
    [[nodiscard]] bool refusesNow() const { return m_share > 0 && QRandomGenerator::global()->generateDouble() < m_share; }

    /// Ends every open watch now, as a load balancer that restarts does.
    void dropWatches() const
    {
        if (m_dropWatches) {
            m_dropWatches();
        }
    }
    /// Watches that come back with an older version get 410 Expired and have to list again.
    void forgetHistory() const
    {
        if (m_forgetHistory) {
            m_forgetHistory();
        }
    }
    void clear()
    {
        m_delay = Duration::zero();
        m_share = 0;
    }

private:
    friend class Cluster; ///< puts the two callbacks in
    Duration m_delay = Duration::zero();
    double m_share = 0;
    int m_retryAfter = 1;
    std::function<void()> m_dropWatches;
    std::function<void()> m_forgetHistory;
};

} // namespace sentinel::sandbox
