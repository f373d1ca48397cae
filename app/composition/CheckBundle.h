// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/bundle/Bundle.h"
#include "core/policy/Check.h"

namespace sentinel::composition {

/// What one environment of a bundle becomes in its cluster, and what is to be true of it.
struct EnvironmentManifests
{
    QString environment;
    QString kubernetesVersion; ///< "1.35"
    policy::Manifests manifests; ///< the chart's, and those of the environment's own folder
    QList<policy::Flow> flows;
    QList<policy::Exemption> exemptions; ///< the chart's own
    QList<bundle::File> rendered; ///< what the chart makes, by template: the files the findings name
    QHash<QString, QString> answers; ///< "FILE:LINE" → the answer of the plan that made this line, where the bundle knows
};

struct BundleRender
{
    QString folder; ///< of the written bundle
    bundle::Bundle bundle; ///< as read from it
    QStringList environments{}; ///< those wanted; empty: all
    QString kubernetesVersion{}; ///< empty: the plan's answer
    QString prefix = QStringLiteral("rendered"); ///< of the names of rendered files
};

/// Renders the chart of a written bundle for its environments; needs `helm`, and no cluster. Errors: Unreachable (no helm),
/// NotFound (no such environment, no bundle), Invalid (the plan cannot be read, the chart refuses its values).
[[nodiscard]] Async<QList<EnvironmentManifests>> renderBundle(BundleRender request, CancelToken cancel);

/// policy::check() with what belongs to the environment, and with the plan's answer behind each finding where it can be told.
[[nodiscard]] policy::Report checkEnvironment(const EnvironmentManifests &environment, const QList<policy::Exemption> &exemptions,
                                              const QDate &today);

} // namespace sentinel::composition
