// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sentinel {

/// A place in a file a person wrote. Lines and columns count from 1; 0 means unknown. Columns count Unicode code points.
struct Location
{
    QString file;
    int line = 0;
    int column = 0;

    [[nodiscard]] bool isKnown() const { return line > 0; }
    /// "FILE:LINE:COLUMN", or just "FILE" when the line is unknown: the form compilers use, so editors can jump to it.
    [[nodiscard]] QString toString() const;
    bool operator==(const Location &) const = default;
};

} // namespace sentinel
