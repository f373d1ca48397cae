// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/Churn.h"
#include "tests/faults/Mirror.h"

#include <QSocketNotifier>

namespace sentinel::testing {

/// The wall's time, but nobody waits longer than this for a next attempt: the pauses of a client are tested elsewhere.
class ImpatientClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_wall.now(); }
    void after(Duration delay, QObject *context, std::function<void()> callback) override
    {
        m_wall.after(std::min(delay, Duration(300)), context, std::move(callback));
    }

private:
    SystemClock m_wall;
};

/// A client in a process of its own, led by lines on its input: what kills servers and turns clocks is outside.
class Follower : public QObject
{
public:
    struct Setup
    {
        kube::ClusterAccess access; ///< the one under test
        kube::ClusterAccess direct; ///< of the writer and the comparison
        QString ns;
        bool byStore = false;
        int size = 10; ///< bytes in each object the writer makes
        quint32 seed = 1;
    };
    explicit Follower(Setup setup);
    ~Follower() override;

private:
    void obey(const QByteArray &line);
    void churn(bool isOn);
    [[nodiscard]] QByteArray settle(int rounds);
    [[nodiscard]] QByteArray kept();
    [[nodiscard]] QByteArray stand(int milliseconds) const;
    [[nodiscard]] QByteArray report() const;
    [[nodiscard]] Result<QList<kube::Object>> listed();

    Setup m_setup;
    std::shared_ptr<ImpatientClock> m_clock = std::make_shared<ImpatientClock>();
    kube::ApiPtr m_direct;
    std::unique_ptr<Mirror> m_mirror;
    std::shared_ptr<Churn> m_churn;
    CancelSource m_cancel;
    QSocketNotifier m_input;
    QByteArray m_begun;
    bool m_isWriting = false;
};

} // namespace sentinel::testing
