// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/base/Duration.h"

#include <QDateTime>
#include <functional>

namespace sentinel {

/// Time as a port: every wait goes through one, so tests never sleep and a rehearsal can run faster than the wall.
class Clock
{
public:
    virtual ~Clock() = default;
    /// UTC, to the millisecond.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Calls back once after `delay`, from the event loop, never from inside this call. `context` gone: never.
    virtual void after(Duration delay, QObject *context, std::function<void()> callback) = 0;
};

/// The wall's time and Qt's timers.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    void after(Duration delay, QObject *context, std::function<void()> callback) override;
};

/// Ends after `delay`, or at once with Cancelled. The clock must outlive the wait.
[[nodiscard]] Async<void> sleep(Clock &clock, Duration delay, CancelToken cancel);

} // namespace sentinel
