// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/ClusterAccess.h"
#include "tests/faults/proxy/Fault.h"

#include <QTcpServer>
#include <functional>

namespace sentinel::testing {

/// Carries bytes between a client and a server without understanding them. Lives on the proxy's thread.
class RawTunnel : public QTcpServer
{
public:
    struct Setup
    {
        kube::ClusterAccess server;
        /// What befalls a connection: None, ResetInside, Cut or HalfOpen after so many bytes from the server; Latency or Drip,
        /// and the end after so many.
        std::function<Fault(int connection)> faults;
    };
    explicit RawTunnel(Setup setup);

    [[nodiscard]] int connections() const { return m_connections; }
    void calm() { m_isCalm = true; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Setup m_setup;
    int m_connections = 0;
    bool m_isCalm = false;
};

} // namespace sentinel::testing
