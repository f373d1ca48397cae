// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/ClusterConnection.h"
#include "core/journal/Journal.h"
#include "core/preflight/Preflight.h"
#include "core/preflight/inside/LookInside.h"

namespace sentinel::composition {

/// What a preflight works with: helm of this machine, its resolver, its logins at registries, the cluster. Unreachable: there is
/// no helm.
[[nodiscard]] Async<preflight::Services> preflightServices(ClusterConnection connection, CancelToken cancel);

/// What a look from inside works with: the cluster and the person's journal.
[[nodiscard]] Result<preflight::InsideServices> insideServices(const ClusterConnection &connection);

/// What a fail was accepted for: this bundle in this environment of this cluster, and nothing else.
struct OverrideScope
{
    QString context{};
    QString cluster{}; ///< the server's address
    QString environment{};
    QString bundle{}; ///< SHA-256 of bundle.json, hexadecimal
};
[[nodiscard]] Result<OverrideScope> overrideScope(const QString &folder, const QString &environment,
                                                  const ClusterConnection &connection);

/// Writes the reasons to the journal, one operation.
[[nodiscard]] Result<void> recordOverrides(journal::Journal &journal, const OverrideScope &scope,
                                           const QList<preflight::Override> &overrides);
/// The reasons given for this bundle before; of one rule, the newest.
[[nodiscard]] Result<QList<preflight::Override>> recordedOverrides(journal::Journal &journal, const OverrideScope &scope);

} // namespace sentinel::composition
