// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <expected>

namespace sentinel::console {

/// What the command line asks of the program.
struct Options
{
    QString planFile; ///< absolute path; empty: none
    QString tourFolder; ///< absolute path; not empty: play the pages and leave pictures there instead of waiting for a person
    QString theme; ///< "light", "dark"; empty: what is set, and on a tour both
    QString language; ///< "en", "es"; empty: what is set, and on a tour both
    QSize size; ///< of the window; invalid: its own
    bool printFirstFrame = false;
    QString answer; ///< not empty: `--help` or `--version`, to be printed instead of starting

    [[nodiscard]] bool isTour() const { return !tourFolder.isEmpty(); }
};

/// `arguments` with the program's name in front. The error is a sentence for people, saying what to write instead.
[[nodiscard]] std::expected<Options, QString> optionsFrom(const QStringList &arguments);

} // namespace sentinel::console
