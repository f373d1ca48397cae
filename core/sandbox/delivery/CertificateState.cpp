// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/CertificateState.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/delivery/Objects.h"
#include "core/sandbox/workloads/Json.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr Duration kUsualDuration = std::chrono::hours(90 * 24);
constexpr Duration kLeastDuration = std::chrono::hours(1);

QStringList textsAt(const QJsonObject &object, Path path)
{
    QStringList texts;
    const QJsonArray list = listAt(object, path);
    for (const QJsonValue &item : list) {
        texts.append(item.toString());
    }
    return texts;
}

Duration durationAt(const QJsonObject &object, Path path, Duration fallback)
{
    const Result<Duration> duration = parseDuration(textAt(object, path));
    return duration ? *duration : fallback;
}

bool isSame(const QStringList &left, const QStringList &right)
{
    return QSet(left.begin(), left.end()) == QSet(right.begin(), right.end());
}

/// Fields of the spec the certificate in the Secret does not fit.
QStringList changedFields(const QJsonObject &certificate, const CertificateFacts &facts)
{
    QStringList fields;
    if (!isSame(textsAt(certificate, {u"spec", u"dnsNames"}), facts.dnsNames)) {
        fields.append(u"spec.dnsNames"_s);
    }
    if (!isSame(textsAt(certificate, {u"spec", u"ipAddresses"}), facts.ipAddresses)) {
        fields.append(u"spec.ipAddresses"_s);
    }
    if (textAt(certificate, {u"spec", u"commonName"}).left(64) != facts.commonName) {
        fields.append(u"spec.commonName"_s);
    }
    if (flagAt(certificate, {u"spec", u"isCA"}) != facts.isAuthority) {
        fields.append(u"spec.isCA"_s);
    }
    return fields;
}

} // namespace

QString issuerKindOf(const QJsonObject &certificate)
{
    const QString kind = textAt(certificate, {u"spec", u"issuerRef", u"kind"});
    return kind.isEmpty() ? u"Issuer"_s : kind;
}

QByteArray secretPart(const QJsonObject &secret, QStringView key)
{
    return QByteArray::fromBase64(textAt(secret, {u"data", key}).toLatin1());
}

CertificateSpec certificateSpecOf(const QJsonObject &certificate, const QDateTime &now)
{
    const Duration duration = std::max(kLeastDuration, durationAt(certificate, {u"spec", u"duration"}, kUsualDuration));
    return {.commonName = textAt(certificate, {u"spec", u"commonName"}),
            .dnsNames = textsAt(certificate, {u"spec", u"dnsNames"}),
            .ipAddresses = textsAt(certificate, {u"spec", u"ipAddresses"}),
            .uris = textsAt(certificate, {u"spec", u"uris"}),
            .emails = textsAt(certificate, {u"spec", u"emailAddresses"}),
            .usages = textsAt(certificate, {u"spec", u"usages"}),
            .isAuthority = flagAt(certificate, {u"spec", u"isCA"}),
            .notBefore = now,
            .notAfter = now.addMSecs(duration.count())};
}

KeySpec keySpecOf(const QJsonObject &certificate)
{
    const QString algorithm = textAt(certificate, {u"spec", u"privateKey", u"algorithm"});
    return {.algorithm = algorithm.isEmpty() ? u"RSA"_s : algorithm,
            .size = static_cast<int>(numberAt(certificate, {u"spec", u"privateKey", u"size"}))};
}

QDateTime renewalTimeOf(const QJsonObject &certificate, const CertificateFacts &facts)
{
    const Duration life(facts.notBefore.msecsTo(facts.notAfter));
    Duration before = durationAt(certificate, {u"spec", u"renewBefore"}, Duration::zero());
    if (const qint64 percent = numberAt(certificate, {u"spec", u"renewBeforePercentage"}); percent > 0 && percent < 100) {
        before = life * percent / 100;
    }
    if (before <= Duration::zero() || before >= life) {
        before = life / 3;
    }
    return facts.notAfter.addMSecs(-before.count());
}

