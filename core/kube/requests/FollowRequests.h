// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/requests/Call.h"
#include "core/kube/rows/RowLayout.h"

#include <QByteArray>

namespace sentinel::kube {

/// The header that asks for rows of this layout in the form that is cheapest to send and to read: protobuf, metadata only, JSON.
[[nodiscard]] QByteArray acceptOf(const RowLayout &layout, bool isList);
/// The header that asks for the metadata of objects only, in JSON.
[[nodiscard]] QByteArray metadataAccept(bool isList);
/// Asks for a watch from `version` on, or for one that begins with everything where that is empty; how it is read is the
/// caller's. It ends by the server's hand after 5 to 10 minutes, at a time of each client's own, or where nothing comes for too
/// long.
[[nodiscard]] HttpRequest watchRequest(const ConnectionPtr &connection, const ResourceType &type, const ListOptions &options,
                                       const QString &version);

} // namespace sentinel::kube
