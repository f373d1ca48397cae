// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sentinel::console {

/// An object as YAML for reading: without managed fields; the values of a Secret are left out.
[[nodiscard]] QString objectYaml(const QJsonObject &object);

} // namespace sentinel::console
