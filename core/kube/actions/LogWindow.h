// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <map>
#include <optional>

namespace sentinel::kube {

/// Nanoseconds since 1970 of a time as logs carry it ("2026-11-26T12:00:00.123456789Z", "…+01:00"); nothing when it is none.
[[nodiscard]] std::optional<qint64> logTime(QByteArrayView text);

/// What of a log was told lately, so that a stream that begins a little earlier tells nothing twice and a hole is noticed.
/// Servers take whole seconds only, and lines of two streams of a container may stand a little out of order: three seconds are
/// kept.
class LogWindow
{
public:
    /// Another stream of the same log begins.
    void begin();
    /// Another log begins: that of the container's next run.
    void clear();

    /// A line comes; whether it was told before. `text` without its time.
    [[nodiscard]] bool knows(qint64 time, QByteArrayView text);
    /// It was not, and is told now.
    void keep(qint64 time, QByteArrayView text);
    /// What comes new does not follow on what was told before: the line told last was not among those repeated.
    [[nodiscard]] bool hasHole() const { return m_isResumed && !m_sawLast; }

    /// From when the next stream must begin, RFC 3339 in whole seconds; empty: nothing was told yet.
    [[nodiscard]] QString since() const;

private:
    using Key = std::pair<qint64, size_t>; ///< time and hash of the text

    std::map<Key, int> m_told;
    std::map<Key, int> m_repeated; ///< of m_told, what this stream has yet to repeat
    std::optional<Key> m_last;
    qint64 m_newest = 0;
    bool m_isResumed = false;
    bool m_sawLast = false;
};

} // namespace sentinel::kube
