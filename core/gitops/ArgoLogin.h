// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QString>
#include <QUrl>
#include <optional>

namespace sentinel::gitops {

/// What `argocd login` left for one server. Holds a secret: never logged, never written.
struct ArgoLogin
{
    QString server{}; ///< "argocd.example.com:443" as the file has it
    QString rootPath{}; ///< "/argo" where the server is below one; empty: it is not
    QByteArray token{};
    QByteArray authority{}; ///< PEM; empty: what the system trusts
    bool isPlainText = false; ///< http; believed on loopback only
    bool isInsecure = false; ///< its certificate was not verified at login; we always do

    /// "https://argocd.example.com/argo"
    [[nodiscard]] QUrl url() const;
};

/// Where the argocd program keeps its logins: $ARGOCD_CONFIG_DIR, ~/.argocd where there is one, else the person's folder of
/// settings.
[[nodiscard]] QString argoLoginFile();
/// Logins of that file; none when there is no file. Invalid: it is no such file, with its place.
[[nodiscard]] Result<QList<ArgoLogin>> readArgoLogins(const QString &file);
/// The login for the server at this address: same host, port and path. Nothing: none, so no token is ever given to another one.
[[nodiscard]] std::optional<ArgoLogin> loginFor(const QList<ArgoLogin> &logins, const QUrl &url);
/// It can stand in a header: a JWT, or Invalid, which does not repeat it.
[[nodiscard]] Result<QByteArray> argoToken(const QByteArray &given);

} // namespace sentinel::gitops
