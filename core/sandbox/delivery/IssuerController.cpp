// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/IssuerController.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/Types.h"
#include "core/sandbox/delivery/Objects.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr Duration kSigningHere = std::chrono::seconds(1);
constexpr Duration kSigningOutside = std::chrono::seconds(3);
constexpr auto kKinds = {u"selfSigned", u"ca", u"acme", u"vault", u"venafi"};

QByteArray secretBytes(const QJsonObject &secret, QStringView key)
{
    return QByteArray::fromBase64(textAt(secret, {u"data", key}).toLatin1());
}

/// The one block of the spec that says what signs; empty when there is none or more than one.
QString kindOf(const QJsonObject &issuer)
{
    QString found;
    const QJsonObject spec = issuer[u"spec"].toObject();
    for (const QStringView kind : kKinds) {
        if (spec.contains(kind)) {
            if (!found.isEmpty()) {
                return {};
            }
            found = kind.toString();
        }
    }
    return found;
}

QJsonObject readyCondition(const QJsonObject &issuer, bool ready, const QString &reason, const QString &message)
{
    return {{u"type"_s, u"Ready"_s},
            {u"status"_s, ready ? u"True"_s : u"False"_s},
            {u"reason"_s, reason},
            {u"message"_s, message},
            {u"observedGeneration"_s, numberAt(issuer, {u"metadata", u"generation"})}};
}

QJsonObject standInCondition(const QJsonObject &issuer, const QString &kind)
{
    const QString note = u" (rehearsal: a throw-away CA of this cluster stands in for %1)"_s;
    if (kind == u"acme") {
        return readyCondition(issuer, true, u"ACMEAccountRegistered"_s,
                              u"The ACME account was registered with the ACME server"_s
                                  + note.arg(textAt(issuer, {u"spec", u"acme", u"server"})));
    }
    if (kind == u"vault") {
        return readyCondition(issuer, true, u"VaultVerified"_s,
                              u"Vault verified"_s + note.arg(textAt(issuer, {u"spec", u"vault", u"server"})));
    }
    return readyCondition(issuer, true, u"VenafiIssuerStarted"_s, u"Venafi issuer started"_s + note.arg(u"Venafi"_s));
}

/// What the block must name, or cert-manager's webhook would have refused it.
QString missingField(const QJsonObject &issuer, const QString &kind)
{
    const QJsonObject block = objectAt(issuer, {u"spec", kind});
    if (kind == u"ca" && block[u"secretName"].toString().isEmpty()) {
        return u"spec.ca.secretName: Required value"_s;
    }
    if (kind == u"acme" && block[u"server"].toString().isEmpty()) {
        return u"spec.acme.server: Required value"_s;
    }
    if (kind == u"vault" && (block[u"server"].toString().isEmpty() || block[u"path"].toString().isEmpty())) {
        return u"spec.vault.server, spec.vault.path: Required value"_s;
    }
    return {};
}

} // namespace

QString secretNamespaceOf(const QJsonObject &issuer)
{
    return issuer[u"kind"].toString() == u"ClusterIssuer" ? u"cert-manager"_s : namespaceOf(issuer);
}

void seedCertManager(Store &store)
{
    if (!store.find(kinds::ns(), {}, u"cert-manager"_s)) {
        (void)store.create(kinds::ns(), {{u"metadata"_s, QJsonObject{{u"name"_s, u"cert-manager"_s}}}});
    }
}

IssuerController::IssuerController(DeliveryWorld &world)
    : m_world(world)
    , m_queue(world.clock, [this](const Key &key) { reconcile(key); })
{
    m_listener = m_world.store.listen([this](const Change &change) { observe(change); });
    for (const Type *type : {&kinds::issuer(), &kinds::clusterIssuer()}) {
        const QList<QJsonObject> issuers = m_world.store.list(*type);
        for (const QJsonObject &issuer : issuers) {
            m_queue.add({.ns = namespaceOf(issuer), .name = nameOf(issuer)});
        }
    }
}

IssuerController::~IssuerController()
{
    m_world.store.forget(m_listener);
}

void IssuerController::observe(const Change &change)
{
    if (change.type == &kinds::issuer() || change.type == &kinds::clusterIssuer()) {
        m_queue.add({.ns = namespaceOf(change.object), .name = nameOf(change.object)});
    } else if (change.type == &kinds::secret()) {
        for (const Type *type : {&kinds::issuer(), &kinds::clusterIssuer()}) {
            const QList<QJsonObject> issuers = m_world.store.list(*type);
            for (const QJsonObject &issuer : issuers) {
                if (secretNamespaceOf(issuer) == namespaceOf(change.object)
                    && textAt(issuer, {u"spec", u"ca", u"secretName"}) == nameOf(change.object)) {
                    m_queue.add({.ns = namespaceOf(issuer), .name = nameOf(issuer)});
                }
            }
        }
    }
}

