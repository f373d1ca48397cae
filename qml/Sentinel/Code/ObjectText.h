// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sentinel::console {

/// What becomes of `metadata.managedFields`, which is long and seldom read.
enum class ManagedFields {
    LeftOut,
    Folded, ///< one line says whose they are
    Shown,
};

/// An object as YAML for reading. The values of a Secret are not in it, nor is the copy of the whole object that kubectl keeps in
/// an annotation.
[[nodiscard]] QString objectYaml(const QJsonObject &object, ManagedFields managedFields = ManagedFields::LeftOut);

/// The same with lines no longer than people read: what is beyond is counted, not shown.
[[nodiscard]] QString readableLines(const QString &text);

} // namespace sentinel::console
