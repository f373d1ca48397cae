// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Access.h"
#include "core/sandbox/Credentials.h"
#include "core/sandbox/Faults.h"
#include "core/sandbox/Registry.h"
#include "core/sandbox/Streams.h"

#include <QHttpServer>
#include <QObject>
#include <QSslCertificate>
#include <memory>
#include <unordered_map>

class QSslServer;
class QSslSocket;

namespace sentinel::sandbox {

/// The API server's HTTPS door on loopback: lets in, waits and refuses as `Faults` say, and hands each request to whoever
/// answers it. HTTP/1.1: each watch has a connection of its own, so a client that leaves is noticed at once.
class Front : public QObject
{
    Q_OBJECT

public:
    /// Answers one path below /rehearsal/v1/; `call.path` is what follows that.
    using Own = std::function<Answer(const Call &)>;

    Front(Registry &registry, Streams &streams, Access &access, Faults &faults, const Credentials &credentials);
    ~Front() override;

    /// Port 0: any free one. Unreachable: the port is taken.
    [[nodiscard]] Result<quint16> listen(quint16 port);
    /// `prefix` is the first step ("speed", "scenarios").
    void own(const QString &prefix, Own answer) { m_own.insert(prefix, std::move(answer)); }

private:
    void connectionMade(QSslSocket *socket);
    void request(const QHttpServerRequest &request, QHttpServerResponder &responder);
    void answer(Call call, const User &user, QHttpServerResponder &&responder, quint16 connection);
    [[nodiscard]] std::optional<User> userOf(const QHttpServerRequest &request) const;
    /// Whom an admin asks to be for this request (`kubectl --as`); a refusal for others, and for what is not known here.
    [[nodiscard]] Outcome<User> actingFor(const User &user, const QHttpServerRequest &request) const;
    [[nodiscard]] Answer plain(const Call &call, const User &user);

    Registry &m_registry;
    Streams &m_streams;
    Access &m_access;
    Faults &m_faults;
    Credentials m_credentials;
    QSslCertificate m_adminCertificate;
    QHash<QString, Own> m_own;
    QHash<quint16, QSslSocket *> m_sockets; ///< by the client's port
    std::unique_ptr<QHttpServer> m_http;
    /// Answers that wait; gone before the server they belong to.
    std::unordered_map<int, QHttpServerResponder> m_delayed;
    int m_lastDelayed = 0;
};

} // namespace sentinel::sandbox
