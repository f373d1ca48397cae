// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Language.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

namespace sentinel::cli {

/// The codes of DESIGN's contract; see CONTRACT.md.
enum class Exit { Done = 0, No = 1, Usage = 2, CouldNot = 3, Stopped = 4, Interrupted = 130 };

/// Where a command speaks. Answers go to `out`, everything else to `err`.
struct Io
{
    QIODevice &out;
    QIODevice &err;
    Language language = Language::English;
    bool isInteractive = false; ///< a person sits at a terminal and can be asked

    void print(const QString &text) const { out.write(text.toUtf8()); }
    void say(const QString &text) const { err.write(text.toUtf8() + '\n'); }
};

/// Prints the error and all its findings, each on a line, and gives the code it ends with.
/// `input` is true where the fault lies in a file or word the person gave, so a missing file counts as unreadable input.
Exit report(const Io &io, const Error &error, bool input);

} // namespace sentinel::cli
