// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kube/access/ExecPlugin.h"

#include <QByteArray>
#include <QString>
#include <QUrl>
#include <functional>
#include <optional>

namespace sentinel::kube {

/// Whom the server shall take us for instead.
struct Impersonation
{
    QString user{}; ///< empty: nobody, and so are the rest
    QString uid{};
    QStringList groups{};
    QList<std::pair<QString, QStringList>> extra{};

    [[nodiscard]] bool isNobody() const { return user.isEmpty(); }
    bool operator==(const Impersonation &) const = default;
};

/// What the connections to a server go through.
struct Proxy
{
    QUrl url{}; ///< http, https or socks5, perhaps with a user and a password; empty: none
    QString variable{}; ///< "HTTPS_PROXY", where the environment named it and not the kubeconfig

    [[nodiscard]] bool isNone() const { return url.isEmpty(); }
    [[nodiscard]] QString shown() const { return url.toString(QUrl::RemoveUserInfo); }
    bool operator==(const Proxy &) const = default;
};

/// Where a cluster is and who we are there: one context of a kubeconfig, its files read. Holds secrets: never logged.
struct ClusterAccess
{
    QString context{}; ///< names in the kubeconfig
    QString cluster{};
    QString user{};
    QString ns = QStringLiteral("default"); ///< of the context: where a namespaced object without a namespace goes
    QUrl server{}; ///< https; http on loopback only. May have a path ("https://rancher/k8s/clusters/c-1")
    QString tlsServerName{}; ///< the name asked for and verified, where it is not the host of `server`
    QByteArray authority{}; ///< PEM; the only certificates trusted. Empty: those of the system
    QByteArray certificate{}; ///< PEM of the client's certificate; with `key` or not at all
    QByteArray key{};
    QByteArray token{};
    QString tokenFile{}; ///< absolute; read again every minute, wins over `token`
    bool compression = true;
    bool insecure = false; ///< the certificate is not verified: the person allowed it
    Proxy proxy{};
    QByteArray userName{}; ///< with `password`, for what stands before the cluster
    QByteArray password{};
    Impersonation as{};
    std::optional<ExecPlugin> plugin{}; ///< only where nothing else says who we are
    QStringList files{}; ///< all this was read from, certificates too
    std::function<Result<ClusterAccess>()> reread{}; ///< the same context as the files tell it now; empty: it never changes

    /// "eu-1.example.com:6443": the server as sentences name it.
    [[nodiscard]] QString host() const { return server.authority(); }
    /// Nothing a request is made of differs.
    [[nodiscard]] bool saysTheSame(const ClusterAccess &other) const
    {
        return sharesConnections(other) && ns == other.ns && token == other.token && tokenFile == other.tokenFile
            && compression == other.compression && userName == other.userName && password == other.password && as == other.as
            && plugin == other.plugin;
    }
    /// A connection made for one may serve the other: same server, same trust, same certificate of ours.
    [[nodiscard]] bool sharesConnections(const ClusterAccess &other) const
    {
        return isSameServer(other) && certificate == other.certificate && key == other.key;
    }
    /// Resource versions of one mean something to the other.
    [[nodiscard]] bool isSameServer(const ClusterAccess &other) const
    {
        return server == other.server && tlsServerName == other.tlsServerName && authority == other.authority
            && insecure == other.insecure && proxy == other.proxy;
    }
};

} // namespace sentinel::kube
