// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/deploy/ObjectState.h"
#include "core/kube/Api.h"

#include <functional>
#include <memory>

namespace sentinel::deploy {

/// What to look at.
struct Scope
{
    QString ns; ///< "sentinel-prod"
    QList<QJsonObject> wanted{}; ///< what the bundle brings; empty: whatever carries the release's labels
    QStringList applications{}; ///< Applications of Argo CD that bring it
    QString applicationNamespace = QStringLiteral("argocd");

    /// Of the release, and beside it that of what reads the nodes.
    [[nodiscard]] QStringList namespaces() const { return {ns, ns + QStringLiteral("-host")}; }
};

/// Everything in a scope at one moment.
struct Standing
{
    QList<ObjectState> objects; ///< ordered by wave, kind and name, each followed by what belongs to it
    QList<WhyStep> cause; ///< of the worst object, root first
    int healthy = 0; ///< of those the bundle brings
    int total = 0;
    bool complete = false; ///< every watch has delivered its list
    QString problem{}; ///< why the picture may be old: a watch that is cut off
};

/// Watches a scope for good and tells each standing that differs from the last, at most ten times a second; ends by `cancel` or
/// by an error waiting cannot mend. What a page and `status --watch` show when no run is open.
[[nodiscard]] Async<void> follow(kube::ApiPtr api, std::shared_ptr<Clock> clock, Scope scope,
                                 std::function<void(const Standing &)> told, CancelToken cancel);

/// One look.
[[nodiscard]] Async<Standing> look(kube::ApiPtr api, std::shared_ptr<Clock> clock, Scope scope, CancelToken cancel);

} // namespace sentinel::deploy
