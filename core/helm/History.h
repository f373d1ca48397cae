// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/helm/Release.h"

namespace sentinel::helm {

/// What the labels of a revision's Secret tell, without its body of up to a megabyte.
struct ReleaseHead
{
    QString ns;
    QString name;
    int revision = 0;
    Release::Status status = Release::Status::Unknown;
    QDateTime at; ///< last written; invalid where no helm said so

    [[nodiscard]] bool isPending() const
    {
        return status == Release::Status::PendingInstall || status == Release::Status::PendingUpgrade
            || status == Release::Status::PendingRollback;
    }
    [[nodiscard]] QString secret() const; ///< "sh.helm.release.v1.sentinel.v3"
};

/// Every revision of a release, oldest first; empty when there is none. `ns` empty: of every namespace; `name` empty: of every
/// release. Only metadata crosses the wire. Errors: those of `Api`; Forbidden for the many who may not list Secrets.
[[nodiscard]] Async<QList<ReleaseHead>> readHeads(kube::ApiPtr api, QString ns, QString name, CancelToken cancel);

/// One revision with its body. NotFound: helm has dropped it from its history.
[[nodiscard]] Async<Release> readRelease(kube::ApiPtr api, ReleaseHead head, CancelToken cancel);

} // namespace sentinel::helm
