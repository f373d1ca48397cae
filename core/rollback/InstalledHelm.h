// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/helm/ChangeRelease.h"
#include "core/rollback/Services.h"

namespace sentinel::rollback {

/// The helm of this machine on one cluster.
class InstalledHelm final : public HelmBack
{
public:
    struct Place
    {
        helm::HelmBinary binary;
        QString kubeconfig; ///< a file of this program's own, 0600
        std::shared_ptr<void> keeper{}; ///< keeps the kubeconfig's folder as long as this
    };
    explicit InstalledHelm(Place place)
        : m_place(std::move(place))
    {
    }
    Async<void> rollBack(QString ns, QString release, int revision, bool hooks, std::function<void(QString)> line,
                         CancelToken cancel) override
    {
        // Without waiting: what comes up, and why it does not, is watched by the run itself. What others took over, such as an
        // autoscaler the number of pods, is taken back: that is what a rollback is.
        return helm::rollBackRelease(
            m_place.binary,
            {.target = {.kubeconfig = m_place.kubeconfig, .context = {}, .ns = ns, .name = release},
             .revision = revision,
             .change
             = {.wait = false, .hooks = hooks, .forceConflicts = true, .line = [line](const QString &text) { line(text); }}},
            std::move(cancel));
    }

private:
    Place m_place;
};

} // namespace sentinel::rollback
