// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/delivery/DeliveryWorld.h"
#include "core/sandbox/delivery/X509.h"
#include "core/sandbox/workloads/WorkQueue.h"

namespace sentinel::sandbox {

/// cert-manager's issuers: says whether an Issuer or ClusterIssuer is ready, and what it signs with. Self-signed and CA issuers
/// are real; for ACME, Vault and Venafi, which lie outside, a throw-away CA of this cluster stands in, and the condition says so.
class IssuerController
{
public:
    explicit IssuerController(DeliveryWorld &world);
    ~IssuerController();
    IssuerController(const IssuerController &) = delete;
    IssuerController &operator=(const IssuerController &) = delete;

    /// What an issuer signs with. `certificate` and `key` empty: the requester's own key (self-signed).
    struct Signer
    {
        SigningPair pair;
        bool isSelfSigned = false;
        Duration takes{}; ///< cluster time from request to certificate
    };
    /// NotFound: the Secret of a CA issuer is missing; Invalid: it holds no CA, or the issuer's spec is wrong. cert-manager's
    /// words.
    [[nodiscard]] Result<Signer> signerOf(const QJsonObject &issuer);

private:
    void observe(const Change &change);
    void reconcile(const Key &key);
    [[nodiscard]] Result<Signer> authorityOf(const QJsonObject &issuer) const;
    [[nodiscard]] const SigningPair &standIn();
    void keepAccountKey(const QJsonObject &issuer);

    DeliveryWorld &m_world;
    WorkQueue m_queue;
    SigningPair m_standIn; ///< made when first needed
    int m_listener = 0;
};

/// Where the Secrets of a cluster-scoped issuer lie.
[[nodiscard]] QString secretNamespaceOf(const QJsonObject &issuer);
/// The namespace cert-manager lives in.
void seedCertManager(Store &store);

} // namespace sentinel::sandbox
