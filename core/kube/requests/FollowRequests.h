// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/RowLayout.h"

#include <QByteArray>

namespace sentinel::kube {

/// The header that asks for rows of this layout in the form that is cheapest to send and to read: protobuf, metadata only, JSON.
[[nodiscard]] QByteArray acceptOf(const RowLayout &layout, bool isList);
/// The header that asks for the metadata of objects only, in JSON.
[[nodiscard]] QByteArray metadataAccept(bool isList);

} // namespace sentinel::kube
