// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/inside/Wish.h"

namespace sentinel::preflight {

/// On everything a look from inside makes: the operation it belongs to, and so its name.
inline constexpr QLatin1StringView kOperationLabel("console.sentinel/operation");
inline constexpr QLatin1StringView kProbeContainer("probe");
/// `app.kubernetes.io/name` of all that looks make.
inline constexpr QLatin1StringView kProbeName("sentinel-preflight");

/// What one look makes in the environment's namespace, in the order it is made: an account without rights, the way out the plan
/// gives Sentinel's own pods, a volume of the planned class and the Job. `id` names them all.
[[nodiscard]] QList<QJsonObject> probeObjects(const Demand &demand, const InsideWish &wish, const QString &id);
/// And in the namespace of what reads the nodes: an account, and a Job for each node that reads its /var/log.
[[nodiscard]] QList<QJsonObject> nodeProbeObjects(const Demand &demand, const QString &id, const QStringList &nodes);
/// That namespace, as the chart makes it.
[[nodiscard]] QJsonObject hostNamespaceObject(const Demand &demand);
/// "look-20261127-3f9c-n2": of the node at this place.
[[nodiscard]] QString nodeJobName(const QString &id, qsizetype at);

/// All of it, with the namespaces, as somebody makes it by hand.
[[nodiscard]] QList<QJsonObject> probeManifests(const Demand &demand, const QString &id, const QStringList &nodes);

} // namespace sentinel::preflight
