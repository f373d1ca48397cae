// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

#include <QDateTime>

namespace sentinel::helm {

/// One revision of a release, as helm keeps it in the Secret `sh.helm.release.v1.<name>.v<revision>`.
struct Release
{
    enum class Status {
        Unknown,
        Deployed,
        Uninstalled,
        Superseded,
        Failed,
        Uninstalling,
        PendingInstall,
        PendingUpgrade,
        PendingRollback,
    };
    QString name;
    QString ns;
    int revision = 0;
    Status status = Status::Unknown;
    QString description; ///< helm's own sentence; of the cluster, so plain text only
    QDateTime firstDeployed; ///< invalid when helm wrote none
    QDateTime lastDeployed;
    QString chartName;
    QString chartVersion;
    QString appVersion;
    int rolledBackTo = 0; ///< the revision this one repeats; 0: none, or written by a helm that keeps no note of it
    bool serverSide = false; ///< applied by server-side apply
    QString manifest; ///< YAML of all objects, hooks not included
    QJsonObject values; ///< given by people; may hold secrets: never logged
    QString problem; ///< why the body could not be read; name, status and revision then come from the labels

    /// A helm that was killed leaves this: upgrades are refused until a rollback.
    [[nodiscard]] bool isPending() const
    {
        return status == Status::PendingInstall || status == Status::PendingUpgrade || status == Status::PendingRollback;
    }
};

[[nodiscard]] Release::Status statusNamed(const QString &name);
[[nodiscard]] QString statusName(Release::Status status);

/// Fills everything but name, namespace and revision from helm's own JSON of a release.
void readBody(Release &release, const QJsonObject &body);

/// The revision a Secret holds. A body that cannot be read is told in `problem`; Invalid only for what is no release at all.
[[nodiscard]] Result<Release> decodeRelease(const QJsonObject &secret);

/// The history of one release, oldest first; empty when there is none. `name` empty: of every release in the namespace. Reads
/// Secrets, so many people may not: Forbidden.
[[nodiscard]] Async<QList<Release>> readReleases(kube::ApiPtr api, QString ns, QString name, CancelToken cancel);

} // namespace sentinel::helm
