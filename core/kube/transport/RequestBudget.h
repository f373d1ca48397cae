// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/base/Clock.h"
#include "core/kube/transport/Http.h"

#include <deque>
#include <map>
#include <memory>
#include <variant>

namespace sentinel::kube {

/// How much a cluster is asked: so many requests a second in the long run, a burst at once. What waits goes on by its priority,
/// then in the order it came. On one thread.
class RequestBudget : public std::enable_shared_from_this<RequestBudget>
{
public:
    /// `perSecond` 0: no limit.
    RequestBudget(std::shared_ptr<Clock> clock, int perSecond, int burst);
    ~RequestBudget();
    RequestBudget(const RequestBudget &) = delete;
    RequestBudget &operator=(const RequestBudget &) = delete;

    /// Ends when the request may be sent. Cancelled.
    [[nodiscard]] static Async<void> admit(std::shared_ptr<RequestBudget> budget, HttpRequest::Priority priority,
                                           CancelToken cancel);

private:
    void refill();
    void serve();
    void ringLater();

    const std::shared_ptr<Clock> m_clock;
    const int m_perSecond;
    const int m_burst;
    double m_left; ///< requests that may be sent now
    QDateTime m_filledAt;
    bool m_isRinging = false;
    std::map<HttpRequest::Priority, std::deque<Promise<std::monostate>>> m_waiting;
    QObject m_alarm; ///< the clock's calls end with it
};

} // namespace sentinel::kube
