// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/Change.h"
#include "core/gitops/DesiredState.h"
#include "core/gitops/ResourceTree.h"
#include "qml/Sentinel/Link/PageLink.h"
#include "qml/Sentinel/Sync/RowTypes.h"

namespace sentinel::console {

/// A cluster as this page works with it.
struct SyncServices
{
    gitops::ChangeServices change;
    std::function<Async<gitops::SourceServices>(CancelToken cancel)> sources; ///< where sources come from
    /// From now on argocd-server is reached so; unset: it cannot be told. The token is held in memory only.
    std::function<void(const QString &where, const QByteArray &token)> reachServer{};
    gitops::JudgeHealth judge{}; ///< how objects of a tree stand
};
using SyncConnector = std::function<Result<SyncServices>(const ClusterPlace &place)>;

/// The way to a cluster whose Applications the page shows.
class SyncLink : public PageLink
{
    Q_OBJECT
    QML_ELEMENT
public:
    using PageLink::PageLink;

    /// Used from now on by every link instead of the program's own.
    static void setConnector(SyncConnector connector);

    /// Only while ready.
    [[nodiscard]] const SyncServices &services() const { return way().as<SyncServices>(); }
    /// Tells clusters apart, whatever they are called.
    [[nodiscard]] QString key() const { return place().kubeconfig + u'\n' + place().context; }
    /// Why Applications of a namespace may not be changed from here; empty when they may, or when nobody knows.
    [[nodiscard]] QString deniedReason(const QString &ns);

protected:
    [[nodiscard]] Async<Way> open(const ClusterPlace &place, const CancelToken &cancel) override;
    [[nodiscard]] Trouble lacking(const QList<kube::ResourceType> &types) const override;
};

} // namespace sentinel::console
