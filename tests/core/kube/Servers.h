// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Authority.h"
#include "core/kube/access/ClusterAccess.h"

#include <QHttpServer>
#include <QHttpServerResponder>
#include <QJsonObject>
#include <QSslServer>
#include <QUrlQuery>
#include <functional>

/// What a server was asked.
struct Seen
{
    QByteArray method;
    QString path;
    QUrlQuery query;
    QHttpHeaders headers;
    QByteArray body;

    [[nodiscard]] QString asked(const QString &key) const { return query.queryItemValue(key, QUrl::FullyDecoded); }
};

/// An HTTPS server on loopback whose every answer the test writes: HTTP/2 where the client wants it.
class ScriptedServer : public QObject
{
public:
    struct Setup
    {
        QByteArray certificate{}; ///< empty: a good one
        QByteArray key{};
        bool wantsClientCertificate = false;
        bool isHttp1 = false;
    };

    explicit ScriptedServer(const Authority &authority)
        : ScriptedServer(authority, Setup{})
    {
    }
    ScriptedServer(const Authority &authority, Setup setup);

    std::function<void(const Seen &, QHttpServerResponder &)> answer;
    QList<Seen> seen;
    int connections = 0;

    [[nodiscard]] quint16 port() const { return m_tls->serverPort(); }
    [[nodiscard]] sentinel::kube::ClusterAccess access() const;

private:
    QHttpServer m_http;
    QSslServer *m_tls;
    QByteArray m_authority;
};

void reply(QHttpServerResponder &responder, int status, const QByteArray &body,
           const QList<std::pair<QByteArray, QByteArray>> &headers = {});
void reply(QHttpServerResponder &responder, int status, const QJsonObject &body,
           const QList<std::pair<QByteArray, QByteArray>> &headers = {});
[[nodiscard]] QJsonObject statusObject(int code, const QString &reason, const QString &message, const QJsonObject &details = {});

/// A TLS (or plain) server that gets a socket and does with it what no decent server does.
class RudeServer : public QObject
{
public:
    explicit RudeServer(const Authority *authority = nullptr); ///< null: plain TCP

    std::function<void(QTcpSocket *)> onConnection; ///< at once
    std::function<void(QTcpSocket *, const QByteArray &)> onRequest; ///< once a whole request head is there
    int requests = 0;

    [[nodiscard]] sentinel::kube::ClusterAccess access() const;

private:
    void serve(QTcpSocket *socket);

    std::unique_ptr<QTcpServer> m_server;
    QByteArray m_authority;
};

/// An access to `port` on loopback that trusts `authority`.
[[nodiscard]] sentinel::kube::ClusterAccess accessTo(quint16 port, const QByteArray &authority);
