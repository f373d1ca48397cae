// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/CompareApplication.h"

namespace sentinel::gitops {

/// A deployment of the past, and what it changed against the one before it.
struct HistoryStory
{
    HistoryEntry entry;
    QString author; ///< of the commit; empty: not known
    QString subject; ///< first line of its message
    QDateTime committed;
    QStringList images; ///< all of them
    QStringList newImages; ///< against the entry before
    QStringList oldImages;
    QStringList settings; ///< changed values of its source, ".helm.valuesObject.replicas: 2 → 3"
    QStringList files; ///< changed in the repository, where they can play a part
    int changedObjects = -1; ///< -1: not known, or the oldest one
    QString problem; ///< why the above is not known
};

/// The history of an Application, newest first, with what its repositories say. `base`: types and version of the destination;
/// whatever cannot be fetched or rendered is said in the entry, never an error of the whole. Errors: Cancelled.
[[nodiscard]] Async<QList<HistoryStory>> historyStories(kube::Object application, DesiredRequest base, SourceServices services,
                                                        CancelToken cancel);

/// What a source's own settings changed, as sentences; what looks like a secret is masked.
[[nodiscard]] QStringList changedSettings(const HistoryEntry &before, const HistoryEntry &after);

} // namespace sentinel::gitops
