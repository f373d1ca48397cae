// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace sentinel::sandbox {

/// "2026-11-26T12:00:00Z": how the API writes times, to the second.
[[nodiscard]] QString timestamp(const QDateTime &time);
/// "2026-11-26T12:00:00.000000Z": leases and events.
[[nodiscard]] QString microTimestamp(const QDateTime &time);

/// Five letters and digits that make no words: what `generateName` and pods' names end in.
[[nodiscard]] QString nameSuffix();
/// `prefix` and a suffix, cut so that the whole is a name of at most 63 characters.
[[nodiscard]] QString generatedName(const QString &prefix);

} // namespace sentinel::sandbox
