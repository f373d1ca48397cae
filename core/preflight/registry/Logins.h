// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"

#include <QStringList>

namespace sentinel::preflight {

/// Who we are at a registry. Holds a secret: never logged, never shown.
struct Login
{
    QByteArray user{};
    QByteArray password{};
    QByteArray identityToken{}; ///< in place of a password: OAuth2 takes it

    [[nodiscard]] bool isNobody() const { return user.isEmpty() && identityToken.isEmpty(); }
};

/// The files podman and docker keep logins in, in the order podman looks: REGISTRY_AUTH_FILE, the runtime folder, the home.
[[nodiscard]] QStringList usualLoginFiles();

/// The login for an image's registry and repository, the nearest entry first: `auths` by repository and host, `credHelpers`,
/// `credsStore`. A helper is run without a shell, the host on its input. Nobody where no file names one. Errors: Invalid (a file
/// that is no JSON, a helper's name that is none, what it wrote), NotFound (no such helper), Timeout, Cancelled.
[[nodiscard]] Async<Login> findLogin(QString registry, QString repository, QStringList files, CancelToken cancel);

} // namespace sentinel::preflight
