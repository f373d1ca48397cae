// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/LogLines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {
constexpr std::chrono::milliseconds kFrame{33};
constexpr qsizetype kLongestLine = 4000; // characters; a log line is not a file
} // namespace

LogLines::LogLines(QObject *parent)
    : QAbstractListModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kFrame);
    connect(&m_soon, &QTimer::timeout, this, &LogLines::flush);
}

void LogLines::append(const QString &text, const QString &time, Kind kind)
{
    m_pending.push_back({.text = text.left(kLongestLine), .time = time, .kind = kind});
    if (m_pending.size() > kMostLines) { // a window that stands still costs no more than a full log
        m_dropped += m_pending.front().kind == Kind::Line;
        m_pending.pop_front();
    }
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void LogLines::clear()
{
    beginResetModel();
    m_lines.clear();
    m_pending.clear();
    m_shown.clear();
    m_firstNumber = 0;
    m_dropped = 0;
    m_characters = 0;
    m_longest = 0;
    endResetModel();
    Q_EMIT changed();
}

bool LogLines::passes(const Line &line) const
{
    return line.kind == Kind::Mark
        || std::ranges::all_of(m_words, [&line](const QString &word) { return line.text.contains(word, Qt::CaseInsensitive); });
}

void LogLines::setFilter(const QString &filter)
{
    beginResetModel();
    m_words = filter.simplified().split(u' ', Qt::SkipEmptyParts);
    m_shown.clear();
    for (size_t at = 0; at < m_lines.size(); ++at) {
        if (passes(m_lines[at])) {
            m_shown.push_back(m_firstNumber + static_cast<qint64>(at));
        }
    }
    endResetModel();
    Q_EMIT changed();
}

void LogLines::dropFromTop()
{
    qint64 gone = 0;
    while (!m_lines.empty() && (m_lines.size() > kMostLines || m_characters > kMostCharacters)) {
        m_characters -= m_lines.front().text.size();
        m_dropped += m_lines.front().kind == Kind::Line;
        m_lines.pop_front();
        ++gone;
    }
    m_firstNumber += gone;
    const auto first = std::ranges::lower_bound(m_shown, m_firstNumber);
    if (const auto rows = static_cast<int>(first - m_shown.begin()); rows > 0) {
        beginRemoveRows({}, 0, rows - 1);
        m_shown.erase(m_shown.begin(), first);
        endRemoveRows();
    }
}

void LogLines::flush()
{
    m_soon.stop();
    std::vector<qint64> coming;
    const auto known = static_cast<qint64>(m_lines.size());
    for (Line &line : m_pending) {
        if (passes(line)) {
            coming.push_back(m_firstNumber + static_cast<qint64>(m_lines.size()));
            m_longest = std::max(m_longest, static_cast<int>(line.text.size()));
        }
        m_characters += line.text.size();
        m_lines.push_back(std::move(line));
    }
    if (m_pending.empty() && known == static_cast<qint64>(m_lines.size())) {
        return;
    }
    m_pending.clear();
    if (!coming.empty()) {
        beginInsertRows({}, count(), count() + static_cast<int>(coming.size()) - 1);
        m_shown.insert(m_shown.end(), coming.begin(), coming.end());
        endInsertRows();
    }
    dropFromTop();
    Q_EMIT changed();
}

const LogLines::Line &LogLines::line(int place) const
{
    return m_lines[static_cast<size_t>(m_shown[static_cast<size_t>(place)] - m_firstNumber)];
}

QString LogLines::text(bool withTimes) const
{
    QStringList lines;
    lines.reserve(count());
    for (int at = 0; at < count(); ++at) {
        lines.append(withTimes && !line(at).time.isEmpty() ? line(at).time + u' ' + line(at).text : line(at).text);
    }
    return lines.join(u'\n');
}

int LogLines::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant LogLines::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case TextRole:
        return line(index.row()).text;
    case TimeRole:
        return line(index.row()).time;
    case MarkRole:
        return line(index.row()).kind == Kind::Mark;
    default:
        return {};
    }
}

QHash<int, QByteArray> LogLines::roleNames() const
{
    return {{TextRole, "line"}, {TimeRole, "time"}, {MarkRole, "mark"}};
}

} // namespace sentinel::console
