// SPDX-License-Identifier: GPL-3.0-or-later
#include "Servers.h"

#include <QHttpServerRequest>
#include <QJsonDocument>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using sentinel::kube::ClusterAccess;

namespace {

QSslConfiguration tlsWith(const QByteArray &certificate, const QByteArray &key)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(certificate, QSsl::Pem));
    tls.setPrivateKey(QSslKey(key, QSsl::Ec, QSsl::Pem));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Head:
        return "HEAD";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    default:
        return "?";
    }
}

} // namespace

ClusterAccess accessTo(quint16 port, const QByteArray &authority)
{
    return {.context = u"test"_s,
            .server = QUrl(u"https://127.0.0.1:%1"_s.arg(port)),
            .authority = authority,
            .token = "secret-token"};
}

ScriptedServer::ScriptedServer(const Authority &authority, Setup setup)
    : m_tls(new QSslServer)
    , m_authority(authority.certificate())
{
    if (setup.certificate.isEmpty()) {
        const Authority::Issued issued = authority.issue();
        setup.certificate = issued.certificate;
        setup.key = issued.key;
    }
    QSslConfiguration tls = tlsWith(setup.certificate, setup.key);
    if (!setup.isHttp1) {
        tls.setAllowedNextProtocols({"h2", "http/1.1"});
    }
    if (setup.wantsClientCertificate) {
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setCaCertificates({QSslCertificate(authority.certificate(), QSsl::Pem)});
    }
    m_tls->setSslConfiguration(tls);
    m_tls->listen(QHostAddress::LocalHost);
    connect(m_tls, &QSslServer::startedEncryptionHandshake, this, [this] { ++connections; });
    m_http.setMissingHandler(this, [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
        seen.append({.method = methodName(request.method()),
                     .path = request.url().path(QUrl::FullyEncoded),
                     .query = request.query(),
                     .headers = request.headers(),
                     .body = request.body()});
        answer(Seen(seen.last()), responder);
    });
    m_http.bind(m_tls);
}

ClusterAccess ScriptedServer::access() const
{
    return accessTo(port(), m_authority);
}

void reply(QHttpServerResponder &responder, int status, const QByteArray &body,
           const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QHttpHeaders all;
    all.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
    for (const auto &[name, value] : headers) {
        all.append(name, value);
    }
    responder.write(body, all, static_cast<QHttpServerResponder::StatusCode>(status));
}

void reply(QHttpServerResponder &responder, int status, const QJsonObject &body,
           const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    reply(responder, status, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
}

QJsonObject statusObject(int code, const QString &reason, const QString &message, const QJsonObject &details)
{
    return {{u"kind"_s, u"Status"_s}, {u"apiVersion"_s, u"v1"_s}, {u"status"_s, u"Failure"_s}, {u"code"_s, code},
            {u"reason"_s, reason},    {u"message"_s, message},    {u"details"_s, details}};
}

RudeServer::RudeServer(const Authority *authority)
{
    if (authority) {
        const Authority::Issued issued = authority->issue();
        auto tls = std::make_unique<QSslServer>();
        tls->setSslConfiguration(tlsWith(issued.certificate, issued.key));
        m_server = std::move(tls);
        m_authority = authority->certificate();
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    m_server->listen(QHostAddress::LocalHost);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            serve(socket);
        }
    });
}

void RudeServer::serve(QTcpSocket *socket)
{
    if (onConnection) {
        onConnection(socket);
    }
    const auto read = [this, socket, head = std::make_shared<QByteArray>()] {
        head->append(socket->readAll());
        if (const qsizetype end = head->indexOf("\r\n\r\n"); end >= 0) {
            ++requests;
            const QByteArray request = std::exchange(*head, {});
            if (onRequest) {
                onRequest(socket, request);
            }
        }
    };
    connect(socket, &QTcpSocket::readyRead, this, read);
    if (socket->bytesAvailable() > 0) {
        read();
    }
}

ClusterAccess RudeServer::access() const
{
    return accessTo(m_server->serverPort(), m_authority);
}
