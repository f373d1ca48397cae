// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QThread>
#include <QTimer>

namespace sentinel::testing {

/// Runs the event loop until `isDone`, woken by events alone (QTest::qWaitFor looks every 10 ms, which slows traffic down to
/// that). False when that does not happen within `milliseconds`.
[[nodiscard]] inline bool waitUntil(const std::function<bool()> &isDone, int milliseconds)
{
    // The alarm itself says when it is over: a second clock could still have a moment to go, with nothing left to wake us.
    QTimer alarm;
    alarm.setSingleShot(true);
    alarm.start(milliseconds);
    while (!isDone()) {
        if (!alarm.isActive()) {
            return false;
        }
        QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

/// The answer of a flow; Timeout when it does not end.
template <typename T>
[[nodiscard]] Result<T> answerWithin(int milliseconds, Async<T> flow)
{
    std::optional<Result<T>> kept;
    QObject receiver;
    deliver(std::move(flow), &receiver, [&kept](Result<T> answer) { kept = std::move(answer); });
    if (!waitUntil([&kept] { return kept.has_value(); }, milliseconds)) {
        return failure(Error::Kind::Timeout, {}, QStringLiteral("no answer came"));
    }
    return std::move(*kept);
}

} // namespace sentinel::testing
