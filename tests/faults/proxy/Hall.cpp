// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/proxy/Hall.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QUrlQuery>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

QSslConfiguration tlsOf(const Authority &authority, bool offersHttp2)
{
    const Authority::Issued issued = authority.issue();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(issued.certificate, QSsl::Pem));
    tls.setPrivateKey(QSslKey(issued.key, QSsl::Ec, QSsl::Pem));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setAllowedNextProtocols(offersHttp2 ? QList<QByteArray>{"h2", "http/1.1"} : QList<QByteArray>{"http/1.1"});
    return tls;
}

QSslConfiguration tlsTo(const kube::ClusterAccess &server)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(server.authority, QSsl::Pem));
    tls.setAllowedNextProtocols({"http/1.1"});
    if (!server.certificate.isEmpty()) {
        tls.setLocalCertificate(QSslCertificate(server.certificate, QSsl::Pem));
        QSslKey key(server.key, QSsl::Ec, QSsl::Pem);
        tls.setPrivateKey(key.isNull() ? QSslKey(server.key, QSsl::Rsa, QSsl::Pem) : key);
    }
    return tls;
}

} // namespace

Hall::Hall(Setup setup)
    : m_setup(std::move(setup))
    , m_tls(tlsOf(m_authority, m_setup.offersHttp2))
    , m_strangerTls(tlsOf(m_stranger, m_setup.offersHttp2))
    , m_upstreamTls(tlsTo(m_setup.server))
{
    listen(QHostAddress::LocalHost);
}

Hall::~Hall()
{
    qDeleteAll(std::exchange(m_links, {}));
}

void Hall::calm()
{
    m_isCalm = true;
    const QSet<Link *> links = m_links;
    for (Link *link : links) {
        if (m_links.contains(link)) {
            link->endHanging();
        }
    }
}

void Hall::slamAll()
{
    const QSet<Link *> links = m_links;
    for (Link *link : links) {
        if (m_links.contains(link)) {
            link->slam();
        }
    }
}

void Hall::renew()
{
    m_tls = tlsOf(m_authority, m_setup.offersHttp2);
}

Fault Hall::faultFor(const Asked &asked, bool isHttp2)
{
    if (asked.isWatch()) {
        ++m_tally.watches;
        const QByteArray version = QUrlQuery(QString::fromLatin1(asked.target.mid(asked.target.indexOf('?') + 1)))
                                       .queryItemValue(u"resourceVersion"_s)
                                       .toLatin1();
        if (!version.isEmpty() && !asked.isStreamedList()) {
            m_versions.append(version);
        }
    }
    if (m_isCalm || !m_setup.faults) {
        return {};
    }
    const Fault fault = m_setup.faults(asked, isHttp2);
    if (fault.kind != Fault::Kind::None) {
        ++m_tally.faults[wordOf(fault.kind)];
    }
    return fault;
}

/// The one that a watch began with before one began with `version`; itself when there is none.
QByteArray Hall::versionBefore(const QByteArray &version) const
{
    QByteArray before = version;
    for (const QByteArray &each : m_versions) {
        if (each.toLongLong() < version.toLongLong()) {
            before = each;
        }
    }
    return before;
}

QSslSocket *Hall::newUpstream(QObject *parent)
{
    auto *socket = new QSslSocket(parent);
    socket->setSslConfiguration(m_upstreamTls);
    const QUrl &server = m_setup.server.server;
    const QString name = m_setup.server.tlsServerName.isEmpty() ? server.host() : m_setup.server.tlsServerName;
    socket->connectToHostEncrypted(server.host(), static_cast<quint16>(server.port(443)), name);
    return socket;
}

void Hall::forget(Link *link)
{
    if (m_links.remove(link)) {
        link->deleteLater();
    }
}

void Hall::incomingConnection(qintptr descriptor)
{
    const Greeting greeting = m_setup.greetings && !m_isCalm ? m_setup.greetings(m_tally.connections) : Greeting{};
    ++m_tally.connections;
    if (greeting.kind != Greeting::Kind::None) {
        ++m_tally.faults[u"greeting "_s + wordOf(greeting.kind)];
    }
    switch (greeting.kind) {
    case Greeting::Kind::Closed:
    case Greeting::Kind::ClosedAfterHello:
    case Greeting::Kind::ClosedInsideHello:
        return rudely(descriptor, greeting.kind);
    case Greeting::Kind::NewLeaf:
        renew();
        break;
    case Greeting::Kind::None:
    case Greeting::Kind::Stranger:
        break;
    }
    const bool isStranger = greeting.kind == Greeting::Kind::Stranger;
    auto *socket = new QSslSocket(this);
    socket->setSslConfiguration(isStranger ? m_strangerTls : m_tls);
    if (!socket->setSocketDescriptor(descriptor)) {
        socket->deleteLater();
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QSslSocket::encrypted, this, [this, socket, isStranger] { greet(socket, isStranger); });
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    socket->startServerEncryption();
}

void Hall::greet(QSslSocket *socket, bool isStranger)
{
    if (isStranger) {
        // With TLS 1.3 our side is done before the client has judged the certificate: what counts is whether it says anything.
        connect(socket, &QSslSocket::readyRead, this, [this] { ++m_tally.trustedStranger; });
        return;
    }
    disconnect(socket, &QSslSocket::disconnected, socket, nullptr);
    const bool isHttp2 = socket->sslConfiguration().nextNegotiatedProtocol() == "h2";
    m_tally.http2 += isHttp2 ? 1 : 0;
    Link *link = isHttp2 ? static_cast<Link *>(new Http2Link(socket, *this)) : new Http1Link(socket, *this);
    m_links.insert(link);
    if (socket->bytesAvailable() > 0) {
        Q_EMIT socket->readyRead();
    }
}

void Hall::rudely(qintptr descriptor, Greeting::Kind kind)
{
    if (kind == Greeting::Kind::Closed) {
        resetOnClose(descriptor);
        ::close(static_cast<int>(descriptor));
        return;
    }
    auto *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, socket, [socket, kind] {
        socket->readAll();
        if (kind == Greeting::Kind::ClosedInsideHello) {
            // A record that announces 122 bytes of a server's hello and brings four.
            socket->write(QByteArray::fromHex("160303007a02000076"));
        }
        socket->disconnectFromHost();
    });
}

} // namespace sentinel::testing
