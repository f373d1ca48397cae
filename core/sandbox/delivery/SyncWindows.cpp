// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/SyncWindows.h"

#include "core/base/Duration.h"
#include "core/base/Glob.h"
#include "core/sandbox/delivery/Objects.h"
#include "core/sandbox/workloads/Json.h"

#include <QTimeZone>
#include <array>
#include <bitset>
#include <optional>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

using Minutes = std::bitset<64>;

/// One field of a schedule: "*", "5", "1-5", "*/10", "1,3,5", "0-30/5".
std::optional<Minutes> fieldOf(const QString &text, int least, int most)
{
    Minutes set;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        const QString range = part.section(u'/', 0, 0);
        bool stepOk = true;
        const int step = part.contains(u'/') ? part.section(u'/', 1).toInt(&stepOk) : 1;
        bool fromOk = true;
        bool toOk = true;
        int from = least;
        int to = most;
        if (range != u"*") {
            from = range.section(u'-', 0, 0).toInt(&fromOk);
            to = range.contains(u'-') ? range.section(u'-', 1).toInt(&toOk) : part.contains(u'/') ? most : from;
        }
        if (!stepOk || !fromOk || !toOk || step < 1 || from < least || to > most || from > to) {
            return {};
        }
        for (int each = from; each <= to; each += step) {
            set.set(static_cast<std::size_t>(each));
        }
    }
    return set;
}

/// Names of days and months as numbers.
QString numbered(QString text, const QStringList &names, int first)
{
    text = text.toUpper();
    for (qsizetype i = 0; i < names.size(); ++i) {
        text.replace(names[i], QString::number(i + first));
    }
    return text;
}

struct Schedule
{
    std::array<Minutes, 5> fields;
    bool anyDay = false; ///< day of the month is "*"
    bool anyWeekday = false;

    [[nodiscard]] bool matches(const QDateTime &time) const
    {
        const auto has = [this](std::size_t field, int value) { return fields.at(field).test(static_cast<std::size_t>(value)); };
        const bool day = has(2, time.date().day());
        const bool weekday = has(4, time.date().dayOfWeek() % 7);
        // Where both are given, either will do: cron's old habit.
        const bool date = anyDay || anyWeekday ? day && weekday : day || weekday;
        return has(0, time.time().minute()) && has(1, time.time().hour()) && date && has(3, time.date().month());
    }
};

std::optional<Schedule> scheduleOf(const QString &text)
{
    static const QStringList days{u"SUN"_s, u"MON"_s, u"TUE"_s, u"WED"_s, u"THU"_s, u"FRI"_s, u"SAT"_s};
    static const QStringList months{u"JAN"_s, u"FEB"_s, u"MAR"_s, u"APR"_s, u"MAY"_s, u"JUN"_s,
                                    u"JUL"_s, u"AUG"_s, u"SEP"_s, u"OCT"_s, u"NOV"_s, u"DEC"_s};
    QStringList parts = text.simplified().split(u' ');
    if (parts.size() != 5) {
        return {};
    }
    parts[3] = numbered(parts[3], months, 1);
    parts[4] = numbered(parts[4], days, 0).replace(u'7', u'0');
    constexpr std::array least{0, 0, 1, 1, 0};
    constexpr std::array most{59, 23, 31, 12, 6};
    Schedule schedule{.fields = {}, .anyDay = parts[2] == u"*", .anyWeekday = parts[4] == u"*"};
    for (std::size_t i = 0; i < 5; ++i) {
        const std::optional<Minutes> field = fieldOf(parts[static_cast<qsizetype>(i)], least.at(i), most.at(i));
        if (!field) {
            return {};
        }
        schedule.fields.at(i) = *field;
    }
    return schedule;
}

bool anyMatches(const QJsonValue &patterns, const QString &text)
{
    const QJsonArray list = patterns.toArray();
    return std::ranges::any_of(list, [&](const QJsonValue &pattern) { return globMatches(pattern.toString(), text); });
}

bool concerns(const QJsonObject &window, const WindowSubject &subject)
{
    const bool application = anyMatches(window[u"applications"], subject.name);
    const bool ns = anyMatches(window[u"namespaces"], subject.ns);
    const bool cluster = anyMatches(window[u"clusters"], subject.cluster);
    return window[u"andOperator"].toBool() ? application && ns && cluster : application || ns || cluster;
}

bool isOpen(const QJsonObject &window, const QDateTime &now)
{
    const Result<Duration> length = parseDuration(window[u"duration"].toString());
    return length
        && isWindowOpen(window[u"schedule"].toString(), std::chrono::duration_cast<std::chrono::minutes>(*length).count(),
                        window[u"timeZone"].toString(), now);
}

} // namespace

bool isWindowOpen(const QString &schedule, qint64 minutes, const QString &timeZone, const QDateTime &now)
{
    const std::optional<Schedule> times = scheduleOf(schedule);
    const QTimeZone zone = timeZone.isEmpty() ? QTimeZone(QTimeZone::UTC) : QTimeZone(timeZone.toLatin1());
    if (!times || !zone.isValid()) {
        return false;
    }
    // Windows last days, not years: going back minute by minute costs less than being clever.
    QDateTime time = now.toTimeZone(zone);
    for (qint64 back = 0; back < minutes; ++back) {
        if (times->matches(time)) {
            return true;
        }
        time = time.addSecs(-60);
    }
    return false;
}

QString windowInTheWay(const QJsonObject &project, const WindowSubject &subject, bool manual, const QDateTime &now)
{
    const QJsonArray windows = listAt(project, {u"spec", u"syncWindows"});
    bool hasAllow = false;
    bool allowed = false;
    bool allowsManual = true;
    for (const QJsonValue &value : windows) {
        const QJsonObject window = value.toObject();
        if (!concerns(window, subject)) {
            continue;
        }
        const bool open = isOpen(window, now);
        if (window[u"kind"].toString() == u"deny") {
            if (open && !(manual && window[u"manualSync"].toBool())) {
                return u"blocked by the sync window deny \"%1\" for %2"_s.arg(window[u"schedule"].toString(),
                                                                              window[u"duration"].toString());
            }
            continue;
        }
        hasAllow = true;
        allowed = allowed || open;
        allowsManual = allowsManual && window[u"manualSync"].toBool();
    }
    if (hasAllow && !allowed && !(manual && allowsManual)) {
        return u"blocked by the sync window: no allow window is open"_s;
    }
    return {};
}

} // namespace sentinel::sandbox
