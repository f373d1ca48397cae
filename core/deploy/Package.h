// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Deploy.h"

namespace sentinel::deploy {

/// What a bundle holds for one environment on one cluster, read and checked against its sums.
struct Package
{
    QString folder; ///< absolute
    QString name; ///< of the plan
    QByteArray digest; ///< SHA-256 of bundle.json, hexadecimal: which bundle it is
    QString environment;
    QString cluster; ///< "in-cluster" where the plan names none
    QString server; ///< as Argo CD names the cluster
    Via via = Via::Helm;
    QString version; ///< of Sentinel
    QJsonObject nameSpace; ///< the Namespace
    QList<QJsonObject> platform; ///< priority classes, issuers, network policies, in the order they are applied
    QList<SecretNeed> secrets;
    QStringList valueFiles; ///< for the chart, absolute, later ones win

    // Of the Argo CD path.
    QList<QJsonObject> projects;
    QList<QJsonObject> applicationSets; ///< the platform's first
    QString argoNamespace = QStringLiteral("argocd");
    QString repository; ///< URL
    QString branch;

    [[nodiscard]] QString ns() const { return nameSpace[u"metadata"][u"name"].toString(); }
    [[nodiscard]] QString chart() const { return folder + QStringLiteral("/charts/sentinel"); }
    [[nodiscard]] QString application() const { return QStringLiteral("sentinel-%1-%2").arg(environment, cluster); }
    [[nodiscard]] QString platformApplication() const { return application() + QStringLiteral("-platform"); }
};

/// Reads it. Invalid: not as it was written, no such environment or cluster (lists those there are), no files for this way.
[[nodiscard]] Result<Package> readPackage(const QString &folder, const QString &environment, const QString &cluster,
                                          std::optional<Via> via);

} // namespace sentinel::deploy
