// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sentinel::bundle {

/// A static library's resources are left out by linkers that see nobody name them; this names them. Cheap, any number of times.
void ensureResources();

/// The content of a file of resources/ by its path there ("guides/guide.en.md"), as it lies in the program's memory.
[[nodiscard]] QByteArray resourceContent(const QString &path);

} // namespace sentinel::bundle
