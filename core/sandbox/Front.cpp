// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Front.h"

#include "core/sandbox/Discovery.h"
#include "core/sandbox/OpenApi.h"

#include <QHostAddress>
#include <QHttpHeaders>
#include <QHttpServerWebSocketUpgradeResponse>
#include <QLoggingCategory>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr auto kOwnPaths = "/rehearsal/v1/"_L1;
constexpr int kWaitingConnections = 1024;

QSslConfiguration configurationOf(const Credentials &credentials)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(credentials.serverCertificate, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(credentials.serverKey, QSsl::Ec, QSsl::Pem));
    configuration.setCaCertificates(QSslCertificate::fromData(credentials.authority, QSsl::Pem));
    // A client certificate is asked for, not needed. Which one it is, is looked at for each request.
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setAllowedNextProtocols({"http/1.1"});
    return configuration;
}

QByteArray methodOf(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Head:
        return "GET"; // Qt leaves the body away
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    default:
        return "UNKNOWN";
    }
}

Call callOf(const QHttpServerRequest &request)
{
    const QHttpHeaders &headers = request.headers();
    const auto header = [&headers](QHttpHeaders::WellKnownHeader name) { return headers.value(name).toByteArray(); };
    return {.method = methodOf(request.method()),
            .path = request.url().path(QUrl::FullyDecoded),
            .query = request.query(),
            .body = request.body(),
            .contentType = header(QHttpHeaders::WellKnownHeader::ContentType).split(';').constFirst().trimmed().toLower(),
            .accept = headers.combinedValue(QHttpHeaders::WellKnownHeader::Accept),
            .userAgent = QString::fromUtf8(header(QHttpHeaders::WellKnownHeader::UserAgent))};
}

/// Compared without telling by its time how much of it was right.
bool isSame(const QByteArray &given, const QByteArray &wanted)
{
    uchar difference = given.size() == wanted.size() ? 0 : 1;
    for (qsizetype i = 0; i < given.size() && i < wanted.size(); ++i) {
        difference |= static_cast<uchar>(given[i]) ^ static_cast<uchar>(wanted[i]);
    }
    return difference == 0;
}

} // namespace

Front::Front(Registry &registry, Streams &streams, Access &access, Faults &faults, const Credentials &credentials)
    : m_registry(registry)
    , m_streams(streams)
    , m_access(access)
    , m_faults(faults)
    , m_credentials(credentials)
    , m_adminCertificate(credentials.clientCertificate, QSsl::Pem)
{
}

Front::~Front()
{
    m_delayed.clear();
    m_http.reset(); // its sockets still tell us that they go
}

Result<quint16> Front::listen(quint16 port)
{
    // It warns of each watch that ends without last words and of each exec that is refused, which are both meant to be.
    QLoggingCategory::setFilterRules(u"qt.httpserver.http1handler.warning=false"_s);
    m_http = std::make_unique<QHttpServer>();
    m_http->setMissingHandler(
        this, [this](const QHttpServerRequest &asked, QHttpServerResponder &responder) { request(asked, responder); });
    // exec, attach and port-forward come as WebSockets first; refused, kubectl asks again in the old way and gets a Status.
    m_http->addWebSocketUpgradeVerifier(this, [this](const QHttpServerRequest &asked) {
        // Qt's refusal has no length, so only the end of the connection ends it.
        if (QSslSocket *socket = m_sockets.value(asked.remotePort())) {
            QMetaObject::invokeMethod(socket, &QSslSocket::disconnectFromHost, Qt::QueuedConnection);
        }
        return QHttpServerWebSocketUpgradeResponse::deny(501, "the rehearsal cluster runs no containers");
    });
    // Without a receiver Qt hangs up before it asks the verifier. None comes this far.
    connect(m_http.get(), &QAbstractHttpServer::newWebSocketConnection, this, [] { });
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configurationOf(m_credentials));
    // A client that opens all its watches at once fills Qt's queue of 50; the kernel then lets a connection that looks made wait
    // for longer than any client does.
    server->setListenBacklogSize(kWaitingConnections);
    // Beyond this number of handshakes at a time, 30 by itself, Qt would take no more until one is through.
    server->setMaxPendingConnections(kWaitingConnections);
    connect(server.get(), &QSslServer::startedEncryptionHandshake, this, [this](QSslSocket *socket) {
        // An event sent in two pieces would wait for the client's delayed acknowledgement of the first: 40 ms.
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connectionMade(socket);
    });
    if (!server->listen(QHostAddress::LocalHost, port)) {
        return failure(Error::Kind::Unreachable, u"opening the rehearsal cluster's port"_s,
                       port == 0 ? server->errorString() : u"Port %1 on 127.0.0.1: %2"_s.arg(port).arg(server->errorString()));
    }
    const quint16 opened = server->serverPort();
    if (!m_http->bind(server.get())) {
        return failure(Error::Kind::Internal, u"opening the rehearsal cluster's port"_s, u"the HTTP server would not take it"_s);
    }
    server.release(); // the HTTP server owns it now
    return opened;
}

void Front::connectionMade(QSslSocket *socket)
{
    const quint16 port = socket->peerPort();
    m_sockets.insert(port, socket);
    connect(socket, &QObject::destroyed, this, [this, port, socket] {
        m_sockets.removeIf([port, socket](const auto &entry) { return entry.key() == port && entry.value() == socket; });
    });
    // Queued: a write to a connection that breaks may be what noticed it, in the middle of telling every watch.
    connect(socket, &QSslSocket::disconnected, this, [this, port] { m_streams.close(port); }, Qt::QueuedConnection);
}

