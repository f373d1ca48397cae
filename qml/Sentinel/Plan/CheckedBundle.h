// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/bundle/Bundle.h"
#include "core/policy/Check.h"

namespace sentinel::console {

/// What was found in one environment of a bundle.
struct CheckedEnvironment
{
    QString name;
    QString kubernetesVersion; ///< "1.35"
    int objects = 0;
    policy::Report report;
    QList<policy::Exemption> exemptions; ///< those that took findings out, or could have
    QList<bundle::File> rendered; ///< what the chart makes; findings name these files
};

struct CheckedBundle
{
    QList<CheckedEnvironment> environments;

    [[nodiscard]] const CheckedEnvironment *find(QStringView environment) const;
};

/// Lays out what helm reads of the bundle in a private folder, renders every environment and checks it; nothing stays behind.
/// Takes seconds, and some 100 ms of its thread for each environment. Errors: those of composition::renderBundle(), with the
/// environment's name, and Forbidden (the folder cannot be made).
[[nodiscard]] Async<CheckedBundle> checkBundle(bundle::Bundle bundle, QStringList environments, CancelToken cancel);

} // namespace sentinel::console
