// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/ArgoServer.h"
#include "core/gitops/ChartRenderer.h"
#include "core/gitops/Hooks.h"

#include <functional>
#include <memory>

namespace sentinel::gitops {

/// How Argo CD marks what an Application brings (`application.resourceTrackingMethod`).
enum class Tracking {
    Annotation, ///< argocd.argoproj.io/tracking-id; the default from Argo CD 3.0
    Label, ///< app.kubernetes.io/instance; the default before
    AnnotationAndLabel,
    None, ///< left out: for comparing what people wrote
};

/// What becomes of which revision of an Application's sources.
struct DesiredRequest
{
    kube::Object application; ///< as the cluster tells it
    QList<QJsonObject> sources{}; ///< in place of those of its spec: of a history entry
    QStringList revisions{}; ///< one for each source; empty: what each source says itself
    QList<kube::ResourceType> types{}; ///< what the destination serves: which kinds have namespaces, what charts may ask for
    QString kubernetesVersion{}; ///< of the destination, "1.35.0"
    Tracking tracking = Tracking::Annotation;
};

/// Where sources come from.
struct SourceServices
{
    QString cache; ///< a folder of ours; fetched repositories are kept there
    std::shared_ptr<ChartRenderer> charts{}; ///< null: no helm here; charts say so
    /// Where git finds the repository of an address, when that is elsewhere (a rehearsal's own); unset or empty: the address.
    std::function<QString(const QString &url)> placeOf{};
    /// The way to the argocd-server of an Application; unset: nobody is asked. Errors say why there is none.
    std::function<Async<ArgoServer>(kube::Object application, CancelToken cancel)> server{};
    QString address{}; ///< of the API server these Applications were read from; empty: not known
};

/// An object as Argo CD would apply it.
struct DesiredObject
{
    kube::Object object; ///< with namespace and tracking; may hold secrets: never logged
    HookRules hook{};
    bool isMasked = false; ///< a Secret whose contents Argo CD's server hides: it cannot be compared
    [[nodiscard]] bool isHook() const { return hook.isHook; }
};

struct DesiredState
{
    QStringList revisions; ///< the commits, one for each source
    QList<DesiredObject> objects; ///< those a sync would create; tests and other hooks Argo CD never runs are left out
    QStringList repeated; ///< places (`placeOf`) sources hold more than once; the last one counts
    QStringList notes; ///< sentences: what is taken from an earlier fetch, what was not read
    bool isOffline = false; ///< some repository did not answer
};

/// The source of an Application, or those it has. A hydrated Application is read where Argo CD syncs it from.
[[nodiscard]] QList<QJsonObject> sourcesOf(const kube::Object &application);
/// The request for what a history entry deployed.
[[nodiscard]] DesiredRequest desiredRequest(const kube::Object &application, const HistoryEntry &entry);

/// Fetches and renders: folders of manifests and Helm charts of Git repositories. What Argo CD alone can make (kustomize,
/// plugins, jsonnet, charts of Helm repositories) is asked of its server where there is one, and a note says so. Errors:
/// Unsupported (nobody can make it), NotFound (no such revision or path, no helm), Invalid (the manifests or the chart are
/// wrong), those of `mirrorRevision`.
[[nodiscard]] Async<DesiredState> desiredState(DesiredRequest request, SourceServices services, CancelToken cancel);

/// "sentinel-dev:apps/Deployment:sentinel-dev/backend".
[[nodiscard]] QString trackingId(const QString &instance, const QJsonObject &object);
/// What tracking begins with: the name, with its namespace in front where that is not Argo CD's own.
[[nodiscard]] QString instanceOf(const kube::Object &application);

} // namespace sentinel::gitops
