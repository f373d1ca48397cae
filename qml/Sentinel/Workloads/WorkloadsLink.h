// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/journal/Journal.h"
#include "qml/Sentinel/Link/PageLink.h"
#include "qml/Sentinel/Workloads/RowTypes.h"

namespace sentinel::console {

/// A cluster as this page works with it.
struct WorkloadsServices
{
    kube::ApiPtr api;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<journal::Journal> journal{}; ///< null: nothing is written down, as in tests that do not ask for it
    QString ns{}; ///< of the context
    QString context{};
    QString server{}; ///< its address, which tells clusters apart
};

using WorkloadsConnector = std::function<Result<WorkloadsServices>(const ClusterPlace &place)>;

/// The way to the cluster the page was given.
class WorkloadsLink : public PageLink
{
    Q_OBJECT
    QML_ELEMENT
public:
    using PageLink::PageLink;

    /// Used from now on by every link instead of the program's own.
    static void setConnector(WorkloadsConnector connector);

    /// Only while ready.
    [[nodiscard]] const WorkloadsServices &services() const { return way().as<WorkloadsServices>(); }
    /// "kubectl --kubeconfig … --context …": how every equal command begins.
    [[nodiscard]] QStringList kubectl() const;

protected:
    [[nodiscard]] Async<Way> open(const ClusterPlace &place, const CancelToken &cancel) override;
};

} // namespace sentinel::console
