// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/CronSchedule.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct Field
{
    int least;
    int most;
    QStringList names; ///< from `least` on
};

std::optional<int> numberOf(const QString &text, const Field &field)
{
    const qsizetype name = field.names.indexOf(text.toLower());
    if (name >= 0) {
        return field.least + static_cast<int>(name);
    }
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= field.least && number <= field.most ? std::optional(number) : std::nullopt;
}

/// "*/15", "1-5", "mon,wed", "10-40/10": whether it was understood; `set` is called with every number.
bool readField(const QString &text, const Field &field, const std::function<void(int)> &set)
{
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        const QString range = part.section(u'/', 0, 0);
        int step = 1;
        if (part.contains(u'/')) {
            bool isNumber = false;
            step = part.section(u'/', 1).toInt(&isNumber);
            if (!isNumber || step < 1) {
                return false;
            }
        }
        std::optional<int> from = field.least;
        std::optional<int> to = field.most;
        if (range != u"*" && range != u"?") {
            from = numberOf(range.section(u'-', 0, 0), field);
            to = range.contains(u'-') ? numberOf(range.section(u'-', 1), field)
                : part.contains(u'/') ? std::optional(field.most)
                                      : from;
        }
        if (!from || !to || *from > *to) {
            return false;
        }
        for (int number = *from; number <= *to; number += step) {
            set(number);
        }
    }
    return true;
}

} // namespace

Result<CronSchedule> CronSchedule::parse(const QString &text)
{
    static const QHash<QString, QString> kNamed{{u"@yearly"_s, u"0 0 1 1 *"_s},  {u"@annually"_s, u"0 0 1 1 *"_s},
                                                {u"@monthly"_s, u"0 0 1 * *"_s}, {u"@weekly"_s, u"0 0 * * 0"_s},
                                                {u"@daily"_s, u"0 0 * * *"_s},   {u"@midnight"_s, u"0 0 * * *"_s},
                                                {u"@hourly"_s, u"0 * * * *"_s}};
    const QStringList fields = kNamed.value(text.trimmed(), text).simplified().split(u' ');
    const auto refuse = [&](const QString &why) { return failure(Error::Kind::Invalid, Text::tr("reading a schedule"), why); };
    if (fields.size() != 5) {
        return refuse(Text::tr("A schedule has five fields: minute, hour, day of month, month, day of week; \"%1\" has %2.")
                          .arg(text.left(80))
                          .arg(fields.size()));
    }
    const QStringList months{u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                             u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    const QStringList days{u"sun"_s, u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s};
    CronSchedule schedule;
    const bool isRight = readField(fields.at(0), {.least = 0, .most = 59, .names = {}},
                                   [&](int at) { schedule.m_minutes.set(static_cast<size_t>(at)); })
        && readField(fields.at(1), {.least = 0, .most = 23, .names = {}},
                     [&](int at) { schedule.m_hours.set(static_cast<size_t>(at)); })
        && readField(fields.at(2), {.least = 1, .most = 31, .names = {}},
                     [&](int at) { schedule.m_days.set(static_cast<size_t>(at)); })
        && readField(fields.at(3), {.least = 1, .most = 12, .names = months},
                     [&](int at) { schedule.m_months.set(static_cast<size_t>(at)); })
        && readField(fields.at(4), {.least = 0, .most = 7, .names = days},
                     [&](int at) { schedule.m_weekdays.set(static_cast<size_t>(at % 7)); });
    if (!isRight) {
        return refuse(Text::tr("\"%1\" is no schedule: every field is *, a number, a list, a range or a step within its bounds.")
                          .arg(text.left(80)));
    }
    schedule.m_anyDay = fields.at(2).startsWith(u'*') || fields.at(2) == u"?";
    schedule.m_anyWeekday = fields.at(4).startsWith(u'*') || fields.at(4) == u"?";
    return schedule;
}

QDateTime CronSchedule::next(const QDateTime &after) const
{
    const QTimeZone zone = after.timeZone();
    QDate date = after.date();
    const QDate last = date.addYears(5);
    // The rest of the first day begins with the minute after.
    int from = after.time().hour() * 60 + after.time().minute() + 1;
    for (; date <= last; date = date.addDays(1), from = 0) {
        const bool isDay = m_days.test(static_cast<size_t>(date.day()));
        const bool isWeekday = m_weekdays.test(static_cast<size_t>(date.dayOfWeek() % 7));
        const bool isDue = m_anyDay || m_anyWeekday ? isDay && isWeekday : isDay || isWeekday;
        if (!m_months.test(static_cast<size_t>(date.month())) || !isDue) {
            continue;
        }
        for (int minute = from; minute < 24 * 60; ++minute) {
            if (!m_hours.test(static_cast<size_t>(minute / 60)) || !m_minutes.test(static_cast<size_t>(minute % 60))) {
                continue;
            }
            const QDateTime time(date, QTime(minute / 60, minute % 60), zone);
            // Minutes that a change of the clocks leaves out are skipped; those it brings twice come once.
            if (time.isValid() && time > after && time.time().hour() == minute / 60) {
                return time;
            }
        }
    }
    return {};
}

} // namespace sentinel::sandbox
