// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/requests/Call.h"

namespace sentinel::kube {

/// Page by page; where the server forgets the place (410) it goes on or begins again as `options` say, at last without pages.
[[nodiscard]] Async<ObjectList> list(ConnectionPtr connection, ResourceType type, ListOptions options, CancelToken cancel);

/// The selectors of `options` as a query.
[[nodiscard]] QList<std::pair<QByteArray, QString>> selectorQuery(const ListOptions &options);

} // namespace sentinel::kube
