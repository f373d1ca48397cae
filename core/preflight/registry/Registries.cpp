// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/registry/Registries.h"

#include "core/base/Files.h"
#include "core/base/SafeText.h"
#include "core/kube/transport/Transport.h"
#include "core/preflight/registry/Challenge.h"
#include "core/preflight/registry/ImageName.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostToken = 64 * 1024;
/// Every form an image's description has, one platform or several; what is not named may be answered with 404.
constexpr auto kAccept
    = "Accept: application/vnd.oci.image.index.v1+json, application/vnd.docker.distribution.manifest.list.v2+json, "
      "application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json";

QByteArray systemAuthorities()
{
    for (const QString &path :
         {u"/etc/ssl/certs/ca-certificates.crt"_s, u"/etc/pki/tls/certs/ca-bundle.crt"_s, u"/etc/ssl/ca-bundle.pem"_s}) {
        if (const auto text = readFile(path)) {
            return *text;
        }
    }
    return {};
}

QString doingFor(const QString &image)
{
    return Text::tr("asking for the image %1").arg(image);
}

/// What is shared by the questions of one look. On one thread.
class RegistryDesk
{
public:
    explicit RegistryDesk(RegistryOptions options)
        : m_options(std::move(options))
    {
    }
    [[nodiscard]] const RegistryOptions &options() const { return m_options; }

    /// One more question at work, or its place in the queue. Whoever came in goes out by `leave`.
    [[nodiscard]] Promise<void> enter()
    {
        Promise<void> turn;
        if (m_running < m_options.atOnce) {
            ++m_running;
            turn.keep({});
        } else {
            m_queue.append(turn);
        }
        return turn;
    }
    void leave()
    {
        if (m_queue.isEmpty()) {
            --m_running;
        } else {
            m_queue.takeFirst().keep({});
        }
    }
    /// Connections to "https://registry.example.com:5000". Invalid: the environment names no proxy that is one.
    [[nodiscard]] Result<std::shared_ptr<kube::Transport>> transport(const QUrl &server)
    {
        const QString place = server.toString();
        if (const auto known = m_transports.value(place)) {
            return known;
        }
        const auto proxy = kube::environmentProxy(server, m_options.environment);
        if (!proxy) {
            return failure(proxy);
        }
        kube::ClusterAccess access{.server = server, .authority = authorityFor(server)};
        access.compression = false;
        access.proxy = *proxy;
        const auto made = std::make_shared<kube::Transport>(std::move(access),
                                                            kube::TransportOptions{.userAgent = m_options.userAgent,
                                                                                   .connectDeadline = m_options.connectDeadline,
                                                                                   .packing = kube::Packing::Never});
        m_transports.insert(place, made);
        return made;
    }
    QHash<QString, QByteArray> signedAs; ///< by registry and repository: the Authorization that was let in

private:
    /// Empty: the system's alone.
    [[nodiscard]] QByteArray authorityFor(const QUrl &server) const
    {
        QByteArray own = m_options.authority;
        for (const QString &folder : m_options.authorityFolders) {
            const QDir place(folder + u'/' + server.authority());
            const QStringList names = place.entryList({u"*.crt"_s}, QDir::Files, QDir::Name);
            for (const QString &name : names) {
                own += readFile(place.filePath(name)).value_or(QByteArray()) + '\n';
            }
        }
        return own.isEmpty() ? own : own + '\n' + systemAuthorities();
    }

    RegistryOptions m_options;
    QHash<QString, std::shared_ptr<kube::Transport>> m_transports;
    QList<Promise<void>> m_queue;
    int m_running = 0;
};
using DeskPtr = std::shared_ptr<RegistryDesk>;

[[nodiscard]] Async<kube::HttpAnswer> send(DeskPtr desk, QUrl server, kube::HttpRequest request, CancelToken cancel)
{
    const auto transport = desk->transport(server);
    if (!transport) {
        co_return failure(transport);
    }
    request.deadline = desk->options().deadline;
    co_return co_await kube::exchange(*transport, std::move(request), {}, cancel);
}

[[nodiscard]] Async<kube::HttpAnswer> askManifest(DeskPtr desk, ImageName name, QByteArray authorization, CancelToken cancel)
{
    kube::HttpRequest request{.method = "HEAD"};
    request.target = u"/v2/%1/manifests/%2"_s.arg(name.repository, name.reference).toLatin1();
    request.headers = {kAccept};
    request.reading = kube::HttpRequest::Reading::Bytes;
    if (!authorization.isEmpty()) {
        request.headers.append("Authorization: " + authorization);
    }
    co_return co_await send(desk, QUrl(u"https://"_s + name.host()), request, cancel);
}

/// A token as a header may carry it; empty: the answer has none.
QByteArray tokenIn(const kube::HttpAnswer &answer)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    const QString told = json[u"token"].toString(json[u"access_token"].toString());
    const QByteArray token = told.toLatin1();
    const bool sane = token.size() <= kMostToken && std::ranges::all_of(token, [](char one) { return one > ' ' && one < 127; });
    return sane ? token : QByteArray();
}

