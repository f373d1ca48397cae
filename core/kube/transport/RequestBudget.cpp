// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/RequestBudget.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

std::unexpected<Error> stopped()
{
    return failure(Error::Kind::Cancelled, {}, Text::tr("The request was stopped."));
}

Async<void> waitFor(std::shared_ptr<RequestBudget>, Promise<std::monostate> promise, CancelToken cancel)
{
    const auto registration = cancel.onCancel([promise] { promise.keep(stopped()); });
    const auto admitted = co_await promise.answer();
    if (!admitted) {
        co_return failure(admitted);
    }
    co_return {};
}

} // namespace

RequestBudget::RequestBudget(std::shared_ptr<Clock> clock, int perSecond, int burst)
    : m_clock(std::move(clock))
    , m_perSecond(perSecond)
    , m_burst(std::max(1, burst))
    , m_left(m_burst)
    , m_filledAt(m_clock->now())
{
}

RequestBudget::~RequestBudget()
{
    for (auto &[priority, waiting] : m_waiting) {
        for (const auto &promise : waiting) {
            promise.keep(stopped());
        }
    }
}

Async<void> RequestBudget::admit(std::shared_ptr<RequestBudget> budget, HttpRequest::Priority priority, CancelToken cancel)
{
    const Promise<std::monostate> promise;
    if (budget->m_perSecond <= 0) {
        promise.keep(std::monostate());
    } else {
        budget->m_waiting[priority].push_back(promise);
        budget->serve();
    }
    return waitFor(budget, promise, std::move(cancel));
}

void RequestBudget::refill()
{
    const QDateTime now = m_clock->now();
    // A clock that was set back must not stop everything until it has caught up.
    const qint64 passed = std::max<qint64>(0, m_filledAt.msecsTo(now));
    m_left = std::min<double>(m_burst, m_left + static_cast<double>(passed) * m_perSecond / 1000.0);
    m_filledAt = now;
}

void RequestBudget::serve()
{
    const auto alive = shared_from_this(); // whoever goes on may drop us
    refill();
    for (auto &[priority, waiting] : m_waiting) {
        while (!waiting.empty()) {
            if (waiting.front().isKept()) { // stopped meanwhile
                waiting.pop_front();
                continue;
            }
            if (m_left < 1) {
                ringLater();
                return;
            }
            m_left -= 1;
            const auto promise = waiting.front();
            waiting.pop_front();
            promise.keep(std::monostate()); // may come back here
        }
    }
}

void RequestBudget::ringLater()
{
    if (std::exchange(m_isRinging, true)) {
        return;
    }
    const auto missing = static_cast<qint64>(std::ceil((1 - m_left) * 1000.0 / m_perSecond));
    m_clock->after(Duration(std::max<qint64>(1, missing)), &m_alarm, [this] {
        m_isRinging = false;
        serve();
    });
}

} // namespace sentinel::kube
