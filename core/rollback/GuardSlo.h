// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/GuardRules.h"

namespace sentinel::rollback {

/// What Prometheus said. Without a value `problem` says why: unreachable and empty are not the same as well.
struct SloReading
{
    std::optional<double> value{}; ///< the highest of the series
    QString problem{};
};

/// Asks once, through the API server's proxy. Never an error: what cannot be asked is a problem. Only Cancelled is one.
[[nodiscard]] Async<SloReading> readSlo(kube::ApiPtr api, GuardRules rules, CancelToken cancel);

/// From the body of Prometheus' answer; pure.
[[nodiscard]] SloReading sloIn(const QByteArray &body);

} // namespace sentinel::rollback
