// SPDX-License-Identifier: GPL-3.0-or-later
// The fault "expiring certificate": real certificates with a near end, and a signer that refuses the next ones.
#include "core/sandbox/Types.h"
#include "core/sandbox/delivery/CertificateController.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

int CertificateController::expireSoon(const Selects &selects, Duration left)
{
    int hit = 0;
    const QDateTime now = m_world.clock.now();
    const QList<QJsonObject> certificates = m_world.store.list(kinds::certificate());
    for (const QJsonObject &certificate : certificates) {
        const std::optional<QJsonObject> secret = selects(certificate) ? secretOf(certificate) : std::nullopt;
        const std::optional<QJsonObject> issuer = issuerOf(certificate);
        const Result<IssuerController::Signer> signer = secret && issuer ? m_issuers.signerOf(*issuer) : failure({});
        if (!signer) {
            continue;
        }
        const QByteArray key = secretPart(*secret, u"tls.key");
        CertificateSpec spec = certificateSpecOf(certificate, now);
        spec.notAfter = now.addMSecs(left.count());
        spec.notBefore = spec.notAfter.addMSecs(-now.msecsTo(certificateSpecOf(certificate, now).notAfter));
        const SigningPair pair = signer->isSelfSigned ? SigningPair{.certificate = {}, .key = key} : signer->pair;
        const Result<QByteArray> leaf = signCertificate(spec, key, pair);
        if (!leaf) {
            continue;
        }
        m_refused.insert({.ns = namespaceOf(certificate), .name = nameOf(certificate)});
        const QByteArray authority = signer->isSelfSigned ? *leaf : pair.certificate;
        if (m_world.apply(kinds::secret(), secretObject(certificate, *leaf, key, authority),
                          u"cert-manager-certificates-issuing"_s, true)) {
            ++hit;
        }
    }
    return hit;
}

void CertificateController::letRenew(const Selects &selects)
{
    const QList<QJsonObject> certificates = m_world.store.list(kinds::certificate());
    for (const QJsonObject &certificate : certificates) {
        const Key key{.ns = namespaceOf(certificate), .name = nameOf(certificate)};
        if (!selects(certificate) || !m_refused.remove(key)) {
            continue;
        }
        setStatus(certificate, [](QJsonObject &object) {
            drop(object, {u"status", u"lastFailureTime"});
            drop(object, {u"status", u"failedIssuanceAttempts"});
        });
        m_queue.add(key);
    }
}

} // namespace sentinel::sandbox
