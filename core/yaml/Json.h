// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/yaml/Value.h"

#include <QJsonObject>
#include <QJsonValue>

namespace sentinel::yaml {

/// The same tree as JSON. Strings stay strings ("no", "1.10" in quotes); numbers are read as the programs around Kubernetes read
/// them, where 0644 is octal. A number JSON cannot hold exactly as an integer becomes a double.
[[nodiscard]] QJsonValue toJson(const Value &value);

/// Every object of a stream of Kubernetes manifests, members of `kind: List` one by one. Invalid, with the place, when a document
/// is no map or lacks apiVersion, kind or a name.
[[nodiscard]] Result<QList<QJsonObject>> readObjects(const QByteArray &text, const QString &fileName);

} // namespace sentinel::yaml
