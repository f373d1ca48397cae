// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/preflight/registry/Logins.h"

#include <QUrl>

namespace sentinel::preflight {

/// What a registry asks for before it answers: the WWW-Authenticate of its 401.
struct Challenge
{
    enum class Kind { None, Basic, Bearer, Other };
    Kind kind = Kind::None;
    QUrl realm{}; ///< of Bearer: where tokens are given out
    QString service{};
    QString scope{}; ///< "repository:library/redis:pull"
};
[[nodiscard]] Challenge challengeIn(const QByteArray &header);

/// "Basic dXNlcjpw…"
[[nodiscard]] QByteArray basicOf(const Login &login);

/// Path and query that ask the realm for a token of this scope.
[[nodiscard]] QByteArray tokenTarget(const Challenge &challenge, const QString &fallbackScope);
/// The body that changes an identity token into one.
[[nodiscard]] QByteArray tokenForm(const Challenge &challenge, const QString &fallbackScope, const Login &login);

} // namespace sentinel::preflight
