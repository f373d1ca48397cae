// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <QStringList>

namespace sentinel::sandbox {

// Real keys, requests and certificates, PEM in and out, by OpenSSL.

struct KeySpec
{
    QString algorithm = QStringLiteral("RSA"); ///< "RSA", "ECDSA", "Ed25519"
    int size = 0; ///< bits; 0: cert-manager's default (2048, 256)
};

struct CertificateSpec
{
    QString commonName{};
    QStringList dnsNames{};
    QStringList ipAddresses{};
    QStringList uris{};
    QStringList emails{};
    QStringList usages{}; ///< cert-manager's words: "server auth", "key encipherment"
    bool isAuthority = false;
    QDateTime notBefore{};
    QDateTime notAfter{};
};

struct SigningPair
{
    QByteArray certificate; ///< empty: the key signs itself
    QByteArray key;
};

[[nodiscard]] Result<QByteArray> makeKey(const KeySpec &spec);
[[nodiscard]] Result<QByteArray> makeCertificateRequest(const CertificateSpec &spec, const QByteArray &key);
/// For the public half of `key`, with a random serial number.
[[nodiscard]] Result<QByteArray> signCertificate(const CertificateSpec &spec, const QByteArray &key, const SigningPair &signer);

struct CertificateFacts
{
    QString commonName;
    QStringList dnsNames;
    QStringList ipAddresses;
    QDateTime notBefore;
    QDateTime notAfter;
    bool isAuthority = false;
    bool signsItself = false;
};

/// Of the first certificate in `pem`.
[[nodiscard]] Result<CertificateFacts> readCertificate(const QByteArray &pem);
[[nodiscard]] bool isPair(const QByteArray &certificate, const QByteArray &key);

} // namespace sentinel::sandbox