const SigningPair &IssuerController::standIn()
{
    if (m_standIn.key.isEmpty()) {
        const QDateTime now = m_world.clock.now();
        m_standIn.key = makeKey({.algorithm = u"ECDSA"_s}).value_or(QByteArray());
        m_standIn.certificate = signCertificate({.commonName = u"Rehearsal stand-in CA"_s,
                                                 .isAuthority = true,
                                                 .notBefore = now.addDays(-1),
                                                 .notAfter = now.addYears(10)},
                                                m_standIn.key, {.certificate = {}, .key = m_standIn.key})
                                    .value_or(QByteArray());
    }
    return m_standIn;
}

Result<IssuerController::Signer> IssuerController::authorityOf(const QJsonObject &issuer) const
{
    const QString doing = u"reading the CA of an issuer"_s;
    const QString name = textAt(issuer, {u"spec", u"ca", u"secretName"});
    const std::optional<QJsonObject> secret = m_world.store.find(kinds::secret(), secretNamespaceOf(issuer), name);
    if (!secret) {
        return failure(Error::Kind::NotFound, doing,
                       u"Error getting keypair for CA issuer: secrets \"%1\" not found"_s.arg(name));
    }
    const SigningPair pair{.certificate = secretBytes(*secret, u"tls.crt"), .key = secretBytes(*secret, u"tls.key")};
    const Result<CertificateFacts> facts = readCertificate(pair.certificate);
    if (!facts || !isPair(pair.certificate, pair.key)) {
        return failure(Error::Kind::Invalid, doing,
                       u"Error getting keypair for CA issuer: the Secret \"%1\" holds no certificate with its key"_s.arg(name));
    }
    if (!facts->isAuthority) {
        return failure(Error::Kind::Invalid, doing, u"Signing certificate is not a CA"_s);
    }
    return Signer{.pair = pair, .takes = kSigningHere};
}

Result<IssuerController::Signer> IssuerController::signerOf(const QJsonObject &issuer)
{
    const QString kind = kindOf(issuer);
    const QString missing = missingField(issuer, kind);
    if (kind.isEmpty() || !missing.isEmpty()) {
        return failure(Error::Kind::Invalid, u"reading an issuer"_s,
                       kind.isEmpty() ? u"exactly one of selfSigned, ca, acme, vault and venafi must be set"_s : missing);
    }
    if (kind == u"selfSigned") {
        return Signer{.isSelfSigned = true, .takes = kSigningHere};
    }
    return kind == u"ca" ? authorityOf(issuer) : Signer{.pair = standIn(), .takes = kSigningOutside};
}

void IssuerController::keepAccountKey(const QJsonObject &issuer)
{
    const QString name = textAt(issuer, {u"spec", u"acme", u"privateKeySecretRef", u"name"});
    if (name.isEmpty() || m_world.store.find(kinds::secret(), secretNamespaceOf(issuer), name)) {
        return;
    }
    const Result<QByteArray> key = makeKey({.algorithm = u"ECDSA"_s});
    if (key) {
        (void)m_world.store.create(kinds::secret(),
                                   {{u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, secretNamespaceOf(issuer)}}},
                                    {u"type"_s, u"Opaque"_s},
                                    {u"data"_s, QJsonObject{{u"tls.key"_s, QString::fromLatin1(key->toBase64())}}}});
    }
}

void IssuerController::reconcile(const Key &key)
{
    const Type &type = key.ns.isEmpty() ? kinds::clusterIssuer() : kinds::issuer();
    const std::optional<QJsonObject> issuer = m_world.store.find(type, key.ns, key.name);
    if (!issuer || isDeleting(*issuer)) {
        return;
    }
    const QString kind = kindOf(*issuer);
    const Result<Signer> signer = signerOf(*issuer);
    QJsonObject condition;
    if (!signer) {
        condition = readyCondition(*issuer, false, kind == u"ca" ? u"ErrGetKeyPair"_s : u"InvalidConfiguration"_s,
                                   signer.error().detail);
    } else if (signer->isSelfSigned) {
        condition = readyCondition(*issuer, true, u"IsReady"_s, QString());
    } else if (kind == u"ca") {
        condition = readyCondition(*issuer, true, u"KeyPairVerified"_s, u"Signing CA verified"_s);
    } else {
        condition = standInCondition(*issuer, kind);
    }
    if (kind == u"acme" && signer) {
        keepAccountKey(*issuer);
    }
    (void)m_world.store.change(type, key.ns, key.name, [&](QJsonObject &object) {
        put(object, {u"status", u"conditions"},
            withCondition(listAt(object, {u"status", u"conditions"}), condition, m_world.clock.now()));
        if (kind == u"acme" && signer) {
            put(object, {u"status", u"acme", u"uri"}, textAt(object, {u"spec", u"acme", u"server"}) + u"/acct/rehearsal"_s);
        }
        return true;
    });
}

} // namespace sentinel::sandbox
