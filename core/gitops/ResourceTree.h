// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/Application.h"

#include <functional>

namespace sentinel::gitops {

/// How an object stands: "Healthy", "Progressing", "Degraded", "Suspended", "Missing", "Unknown"; empty: its kind has no health.
struct TreeHealth
{
    QString status{};
    QString message{};
};
/// Judges an object by itself; of whoever calls, since the judgement lives in another room.
using JudgeHealth = std::function<TreeHealth(const kube::Object &object)>;

struct TreeNode
{
    QString group;
    QString version;
    QString kind;
    QString ns;
    QString name;
    QString uid; ///< empty: it is not there, or was not read
    int parent = -1; ///< index of the node above; -1: the application itself
    int depth = 0;
    int children = 0; ///< directly below
    QString sync; ///< of what the application brings; empty for what controllers made
    TreeHealth health;
    int wave = 0;
    bool isHook = false;
    bool needsPruning = false;
    bool isMissing = false; ///< the application wants it and the cluster has none
    bool isTold = false; ///< Argo CD's server tells of it, and we have not seen it
    bool healthIsTold = false; ///< by Argo CD's server
};

/// Every node stands after its parent and before its parent's next sibling, so that it can be shown as it is.
struct ResourceTree
{
    QList<TreeNode> nodes;
    QStringList notes; ///< sentences: kinds that could not be read
};

/// Of what Argo CD says the application brings, and of live objects (in any order) of the kinds in question. Pure, and linear in
/// both. `judge` may be null: health is then what Argo CD wrote.
[[nodiscard]] ResourceTree buildTree(const Application &application, const QList<kube::Object> &live, const JudgeHealth &judge,
                                     const QString &instance);

/// It is deployed to another cluster than the one whose API server has this address ("https://…"), which may be empty when nobody
/// knows: then only Argo CD's own names for its cluster are believed.
[[nodiscard]] bool isElsewhere(const Application &application, const QString &address);
/// The same where its cluster is given by a name, which only Argo CD's Secret of that cluster explains; where that may not be
/// read, a name other than Argo CD's own is another cluster. Errors: Cancelled, Unreachable.
[[nodiscard]] Async<bool> runsElsewhere(kube::ApiPtr api, kube::Object application, QString address, CancelToken cancel);
/// Of an Application deployed elsewhere: what Argo CD wrote, and a note that says so. Nothing of this cluster is read.
[[nodiscard]] ResourceTree distantTree(const kube::Object &application);

/// Reads what is needed, one list for each kind and namespace, and builds it. `types`: what the destination serves. What may not
/// be read is said in the notes. Errors: those of Api that concern everything (Unreachable, Cancelled, Unauthorized).
[[nodiscard]] Async<ResourceTree> readTree(kube::ApiPtr api, kube::Object application, QList<kube::ResourceType> types,
                                           JudgeHealth judge, CancelToken cancel);

} // namespace sentinel::gitops
