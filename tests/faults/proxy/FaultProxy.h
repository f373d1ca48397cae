// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/proxy/Hall.h"
#include "tests/faults/proxy/RawTunnel.h"

#include <QThread>

namespace sentinel::testing {

/// A thread with an event loop, and an object of type T that lives there.
template <typename T>
class OnThread
{
public:
    template <typename... Arguments>
    explicit OnThread(Arguments &&...arguments)
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        run([&] { m_object = new T(std::forward<Arguments>(arguments)...); });
    }
    ~OnThread()
    {
        run([this] { delete m_object; });
        m_thread.quit();
        m_thread.wait();
    }
    OnThread(const OnThread &) = delete;
    OnThread &operator=(const OnThread &) = delete;

    /// On that thread, while this one waits.
    void run(const std::function<void()> &work) { QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection); }
    [[nodiscard]] T &object() { return *m_object; }

private:
    QThread m_thread;
    QObject m_context;
    T *m_object = nullptr;
};

/// Between a client and an API server, on a thread of its own: ends TLS with an authority of its own, speaks HTTP/1.1 and HTTP/2
/// with the client and HTTP/1.1 with the server, and does to each exchange what `Setup::faults` says.
class FaultProxy
{
public:
    explicit FaultProxy(Hall::Setup setup)
        : m_access(setup.server)
        , m_hall(std::move(setup))
    {
        m_access.server = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_hall.object().serverPort()));
        m_access.tlsServerName.clear();
        m_access.authority = m_hall.object().authority();
        // Certificates of clients end here; who the client is says its token, or else the proxy's own certificate.
        m_access.certificate.clear();
        m_access.key.clear();
    }

    [[nodiscard]] const kube::ClusterAccess &access() const { return m_access; }
    void calm()
    {
        m_hall.run([this] { m_hall.object().calm(); });
    }
    void slamAll()
    {
        m_hall.run([this] { m_hall.object().slamAll(); });
    }
    void renew()
    {
        m_hall.run([this] { m_hall.object().renew(); });
    }
    [[nodiscard]] Tally tally()
    {
        Tally copy;
        m_hall.run([&] { copy = m_hall.object().tally(); });
        return copy;
    }

private:
    kube::ClusterAccess m_access;
    OnThread<Hall> m_hall;
};

/// The same for bytes: TLS goes through from end to end.
class RawProxy
{
public:
    explicit RawProxy(RawTunnel::Setup setup)
        : m_access(setup.server)
        , m_tunnel(std::move(setup))
    {
        if (m_access.tlsServerName.isEmpty()) {
            m_access.tlsServerName = m_access.server.host();
        }
        m_access.server = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_tunnel.object().serverPort()));
        if (m_access.tlsServerName == m_access.server.host()) {
            m_access.tlsServerName.clear();
        }
    }

    [[nodiscard]] const kube::ClusterAccess &access() const { return m_access; }
    void calm()
    {
        m_tunnel.run([this] { m_tunnel.object().calm(); });
    }
    [[nodiscard]] int connections()
    {
        int count = 0;
        m_tunnel.run([&] { count = m_tunnel.object().connections(); });
        return count;
    }

private:
    kube::ClusterAccess m_access;
    OnThread<RawTunnel> m_tunnel;
};

} // namespace sentinel::testing
