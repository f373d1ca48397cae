// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Catalogue.h"

#include <QStringList>
#include <expected>

namespace sentinel::plan {

/// A KEY as people write it: "load.eventsPerSecond", "environments.prod.load.eventsPerSecond", "environments.prod.profile",
/// "clusters[eu-1].context", "metadata.name"; "environments.qa" and "clusters[eu-1]" name the whole entry, to remove it. "spec."
/// before a question's key is allowed and means the same.
struct KeyPath
{
    enum class Target { Answer, PlanName, Profile, Environment, Cluster, ClusterEnvironment, ClusterContext, ClusterServer };

    Target target = Target::Answer;
    QString environment; ///< empty: base, or a cluster
    QString cluster;
    QString question; ///< key in the catalogue, for an Answer
    const Question *known = nullptr; ///< for an Answer

    /// The sentence says what is wrong with it, and what may have been meant.
    [[nodiscard]] static std::expected<KeyPath, QString> parse(const QString &key, const Catalogue &catalogue);
    /// Where it stands in the file, as core/yaml/Patch.h takes it.
    [[nodiscard]] QStringList inFile() const;
    [[nodiscard]] QString toString() const;
};

} // namespace sentinel::plan
