// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Services.h"

namespace sentinel::deploy {

/// The git of this machine. On a rehearsal cluster every repository is a bare one of ours below `rehearsalFolder`, and the
/// cluster is told that its address means that folder: nothing leaves this machine.
class BundleGit final : public GitStore
{
public:
    BundleGit(kube::ApiPtr api, QString rehearsalFolder)
        : m_api(std::move(api))
        , m_rehearsalFolder(std::move(rehearsalFolder))
    {
    }
    Async<PushedBundle> push(QString folder, QString url, QString branch, CancelToken cancel) override;

private:
    kube::ApiPtr m_api;
    QString m_rehearsalFolder; ///< empty: a real cluster
};

} // namespace sentinel::deploy
