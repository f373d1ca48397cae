// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace sentinel {

/// The whole content of a file of at most `most` bytes. NotFound, Forbidden or Invalid (too large, a folder) with a sentence.
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 most = 16 * 1024 * 1024);

/// Writes a file so that a reader, or a crash, sees the old content or the new one and never a part: temporary file beside it,
/// fsync, rename. New files get 0600; an existing file keeps its mode. "-" is not special here.
[[nodiscard]] Result<void> writeFile(const QString &path, const QByteArray &content);

} // namespace sentinel
