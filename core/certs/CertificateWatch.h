// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/certs/Sight.h"

#include <functional>

namespace sentinel::certs {

/// Looks, and looks again whenever something about certificates changed, until it is cancelled or nobody may look any more. What
/// comes together is looked at together, half a second later; without a watch (no right) a certificate is as old as the last
/// look.
[[nodiscard]] Async<void> watchCertificates(kube::ApiPtr api, std::shared_ptr<Clock> clock, QString ns,
                                            std::function<void(Result<Sight>)> sink, CancelToken cancel);

} // namespace sentinel::certs