[[nodiscard]] Async<QByteArray> fetchToken(DeskPtr desk, ImageName name, Challenge challenge, Login login, CancelToken cancel)
{
    const QString doing = Text::tr("signing in at %1").arg(name.registry);
    const bool safe = challenge.realm.scheme() == "https"_L1
        || (challenge.realm.scheme() == "http"_L1 && kube::isLoopback(challenge.realm.host()));
    if (!safe) {
        co_return failure(
            Error::Kind::Unsupported, doing,
            Text::tr("It sends to %1 to sign in, where the way is not encrypted.").arg(plainLine(challenge.realm.host())));
    }
    const QString scope = u"repository:%1:pull"_s.arg(name.repository);
    kube::HttpRequest request{.target = tokenTarget(challenge, scope)};
    request.reading = kube::HttpRequest::Reading::Bytes;
    if (!login.identityToken.isEmpty()) {
        request.method = "POST";
        request.target = challenge.realm.path(QUrl::FullyEncoded).toLatin1();
        request.headers = {"Content-Type: application/x-www-form-urlencoded"};
        request.body = tokenForm(challenge, scope, login);
    } else if (!login.isNobody()) {
        request.headers = {"Authorization: " + basicOf(login)};
    }
    QUrl server = challenge.realm;
    server.setPath({});
    server.setQuery(QString());
    server.setUserInfo({});
    server.setFragment({});
    const auto answer = co_await send(desk, server, request, cancel);
    if (!answer) {
        co_return failure(answer);
    }
    if (!answer->isGood()) {
        co_return failure(answer->status == 429 ? Error::Kind::RateLimited : Error::Kind::Unauthorized, doing,
                          Text::tr("%1 gives no token (%2).").arg(plainLine(server.host())).arg(answer->status));
    }
    const QByteArray token = tokenIn(*answer);
    if (token.isEmpty()) {
        co_return failure(Error::Kind::Unsupported, doing, Text::tr("%1 answers without a token.").arg(plainLine(server.host())));
    }
    co_return token;
}

/// What to say at the door, where the registry asked for something.
[[nodiscard]] Async<QByteArray> signIn(DeskPtr desk, ImageName name, Challenge challenge, CancelToken cancel)
{
    const auto login = co_await findLogin(name.registry, name.repository, desk->options().loginFiles, cancel);
    if (!login) {
        co_return failure(login);
    }
    if (challenge.kind == Challenge::Kind::Bearer) {
        const auto token = co_await fetchToken(desk, name, challenge, *login, cancel);
        co_return token ? Result<QByteArray>("Bearer " + *token) : failure(token);
    }
    const QString doing = Text::tr("signing in at %1").arg(name.registry);
    if (challenge.kind != Challenge::Kind::Basic) {
        co_return failure(Error::Kind::Unsupported, doing, Text::tr("It asks for a way to sign in that is not known here."));
    }
    if (login->user.isEmpty()) {
        co_return failure(Error::Kind::Unauthorized, doing,
                          Text::tr("It wants a login, and none is kept for it (podman login %1).").arg(name.registry));
    }
    co_return basicOf(*login);
}

Result<bool> judge(const kube::HttpAnswer &answer, const QString &image, const QString &registry)
{
    switch (answer.status) {
    case 200:
        return true;
    case 404:
        return false;
    case 401:
    case 403:
        // Of a repository that is not there, too: who may not see it is not told.
        return failure(
            answer.status == 401 ? Error::Kind::Unauthorized : Error::Kind::Forbidden, doingFor(image),
            Text::tr("%1 does not show it to you (%2); it may lack it, or want another login.").arg(registry).arg(answer.status));
    case 429: {
        const QString wait = plainLine(QString::fromLatin1(answer.header("retry-after")));
        return failure(Error::Kind::RateLimited, doingFor(image),
                       wait.isEmpty() ? Text::tr("%1 has been asked too often (429).").arg(registry)
                                      : Text::tr("%1 has been asked too often (429); again in %2 s.").arg(registry, wait));
    }
    default:
        return failure(answer.status >= 500 ? Error::Kind::Internal : Error::Kind::Unsupported, doingFor(image),
                       Text::tr("%1 answers with %2.").arg(registry).arg(answer.status));
    }
}

[[nodiscard]] Async<bool> askSigned(DeskPtr desk, ImageName name, QString image, CancelToken cancel)
{
    const QString key = name.registry + u' ' + name.repository;
    auto answer = co_await askManifest(desk, name, desk->signedAs.value(key), cancel);
    if (answer && answer->status == 401) {
        const auto authorization = co_await signIn(desk, name, challengeIn(answer->header("www-authenticate")), cancel);
        if (!authorization) {
            co_return failure(authorization);
        }
        desk->signedAs.insert(key, *authorization);
        answer = co_await askManifest(desk, name, *authorization, cancel);
    }
    if (!answer) {
        Error error = answer.error();
        error.doing = doingFor(image);
        error.detail = Text::tr("%1: %2").arg(name.registry, plainLine(error.detail));
        co_return failure(error);
    }
    co_return judge(*answer, image, name.registry);
}

[[nodiscard]] Async<bool> askInTurn(DeskPtr desk, QString image, CancelToken cancel)
{
    const auto name = imageNamed(image);
    if (!name) {
        co_return failure(Error::Kind::Invalid, doingFor(image), Text::tr("That is no name of an image."));
    }
    const Promise<void> turn = desk->enter();
    std::ignore = co_await turn.answer();
    auto answer = co_await askSigned(desk, *name, image, cancel);
    desk->leave();
    co_return answer;
}

} // namespace

RegistryOptions usualRegistryOptions()
{
    const QString home = QDir::homePath();
    RegistryOptions options{.loginFiles = usualLoginFiles()};
    options.authorityFolders = {home + u"/.config/containers/certs.d"_s, u"/etc/containers/certs.d"_s,
                                home + u"/.docker/certs.d"_s, u"/etc/docker/certs.d"_s};
    options.environment = [](const char *name) { return qEnvironmentVariable(name); };
    options.userAgent = "sentinel-console";
    return options;
}

HasImage registries(RegistryOptions options)
{
    const auto desk = std::make_shared<RegistryDesk>(std::move(options));
    return [desk](QString image, CancelToken cancel) { return askInTurn(desk, std::move(image), std::move(cancel)); };
}

} // namespace sentinel::preflight
