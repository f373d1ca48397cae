// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QMap>
#include <QObject>
#include <QPointer>

namespace sentinel::sandbox {

/// The time of the rehearsal cluster: begins with the wall's and runs `speed` times as fast, waits and readings alike, so that a
/// deadline in an object and the wait for it agree, and a CronJob runs when its time has come. A change of speed counts for
/// waits under way too. Faster than the wall the cluster's times lie in the future: ages are taken from this clock.
class RehearsalClock final : public Clock
{
public:
    static constexpr double kSlowest = 0.1;
    static constexpr double kFastest = 1000;

    /// `wall` outlives this.
    explicit RehearsalClock(Clock &wall, double speed = 1);
    [[nodiscard]] QDateTime now() const override;
    void after(Duration delay, QObject *context, std::function<void()> callback) override;

    [[nodiscard]] double speed() const { return m_speed; }
    /// Kept between kSlowest and kFastest.
    void setSpeed(double speed);

private:
    struct Wait
    {
        QDateTime due; ///< in the cluster's time
        QPointer<QObject> context;
        std::function<void()> callback;
    };
    void arm(qint64 id);
    void ring(qint64 id);

    Clock &m_wall;
    double m_speed = 1;
    QDateTime m_began; ///< cluster's time when the speed was last set
    QDateTime m_wallBegan; ///< the wall's at that moment
    QMap<qint64, Wait> m_waits;
    qint64 m_last = 0;
    int m_arming = 0; ///< timers of an earlier speed are ignored
    QObject m_context;
};

} // namespace sentinel::sandbox
