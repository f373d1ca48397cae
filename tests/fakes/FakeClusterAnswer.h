// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/FakeCluster.h"

namespace sentinel::testing {

template <typename T>
Async<T> FakeCluster::answer(Act act, const QString &kind, CancelToken cancel, std::function<Result<T>()> work)
{
    const Promise<T> promise;
    if (m_frozen) {
        return promise.answer();
    }
    const auto held = std::make_shared<CancelToken::Registration>();
    *held = cancel.onCancel([this, promise] {
        if (!m_frozen) {
            promise.keep(failure(Error::Kind::Cancelled, QStringLiteral("asking the fake cluster"), QStringLiteral("cancelled")));
        }
    });
    if (!m_hanging.contains(act) && !m_hanging.contains(Act::Any)) {
        QMetaObject::invokeMethod(
            &m_context,
            [this, act, kind, promise, held, work = std::move(work)] {
                if (m_frozen || promise.isKept()) {
                    return;
                }
                if (diesNow()) {
                    return;
                }
                auto result = Result<T>(failure(Error::Kind::Internal, {}, {}));
                if (const auto fault = faultFor(act, kind)) {
                    result = std::unexpected(*fault);
                } else {
                    result = work();
                }
                if (!diesNow()) {
                    promise.keep(std::move(result));
                }
            },
            Qt::QueuedConnection);
        return promise.answer();
    }
    // Hangs: only its cancellation ends it, so the registration must last as long.
    QObject *keeper = new QObject(&m_context);
    QObject::connect(keeper, &QObject::destroyed, keeper, [held] { });
    return promise.answer();
}

} // namespace sentinel::testing
