// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <QtQmlIntegration>
#include <deque>

namespace sentinel::console {

/// The newest lines of a log. What does not fit any more goes from the top, and is counted: no line is lost in silence. However
/// many lines come, views are told once a frame.
class LogLines : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(qint64 dropped READ dropped NOTIFY changed FINAL) ///< gone from the top since the log was opened
    Q_PROPERTY(int longest READ longest NOTIFY changed FINAL) ///< characters of the longest line shown so far
public:
    enum Role { TextRole = Qt::UserRole + 1, TimeRole, MarkRole };
    enum class Kind {
        Line,
        Mark, ///< ours, not the container's: it began anew, lines are missing
    };
    static constexpr qsizetype kMostLines = 20'000;
    static constexpr qsizetype kMostCharacters = 8'000'000;

    explicit LogLines(QObject *parent = nullptr);

    void append(const QString &text, const QString &time, Kind kind = Kind::Line);
    void clear();
    void setFilter(const QString &filter); ///< words; lines without all of them are kept and not shown
    /// Takes in what came, at once.
    void flush();

    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] qint64 kept() const { return static_cast<qint64>(m_lines.size() + m_pending.size()); }
    [[nodiscard]] qint64 dropped() const { return m_dropped; }
    [[nodiscard]] int longest() const { return m_longest; }
    [[nodiscard]] QString text(bool withTimes) const; ///< everything shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();

private:
    struct Line
    {
        QString text;
        QString time;
        Kind kind = Kind::Line;
    };
    [[nodiscard]] bool passes(const Line &line) const;
    [[nodiscard]] const Line &line(int place) const;
    void dropFromTop();

    std::deque<Line> m_lines;
    std::deque<Line> m_pending;
    std::deque<qint64> m_shown; ///< numbers of lines, counted since the log was opened
    qint64 m_firstNumber = 0; ///< of m_lines.front()
    qint64 m_dropped = 0;
    qsizetype m_characters = 0;
    int m_longest = 0;
    QStringList m_words;
    QTimer m_soon;
};

} // namespace sentinel::console
