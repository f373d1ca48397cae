// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

namespace sentinel::certs {

/// A certificate as it stands in a Secret: its public half only. Strings are plain text.
struct Served
{
    QString subject{}; ///< common name, else the whole subject
    QString issuer{};
    QStringList names{}; ///< DNS names, addresses, URIs
    QDateTime notBefore{};
    QDateTime notAfter{};
    QString keyAlgorithm{}; ///< "RSA", "ECDSA", "Ed25519"
    int keySize = 0; ///< bits
    QString serial{}; ///< hexadecimal
    QByteArray fingerprint{}; ///< SHA-256, hexadecimal
    bool isAuthority = false;
    QByteArray der{}; ///< for `isSignedBy`

    bool operator==(const Served &) const = default;
};

/// The first certificate in `pem`. Invalid when there is none in it.
[[nodiscard]] Result<Served> readServed(const QByteArray &pem);
/// Whether the key of `authority` made the signature of `leaf`.
[[nodiscard]] bool isSignedBy(const Served &leaf, const Served &authority);

} // namespace sentinel::certs
