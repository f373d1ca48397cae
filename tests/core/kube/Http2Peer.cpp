// SPDX-License-Identifier: GPL-3.0-or-later
#include "Http2Peer.h"

#include "Servers.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QtEndian>

namespace {

constexpr quint8 kData = 0;
constexpr quint8 kHeaders = 1;
constexpr quint8 kSettings = 4;
constexpr quint8 kPing = 6;
constexpr quint8 kGoAway = 7;
constexpr quint8 kAck = 1; // also: the last of a stream
constexpr quint8 kEndHeaders = 4;

QByteArray number(quint32 value)
{
    QByteArray bytes(4, 0);
    qToBigEndian(value, bytes.data());
    return bytes;
}

void send(QTcpSocket *socket, quint8 type, quint8 flags, quint32 stream, const QByteArray &payload = {})
{
    QByteArray head = number(static_cast<quint32>(payload.size())).sliced(1);
    head.append(static_cast<char>(type));
    head.append(static_cast<char>(flags));
    socket->write(head + number(stream) + payload);
    socket->flush();
}

} // namespace

Http2Peer::Http2Peer(const Authority &authority)
    : m_authority(authority.certificate())
{
    const Authority::Issued issued = authority.issue();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(issued.certificate, QSsl::Pem));
    tls.setPrivateKey(QSslKey(issued.key, QSsl::Ec, QSsl::Pem));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setAllowedNextProtocols({"h2"});
    m_server.setSslConfiguration(tls);
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            serve(socket);
        }
    });
}

sentinel::kube::ClusterAccess Http2Peer::access() const
{
    return accessTo(m_server.serverPort(), m_authority);
}

void Http2Peer::answer(QTcpSocket *socket, quint32 stream, const QByteArray &body, bool isLast)
{
    send(socket, kHeaders, kEndHeaders, stream, QByteArray(1, char(0x88))); // ":status 200" of the static table
    send(socket, kData, isLast ? kAck : 0, stream, body);
}

void Http2Peer::goAway(QTcpSocket *socket, quint32 last)
{
    send(socket, kGoAway, 0, 0, number(last) + number(0));
}

void Http2Peer::serve(QTcpSocket *socket)
{
    ++connections;
    send(socket, kSettings, 0, 0);
    const auto read = [this, socket, bytes = std::make_shared<QByteArray>(), isGreeted = std::make_shared<bool>(false)] {
        bytes->append(socket->readAll());
        if (!*isGreeted && bytes->size() >= 24) {
            bytes->remove(0, 24); // "PRI * HTTP/2.0…"
            *isGreeted = true;
        }
        while (*isGreeted && bytes->size() >= 9) {
            const auto size = qFromBigEndian<quint32>((QByteArray(1, 0) + bytes->first(3)).constData());
            if (bytes->size() < 9 + static_cast<qsizetype>(size)) {
                return;
            }
            const auto stream = qFromBigEndian<quint32>(bytes->sliced(5, 4).constData());
            frame(socket, static_cast<quint8>((*bytes)[3]), static_cast<quint8>((*bytes)[4]), stream,
                  bytes->sliced(9, static_cast<qsizetype>(size)));
            bytes->remove(0, 9 + static_cast<qsizetype>(size));
        }
    };
    connect(socket, &QTcpSocket::readyRead, this, read);
    if (socket->bytesAvailable() > 0) {
        read();
    }
}

void Http2Peer::frame(QTcpSocket *socket, quint8 type, quint8 flags, quint32 stream, const QByteArray &payload)
{
    if (type == kSettings && (flags & kAck) == 0) {
        send(socket, kSettings, kAck, 0);
    } else if (type == kPing && (flags & kAck) == 0) {
        ++pings;
        if (answersPings) {
            send(socket, kPing, kAck, 0, payload);
        }
    } else if (type == kHeaders) {
        ++requests;
        if (onRequest) {
            onRequest(socket, stream);
        }
    }
}
