// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/helm/HelmBinary.h"

#include <QJsonObject>

namespace sentinel::helm {

struct ChartRender
{
    QString chart; ///< its folder
    QString releaseName;
    QString ns;
    QString kubernetesVersion{}; ///< "1.35.0"; empty: what this helm was built with
    QStringList apiVersions{}; ///< "cert-manager.io/v1/Certificate": what the cluster serves beyond Kubernetes' own
    QStringList valueFiles{}; ///< later ones win
    QJsonObject values{}; ///< win over the files; never seen by other users of the machine
    bool withCustomResourceDefinitions = false;
};

/// What the chart makes of these values, hooks and tests included, in helm's order: a YAML stream as helm writes it. Needs no
/// cluster. Errors: NotFound (no such chart or value file), Invalid (helm's sentence, with the schema's where that refused),
/// Cancelled.
[[nodiscard]] Async<QByteArray> renderChartText(HelmBinary helm, ChartRender request, CancelToken cancel);
/// The same as objects.
[[nodiscard]] Async<QList<QJsonObject>> renderChart(HelmBinary helm, ChartRender request, CancelToken cancel);

} // namespace sentinel::helm
