// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"
#include "core/helm/HelmBinary.h"
#include "core/helm/Release.h"

namespace sentinel::helm {

/// Which release, on which cluster. helm reads the kubeconfig by itself.
struct ReleaseTarget
{
    QString kubeconfig; ///< a file, 0600 by whoever made it
    QString context; ///< in that file; empty: its current one
    QString ns;
    QString name;
};

struct ReleaseChange
{
    bool wait = true; ///< until what was changed is ready, Jobs included
    bool hooks = true;
    bool forceConflicts = false; ///< take fields over that others own (Helm 4, server-side apply)
    Duration timeout = std::chrono::minutes(10);
    int historyLimit = 20; ///< revisions kept
    QString description{}; ///< kept in the history; empty: helm's own
    std::function<void(const QString &)> line{}; ///< what helm says meanwhile
};

struct ReleaseUpgrade
{
    ReleaseTarget target;
    QString chart; ///< its folder
    QStringList valueFiles{}; ///< later ones win
    QJsonObject values{}; ///< win over the files; go by a file only we can read
    ReleaseChange change{};
};

struct ReleaseRollback
{
    ReleaseTarget target;
    int revision = 0; ///< to repeat; never "the one before"
    ReleaseChange change{};
};

/// Installs or upgrades: values are those given and the chart's, never those of an earlier revision. The answer is the new
/// revision. Errors: Conflict (another operation is in progress; fields or objects belong to others), Timeout (not ready in time:
/// the revision is marked failed and stays), Invalid (refused by the chart's schema or by the server), Forbidden, Unauthorized,
/// Unreachable, Cancelled (helm heard SIGTERM and marked the revision failed).
[[nodiscard]] Async<Release> upgradeRelease(HelmBinary helm, ReleaseUpgrade request, CancelToken cancel);

/// Makes a new revision with the content of an old one; nothing is rendered anew. Also the way out of a pending revision.
/// NotFound: no such release or revision; else as above.
[[nodiscard]] Async<void> rollBackRelease(HelmBinary helm, ReleaseRollback request, CancelToken cancel);

/// Removes the release and its objects (those kept by policy stay). A release that is not there is a success.
[[nodiscard]] Async<void> uninstallRelease(HelmBinary helm, ReleaseTarget target, ReleaseChange change, CancelToken cancel);

} // namespace sentinel::helm
