// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/PluginSession.h"
#include "core/kube/access/TokenSource.h"

namespace sentinel::kube {

/// What a request shows to prove who we are.
struct Proof
{
    QByteArray header{}; ///< "Authorization: …"; empty: none
    QByteArray certificate{}; ///< PEM, of a sign-in program; with `key` or not at all
    QByteArray key{};
    quint64 number = 0; ///< of a sign-in program
};

/// Gives each request its proof: a token, from a file or a sign-in program too, or a password. On one thread.
class CredentialSource
{
public:
    CredentialSource(const ClusterAccess &access, PluginGate gate, std::shared_ptr<Clock> clock);
    ~CredentialSource();
    CredentialSource(const CredentialSource &) = delete;
    CredentialSource &operator=(const CredentialSource &) = delete;

    void use(const ClusterAccess &access); ///< what it says holds from the next request on
    /// Errors: those of a token file read for the first time, and of a sign-in program.
    [[nodiscard]] Async<Proof> proof(CancelToken cancel);
    /// The server said 401. Whether another proof can be had, so that trying again makes sense.
    [[nodiscard]] bool refused(const Proof &proof);
    void accepted(const Proof &proof);
    void close(); ///< whoever waits is told Cancelled

private:
    const PluginGate m_gate;
    const std::shared_ptr<Clock> m_clock;
    std::unique_ptr<TokenSource> m_tokens;
    QByteArray m_password; ///< the header; empty: none
    std::shared_ptr<PluginSession> m_plugin;
    CancelSource m_closing;
};

/// The headers by which the server takes us for somebody else.
[[nodiscard]] QList<QByteArray> impersonationHeaders(const Impersonation &as);

} // namespace sentinel::kube
