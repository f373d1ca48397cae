// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QTimeZone>

namespace sentinel::test {

/// Stands still until it is set.
class SteppedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void after(Duration, QObject *, std::function<void()>) override { qFatal("nothing here waits"); }
    void step(Duration by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now{QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC};
};

} // namespace sentinel::test
