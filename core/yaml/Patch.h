// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/yaml/Value.h"

#include <QByteArray>
#include <QStringList>

namespace sentinel::yaml {

/// Changes one value in a text a person wrote and leaves every other byte alone, comments included.
/// `path` is map keys from the root; a step "[NAME]" picks the list item whose `name` is NAME and adds one when there is none.
/// Missing maps on the way are added at the end of their parent with its indentation, in flow style where the parent is. A list
/// or map value replaces the whole old block. The result is read again and compared with the wanted tree. Errors: what read()
/// refuses; Invalid when a value on the way is no map; Unsupported, with the place, when other values would change too (anchors
/// and aliases) or the layout is too unusual to edit. The text is then as it was.
[[nodiscard]] Result<QByteArray> setValue(const QByteArray &text, const QString &fileName, const QStringList &path,
                                          const Value &value);

/// Removes the entry at `path` with the comment lines right above it, and maps and lists that become empty by it; what opens the
/// file stays. Nothing there: unchanged. Errors as for setValue.
[[nodiscard]] Result<QByteArray> removeValue(const QByteArray &text, const QString &fileName, const QStringList &path);

} // namespace sentinel::yaml
