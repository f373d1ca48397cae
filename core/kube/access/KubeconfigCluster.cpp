// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/EnvironmentProxy.h"
#include "core/kube/access/KubeconfigParts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Result<QUrl> serverOf(const KubeconfigEntry &cluster)
{
    const auto written = cluster.text(u"server");
    if (!written) {
        return failure(written);
    }
    if (written->isEmpty()) {
        return cluster.problem(Text::tr("The cluster \"%1\" has no server.").arg(cluster.name));
    }
    // kubectl takes "host:6443" for https as well.
    const QUrl url(written->contains("://"_L1) ? *written : u"https://"_s + *written, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty()) {
        return cluster.problem(
            Text::tr("The server of the cluster \"%1\" is not an address like https://host:6443.").arg(cluster.name), u"server");
    }
    const bool plain = url.scheme() == "http"_L1;
    if (url.scheme() != "https"_L1 && !plain) {
        return cluster.problem(Text::tr("The server of the cluster \"%1\" must be an https address.").arg(cluster.name),
                               u"server");
    }
    if (plain && !isLoopback(url.host())) {
        return cluster.problem(
            Text::tr("The server of the cluster \"%1\" is plain http: only https is spoken with clusters.").arg(cluster.name),
            u"server", Error::Kind::Unsupported);
    }
    return url;
}

/// What the kubeconfig names, else what the environment does, as kubectl has it (core/decisions/0012).
Result<Proxy> proxyOf(const KubeconfigEntry &cluster, const QUrl &server)
{
    const auto written = cluster.text(u"proxy-url");
    if (!written) {
        return failure(written);
    }
    if (written->isEmpty()) {
        return environmentProxy(server, [](const char *name) { return qEnvironmentVariable(name); });
    }
    const auto url = readProxy(*written, u"proxy-url"_s);
    if (!url) {
        return cluster.problem(url.error().detail, u"proxy-url");
    }
    return Proxy{.url = *url};
}

Result<QByteArray> authorityOf(const KubeconfigEntry &cluster, ClusterAccess &access)
{
    auto authority = cluster.content(u"certificate-authority"_s, access.files);
    if (authority && !authority->isEmpty() && !authority->contains("-----BEGIN CERTIFICATE-----")) {
        const QString key
            = cluster.has(u"certificate-authority-data") ? u"certificate-authority-data"_s : u"certificate-authority"_s;
        return cluster.problem(Text::tr("The authority of the cluster \"%1\" holds no PEM certificate.").arg(cluster.name), key);
    }
    return authority;
}

} // namespace

Result<void> readCluster(const KubeconfigEntry &cluster, const Consent &consent, ClusterAccess &access)
{
    const auto insecure = cluster.flag(u"insecure-skip-tls-verify");
    const auto plainBodies = cluster.flag(u"disable-compression");
    const auto serverName = cluster.text(u"tls-server-name");
    const auto server = serverOf(cluster);
    if (!insecure || !plainBodies) {
        return failure(insecure ? plainBodies : insecure);
    }
    if (!serverName) {
        return failure(serverName);
    }
    if (!server) {
        return failure(server);
    }
    const auto proxy = proxyOf(cluster, *server);
    if (!proxy) {
        return failure(proxy);
    }
    auto authority = authorityOf(cluster, access);
    if (!authority) {
        return failure(authority);
    }
    access.server = *server;
    access.tlsServerName = *serverName;
    access.proxy = *proxy;
    access.compression = !*plainBodies;
    if (!*insecure) {
        access.authority = std::move(*authority);
        return {};
    }
    if (!authority->isEmpty()) {
        return cluster.problem(
            Text::tr("The cluster \"%1\" names an authority and asks not to verify its certificate: one or the "
                     "other.")
                .arg(cluster.name),
            u"insecure-skip-tls-verify");
    }
    if (!consent.allows(InsecureWish{.cluster = cluster.name, .server = server->toString()})) {
        return cluster.problem(
            Text::tr("The cluster \"%1\" asks not to verify its certificate, so anybody between could pass for it. Put its "
                     "authority into certificate-authority-data, or allow it knowingly: sentinelctl clusters allow \"%2\".")
                .arg(cluster.name, access.context),
            u"insecure-skip-tls-verify", Error::Kind::Forbidden);
    }
    access.insecure = true;
    return {};
}

} // namespace sentinel::kube
