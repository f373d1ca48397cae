// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certs/Certificate.h"
#include "qml/Sentinel/Rows/RowsModel.h"
#include "qml/Sentinel/Rows/Tone.h"

namespace sentinel::console {

[[nodiscard]] Tone toneOf(const certs::Certificate &one);

/// id, title, detail, tone, word
[[nodiscard]] QList<RowsModel::Row> certificateRows(const QList<certs::Certificate> &all);
/// id, title, sentence, tone, depth
[[nodiscard]] QList<RowsModel::Row> chainRows(const certs::Certificate &one);
/// id, label, value: what is known of it, in words
[[nodiscard]] QList<RowsModel::Row> factRows(const certs::Certificate &one);
/// id, sentence, remedy, tone
[[nodiscard]] QList<RowsModel::Row> findingRows(const certs::Certificate &one);
/// id, title, detail, tone: only those that are not ready
[[nodiscard]] QList<RowsModel::Row> issuerRows(const QList<certs::Issuer> &issuers);

} // namespace sentinel::console
