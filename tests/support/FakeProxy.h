// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <memory>
#include <optional>

namespace sentinel::testing {

/// A proxy on loopback that can refuse, be slow to hear, and go silent in the middle: what it passes on and who asked is noted.
class FakeProxy : public QObject
{
public:
    enum class Kind {
        Relay, ///< passes everything to one port, like a wire
        Connect, ///< HTTP CONNECT
        Socks5, ///< with names looked up here
    };

    /// `target`: where a Relay leads. `tls`: the proxy itself speaks TLS (https proxies).
    explicit FakeProxy(Kind kind, quint16 target = 0, std::optional<QSslConfiguration> tls = {});

    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }

    QByteArray user; ///< "name:password" it asks for; empty: nobody need say
    bool refuses = false; ///< says no to every wish
    QHash<QString, quint16> names; ///< names it knows, all on loopback
    QStringList asked; ///< "host:port" of each wish
    QByteArrayList heads; ///< of CONNECT requests, whole
    int connections = 0;

    /// From now on nothing passes, in either direction, though every connection stays: a network that vanished.
    void freeze() { m_isFrozen = true; }
    void thaw() { m_isFrozen = false; } ///< for new connections only
    /// Ends every connection.
    void cut();

private:
    void serve(QTcpSocket *client);
    void readWish(QTcpSocket *client, QByteArray &begun);
    void readConnect(QTcpSocket *client, QByteArray &begun);
    void readSocks(QTcpSocket *client, QByteArray &begun);
    void join(QTcpSocket *client, const QString &host, quint16 port, const QByteArray &yes, const QByteArray &no);
    void pass(QTcpSocket *from, QTcpSocket *to);

    Kind m_kind;
    quint16 m_target;
    std::unique_ptr<QTcpServer> m_server;
    bool m_isFrozen = false;
    QList<QPointer<QTcpSocket>> m_all;
};

} // namespace sentinel::testing
