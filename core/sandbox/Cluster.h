// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Front.h"
#include "core/sandbox/RehearsalClock.h"

namespace sentinel::sandbox {

struct ClusterSettings
{
    quint16 port = 0; ///< 0: any free one
    double speed = 1; ///< waits of controllers are divided by it
};

/// The rehearsal cluster: store, clock, front and what they share. Controllers and scenarios are put on top by whoever builds it.
class Cluster : public QObject
{
    Q_OBJECT

public:
    /// `wall` outlives the cluster.
    Cluster(Clock &wall, ClusterSettings settings);
    ~Cluster() override;

    /// Opens the door. Unreachable: the port is taken.
    [[nodiscard]] Result<void> start();

    [[nodiscard]] QString url() const { return m_url; } ///< "https://127.0.0.1:41234"; empty before `start`
    [[nodiscard]] const Credentials &credentials() const { return m_credentials; }
    /// Conflict: there is a file that this program did not write.
    [[nodiscard]] Result<void> writeKubeconfigTo(const QString &path) const;

    [[nodiscard]] Store &store() { return m_store; }
    [[nodiscard]] RehearsalClock &clock() { return m_clock; }
    [[nodiscard]] PodLogs &logs() { return m_logs; }
    [[nodiscard]] Faults &faults() { return m_faults; }
    [[nodiscard]] Access &access() { return m_access; }

    /// What DELETE of an object does (pods get their grace, namespaces are emptied first). Before `start`.
    void setDeletion(Registry::Deletion deletion) { m_registry.setDeletion(std::move(deletion)); }
    /// Which budget forbids an eviction. Before `start`.
    void setBudgets(Registry::Budgets budgets) { m_registry.setBudgets(std::move(budgets)); }
    /// Answers paths below /rehearsal/v1/PREFIX (`call.path` begins with PREFIX), for the admin only. Before `start`.
    void serve(const QString &prefix, Front::Own answer) { m_front->own(prefix, std::move(answer)); }

Q_SIGNALS:
    void speedChanged(double speed);
    /// Somebody asked the cluster to end (`POST /rehearsal/v1/shutdown`).
    void shutdownRequested();

private:
    void serveOwn();
    [[nodiscard]] QJsonObject state() const;

    RehearsalClock m_clock;
    Store m_store;
    PodLogs m_logs;
    Faults m_faults;
    Access m_access;
    Registry m_registry;
    Streams m_streams;
    Credentials m_credentials;
    std::optional<Error> m_broken; ///< why there are no credentials
    std::unique_ptr<Front> m_front;
    ClusterSettings m_settings;
    QString m_url;
};

} // namespace sentinel::sandbox
