// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sentinel::testing {

/// The first complaint of a validator that is not ours about a JSON document; empty when the schema accepts it.
[[nodiscard]] QString complaint(const QByteArray &schema, const QByteArray &document);

} // namespace sentinel::testing
