// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/yaml/Value.h"

#include <QByteArray>
#include <QStringList>

namespace sentinel::yaml {

/// Changes one value in a text a person wrote and leaves every other byte alone, comments included.
/// `path` is map keys from the root; a step "[NAME]" picks the list item whose `name` is NAME. Missing maps on the way are added
/// at the end of their parent with its indentation. A list or map value replaces the whole old block. The result is read again
/// and compared with the wanted tree; a text this cannot be done safely in (flow style over several lines, anchors on the way) is
/// an error of kind Unsupported that says where.
[[nodiscard]] Result<QByteArray> setValue(const QByteArray &text, const QString &fileName, const QStringList &path,
                                          const Value &value);

/// Removes the entry at `path` with the comment lines that belong to it, and maps that become empty by it. Nothing there:
/// unchanged.
[[nodiscard]] Result<QByteArray> removeValue(const QByteArray &text, const QString &fileName, const QStringList &path);

} // namespace sentinel::yaml
