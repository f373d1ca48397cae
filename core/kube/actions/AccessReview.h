// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/actions/Rights.h"

namespace sentinel::kube {

struct Verdict
{
    Right right = Right::Unknown;
    QString reason{}; ///< the server's, where it gives one
};

/// Asks the server about one thing, right before it is done; a 403 may come all the same. Denied and Allowed are its answer,
/// Unknown means that it could not tell.
[[nodiscard]] Async<Verdict> ask(ApiPtr api, AccessQuestion question, CancelToken cancel);

/// Everything one may do in a namespace, in one request.
[[nodiscard]] Async<Rights> rightsIn(ApiPtr api, QString ns, CancelToken cancel);

/// Who the server takes us for.
struct Identity
{
    QString name{};
    QString uid{};
    QStringList groups{};
};
[[nodiscard]] Async<Identity> whoAmI(ApiPtr api, CancelToken cancel);

/// What running a command, or forwarding a port, takes: from 1.35 on `create` and `get`, one of them before; asked for both.
[[nodiscard]] Async<Verdict> mayConnect(ApiPtr api, ObjectName pod, QString subresource, CancelToken cancel);

} // namespace sentinel::kube
