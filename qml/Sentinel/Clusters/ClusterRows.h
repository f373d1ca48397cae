// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/ClusterCheck.h"
#include "core/kube/access/KnownClusters.h"
#include "qml/Sentinel/Clusters/RowTypes.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QVariantList>

namespace sentinel::console {

/// How a cluster answered when it was last asked.
struct ClusterState
{
    Tone tone = Tone::Unknown;
    QString word{};
    bool operator==(const ClusterState &) const = default;
};

[[nodiscard]] QString protectionWord(ProtectionLevel level); ///< "Asks for the name"
/// {value, label, help} of every level, and of every colour.
[[nodiscard]] QVariantList protectionOptions();
[[nodiscard]] QVariantList colourOptions();

/// Roles of a row of the list: {id, title, place, colour, guarded, protection, tone, word, inUse}.
[[nodiscard]] QByteArrayList clusterRoles();
[[nodiscard]] RowsModel::Row clusterRow(const kube::KnownCluster &cluster, const ClusterState &state, bool inUse);
/// What the shell is asked to work with: {name, kubeconfig, context, colour, protection}.
[[nodiscard]] QVariantMap choiceOf(const kube::KnownCluster &cluster);

/// Roles: {id, title, tone, word, sentence, remedy, last}.
[[nodiscard]] QByteArrayList stepRoles();
[[nodiscard]] QList<RowsModel::Row> stepRows(const kube::ClusterCheck &check);
[[nodiscard]] ClusterState stateOf(const kube::ClusterCheck &check);

/// What a person is asked to allow, line by line: {kind, title, server, command, arguments, variables, hash}.
[[nodiscard]] QVariantMap wishOf(const std::optional<kube::ConsentWish> &wish);

/// "~/.kube/config", or what stands for the files kubectl reads.
[[nodiscard]] QString fileWords(const QString &kubeconfig);

} // namespace sentinel::console
