// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/History.h"
#include "core/gitops/Owner.h"
#include "qml/Sentinel/Sync/SyncLink.h"

namespace sentinel::console {

// What a look at one Application asks for, as flows.

[[nodiscard]] Async<gitops::ApplicationDifference> differenceOf(SyncServices services, kube::Object application,
                                                                CancelToken cancel);

/// What Argo CD's server answered, or why it did not.
struct Told
{
    QJsonObject tree{};
    QString address{};
    QString problem{};
};

/// An error when there is no way to it, which is nothing to talk about.
[[nodiscard]] Async<Told> toldBy(SyncServices services, kube::Object object, gitops::Application application, CancelToken cancel);

/// What the cluster tells; of an Application on another cluster what Argo CD wrote.
[[nodiscard]] Async<gitops::ResourceTree> treeOf(SyncServices services, QList<kube::ResourceType> types, kube::Object application,
                                                 CancelToken cancel);

/// Waves of the hooks of its operation.
[[nodiscard]] Async<QHash<QString, int>> wavesOf(SyncServices services, kube::Object application, CancelToken cancel);

[[nodiscard]] Async<QList<gitops::HistoryStory>> storiesOf(SyncServices services, kube::Object application, CancelToken cancel);

/// Auto-sync on or off, or why it would not stay so.
struct Switched
{
    bool isDone = false;
    QString sentence{};
    QJsonObject patch{}; ///< of the owner, that would let it stay; empty: there is none
};
/// Nothing is written where the owner would undo it, unless it can be taught and `teaches`.
[[nodiscard]] Async<Switched> switchAutoSync(SyncServices services, kube::Object application, kube::ObjectName name, bool on,
                                             bool teaches, CancelToken cancel);

} // namespace sentinel::console
