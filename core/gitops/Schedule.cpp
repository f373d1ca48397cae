// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/SyncWindows.h"

#include <QTimeZone>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

constexpr int kDays = 4 * 366 + 1; ///< 29 February comes within

/// One field: "*", "5", "1-5", "*/10", "1,3,5", "0-30/5".
std::optional<quint64> fieldOf(const QString &text, int least, int most)
{
    quint64 bits = 0;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        const QString range = part.section(u'/', 0, 0);
        bool stepOk = true;
        const int step = part.contains(u'/') ? part.section(u'/', 1).toInt(&stepOk) : 1;
        bool fromOk = true;
        bool toOk = true;
        int from = least;
        int to = most;
        if (range != u"*" && range != u"?") {
            from = range.section(u'-', 0, 0).toInt(&fromOk);
            to = range.contains(u'-') ? range.section(u'-', 1).toInt(&toOk) : part.contains(u'/') ? most : from;
        }
        if (!stepOk || !fromOk || !toOk || step < 1 || from < least || to > most || from > to) {
            return {};
        }
        for (int each = from; each <= to; each += step) {
            bits |= quint64(1) << each;
        }
    }
    return bits;
}

QString numbered(QString text, const QStringList &names, int first)
{
    text = text.toUpper();
    for (qsizetype i = 0; i < names.size(); ++i) {
        text.replace(names[i], QString::number(i + first));
    }
    return text;
}

QString spelled(const QString &text)
{
    static const QHash<QString, QString> words{
        {u"@yearly"_s, u"0 0 1 1 *"_s}, {u"@annually"_s, u"0 0 1 1 *"_s}, {u"@monthly"_s, u"0 0 1 * *"_s},
        {u"@weekly"_s, u"0 0 * * 0"_s}, {u"@daily"_s, u"0 0 * * *"_s},    {u"@midnight"_s, u"0 0 * * *"_s},
        {u"@hourly"_s, u"0 * * * *"_s},
    };
    return words.value(text, text);
}

bool has(quint64 bits, int number)
{
    return (bits >> number) & 1U;
}

} // namespace

std::optional<Schedule> Schedule::read(const QString &text)
{
    static const QStringList days{u"SUN"_s, u"MON"_s, u"TUE"_s, u"WED"_s, u"THU"_s, u"FRI"_s, u"SAT"_s};
    static const QStringList months{u"JAN"_s, u"FEB"_s, u"MAR"_s, u"APR"_s, u"MAY"_s, u"JUN"_s,
                                    u"JUL"_s, u"AUG"_s, u"SEP"_s, u"OCT"_s, u"NOV"_s, u"DEC"_s};
    QStringList parts = spelled(text.simplified()).split(u' ');
    if (parts.size() != 5) {
        return {};
    }
    parts[3] = numbered(parts[3], months, 1);
    parts[4] = numbered(parts[4], days, 0);
    constexpr std::array least{0, 0, 1, 1, 0};
    constexpr std::array most{59, 23, 31, 12, 6};
    Schedule schedule;
    const auto isAny = [](const QString &part) { return part.startsWith(u'*') || part.startsWith(u'?'); };
    schedule.m_anyDay = isAny(parts[2]);
    schedule.m_anyWeekday = isAny(parts[4]);
    for (std::size_t i = 0; i < 5; ++i) {
        const auto field = fieldOf(parts[static_cast<qsizetype>(i)], least.at(i), most.at(i));
        if (!field) {
            return {};
        }
        schedule.m_fields.append(*field);
    }
    return schedule;
}

bool Schedule::hasDay(const QDate &date) const
{
    const bool day = has(m_fields[2], date.day());
    const bool weekday = has(m_fields[4], date.dayOfWeek() % 7);
    // Where both are given, either will do: cron's old habit.
    return has(m_fields[3], date.month()) && (m_anyDay || m_anyWeekday ? day && weekday : day || weekday);
}

QDateTime Schedule::next(const QDateTime &from) const
{
    for (int ahead = 0; ahead < kDays; ++ahead) {
        const QDate date = from.date().addDays(ahead);
        for (int hour = 0; hasDay(date) && hour < 24; ++hour) {
            for (int minute = 0; has(m_fields[1], hour) && minute < 60; ++minute) {
                const bool isIn = has(m_fields[0], minute);
                const QDateTime moment = isIn ? QDateTime(date, QTime(hour, minute), from.timeZone()) : QDateTime();
                if (moment.isValid() && moment >= from) {
                    return moment;
                }
            }
        }
    }
    return {};
}

QDateTime Schedule::last(const QDateTime &until) const
{
    for (int back = 0; back < kDays; ++back) {
        const QDate date = until.date().addDays(-back);
        for (int hour = 23; hasDay(date) && hour >= 0; --hour) {
            for (int minute = 59; has(m_fields[1], hour) && minute >= 0; --minute) {
                const bool isIn = has(m_fields[0], minute);
                const QDateTime moment = isIn ? QDateTime(date, QTime(hour, minute), until.timeZone()) : QDateTime();
                if (moment.isValid() && moment <= until) {
                    return moment;
                }
            }
        }
    }
    return {};
}

} // namespace sentinel::gitops
