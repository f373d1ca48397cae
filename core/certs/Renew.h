// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/certs/Certificate.h"
#include "core/journal/Journal.h"
#include "core/kube/Api.h"

#include <functional>
#include <memory>

namespace sentinel::certs {

/// What a renewal works with. Shared, so that no page or command that goes away takes anything from under a flow.
struct RenewServices
{
    kube::ApiPtr api;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<journal::Journal> journal; ///< the renewal is written there before it is asked for
    QString context{}; ///< of the kubeconfig, for people
    QString cluster{}; ///< what tells clusters apart: the server's address
    Duration patience = std::chrono::minutes(5); ///< how long the new certificate is waited for
};

struct Renewed
{
    qint64 before = 0; ///< revision
    qint64 revision = 0;
    QDateTime notAfter{};
    bool resumed = false; ///< an earlier try, whose program ended, had asked for it
};

/// Has a certificate issued anew, as cmctl does: the condition Issuing in its status, which cert-manager takes as a request. Ends
/// when the new revision is there. Killed in between, the same call again goes on without asking twice. Errors: Conflict (it is
/// being issued already, others keep writing), Forbidden (needs "update certificates/status"), Invalid (the try failed; names
/// the root), Timeout (asked for, and still under way), those of Api and Journal.
[[nodiscard]] Async<Renewed> renew(kube::ObjectName name, RenewServices services, std::function<void(QString)> tell,
                                   CancelToken cancel);

} // namespace sentinel::certs
