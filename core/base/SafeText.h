// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sentinel {

// What strangers wrote (containers, clusters, other programs) before anyone sees it, on a terminal, in a window or in a document:
// the one place that takes out what could act there. Escape sequences (CSI, OSC, DCS, APC, PM, SOS and the short ones, in 7 and 8
// bits) go whole; other control, bidirectional and invisible characters become a space, so that words do not run together.

/// One line; tabs stay. What is no UTF-8 becomes U+FFFD.
[[nodiscard]] QString safeLine(QByteArrayView utf8);
[[nodiscard]] QString safeLine(QStringView text);
/// Several lines: line feeds stay too, "\r\n" becomes one.
[[nodiscard]] QString safeText(const QString &text);
/// A line without tabs or space at its ends: what a sentence quotes.
[[nodiscard]] QString plainLine(const QString &text);

} // namespace sentinel
