// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/Exemptions.h"
#include "core/policy/Flows.h"

namespace sentinel::policy {

struct CheckOptions
{
    QString kubernetesVersion = QStringLiteral("1.35"); ///< "1.34" to "1.37"
    QList<Exemption> exemptions{};
    std::optional<QList<Flow>> flows{}; ///< unset: nobody says what is wanted, so nothing is proven
    QDate today{}; ///< for exemptions
};

struct Report
{
    Findings findings; ///< errors first, then by place
    Findings exempted;
    Network network;
    std::optional<Reachability> reach; ///< who reaches whom; of these manifests always set
};

/// Everything this room has to say about a set of manifests.
[[nodiscard]] Report check(const Manifests &manifests, const CheckOptions &options);

/// The supported versions of Kubernetes, oldest first.
[[nodiscard]] QStringList supportedVersions();

} // namespace sentinel::policy
