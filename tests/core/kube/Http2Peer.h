// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Authority.h"
#include "core/kube/access/ClusterAccess.h"

#include <QSslServer>
#include <QTcpSocket>
#include <functional>

/// A server that speaks HTTP/2 frame by frame, so that a test can have it say what no library would.
class Http2Peer : public QObject
{
public:
    explicit Http2Peer(const Authority &authority);

    std::function<void(QTcpSocket *, quint32 stream)> onRequest; ///< its head has come
    bool answersPings = true;
    int connections = 0;
    int requests = 0;
    int pings = 0;

    [[nodiscard]] sentinel::kube::ClusterAccess access() const;
    static void answer(QTcpSocket *socket, quint32 stream, const QByteArray &body, bool isLast = true);
    /// Nothing after `last` was or will be looked at.
    static void goAway(QTcpSocket *socket, quint32 last);

private:
    void serve(QTcpSocket *socket);
    void frame(QTcpSocket *socket, quint8 type, quint8 flags, quint32 stream, const QByteArray &payload);

    QSslServer m_server;
    QByteArray m_authority;
};
