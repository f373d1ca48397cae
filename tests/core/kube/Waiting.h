// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/kube/Api.h"

#include <QTest>
#include <QTimer>

/// Runs the event loop until the flow has ended; a flow that never does is a failure of the test.
template <typename T>
sentinel::Result<T> answerOf(sentinel::Async<T> flow)
{
    std::optional<sentinel::Result<T>> kept;
    QObject receiver;
    sentinel::deliver(std::move(flow), &receiver, [&kept](sentinel::Result<T> answer) { kept = std::move(answer); });
    if (!QTest::qWaitFor([&kept] { return kept.has_value(); }, 20'000)) {
        QTest::qFail("no answer came", __FILE__, __LINE__);
        return sentinel::failure(sentinel::Error::Kind::Internal, {}, QStringLiteral("no answer came"));
    }
    return std::move(*kept);
}

/// Time that passes as soon as somebody waits for it.
class EagerClock final : public sentinel::Clock
{
public:
    QDateTime now() const override { return m_now; }
    void after(sentinel::Duration delay, QObject *context, std::function<void()> callback) override
    {
        waits.append(delay);
        m_now = m_now.addMSecs(delay.count());
        if (!isStopped) {
            QMetaObject::invokeMethod(context, std::move(callback), Qt::QueuedConnection);
        }
    }

    QList<sentinel::Duration> waits;
    bool isStopped = false; ///< waits never end

private:
    QDateTime m_now = QDateTime(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);
};

inline const sentinel::kube::ResourceType kPods{
    .group = {}, .version = QStringLiteral("v1"), .kind = QStringLiteral("Pod"), .plural = QStringLiteral("pods")};
inline const sentinel::kube::ResourceType kDeployments{.group = QStringLiteral("apps"),
                                                       .version = QStringLiteral("v1"),
                                                       .kind = QStringLiteral("Deployment"),
                                                       .plural = QStringLiteral("deployments")};
inline const sentinel::kube::ResourceType kNamespaces{.group = {},
                                                      .version = QStringLiteral("v1"),
                                                      .kind = QStringLiteral("Namespace"),
                                                      .plural = QStringLiteral("namespaces"),
                                                      .namespaced = false};
