// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

using SSL_CTX = struct ssl_ctx_st;

namespace sentinel::kube {

/// What the server showed at the last handshake, so that a refusal can name what is wrong with it. On the transport's thread.
struct PeerCertificate
{
    int problem = 0; ///< X509_V_ERR_…; 0: the chain is good
    QString subject{}; ///< of the certificate with the problem, else of the server's
    QString issuer{};
    QDateTime notBefore{};
    QDateTime notAfter{};
    QStringList names{}; ///< the server's: DNS names and addresses
    bool isSeen = false;

    /// Why it is not trusted, as a sentence; `host` is the name that was asked for.
    [[nodiscard]] QString complaint(const QString &host) const;
};

/// Lets `context` note what it sees in `noted`, which outlives its connections. The decision stays OpenSSL's.
void watchHandshakes(SSL_CTX *context, PeerCertificate *noted);

} // namespace sentinel::kube
