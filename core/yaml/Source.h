// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/yaml/Read.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace sentinel::yaml {

/// Why a text is refused, and at which byte. Thrown inside this room only, through yaml-cpp, and caught by read().
struct Refusal
{
    qsizetype at = 0;
    QString sentence;
};

/// A text somebody wrote, and where its lines are.
class Source
{
public:
    Source(const QByteArray &text, const QString &fileName);

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] qsizetype start() const { return m_start; } ///< behind a byte order mark
    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    /// The byte at `at`, or NUL (which no accepted text contains) outside.
    [[nodiscard]] char byte(qsizetype at) const { return at >= 0 && at < m_text.size() ? m_text.constData()[at] : '\0'; }

    [[nodiscard]] int line(qsizetype at) const; ///< from 1
    [[nodiscard]] int column(qsizetype at) const; ///< from 1, in code points
    [[nodiscard]] qsizetype lineStart(qsizetype at) const; ///< first byte of the line `at` is in
    [[nodiscard]] Location place(qsizetype at) const;

    /// Refuses what must never reach yaml-cpp: it replaces broken UTF-8, stops silently at some control characters and queues
    /// whole flow collections in memory.
    void check(const Limits &limits) const;

private:
    void checkCharacter(qsizetype at, char32_t character, qsizetype length) const;

    QByteArray m_text;
    QString m_fileName;
    qsizetype m_start = 0;
    std::vector<qsizetype> m_lineStarts;
    // Places are asked for in reading order, and a file may be one long line: counting goes on where it stopped last.
    mutable qsizetype m_knownAt = 0;
    mutable std::size_t m_knownLine = 0;
    mutable int m_knownColumn = 0;
};

} // namespace sentinel::yaml
