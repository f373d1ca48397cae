// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

namespace sentinel::sandbox {

/// The time of the rehearsal cluster: begins as the wall's and runs `speed` times as fast, waits and dates alike, since
/// controllers compare the one with the other. Changing the factor counts for waits that begin afterwards; time never runs back.
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
    Clock &m_wall;
    QDateTime m_since; ///< of the wall, when the speed was last set
    QDateTime m_then; ///< of the cluster, at that moment
    double m_speed = 1;
};

} // namespace sentinel::sandbox
