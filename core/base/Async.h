// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QCoroTask>
#include <QObject>
#include <optional>
#include <utility>

namespace sentinel {

/// What a flow returns: a coroutine that ends in a value or an Error. Flows are free functions with by-value parameters and a
/// CancelToken last; dropping an Async does not cancel it.
template <typename T>
using Async = QCoro::Task<Result<T>>;

/// Hands the answer to `receiver`, unless it is gone by then. The only way an object receives the answer of a flow.
template <typename T, typename Receiver, typename Handler>
void deliver(Async<T> task, Receiver *receiver, Handler handler)
{
    QCoro::connect(std::move(task), receiver, std::move(handler));
}

/// A promise to be kept later by code that speaks in callbacks: `co_await promise.answer()` suspends until `keep()`.
/// Lives on one thread. Keeping it twice is ignored; the last owner dropping it unkept leaves the flow suspended for good, so
/// whoever takes one keeps it on every path.
template <typename T>
class Promise
{
public:
    void keep(Result<T> value) const
    {
        if (m_state->value) {
            return;
        }
        m_state->value.emplace(std::move(value));
        if (const auto waiting = std::exchange(m_state->waiting, {})) {
            waiting.resume();
        }
    }
    [[nodiscard]] bool isKept() const { return m_state->value.has_value(); }
    [[nodiscard]] Async<T> answer() const { return wait(m_state); }

private:
    struct State
    {
        std::optional<Result<T>> value;
        std::coroutine_handle<> waiting;
    };
    struct Awaiter
    {
        std::shared_ptr<State> state;
        [[nodiscard]] bool await_ready() const { return state->value.has_value(); }
        void await_suspend(std::coroutine_handle<> handle) const { state->waiting = handle; }
        void await_resume() const { }
    };
    static Async<T> wait(std::shared_ptr<State> state)
    {
        co_await Awaiter{state};
        co_return std::move(*state->value);
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace sentinel
