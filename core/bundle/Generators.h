// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/Environment.h"

#include <span>

namespace sentinel::bundle {

// One generator for each artefact, each in a file of its own. They are pure: the same environments give the same bytes, in any
// language, time zone and folder.

[[nodiscard]] QList<File> chartFiles(); ///< charts/sentinel and the images to build for it, as shipped; not copied
[[nodiscard]] File namespaceFile(const Environment &environment);
[[nodiscard]] QList<File> certManagerFiles(const Environment &environment);
[[nodiscard]] QList<File> priorityClassFiles(const Environment &environment);
[[nodiscard]] QList<File> networkPolicyFiles(const Environment &environment);
[[nodiscard]] File secretsExampleFile(const Environment &environment);
[[nodiscard]] File valuesFile(const Environment &environment);
[[nodiscard]] File versionFile(const Environment &environment);
[[nodiscard]] QList<File> clusterFiles(const Environment &environment); ///< of the clusters the plan names
[[nodiscard]] QList<File> argoFiles(std::span<const Environment> environments); ///< nothing when Helm delivers everywhere
/// Rules of the automatic rollback and its job of CI; nothing where no environment wants it.
[[nodiscard]] QList<File> guardFiles(std::span<const Environment> environments);
[[nodiscard]] File imageListFile(std::span<const Environment> environments);
[[nodiscard]] QList<File> guideFiles(std::span<const Environment> environments);
[[nodiscard]] QList<File>
runbookFiles(std::span<const Environment> environments); ///< what to do when an alert of the chart fires
[[nodiscard]] File readmeFile(std::span<const Environment> environments);

/// The Helm values of one environment, or of its answers on one cluster.
[[nodiscard]] yaml::Value helmValues(const Environment &environment, const plan::Answers &answers, const sizing::Sizing &sizing);

/// Whether the external database is a name no answer gives an address for, so that the policy can only allow its port everywhere.
[[nodiscard]] bool opensDatabaseToAll(const Environment &environment);
/// The PriorityClass of a component's pods.
[[nodiscard]] QString priorityClassOf(const Environment &environment, const QString &component);
/// The images an environment's pods run, sorted.
[[nodiscard]] QStringList imagesOf(const Environment &environment);

/// What this version of the chart does not do yet for this plan, and answers that no file can carry out.
[[nodiscard]] Findings bundleFindings(const Environment &environment);
/// Applications of different environments and clusters that would get the same name ("a-b" on "c" and "a" on "b-c").
[[nodiscard]] Findings nameFindings(std::span<const Environment> environments);

} // namespace sentinel::bundle
