// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"
#include "core/sandbox/delivery/X509.h"

#include <QJsonObject>
#include <optional>

namespace sentinel::sandbox {

// A Certificate beside its Secret, as values: what cert-manager's policies say.

struct Judgement
{
    QString reason; ///< "DoesNotExist", "Renewing", …; empty: nothing to do
    QString message;
    [[nodiscard]] bool isFine() const { return reason.isEmpty(); }
};

[[nodiscard]] QString issuerKindOf(const QJsonObject &certificate); ///< "Issuer", "ClusterIssuer"
[[nodiscard]] CertificateSpec certificateSpecOf(const QJsonObject &certificate, const QDateTime &now);
[[nodiscard]] KeySpec keySpecOf(const QJsonObject &certificate);
/// When the certificate is due to be renewed.
[[nodiscard]] QDateTime renewalTimeOf(const QJsonObject &certificate, const CertificateFacts &facts);

/// Why the Secret does not serve the Certificate: the condition Ready.
[[nodiscard]] Judgement readiness(const QJsonObject &certificate, const std::optional<QJsonObject> &secret, const QDateTime &now);
/// Why it must be issued anew: the above, or the time has come.
[[nodiscard]] Judgement needOfIssuing(const QJsonObject &certificate, const std::optional<QJsonObject> &secret,
                                      const QDateTime &now);

[[nodiscard]] QByteArray secretPart(const QJsonObject &secret, QStringView key);
/// The Secret a Certificate gets.
[[nodiscard]] QJsonObject secretObject(const QJsonObject &certificate, const QByteArray &chain, const QByteArray &key,
                                       const QByteArray &authority);

} // namespace sentinel::sandbox
