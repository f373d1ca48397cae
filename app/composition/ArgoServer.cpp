// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/ArgoServer.h"
#include "app/composition/Clusters.h"
#include "core/base/SafeText.h"
#include "core/gitops/ArgoLogin.h"
#include "core/kube/HttpApi.h"
#include "core/kube/actions/ServiceProxy.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArgoServer)
};

/// It only tells more: nobody waits for it as long as for the cluster.
constexpr std::chrono::seconds kPatience{8};
constexpr std::chrono::seconds kConnect{4};

QString doing()
{
    return Text::tr("finding Argo CD's server");
}

kube::HttpOptions patient()
{
    kube::HttpOptions options;
    options.connectDeadline = kConnect;
    options.requestDeadline = kPatience;
    return options;
}

kube::ResourceType configMaps()
{
    return {.group = {}, .version = u"v1"_s, .kind = u"ConfigMap"_s, .plural = u"configmaps"_s};
}

/// Where Argo CD itself runs.
QString homeOf(const kube::Object &application)
{
    const QString home = application[u"status"][u"controllerNamespace"].toString();
    return home.isEmpty() ? application[u"metadata"][u"namespace"].toString() : home;
}

Result<QUrl> addressOf(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isLoopback = QHostAddress(url.host()).isLoopback() || url.host() == u"localhost";
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()
        || (url.scheme() != u"https" && !(url.scheme() == u"http" && isLoopback))) {
        return failure(Error::Kind::Invalid, doing(),
                       Text::tr("\"%1\" is no address of an Argo CD: it begins with https:// and a host.").arg(plainLine(text)));
    }
    return url;
}

/// With what is remembered for this very address, or the token that was given for it.
Result<gitops::ArgoServer> directly(const QUrl &url, const ArgoServerWish &wish)
{
    const auto logins = gitops::readArgoLogins(gitops::argoLoginFile());
    if (!logins && wish.token.isEmpty()) {
        return failure(logins);
    }
    const auto login = gitops::loginFor(logins.value_or(QList<gitops::ArgoLogin>()), url);
    if (!login && wish.token.isEmpty()) {
        return failure(Error::Kind::NotFound, doing(),
                       Text::tr("There is no login for %1; \"argocd login %2\" makes one.").arg(url.toString(), url.authority()));
    }
    const auto token = gitops::argoToken(wish.token.isEmpty() ? login->token : wish.token);
    if (!token) {
        return failure(token);
    }
    kube::ClusterAccess access{.server = url, .token = *token};
    if (login) {
        access.authority = login->authority;
    }
    return gitops::ArgoServer{.api = std::make_shared<kube::HttpApi>(access, patient()), .address = url.authority() + url.path()};
}

[[nodiscard]] Async<gitops::ArgoServer> byName(ClusterConnection connection, ArgoServerWish wish, QString home,
                                               CancelToken cancel)
{
    const auto settings = co_await connection.api->get(configMaps(), {.ns = home, .name = u"argocd-cm"_s}, cancel);
    if (!settings) {
        co_return failure(settings.error().kind, doing(), settings.error().detail);
    }
    const QString told = (*settings)[u"data"][u"url"].toString();
    if (told.isEmpty()) {
        co_return failure(Error::Kind::NotFound, doing(), Text::tr("Argo CD in %1 names no address of its server.").arg(home));
    }
    const auto url = addressOf(told);
    if (!url) {
        co_return failure(url);
    }
    wish.token.clear(); // given for a server that somebody named, not for one a cluster names
    co_return directly(*url, wish);
}

[[nodiscard]] Async<gitops::ArgoServer> byAddress(ArgoServerWish wish)
{
    const auto url = addressOf(wish.where);
    if (!url) {
        co_return failure(url);
    }
    co_return directly(*url, wish);
}

/// The API server takes our own token off, so this one goes as the cookie the web interface has.
[[nodiscard]] Async<gitops::ArgoServer> byProxy(ClusterConnection connection, ArgoServerWish wish, QString home,
                                                CancelToken cancel)
{
    const auto token = gitops::argoToken(wish.token);
    if (!token) {
        co_return failure(Error::Kind::NotFound, doing(),
                          Text::tr("Through the API server a token has to be given: ARGOCD_AUTH_TOKEN holds none."));
    }
    const auto settings = co_await connection.api->get(configMaps(), {.ns = home, .name = u"argocd-cmd-params-cm"_s}, cancel);
    const bool isPlain = settings && (*settings)[u"data"][u"server.insecure"].toString() == u"true";
    const kube::ServicePort port{
        .ns = home, .service = u"argocd-server"_s, .port = isPlain ? u"http"_s : u"https"_s, .tls = !isPlain};
    const auto prefix = kube::proxyPath(port, u"/"_s);
    if (!prefix) {
        co_return failure(prefix);
    }
    const auto consent = knownClusters().consent();
    kube::HttpOptions options = patient();
    options.gate = {.host = pluginHost(false), .consent = consent};
    options.headers = {"Cookie: argocd.token=" + *token};
    co_return gitops::ArgoServer{.api = std::make_shared<kube::HttpApi>(connection.access, options),
                                 .prefix = prefix->chopped(1),
                                 .address = u"argocd-server."_s + home};
}

[[nodiscard]] Async<gitops::ArgoServer> found(ClusterConnection connection, ArgoServerWish wish, QString home, CancelToken cancel)
{
    if (wish.where == u"auto") {
        return byName(std::move(connection), std::move(wish), std::move(home), std::move(cancel));
    }
    if (wish.where == u"proxy") {
        return byProxy(std::move(connection), std::move(wish), std::move(home), std::move(cancel));
    }
    return byAddress(std::move(wish));
}

} // namespace

ArgoServerWish argoServerWish()
{
    return {.where = qEnvironmentVariable("SENTINEL_ARGOCD_SERVER", u"auto"_s), .token = qgetenv("ARGOCD_AUTH_TOKEN")};
}

Async<gitops::ArgoServer> argoServer(ClusterConnection connection, ArgoServerWish wish, kube::Object application,
                                     CancelToken cancel)
{
    if (wish.where == u"off" || connection.rehearsal) {
        co_return failure(Error::Kind::Unsupported, doing(), Text::tr("Argo CD's server is not asked here."));
    }
    const QString home = homeOf(application);
    if (const auto known = wish.known->constFind(home); known != wish.known->constEnd()) {
        co_return *known;
    }
    auto server = co_await found(connection, wish, home, cancel);
    if (server) {
        wish.known->insert(home, *server);
    }
    co_return server;
}

} // namespace sentinel::composition