Judgement readiness(const QJsonObject &certificate, const std::optional<QJsonObject> &secret, const QDateTime &now)
{
    if (!secret) {
        return {u"DoesNotExist"_s, u"Issuing certificate as Secret does not exist"_s};
    }
    const QByteArray chain = secretPart(*secret, u"tls.crt");
    const QByteArray key = secretPart(*secret, u"tls.key");
    if (key.isEmpty() || chain.isEmpty()) {
        return {u"MissingData"_s,
                key.isEmpty() ? u"Issuing certificate as Secret does not contain a private key"_s
                              : u"Issuing certificate as Secret does not contain a certificate"_s};
    }
    const Result<CertificateFacts> facts = readCertificate(chain);
    if (!facts) {
        return {u"InvalidCertificate"_s, u"Issuing certificate as Secret contains an invalid certificate"_s};
    }
    if (!isPair(chain, key)) {
        return {u"InvalidKeyPair"_s, u"Issuing certificate as Secret contains an invalid key-pair"_s};
    }
    const QString owner = annotationOf(*secret, u"cert-manager.io/certificate-name");
    if (!owner.isEmpty() && owner != nameOf(certificate)) {
        return {u"IncorrectCertificate"_s,
                u"Secret was issued for \"%1\". If this message is not transient, you might have two "
                "conflicting Certificates pointing to the same secret."_s.arg(owner)};
    }
    const QString issuer = annotationOf(*secret, u"cert-manager.io/issuer-name");
    const QString kind = annotationOf(*secret, u"cert-manager.io/issuer-kind");
    if (issuer != textAt(certificate, {u"spec", u"issuerRef", u"name"}) || kind != issuerKindOf(certificate)) {
        return {u"IncorrectIssuer"_s, u"Issuing certificate as Secret was previously issued by \"%1/%2\""_s.arg(kind, issuer)};
    }
    if (const QStringList fields = changedFields(certificate, *facts); !fields.isEmpty()) {
        return {u"SecretMismatch"_s,
                u"Issuing certificate as Existing issued Secret is not up to date for spec: [%1]"_s.arg(fields.join(u' '))};
    }
    if (now >= facts->notAfter) {
        return {u"Expired"_s, u"Certificate expired on %1"_s.arg(timestamp(facts->notAfter))};
    }
    return {};
}

Judgement needOfIssuing(const QJsonObject &certificate, const std::optional<QJsonObject> &secret, const QDateTime &now)
{
    const Judgement unready = readiness(certificate, secret, now);
    if (!unready.isFine()) {
        return unready;
    }
    const Result<CertificateFacts> facts = readCertificate(secretPart(*secret, u"tls.crt"));
    const QDateTime due = renewalTimeOf(certificate, *facts);
    if (now >= due) {
        return {u"Renewing"_s, u"Renewing certificate as renewal was scheduled at %1"_s.arg(timestamp(due))};
    }
    return {};
}

QJsonObject secretObject(const QJsonObject &certificate, const QByteArray &chain, const QByteArray &key,
                         const QByteArray &authority)
{
    const QString name = textAt(certificate, {u"spec", u"secretName"});
    QJsonObject annotations = objectAt(certificate, {u"spec", u"secretTemplate", u"annotations"});
    const QString group = textAt(certificate, {u"spec", u"issuerRef", u"group"});
    annotations.insert(u"cert-manager.io/certificate-name"_s, nameOf(certificate));
    annotations.insert(u"cert-manager.io/issuer-name"_s, textAt(certificate, {u"spec", u"issuerRef", u"name"}));
    annotations.insert(u"cert-manager.io/issuer-kind"_s, issuerKindOf(certificate));
    annotations.insert(u"cert-manager.io/issuer-group"_s, group.isEmpty() ? u"cert-manager.io"_s : group);
    annotations.insert(u"cert-manager.io/common-name"_s, textAt(certificate, {u"spec", u"commonName"}));
    annotations.insert(u"cert-manager.io/alt-names"_s, textsAt(certificate, {u"spec", u"dnsNames"}).join(u','));
    annotations.insert(u"cert-manager.io/ip-sans"_s, textsAt(certificate, {u"spec", u"ipAddresses"}).join(u','));
    annotations.insert(u"cert-manager.io/uri-sans"_s, textsAt(certificate, {u"spec", u"uris"}).join(u','));
    QJsonObject labels = objectAt(certificate, {u"spec", u"secretTemplate", u"labels"});
    labels.insert(u"controller.cert-manager.io/fao"_s, u"true"_s);
    const auto base64 = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); };
    return {
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Secret"_s},
        {u"metadata"_s,
         QJsonObject{{u"name"_s, name},
                     {u"namespace"_s, namespaceOf(certificate)},
                     {u"annotations"_s, annotations},
                     {u"labels"_s, labels}}},
        {u"type"_s, u"kubernetes.io/tls"_s},
        {u"data"_s, QJsonObject{{u"tls.crt"_s, base64(chain)}, {u"tls.key"_s, base64(key)}, {u"ca.crt"_s, base64(authority)}}}};
}

} // namespace sentinel::sandbox
