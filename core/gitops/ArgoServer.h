// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/Application.h"

namespace sentinel::gitops {

// argocd-server, where there is one: it tells what only Argo CD knows. Everything goes on without it, and nothing it says comes
// over what the cluster itself says.

/// A way to it, signed in. Where it is reached through the API server, `prefix` is the proxy's path.
struct ArgoServer
{
    kube::ApiPtr api;
    QString prefix{}; ///< percent-encoded; empty, or beginning with "/" and not ending with it
    QString address{}; ///< how sentences name it: "argocd.example.com"
};

/// What it answers to a GET below its address; `path` percent-encoded, with its query. Errors: Unauthorized (the token is not
/// valid, or not any more), Forbidden, NotFound, Unreachable (it, or what stands before it, is down), Timeout, Invalid (what
/// answers there is no Argo CD), Cancelled.
[[nodiscard]] Async<QJsonObject> askServer(ArgoServer server, QString path, CancelToken cancel);

/// Nodes and orphaned nodes of its resource tree.
[[nodiscard]] Async<QJsonObject> serverTree(ArgoServer server, Application application, CancelToken cancel);

/// An object as Argo CD compares it. Contents of Secrets are masked by it: equal masks where values are equal.
struct ServerResource
{
    QString group;
    QString kind;
    QString ns;
    QString name;
    bool isHook = false;
    QJsonObject wanted; ///< empty: the sources have it no more
    QJsonObject live; ///< without what does not count; empty: it is not there
    QJsonObject predicted; ///< what a sync would make of it
};
[[nodiscard]] Async<QList<ServerResource>> serverResources(ArgoServer server, Application application, CancelToken cancel);

struct ServerManifests
{
    QList<QJsonObject> objects; ///< contents of Secrets are masks
    QStringList revisions; ///< that were rendered
};
/// What it renders of the Application's own sources, at these revisions (one for each source; empty: those the sources name).
[[nodiscard]] Async<ServerManifests> serverManifests(ArgoServer server, Application application, QStringList revisions,
                                                     CancelToken cancel);

} // namespace sentinel::gitops
