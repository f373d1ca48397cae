// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeProxy.h"

#include <QSslServer>

namespace sentinel::testing {

FakeProxy::FakeProxy(Kind kind, quint16 target, std::optional<QSslConfiguration> tls)
    : m_kind(kind)
    , m_target(target)
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    m_server->listen(QHostAddress::LocalHost);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *client = m_server->nextPendingConnection()) {
            serve(client);
        }
    });
}

void FakeProxy::cut()
{
    for (const QPointer<QTcpSocket> &socket : std::exchange(m_all, {})) {
        if (socket) {
            socket->abort();
        }
    }
}

void FakeProxy::serve(QTcpSocket *client)
{
    ++connections;
    m_all.append(client);
    if (m_kind == Kind::Relay) {
        join(client, QStringLiteral("127.0.0.1"), m_target, {}, {});
        return;
    }
    auto *reader = new QObject(client); // gone once the wish is read
    const auto read = [this, client, begun = std::make_shared<QByteArray>()] {
        begun->append(client->readAll());
        readWish(client, *begun);
    };
    client->setProperty("reader", QVariant::fromValue(reader));
    connect(client, &QTcpSocket::readyRead, reader, read);
    if (client->bytesAvailable() > 0) {
        read();
    }
}

void FakeProxy::readWish(QTcpSocket *client, QByteArray &begun)
{
    m_kind == Kind::Connect ? readConnect(client, begun) : readSocks(client, begun);
}

void FakeProxy::readConnect(QTcpSocket *client, QByteArray &begun)
{
    const qsizetype end = begun.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    heads.append(begun.first(end));
    const QByteArrayList words = begun.first(begun.indexOf("\r\n")).split(' ');
    const bool isKnown = user.isEmpty() || heads.last().contains("Proxy-Authorization: Basic " + user.toBase64());
    asked.append(QString::fromLatin1(words.value(1)));
    if (words.value(0) != "CONNECT" || refuses || !isKnown) {
        client->write(isKnown ? "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
                              : "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    const qsizetype colon = words[1].lastIndexOf(':');
    join(client, QString::fromLatin1(words[1].first(colon)), words[1].sliced(colon + 1).toUShort(), "HTTP/1.1 200 Fine\r\n\r\n",
         "HTTP/1.1 502 No Way\r\nContent-Length: 0\r\n\r\n");
}

void FakeProxy::readSocks(QTcpSocket *client, QByteArray &begun)
{
    const auto byte = [&begun](qsizetype at) { return static_cast<quint8>(begun[at]); };
    if (client->property("greeted").isNull()) {
        if (begun.size() < 2 || begun.size() < 2 + byte(1)) {
            return;
        }
        begun.remove(0, 2 + byte(1));
        client->setProperty("greeted", true);
        client->write(QByteArray("\x05\x00", 2)); // nobody need say who they are
    }
    if (begun.size() < 5) {
        return;
    }
    const int kind = byte(3); // 1: IPv4, 3: a name
    const qsizetype length = kind == 3 ? byte(4) : 4;
    const qsizetype from = kind == 3 ? 5 : 4;
    if (begun.size() < from + length + 2) {
        return;
    }
    const QString host = kind == 3
        ? QString::fromLatin1(begun.sliced(from, length))
        : QHostAddress(static_cast<quint32>(byte(4) << 24 | byte(5) << 16 | byte(6) << 8 | byte(7))).toString();
    const auto port = static_cast<quint16>(byte(from + length) << 8 | byte(from + length + 1));
    asked.append(host + u':' + QString::number(port));
    const QByteArray no("\x05\x05\x00\x01\x00\x00\x00\x00\x00\x00", 10);
    if (refuses) {
        client->write(no);
        return;
    }
    join(client, host, port, QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10), no);
}

void FakeProxy::join(QTcpSocket *client, const QString &host, quint16 port, const QByteArray &yes, const QByteArray &no)
{
    if (auto *reader = client->property("reader").value<QObject *>()) {
        disconnect(client, nullptr, reader, nullptr);
        reader->deleteLater();
    }
    auto *server = new QTcpSocket(client);
    m_all.append(server);
    connect(server, &QTcpSocket::connected, client, [this, client, server, yes] {
        client->write(yes);
        pass(client, server);
        pass(server, client);
    });
    connect(server, &QTcpSocket::errorOccurred, client, [client, server, no](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::ConnectionRefusedError) {
            client->write(no);
        }
        server->deleteLater();
    });
    server->connectToHost(QHostAddress::LocalHost, names.value(host, port));
}

void FakeProxy::pass(QTcpSocket *from, QTcpSocket *to)
{
    const auto move = [this, from, to] {
        const QByteArray bytes = from->readAll();
        if (!m_isFrozen) {
            to->write(bytes);
        }
    };
    connect(from, &QTcpSocket::readyRead, to, move);
    connect(from, &QTcpSocket::disconnected, to, [this, to] {
        if (!m_isFrozen) {
            to->disconnectFromHost();
        }
    });
    if (from->bytesAvailable() > 0) {
        move();
    }
}

} // namespace sentinel::testing
