// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"

#include <QDateTime>
#include <QTimeZone>
#include <atomic>

namespace sentinel::kube {

/// How old what a watch shows may be: when its server was last heard, be it an event, a bookmark or a list. Written by the watch,
/// read by whoever shows the age, on any thread.
class Freshness
{
public:
    void heard(const QDateTime &at)
    {
        m_at = at.toMSecsSinceEpoch();
        m_isLive = true;
    }
    void lost() { m_isLive = false; } ///< the connection is gone; what is shown grows old

    [[nodiscard]] bool isLive() const { return m_isLive; }
    [[nodiscard]] bool wasHeard() const { return m_at != 0; }
    [[nodiscard]] QDateTime lastHeard() const
    {
        return wasHeard() ? QDateTime::fromMSecsSinceEpoch(m_at, QTimeZone::UTC) : QDateTime();
    }
    /// Zero when nothing was heard yet.
    [[nodiscard]] Duration age(const QDateTime &now) const
    {
        return wasHeard() ? std::max(Duration(0), Duration(now.toMSecsSinceEpoch() - m_at)) : Duration(0);
    }

private:
    std::atomic<qint64> m_at = 0;
    std::atomic<bool> m_isLive = false;
};

} // namespace sentinel::kube
