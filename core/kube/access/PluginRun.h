// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/kube/access/Consent.h"
#include "core/kube/access/ExecCredential.h"

namespace sentinel::kube {

/// What a sign-in program needs from us to be run.
struct PluginGate
{
    PluginHost host{};
    std::shared_ptr<Consent> consent = std::make_shared<NoConsent>();
    /// Asks the person where nothing was allowed yet, and records a yes. Null: nobody can be asked now.
    std::function<Async<bool>(ConsentWish)> ask{};
};

/// The program as it lies on this machine, to be allowed or run. NotFound: with what the kubeconfig says about installing it.
[[nodiscard]] Async<PluginWish> findPlugin(ExecPlugin plugin, PluginHost host);

/// Runs it once and reads what it gives. Errors: NotFound (no such program), Forbidden (not allowed; says how to), Unsupported
/// (it needs a terminal and there is none), Unauthorized (it gave up; says why), Timeout, Invalid (what it wrote), Cancelled.
[[nodiscard]] Async<ExecCredential> runPlugin(ExecPlugin plugin, ClusterAccess access, PluginGate gate, CancelToken cancel);

} // namespace sentinel::kube
