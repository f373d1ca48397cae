// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace sentinel {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

void SystemClock::after(Duration delay, QObject *context, std::function<void()> callback)
{
    QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(callback));
}

namespace {

/// By value: the frame of the coroutine keeps the context of the timer alive until one of both ends the wait.
Async<void> sleeping(Promise<void> promise, [[maybe_unused]] std::shared_ptr<QObject> context, CancelToken cancel)
{
    const auto registration
        = cancel.onCancel([promise] { promise.keep(failure(Error::Kind::Cancelled, u"waiting"_s, u"stopped while waiting"_s)); });
    co_return co_await promise.answer();
}

} // namespace

Async<void> sleep(Clock &clock, Duration delay, CancelToken cancel)
{
    const Promise<void> promise;
    const auto context = std::make_shared<QObject>();
    clock.after(delay, context.get(), [promise] { promise.keep({}); });
    return sleeping(promise, context, std::move(cancel));
}

} // namespace sentinel
