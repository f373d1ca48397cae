// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Renderer.h"

#include <QJsonObject>

namespace sentinel::sandbox {

/// What a source says should be in the cluster.
struct TargetState
{
    QString revision; ///< the commit
    QString sourceType; ///< "Helm", "Directory"
    QList<QJsonObject> objects; ///< with namespace and tracking annotation, ready to apply
    QStringList repeated; ///< objects the source holds twice, as Argo CD names them
};

struct TargetRequest
{
    QString instance; ///< what the tracking annotation begins with
    QString application; ///< its name: the release's, where none is given
    QJsonObject source; ///< `spec.source`, or that of an operation
    QString revision; ///< asked for; empty: the source's targetRevision
    QString ns; ///< `spec.destination.namespace`
    QString kubernetesVersion;
    QStringList apiVersions;
};

/// Fetches and renders. The ports must outlive the flow. Errors carry the sentence of Argo CD's ComparisonError: NotFound (no
/// such repository, revision or path), Invalid (helm's or the reader's words), Unsupported (a source the rehearsal cluster cannot
/// make: kustomize, plugins, charts of Helm repositories), Cancelled.
[[nodiscard]] Async<TargetState> loadTarget(TargetRequest request, Repositories *repositories, Renderer *renderer,
                                            CancelToken cancel);

/// "sentinel-dev:apps/Deployment:sentinel-dev/backend": what Argo CD writes on an object so that it is known as the
/// Application's.
[[nodiscard]] QString trackingIdOf(const QString &instance, const QJsonObject &object);
/// Whose the object is; empty when nobody's, or when the annotation is a copy of another object's.
[[nodiscard]] QString instanceOf(const QJsonObject &live);
constexpr auto kTrackingId = u"argocd.argoproj.io/tracking-id";

} // namespace sentinel::sandbox
