// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Services.h"
#include "core/helm/ChangeRelease.h"
#include "core/helm/HelmBack.h"

namespace sentinel::deploy {

/// The helm of this machine on one cluster, for deploys and the way back; its history is read from the cluster, not from its
/// words.
class InstalledHelm final : public HelmRunner, public helm::HelmBack
{
public:
    struct Place
    {
        helm::HelmBinary binary;
        QString kubeconfig; ///< a file of this program's own, 0600
        kube::ApiPtr api;
        std::shared_ptr<Clock> clock;
        std::shared_ptr<void> keeper{}; ///< keeps the kubeconfig's folder as long as this
    };
    explicit InstalledHelm(Place place)
        : m_place(std::move(place))
    {
    }

    Async<HelmRevision> newest(QString release, QString ns, CancelToken cancel) override;
    Async<HelmRevision> install(HelmInstall request, std::function<void(QString)> line, CancelToken cancel) override;
    Async<void> rollBack(QString ns, QString release, int revision, bool hooks, std::function<void(QString)> line,
                         CancelToken cancel) override;

private:
    Place m_place;
};

} // namespace sentinel::deploy
