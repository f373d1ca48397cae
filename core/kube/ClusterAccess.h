// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace sentinel::kube {

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

    /// "eu-1.example.com:6443": the server as sentences name it.
    [[nodiscard]] QString host() const { return server.authority(); }
};

} // namespace sentinel::kube
