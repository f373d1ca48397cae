// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Duration.h"

#include <QCoreApplication>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct Unit
{
    QLatin1StringView name;
    qint64 milliseconds;
};

constexpr qint64 kSecond = 1000;
constexpr qint64 kDay = 24 * 3600 * kSecond;
constexpr qint64 kMost = 200LL * 366 * kDay;
// Largest first; weeks are read but never written: "14d" is plainer than "2w" beside "30d".
constexpr std::array kUnits{
    Unit{"w"_L1, 7 * kDay},     Unit{"d"_L1, kDay},    Unit{"h"_L1, 3600 * kSecond},
    Unit{"m"_L1, 60 * kSecond}, Unit{"s"_L1, kSecond}, Unit{"ms"_L1, 1},
};

std::unexpected<Error> refuse(QStringView text)
{
    return failure(
        Error::Kind::Invalid, Text::tr("reading a duration"),
        Text::tr("\"%1\" is not a duration; write a whole number with a unit, such as 30s, 15m, 12h or 90d.").arg(text));
}

QString format(Duration duration, std::size_t largest)
{
    qint64 left = duration.count();
    if (left == 0) {
        return u"0s"_s;
    }
    QString text;
    if (left < 0) {
        text = u"-"_s;
        left = -left;
    }
    for (std::size_t unit = largest; unit < kUnits.size(); ++unit) {
        if (const qint64 count = left / kUnits[unit].milliseconds; count > 0) {
            text += QString::number(count) + kUnits[unit].name;
            left %= kUnits[unit].milliseconds;
        }
    }
    return text;
}

} // namespace

Result<Duration> parseDuration(QStringView text)
{
    qint64 total = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype numberStart = at;
        while (at < text.size() && text[at] >= u'0' && text[at] <= u'9') {
            ++at;
        }
        bool ok = false;
        const qint64 number = text.sliced(numberStart, at - numberStart).toLongLong(&ok);
        const qsizetype unitStart = at;
        while (at < text.size() && text[at] >= u'a' && text[at] <= u'z') {
            ++at;
        }
        const QStringView name = text.sliced(unitStart, at - unitStart);
        qint64 size = 0;
        for (const Unit &unit : kUnits) {
            if (name == unit.name) {
                size = unit.milliseconds;
            }
        }
        if (!ok || size == 0 || number > kMost / size || total + number * size > kMost) {
            return refuse(text);
        }
        total += number * size;
    }
    if (text.isEmpty()) {
        return refuse(text);
    }
    return Duration(total);
}

QString formatDuration(Duration duration)
{
    return format(duration, 1);
}

QString formatGoDuration(Duration duration)
{
    return format(duration, 2);
}

} // namespace sentinel
