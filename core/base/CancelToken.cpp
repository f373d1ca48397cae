// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CancelToken.h"

#include <map>
#include <utility>

namespace sentinel {

namespace detail {
struct CancelState
{
    bool cancelled = false;
    int lastId = 0;
    std::map<int, std::function<void()>> callbacks;
};
} // namespace detail

CancelToken::Registration::Registration(Registration &&other) noexcept
    : m_state(std::exchange(other.m_state, {}))
    , m_id(std::exchange(other.m_id, 0))
{
}

CancelToken::Registration &CancelToken::Registration::operator=(Registration &&other) noexcept
{
    std::swap(m_state, other.m_state);
    std::swap(m_id, other.m_id);
    return *this;
}

CancelToken::Registration::~Registration()
{
    if (const auto state = m_state.lock()) {
        state->callbacks.erase(m_id);
    }
}

bool CancelToken::isCancelled() const
{
    return m_state && m_state->cancelled;
}

CancelToken::Registration CancelToken::onCancel(std::function<void()> callback) const
{
    Registration registration;
    if (!m_state) {
        return registration;
    }
    if (m_state->cancelled) {
        callback();
        return registration;
    }
    registration.m_state = m_state;
    registration.m_id = ++m_state->lastId;
    m_state->callbacks.emplace(registration.m_id, std::move(callback));
    return registration;
}

CancelSource::CancelSource()
    : m_state(std::make_shared<detail::CancelState>())
{
}

CancelToken CancelSource::token() const
{
    CancelToken token;
    token.m_state = m_state;
    return token;
}

void CancelSource::cancel()
{
    if (std::exchange(m_state->cancelled, true)) {
        return;
    }
    // A callback may end the flow that holds other registrations: take them one at a time.
    const auto state = m_state;
    while (!state->callbacks.empty()) {
        auto first = state->callbacks.extract(state->callbacks.begin());
        first.mapped()();
    }
}

bool CancelSource::isCancelled() const
{
    return m_state->cancelled;
}

} // namespace sentinel
