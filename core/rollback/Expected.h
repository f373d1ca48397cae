// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Follow.h"
#include "core/rollback/Evidence.h"

#include <QSet>

namespace sentinel::rollback {

/// What of a version is watched until it is healthy: kinds that carry a state, in its namespace and beside it where the nodes are
/// read from. That the rest is there, whoever applied it has said.
struct Expected
{
    QList<QJsonObject> wanted{};
    QSet<deploy::ObjectKey> keys{};
    QSet<deploy::ObjectKey> hooks{}; ///< may be gone by the time anybody looks; only that one fails means anything
};
[[nodiscard]] Expected expectedOf(const Content &content, const QString &ns);
/// The same with its hooks.
[[nodiscard]] Expected expectedWithHooks(const Content &content, const QString &ns);

/// Where to look for it.
[[nodiscard]] deploy::Scope scopeOf(const Subject &subject, const Expected &expected);

[[nodiscard]] bool isWell(const deploy::ObjectState &state);

} // namespace sentinel::rollback
