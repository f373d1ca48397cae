// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/ClusterAccess.h"
#include "tests/core/kube/Authority.h"
#include "tests/faults/proxy/Fault.h"
#include "tests/faults/proxy/Link.h"

#include <QMap>
#include <QSet>
#include <QSslConfiguration>
#include <QTcpServer>

namespace sentinel::testing {

/// What happened so far.
struct Tally
{
    QMap<QString, int> faults; ///< by their word; greetings with "greeting " before it
    int requests = 0;
    int watches = 0;
    int connections = 0;
    int http2 = 0; ///< of the connections
    int trustedStranger = 0; ///< connections that went on past a certificate they must refuse
};

/// Where the clients of a fault proxy come in. Lives on the proxy's thread, like everything it leads to.
class Hall : public QTcpServer
{
public:
    struct Setup
    {
        kube::ClusterAccess server; ///< the proxy's own way there
        bool offersHttp2 = true;
        std::function<Fault(const Asked &, bool isHttp2)> faults; ///< asked for each request; on the proxy's thread
        std::function<Greeting(int connection)> greetings;
    };
    explicit Hall(Setup setup);
    ~Hall() override;

    [[nodiscard]] QByteArray authority() const { return m_authority.certificate(); }
    [[nodiscard]] const Tally &tally() const { return m_tally; }
    /// No more faults; what hangs is broken off. Frozen connections stay as they are: it is the client who has to notice.
    void calm();
    void slamAll();
    void renew(); ///< a new certificate of the same authority for connections to come

    // --- for links and exchanges
    [[nodiscard]] int nextNumber() { return m_tally.requests++; }
    [[nodiscard]] Fault faultFor(const Asked &asked, bool isHttp2);
    [[nodiscard]] QByteArray versionBefore(const QByteArray &version) const;
    [[nodiscard]] QSslSocket *newUpstream(QObject *parent);
    [[nodiscard]] QByteArray upstreamHost() const { return m_setup.server.host().toLatin1(); }
    void forget(Link *link);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void greet(QSslSocket *socket, bool isStranger);
    void rudely(qintptr descriptor, Greeting::Kind kind);

    Setup m_setup;
    Authority m_authority{QStringLiteral("fault-proxy-ca")};
    Authority m_stranger{QStringLiteral("fault-proxy-ca")}; // the same name, another key: only the signature tells
    QSslConfiguration m_tls;
    QSslConfiguration m_strangerTls;
    QSslConfiguration m_upstreamTls;
    QSet<Link *> m_links;
    QList<QByteArray> m_versions; ///< watches began with these
    Tally m_tally;
    bool m_isCalm = false;
};

/// Closing this socket later sends a reset.
void resetOnClose(qintptr descriptor);

} // namespace sentinel::testing