std::optional<User> Front::userOf(const QHttpServerRequest &request) const
{
    const QByteArray header = request.headers().value(QHttpHeaders::WellKnownHeader::Authorization).toByteArray();
    if (header.startsWith("Bearer ")) {
        const QByteArray token = header.mid(7).trimmed();
        if (isSame(token, m_credentials.token)) {
            return User{.name = u"rehearsal-admin"_s, .groups = {u"system:masters"_s, u"system:authenticated"_s}};
        }
        return m_access.userOf(token);
    }
    // TLS has made sure that the peer has the key of the certificate it shows; there is one that counts.
    const QSslCertificate shown = request.sslConfiguration().peerCertificate();
    if (!shown.isNull() && shown == m_adminCertificate) {
        return User{.name = u"rehearsal-admin"_s, .groups = {u"system:masters"_s, u"system:authenticated"_s}};
    }
    return {};
}

Outcome<User> Front::actingFor(const User &user, const QHttpServerRequest &request) const
{
    const QHttpHeaders &headers = request.headers();
    const auto forbidden
        = [](const QString &message) { return refuse({.code = 403, .reason = u"Forbidden"_s, .message = message}); };
    if (!headers.contains("Impersonate-User"_L1)) {
        return headers.contains("Impersonate-Group"_L1) || headers.contains("Impersonate-Uid"_L1)
            ? refuse(problems::badRequest(u"a group or a UID is impersonated with a user only"_s))
            : Outcome<User>(user);
    }
    const QString name = QString::fromUtf8(headers.value("Impersonate-User"_L1));
    if (!user.groups.contains("system:masters"_L1)) {
        return forbidden(u"users \"%1\" is forbidden: User \"%2\" cannot impersonate resource \"users\" in API group \"\" at the "
                         "cluster scope"_s.arg(name, user.name));
    }
    User acting{.name = name, .groups = {u"system:authenticated"_s}};
    for (const QByteArray &group : headers.values("Impersonate-Group"_L1)) {
        acting.groups.append(QString::fromUtf8(group));
    }
    return acting;
}

void Front::request(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const std::optional<User> shown = userOf(request);
    if (!shown) {
        send(responder, answerOf(problems::unauthorized()));
        return;
    }
    const Outcome<User> user = actingFor(*shown, request);
    if (!user) {
        send(responder, answerOf(user.error()));
        return;
    }
    Call call = callOf(request);
    const quint16 connection = request.remotePort();
    const bool isOwn = call.path.startsWith(kOwnPaths);
    if (!isOwn && m_faults.refusesNow()) {
        send(responder, answerOf(problems::tooMany(m_faults.retryAfterSeconds())));
        return;
    }
    if (isOwn || m_faults.delay() == Duration::zero()) {
        answer(std::move(call), *user, std::move(responder), connection);
        return;
    }
    // The wall's time: a slow API is slow for the people who wait, however fast the cluster's clock runs.
    const int id = ++m_lastDelayed;
    m_delayed.emplace(id, std::move(responder));
    QTimer::singleShot(m_faults.delay(), this, [this, call, user, id, connection] {
        auto kept = m_delayed.extract(id);
        answer(call, *user, std::move(kept.mapped()), connection);
    });
}

Answer Front::plain(const Call &call, const User &user)
{
    if (call.path.startsWith(kOwnPaths)) {
        const auto found = m_own.constFind(call.path.mid(kOwnPaths.size()).section(u'/', 0, 0));
        if (found == m_own.constEnd() || !user.groups.contains("system:masters"_L1)) {
            return answerOf(problems::noSuchPath());
        }
        Call below = call;
        below.path = call.path.mid(kOwnPaths.size());
        return (*found)(below);
    }
    if (auto reviewed = review(call, user, m_access)) {
        return *reviewed;
    }
    if (call.path == "/version"_L1) {
        return {.object = versionObject()};
    }
    for (const auto path : {"/healthz"_L1, "/readyz"_L1, "/livez"_L1}) {
        if (call.path == path || call.path.startsWith(path + "/"_L1)) {
            return {.bytes = "ok", .contentType = "text/plain; charset=utf-8"};
        }
    }
    if (auto described = openApi(call)) {
        return *described;
    }
    if (auto found = discovery(call)) {
        return *found;
    }
    return answerOf(problems::noSuchPath());
}

void Front::answer(Call call, const User &user, QHttpServerResponder &&responder, quint16 connection)
{
    const auto objects = resolved(call);
    if (!objects) {
        send(responder, plain(call, user));
        return;
    }
    call = *objects;
    if (const auto refusal = m_access.refusal(user, call)) {
        send(responder, answerOf(*refusal));
        return;
    }
    const bool isGet = call.method == "GET";
    if (isGet && call.subresource.isEmpty() && call.isSet("watch"_L1)) {
        m_streams.watch(call, std::move(responder), connection);
    } else if (isGet && call.type->resource() == "pods"_L1 && call.subresource == "log"_L1) {
        m_streams.log(call, std::move(responder), connection);
    } else {
        send(responder, m_registry.handle(call));
    }
}

} // namespace sentinel::sandbox
