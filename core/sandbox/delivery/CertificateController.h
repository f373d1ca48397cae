// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/delivery/CertificateState.h"
#include "core/sandbox/delivery/IssuerController.h"

#include <QHash>

namespace sentinel::sandbox {

/// cert-manager's certificates: a Certificate becomes a request, the request a real X.509 certificate in a Secret, and it is
/// renewed when its time comes by the cluster's clock.
class CertificateController
{
public:
    CertificateController(DeliveryWorld &world, IssuerController &issuers);
    ~CertificateController();
    CertificateController(const CertificateController &) = delete;
    CertificateController &operator=(const CertificateController &) = delete;

    using Selects = std::function<bool(const QJsonObject &certificate)>;
    /// A fault: the certificates chosen are replaced by ones that end in `left` (same key, same signer), and their renewals are
    /// refused until `letRenew`. How many were hit; one that has no Secret yet is not.
    int expireSoon(const Selects &selects, Duration left);
    /// Renewals go through again, at once where one is due.
    void letRenew(const Selects &selects);

private:
    void observe(const Change &change);
    void reconcile(const Key &key);
    void lookAtUsersOf(const QJsonObject &issuer);

    [[nodiscard]] bool mustWait(const Key &key, const QJsonObject &certificate);
    void beginIssuing(const QJsonObject &certificate, const Judgement &need);
    void issue(const Key &key, const QJsonObject &certificate);
    [[nodiscard]] Result<QByteArray> nextKey(const QJsonObject &certificate);
    [[nodiscard]] std::optional<QJsonObject> requestOf(const QJsonObject &certificate, const QByteArray &privateKey);
    void finish(const QJsonObject &certificate, const QJsonObject &request, const IssuerController::Signer &signer,
                const QByteArray &privateKey);
    void refuse(const QJsonObject &certificate, const QJsonObject &request, const QString &sentence);
    void sayPending(const QJsonObject &request, const QString &sentence);
    void dropOldRequests(const QJsonObject &certificate, qint64 revision);
    void writeReady(const Key &key, const QJsonObject &certificate);
    [[nodiscard]] std::optional<QJsonObject> issuerOf(const QJsonObject &certificate) const;
    [[nodiscard]] std::optional<QJsonObject> secretOf(const QJsonObject &certificate) const;
    void setStatus(const QJsonObject &certificate, const std::function<void(QJsonObject &)> &change);

    DeliveryWorld &m_world;
    IssuerController &m_issuers;
    WorkQueue m_queue;
    QSet<Key> m_refused;
    int m_listener = 0;
};

} // namespace sentinel::sandbox
