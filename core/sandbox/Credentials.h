// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QByteArray>

namespace sentinel::sandbox {

/// What a rehearsal cluster proves itself with and lets people in with: made anew at each start, kept in memory only. ECDSA
/// P-256.
struct Credentials
{
    QByteArray authority; ///< PEM: the certificate everything here is signed by
    QByteArray serverCertificate; ///< PEM, for 127.0.0.1, ::1 and localhost
    QByteArray serverKey; ///< PEM
    QByteArray clientCertificate; ///< PEM: CN=rehearsal-admin, O=system:masters
    QByteArray clientKey; ///< PEM
    QByteArray token; ///< 256 random bits, base64url
};

/// Internal: OpenSSL would not.
[[nodiscard]] Result<Credentials> makeCredentials(const Clock &clock);

} // namespace sentinel::sandbox
