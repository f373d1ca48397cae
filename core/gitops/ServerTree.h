// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/ArgoServer.h"
#include "core/gitops/ResourceTree.h"

namespace sentinel::gitops {

/// Our own tree with what only Argo CD's server tells: objects we do not see (kinds we may not read, another cluster) below what
/// they belong to, and the health of those we know none of. Where both say something, ours holds. `told`: its resource-tree; what
/// in it is missing or odd is left out. A note says how much came from where.
[[nodiscard]] ResourceTree enriched(const ResourceTree &own, const QJsonObject &told, const QString &address);

} // namespace sentinel::gitops
