// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/DesiredState.h"
#include "core/gitops/IgnoreRules.h"

namespace sentinel::gitops {

/// An object in two states.
struct ObjectDifference
{
    enum class Kind {
        Changed,
        Added, ///< a sync would make it
        Removed, ///< a sync that prunes would delete it
        Unknown, ///< it could not be compared; `problem` says why
    };
    Kind kind = Kind::Changed;
    QString group;
    QString version;
    QString objectKind;
    QString ns;
    QString name;
    QList<FieldDifference> fields{}; ///< of Changed
    QJsonObject rule{}; ///< the ignore rule that would hide fields others own; empty: none of them are
    QString problem{};
};

struct ApplicationDifference
{
    QStringList before; ///< revisions; empty: the cluster
    QStringList after;
    QList<ObjectDifference> objects; ///< those that differ
    int compared = 0; ///< objects looked at
    QStringList notes; ///< sentences for people
};

/// Which objects to compare with the cluster.
struct CompareOptions
{
    QString fieldManager = QStringLiteral("argocd-controller"); ///< by which Argo CD applies
    QSet<QString> only{}; ///< places (`placeOf`); empty: all
};

/// What a sync would change: each object is sent as a server-side dry run, and what the server would make of it is held against
/// what lives, so defaults and admission are in it as in Argo CD's own comparison. Where the dry run is not allowed, only what
/// the desired object says is compared, and that is said. Hooks play no part.
[[nodiscard]] Async<ApplicationDifference> compareWithCluster(kube::ApiPtr api, kube::Object application, DesiredState desired,
                                                              QList<kube::ResourceType> types, IgnoreRules rules,
                                                              CompareOptions options, CancelToken cancel);

/// What a sync would change, as Argo CD's server compared it: of an Application on a cluster that is not this one, and of Secrets
/// whose contents nobody else may see. Hooks play no part.
[[nodiscard]] ApplicationDifference compareAsTold(const QList<ServerResource> &resources);

/// What changes from one revision to the other, as people wrote it. Both made with `Tracking::None`.
[[nodiscard]] ApplicationDifference compareRevisions(const DesiredState &before, const DesiredState &after);

/// Images of the pods these objects ask for, sorted.
[[nodiscard]] QStringList imagesOf(const QList<DesiredObject> &objects);

/// The rules of the Application and, where they may be read, of the installation.
[[nodiscard]] Async<IgnoreRules> ignoreRulesOf(kube::ApiPtr api, kube::Object application, CancelToken cancel);

} // namespace sentinel::gitops
