// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certs/Certificate.h"
#include "core/kube/Api.h"

#include <QHash>
#include <QMap>

namespace sentinel::certs {

// The kinds, as every supported cert-manager serves them.
[[nodiscard]] kube::ResourceType certificateType();
[[nodiscard]] kube::ResourceType requestType();
[[nodiscard]] kube::ResourceType orderType();
[[nodiscard]] kube::ResourceType challengeType();
[[nodiscard]] kube::ResourceType issuerType();
[[nodiscard]] kube::ResourceType clusterIssuerType();

/// What a Secret shows of itself: certificates, never a key.
struct Shown
{
    std::optional<Served> leaf{};
    std::optional<Served> authority{}; ///< its ca.crt
    QString problem{}; ///< why there is no leaf
    bool operator==(const Shown &) const = default;
};

/// What was seen of certificates and those who make them.
struct Sight
{
    QList<kube::Object> certificates{};
    QList<kube::Object> requests{};
    QList<kube::Object> orders{};
    QList<kube::Object> challenges{};
    QList<kube::Object> issuers{}; ///< of both kinds
    QMap<kube::ObjectName, Shown> secrets{};
    QStringList unseen{}; ///< sentences: what could not be read, and who could
    QMap<kube::ObjectName, QStringList> anchors{}; ///< pods that take a Secret's ca.crt for what they trust
};

/// Reads them; `ns` empty: of every namespace. Unsupported: cert-manager is not installed. Errors of the certificates' list are
/// errors; what else may not be read is said in `unseen`.
[[nodiscard]] Async<Sight> lookAt(kube::ApiPtr api, QString ns, CancelToken cancel);
/// The Secrets of these certificates and of the CAs among the issuers. Keys in them are dropped where they arrive.
[[nodiscard]] Async<QMap<kube::ObjectName, Shown>> readSecrets(kube::ApiPtr api, QList<kube::ObjectName> names,
                                                               CancelToken cancel);
/// Which Secrets the judgement needs.
[[nodiscard]] QList<kube::ObjectName> secretsOf(const Sight &sight);

/// Every certificate, judged at `now`, those in trouble first.
[[nodiscard]] QList<Certificate> judge(const Sight &sight, const QDateTime &now);
[[nodiscard]] QList<Issuer> issuersOf(const Sight &sight);

} // namespace sentinel::certs
