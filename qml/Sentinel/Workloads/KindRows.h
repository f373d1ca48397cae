// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"
#include "qml/Sentinel/Workloads/RowTypes.h"

#include <QSet>

namespace sentinel::console {

/// "apps/Deployment", "/Pod": how the page names a kind.
[[nodiscard]] QString kindId(const kube::ResourceType &type);
/// "Deployments": kinds people know in their language, others as the cluster says them.
[[nodiscard]] QString kindTitle(const kube::ResourceType &type);
/// "deployments.apps", "pods": as kubectl takes it without mistaking it.
[[nodiscard]] QString kindWord(const kube::ResourceType &type);

/// Kinds that can be listed and watched, in groups: what people look at first, then custom resources by their API group. A group
/// of custom resources is one line until it is `open`. Roles: {id, title, iconName, heading, depth, expandable, expanded}.
[[nodiscard]] QByteArrayList kindRoles();
[[nodiscard]] QList<RowsModel::Row> kindRows(const QList<kube::ResourceType> &types, const QSet<QString> &open);

} // namespace sentinel::console
