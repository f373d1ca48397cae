// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/LogWindow.h"

#include <QDateTime>
#include <QTimeZone>

namespace sentinel::kube {

namespace {

constexpr qint64 kSecond = 1'000'000'000;
constexpr qint64 kKept = 2; // seconds before the one of the newest line

/// `count` digits at the beginning, taken away; -1 when they are none.
int takeNumber(QByteArrayView &text, qsizetype count)
{
    if (text.size() < count) {
        return -1;
    }
    int number = 0;
    for (const char digit : text.first(count)) {
        if (digit < '0' || digit > '9') {
            return -1;
        }
        number = number * 10 + (digit - '0');
    }
    text = text.sliced(count);
    return number;
}

bool takeLetter(QByteArrayView &text, char letter)
{
    if (!text.startsWith(letter)) {
        return false;
    }
    text = text.sliced(1);
    return true;
}

/// ".123" as nanoseconds; 0 when there is none, -1 when it is broken.
qint64 takeFraction(QByteArrayView &text)
{
    if (!takeLetter(text, '.')) {
        return 0;
    }
    qint64 nanoseconds = 0;
    int digits = 0;
    for (; !text.isEmpty() && text.front() >= '0' && text.front() <= '9'; text = text.sliced(1)) {
        nanoseconds = digits < 9 ? nanoseconds * 10 + (text.front() - '0') : nanoseconds;
        ++digits;
    }
    for (int missing = digits; missing < 9; ++missing) {
        nanoseconds *= 10;
    }
    return digits > 0 ? nanoseconds : -1;
}

/// Seconds east of Greenwich.
std::optional<int> takeZone(QByteArrayView &text)
{
    if (takeLetter(text, 'Z')) {
        return 0;
    }
    const bool isEast = text.startsWith('+');
    if (!takeLetter(text, isEast ? '+' : '-')) {
        return {};
    }
    const int hours = takeNumber(text, 2);
    if (hours < 0 || !takeLetter(text, ':')) {
        return {};
    }
    const int minutes = takeNumber(text, 2);
    const int seconds = hours * 3600 + minutes * 60;
    return minutes < 0 ? std::nullopt : std::optional(isEast ? seconds : -seconds);
}

} // namespace

std::optional<qint64> logTime(QByteArrayView text)
{
    const int year = takeNumber(text, 4);
    if (year < 0 || !takeLetter(text, '-')) {
        return {};
    }
    const int month = takeNumber(text, 2);
    if (month < 0 || !takeLetter(text, '-')) {
        return {};
    }
    const QDate date(year, month, takeNumber(text, 2));
    if (!date.isValid() || !takeLetter(text, 'T')) {
        return {};
    }
    const int hour = takeNumber(text, 2);
    if (hour < 0 || !takeLetter(text, ':')) {
        return {};
    }
    const int minute = takeNumber(text, 2);
    if (minute < 0 || !takeLetter(text, ':')) {
        return {};
    }
    const int second = takeNumber(text, 2);
    const qint64 fraction = takeFraction(text);
    const auto zone = takeZone(text);
    if (second < 0 || fraction < 0 || !zone || !text.isEmpty()) {
        return {};
    }
    const qint64 days = QDate(1970, 1, 1).daysTo(date);
    return (days * 86'400 + hour * 3600 + minute * 60 + second - *zone) * kSecond + fraction;
}

void LogWindow::begin()
{
    m_repeated = m_told;
    m_isResumed = m_last.has_value();
    m_sawLast = false;
}

void LogWindow::clear()
{
    *this = {};
}

bool LogWindow::knows(qint64 time, QByteArrayView text)
{
    const Key key{time, qHash(text, 0)};
    const auto again = m_repeated.find(key);
    if (again == m_repeated.end()) {
        return false;
    }
    m_sawLast = m_sawLast || key == m_last;
    if (--again->second == 0) {
        m_repeated.erase(again);
    }
    return true;
}

void LogWindow::keep(qint64 time, QByteArrayView text)
{
    const Key key{time, qHash(text, 0)};
    ++m_told[key];
    m_last = key;
    if (time / kSecond > m_newest / kSecond) {
        const qint64 oldest = (time / kSecond - kKept) * kSecond;
        m_told.erase(m_told.begin(), m_told.lower_bound({oldest, 0}));
    }
    m_newest = std::max(m_newest, time);
}

QString LogWindow::since() const
{
    if (!m_last) {
        return {};
    }
    const qint64 begin = std::min(m_newest / kSecond - kKept, m_last->first / kSecond);
    return QDateTime::fromSecsSinceEpoch(begin, QTimeZone::UTC).toString(Qt::ISODate);
}

} // namespace sentinel::kube
