// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

#include <QHash>

namespace sentinel::preflight {

/// What of a cluster the checks look at. A list nobody may read is an error that says so; the checks then say who could.
struct Sight
{
    kube::ServerVersion version{};
    QList<kube::ResourceType> types{};
    QHash<QString, Result<QList<kube::Object>>> lists{}; ///< by plural and group: "nodes", "storageclasses.storage.k8s.io"
    std::optional<kube::Object> nameSpace{}; ///< of the environment; nothing: not there yet, or not for our eyes
    std::optional<qint64> clockSkew{}; ///< milliseconds the server's clock is ahead of ours
    std::optional<bool> argoEnables{}; ///< Argo CD knows automated.enabled (3.1 and later); nothing: its definition does not say
    bool rehearsal = false; ///< the rehearsal cluster, which has no ingress controllers, operators or networks

    /// An empty list where the server serves no such kind.
    [[nodiscard]] const Result<QList<kube::Object>> &of(const QString &list) const;
    [[nodiscard]] const kube::ResourceType *serves(const QString &group, const QString &kind) const;
    /// "1.35"
    [[nodiscard]] QString minor() const { return QStringLiteral("%1.%2").arg(version.major).arg(version.minor); }
};

/// Looks: what is served, nodes, pods, classes, definitions, and what is in these namespaces, in parallel. Only a server that
/// cannot be asked at all is an error.
[[nodiscard]] Async<Sight> lookAt(kube::ApiPtr api, QString ns, CancelToken cancel);

/// "someone who may list nodes"
[[nodiscard]] QString whoMay(const QString &verb, const QString &resource);
/// Why a list is not there, as a sentence.
[[nodiscard]] QString unseen(const QString &resource, const Error &error);

} // namespace sentinel::preflight
