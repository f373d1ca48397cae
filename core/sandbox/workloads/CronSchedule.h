// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <bitset>

namespace sentinel::sandbox {

/// When a CronJob runs: five fields (minute, hour, day of month, month, day of week), or @hourly and the like. Lists, ranges,
/// steps and English names of months and days are known. Days of month and of week are both asked when only one of them is "*",
/// either is enough when both are given: as cron has it.
class CronSchedule
{
public:
    /// Invalid with a sentence.
    [[nodiscard]] static Result<CronSchedule> parse(const QString &text);
    /// The first time after `after`, in the zone of `after`; invalid when there is none within five years ("0 0 30 2 *").
    [[nodiscard]] QDateTime next(const QDateTime &after) const;

private:
    std::bitset<60> m_minutes;
    std::bitset<24> m_hours;
    std::bitset<32> m_days;
    std::bitset<13> m_months;
    std::bitset<8> m_weekdays; ///< 0 is Sunday
    bool m_anyDay = false;
    bool m_anyWeekday = false;
};

} // namespace sentinel::sandbox
