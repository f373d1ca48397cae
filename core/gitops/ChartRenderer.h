// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"

#include <QJsonObject>
#include <QStringList>

namespace sentinel::gitops {

/// A chart and everything Argo CD would hand to helm for it.
struct ChartRequest
{
    QString chart; ///< its folder
    QString releaseName;
    QString ns;
    QString kubernetesVersion{}; ///< "1.35.0"; empty: what helm was built with
    QStringList apiVersions{}; ///< what `.Capabilities.APIVersions` is to know beyond Kubernetes' own
    QStringList valueFiles{}; ///< paths; later ones win
    QJsonObject values{}; ///< win over the files
    bool withCustomResourceDefinitions = true; ///< of the chart's folder `crds`
};

/// Helm as this room needs it. A port: the program fills it with the real binary.
class ChartRenderer
{
public:
    virtual ~ChartRenderer() = default;
    /// Objects, hooks and tests included. Errors: NotFound (no helm here, no such chart), Invalid (helm's sentence), Cancelled.
    [[nodiscard]] virtual Async<QList<QJsonObject>> render(ChartRequest request, CancelToken cancel) = 0;
};

} // namespace sentinel::gitops
