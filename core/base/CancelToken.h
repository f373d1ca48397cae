// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <functional>
#include <memory>

namespace sentinel {

namespace detail {
struct CancelState;
}

/// Told to a flow so that it stops at the next safe point; whoever transports for it aborts at once. All on one thread.
/// A default-made token is never cancelled.
class CancelToken
{
public:
    /// Forgets the callback when destroyed.
    class Registration
    {
    public:
        Registration() = default;
        Registration(Registration &&other) noexcept;
        Registration &operator=(Registration &&other) noexcept;
        Registration(const Registration &) = delete;
        Registration &operator=(const Registration &) = delete;
        ~Registration();

    private:
        friend class CancelToken;
        std::weak_ptr<detail::CancelState> m_state;
        int m_id = 0;
    };

    [[nodiscard]] bool isCancelled() const;
    /// Calls back once when cancelled, at once if that has happened already. The callback may start anything but cancel again.
    [[nodiscard]] Registration onCancel(std::function<void()> callback) const;

private:
    friend class CancelSource;
    std::shared_ptr<detail::CancelState> m_state;
};

/// The other end: whoever may ask to stop. Copies share the state.
class CancelSource
{
public:
    CancelSource();
    [[nodiscard]] CancelToken token() const;
    void cancel();
    [[nodiscard]] bool isCancelled() const;

private:
    std::shared_ptr<detail::CancelState> m_state;
};

} // namespace sentinel
