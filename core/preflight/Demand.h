// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/bundle/Environment.h"
#include "core/helm/HelmBinary.h"

#include <QJsonObject>
#include <optional>

namespace sentinel::preflight {

/// Who brings the chart.
enum class Way { ArgoCd, Helm };
[[nodiscard]] QString wayName(Way way); ///< "argocd", "helm"

/// What is to be looked at.
struct Request
{
    QString folder; ///< of the written bundle
    QString environment{}; ///< empty: the only one there is
    QString cluster{}; ///< empty: the only one the environment has
    std::optional<Way> way{}; ///< empty: as the plan says
};

/// What one environment of a bundle asks of its cluster.
struct Demand
{
    QString folder{};
    bundle::Environment environment{};
    plan::Answers answers{}; ///< of the environment on this cluster
    QString cluster{}; ///< "in-cluster" where the plan names none
    Way way = Way::Helm;
    QJsonObject nameSpace{};
    QList<QJsonObject> platform{}; ///< what is there before the chart: priority classes, issuers, network policies
    QList<QJsonObject> argo{}; ///< AppProject and ApplicationSets, of the Argo CD way
    QList<QJsonObject> chart{}; ///< as rendered for this cluster; tests are left out

    [[nodiscard]] QString ns() const { return environment.nameSpace(); }
    /// Everything that ends up on the cluster, whoever brings it.
    [[nodiscard]] QList<QJsonObject> objects() const { return QList<QJsonObject>{nameSpace} + platform + chart; }
};

/// What a chart may ask about the cluster it is rendered for.
struct Capabilities
{
    QString kubernetesVersion{}; ///< "1.35.0"
    QStringList apiVersions{}; ///< "cert-manager.io/v1/Certificate"
};

/// Which environment on which cluster, and its files; the chart is still to be rendered. Invalid: no such environment or cluster
/// (lists those there are), the plan cannot be read. NotFound: no bundle.
[[nodiscard]] Result<Demand> readDemand(const Request &request);
/// Adds what the chart becomes. Errors are those of `helm::renderChart`.
[[nodiscard]] Async<Demand> renderDemand(Demand demand, helm::HelmBinary helm, Capabilities cluster, CancelToken cancel);

} // namespace sentinel::preflight
