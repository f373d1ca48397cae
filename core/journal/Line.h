// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/Record.h"

#include <expected>

namespace sentinel::journal {

/// Where a chain of lines has come to.
struct Head
{
    qint64 number = 0; ///< of the newest record; 0: none yet
    QByteArray hash = QByteArray(64, '0');
    bool operator==(const Head &) const = default;
};

/// What is wrong with a line.
enum class LineProblem {
    NotWhole, ///< no line of a journal
    Changed, ///< its hash is not that of its content
    OutOfPlace, ///< it does not follow the line before: lines are missing or in another order
};

/// The line for `record`, line feed included. Its number and hash are set; it follows `head`.
[[nodiscard]] QByteArray writeLine(Record &record, const Head &head);
/// Reads a line (without its line feed) that should follow `head`.
[[nodiscard]] std::expected<Record, LineProblem> readLine(const QByteArray &line, const Head &head);

} // namespace sentinel::journal
