// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/kube/access/PluginRun.h"

#include <memory>

namespace sentinel::kube {

/// What a sign-in program gave, kept until it ends or the server refuses it. One run at a time, however many ask; when what it
/// gives is refused again and again it rests for a while, so that no storm of refusals opens a hundred browser windows. On one
/// thread, shared by all who use the same program for the same cluster.
class PluginSession : public std::enable_shared_from_this<PluginSession>
{
public:
    /// The session of this thread for the plugin and the cluster of `access`.
    [[nodiscard]] static std::shared_ptr<PluginSession> of(const ClusterAccess &access, PluginGate gate,
                                                           std::shared_ptr<Clock> clock);

    struct Given
    {
        ExecCredential credential;
        quint64 number = 0; ///< names it for the two below
    };
    /// What is there, else what a run gives. Errors: those of `runPlugin`; Unauthorized: it rests.
    [[nodiscard]] Async<Given> given(CancelToken cancel);
    void refused(quint64 number); ///< 401: the next who asks has it run again
    void accepted(quint64 number);

private:
    PluginSession(ClusterAccess access, PluginGate gate, std::shared_ptr<Clock> clock);
    [[nodiscard]] bool isGood() const;
    void begin();
    void finish(Result<ExecCredential> result);
    void rest(int doublings);
    static Async<void> run(std::shared_ptr<PluginSession> session, CancelToken cancel);

    const ClusterAccess m_access;
    PluginGate m_gate;
    const std::shared_ptr<Clock> m_clock;
    ExecCredential m_credential;
    bool m_has = false;
    quint64 m_number = 0; ///< of the last one given
    QDateTime m_givenAt;
    int m_failures = 0; ///< refusals and failed runs since the server last took one
    QDateTime m_restsUntil;
    QString m_why; ///< the last failure
    bool m_isRunning = false;
    CancelSource m_run;
    QList<Promise<Given>> m_waiting;
};

} // namespace sentinel::kube
