// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"
#include "core/sandbox/delivery/X509.h"

namespace sentinel::testing {

/// An object from JSON with single quotes, which are easier to read in a test.
[[nodiscard]] QJsonObject json(QByteArray text);

/// A CA, and what it signs: real keys and certificates.
class Authority
{
public:
    explicit Authority(const QString &name, const QDateTime &until);

    [[nodiscard]] const QByteArray &certificate() const { return m_pair.certificate; }
    /// A Secret with a certificate for these names, its key and our ca.crt.
    [[nodiscard]] kube::Object secret(const QString &name, const QStringList &dnsNames, const QDateTime &until,
                                      const QString &algorithm = QStringLiteral("ECDSA")) const;
    /// The Secret an issuer signs with.
    [[nodiscard]] kube::Object ownSecret(const QString &name) const;

private:
    sandbox::SigningPair m_pair;
};

/// A Certificate "web" in "shop" for web.example.com, written to Secret "web-tls", by Issuer "ca"; `status` as cert-manager
/// writes it.
[[nodiscard]] kube::Object certificate(const QByteArray &status, const QString &name = QStringLiteral("web"));
[[nodiscard]] kube::Object issuer(bool ready = true, const QByteArray &spec = "'ca':{'secretName':'ca-pair'}");

} // namespace sentinel::testing
