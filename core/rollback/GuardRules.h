// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"
#include "core/kube/actions/ServiceProxy.h"

namespace sentinel::rollback {

/// When a deploy is taken back without anybody being there. Off unless somebody said so.
struct GuardRules
{
    bool isOn = false;
    Duration watch = std::chrono::minutes(10); ///< after the deploy
    QString query{}; ///< of Prometheus; empty: the state of the workloads alone counts
    double above = 0; ///< the query's highest value that is still well
    kube::ServicePort prometheus{}; ///< where it is asked, through the API server

    [[nodiscard]] bool hasQuery() const { return !query.isEmpty() && !prometheus.service.isEmpty(); }
};

/// `environments/NAME/guard.yaml` of a bundle. Invalid names the file and what is wrong in it.
[[nodiscard]] Result<GuardRules> readGuardRules(const QByteArray &text, const QString &fileName);

/// "NAMESPACE/[https:]SERVICE:PORT". Invalid: no such address can be.
[[nodiscard]] Result<kube::ServicePort> servicePortOf(const QString &text);

} // namespace sentinel::rollback
