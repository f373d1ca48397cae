// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/CertificateController.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/Types.h"
#include "core/sandbox/delivery/Objects.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr Duration kFirstBackoff = std::chrono::hours(1);
constexpr Duration kLongestBackoff = std::chrono::hours(32);
// A clock that is far away is looked at again now and then: timers do not count in years.
constexpr Duration kLongestTimer = std::chrono::hours(12);

QJsonObject condition(const QString &type, bool isTrue, const QString &reason, const QString &message, qint64 generation)
{
    return {{u"type"_s, type},
            {u"status"_s, isTrue ? u"True"_s : u"False"_s},
            {u"reason"_s, reason},
            {u"message"_s, message},
            {u"observedGeneration"_s, generation}};
}

void setCondition(QJsonObject &object, const QJsonObject &condition, const QDateTime &now)
{
    put(object, {u"status", u"conditions"}, withCondition(listAt(object, {u"status", u"conditions"}), condition, now));
}

void dropCondition(QJsonObject &object, QStringView type)
{
    QJsonArray left;
    const QJsonArray all = listAt(object, {u"status", u"conditions"});
    for (const QJsonValue &each : all) {
        if (each[u"type"].toString() != type) {
            left.append(each);
        }
    }
    put(object, {u"status", u"conditions"}, left);
}

QJsonArray ownerReferenceTo(const QJsonObject &certificate)
{
    return {QJsonObject{{u"apiVersion"_s, certificate[u"apiVersion"]},
                        {u"kind"_s, certificate[u"kind"]},
                        {u"name"_s, nameOf(certificate)},
                        {u"uid"_s, uidOf(certificate)},
                        {u"controller"_s, true},
                        {u"blockOwnerDeletion"_s, true}}};
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

CertificateController::CertificateController(DeliveryWorld &world, IssuerController &issuers)
    : m_world(world)
    , m_issuers(issuers)
    , m_queue(world.clock, [this](const Key &key) { reconcile(key); })
{
    m_listener = m_world.store.listen([this](const Change &change) { observe(change); });
    const QList<QJsonObject> certificates = m_world.store.list(kinds::certificate());
    for (const QJsonObject &certificate : certificates) {
        m_queue.add({.ns = namespaceOf(certificate), .name = nameOf(certificate)});
    }
}

CertificateController::~CertificateController()
{
    m_world.store.forget(m_listener);
}

void CertificateController::observe(const Change &change)
{
    if (change.type == &kinds::certificate()) {
        m_queue.add({.ns = namespaceOf(change.object), .name = nameOf(change.object)});
    } else if (change.type == &kinds::issuer() || change.type == &kinds::clusterIssuer()) {
        lookAtUsersOf(change.object);
    } else if (change.type == &kinds::secret()) {
        const QList<QJsonObject> certificates = m_world.store.list(kinds::certificate(), namespaceOf(change.object));
        for (const QJsonObject &certificate : certificates) {
            if (textAt(certificate, {u"spec", u"secretName"}) == nameOf(change.object)) {
                m_queue.add({.ns = namespaceOf(certificate), .name = nameOf(certificate)});
            }
        }
    }
}

void CertificateController::lookAtUsersOf(const QJsonObject &issuer)
{
    const QString kind = issuer[u"kind"].toString();
    const QList<QJsonObject> certificates = m_world.store.list(kinds::certificate(), namespaceOf(issuer));
    for (const QJsonObject &certificate : certificates) {
        if (issuerKindOf(certificate) == kind && textAt(certificate, {u"spec", u"issuerRef", u"name"}) == nameOf(issuer)) {
            m_queue.add({.ns = namespaceOf(certificate), .name = nameOf(certificate)});
        }
    }
}

std::optional<QJsonObject> CertificateController::issuerOf(const QJsonObject &certificate) const
{
    const bool wide = issuerKindOf(certificate) == u"ClusterIssuer";
    return m_world.store.find(wide ? kinds::clusterIssuer() : kinds::issuer(), wide ? QString() : namespaceOf(certificate),
                              textAt(certificate, {u"spec", u"issuerRef", u"name"}));
}

std::optional<QJsonObject> CertificateController::secretOf(const QJsonObject &certificate) const
{
    return m_world.store.find(kinds::secret(), namespaceOf(certificate), textAt(certificate, {u"spec", u"secretName"}));
}

void CertificateController::setStatus(const QJsonObject &certificate, const std::function<void(QJsonObject &)> &change)
{
    (void)m_world.store.change(kinds::certificate(), namespaceOf(certificate), nameOf(certificate),
                               [&change](QJsonObject &object) {
                                   change(object);
                                   return true;
                               });
}

void CertificateController::writeReady(const Key &key, const QJsonObject &certificate)
{
    const QDateTime now = m_world.clock.now();
    const std::optional<QJsonObject> secret = secretOf(certificate);
    const Judgement judgement = readiness(certificate, secret, now);
    const Result<CertificateFacts> facts = secret ? readCertificate(secretPart(*secret, u"tls.crt")) : failure({});
    const qint64 generation = numberAt(certificate, {u"metadata", u"generation"});
    setStatus(certificate, [&](QJsonObject &object) {
        setCondition(object,
                     condition(u"Ready"_s, judgement.isFine(), judgement.isFine() ? u"Ready"_s : judgement.reason,
                               judgement.isFine() ? u"Certificate is up to date and has not expired"_s : judgement.message,
                               generation),
                     now);
        if (facts) {
            put(object, {u"status", u"notBefore"}, timestamp(facts->notBefore));
            put(object, {u"status", u"notAfter"}, timestamp(facts->notAfter));
            put(object, {u"status", u"renewalTime"}, timestamp(renewalTimeOf(certificate, *facts)));
        }
    });
    if (facts) {
        for (const QDateTime &time : {renewalTimeOf(certificate, *facts), facts->notAfter}) {
            if (time > now) {
                m_queue.addAfter(key, std::min(kLongestTimer, Duration(now.msecsTo(time))));
            }
        }
    }
}

bool CertificateController::mustWait(const Key &key, const QJsonObject &certificate)
{
    const qint64 failures = numberAt(certificate, {u"status", u"failedIssuanceAttempts"});
    const QDateTime failed = timeAt(certificate, {u"status", u"lastFailureTime"});
    if (failures < 1 || !failed.isValid()) {
        return false;
    }
    Duration wait = kFirstBackoff;
    for (qint64 each = 1; each < failures && wait < kLongestBackoff; ++each) {
        wait *= 2;
    }
    const Duration left(m_world.clock.now().msecsTo(failed.addMSecs(wait.count())));
    if (left > Duration::zero()) {
        m_queue.addAfter(key, std::min(kLongestTimer, left));
        return true;
    }
    return false;
}

void CertificateController::reconcile(const Key &key)
{
    const std::optional<QJsonObject> certificate = m_world.store.find(kinds::certificate(), key.ns, key.name);
    if (!certificate || isDeleting(*certificate) || textAt(*certificate, {u"spec", u"secretName"}).isEmpty()) {
        return;
    }
    const Judgement need = needOfIssuing(*certificate, secretOf(*certificate), m_world.clock.now());
    writeReady(key, *certificate);
    const bool isIssuing = isTrue(*certificate, u"Issuing");
    if (isIssuing) {
        issue(key, m_world.store.find(kinds::certificate(), key.ns, key.name).value_or(*certificate));
    } else if (!need.isFine() && need.reason != u"IncorrectCertificate" && !mustWait(key, *certificate)) {
        // Its own write brings us back here, with the condition set.
        beginIssuing(*certificate, need);
    }
}

void CertificateController::beginIssuing(const QJsonObject &certificate, const Judgement &need)
{
    setStatus(certificate, [&](QJsonObject &object) {
        setCondition(
            object, condition(u"Issuing"_s, true, need.reason, need.message, numberAt(certificate, {u"metadata", u"generation"})),
            m_world.clock.now());
    });
}

Result<QByteArray> CertificateController::nextKey(const QJsonObject &certificate)
{
    if (textAt(certificate, {u"spec", u"privateKey", u"rotationPolicy"}) == u"Never") {
        const std::optional<QJsonObject> present = secretOf(certificate);
        if (const QByteArray key = present ? secretPart(*present, u"tls.key") : QByteArray(); !key.isEmpty()) {
            return key;
        }
    }
    const QString name = textAt(certificate, {u"status", u"nextPrivateKeySecretName"});
    const std::optional<QJsonObject> kept = m_world.store.find(kinds::secret(), namespaceOf(certificate), name);
    if (kept) {
        return secretPart(*kept, u"tls.key");
    }
    const Result<QByteArray> key = makeKey(keySpecOf(certificate));
    if (!key) {
        return failure(key);
    }
    const QJsonObject metadata{{u"generateName"_s, nameOf(certificate) + u'-'},
                               {u"namespace"_s, namespaceOf(certificate)},
                               {u"labels"_s, QJsonObject{{u"cert-manager.io/next-private-key"_s, u"true"_s}}},
                               {u"ownerReferences"_s, ownerReferenceTo(certificate)}};
    const Result<QJsonObject> made = m_world.store.create(
        kinds::secret(),
        {{u"metadata"_s, metadata}, {u"type"_s, u"Opaque"_s}, {u"data"_s, QJsonObject{{u"tls.key"_s, base64(*key)}}}});
    if (!made) {
        return failure(made);
    }
    setStatus(certificate,
              [&made](QJsonObject &object) { put(object, {u"status", u"nextPrivateKeySecretName"}, nameOf(*made)); });
    return *key;
}

std::optional<QJsonObject> CertificateController::requestOf(const QJsonObject &certificate, const QByteArray &privateKey)
{
    const qint64 revision = numberAt(certificate, {u"status", u"revision"}) + 1;
    const QString name = u"%1-%2"_s.arg(nameOf(certificate)).arg(revision);
    const QDateTime now = m_world.clock.now();
    const std::optional<QJsonObject> present = m_world.store.find(kinds::certificateRequest(), namespaceOf(certificate), name);
    if (present && conditionOf(*present, u"Ready")[u"reason"].toString() != u"Failed") {
        return present;
    }
    if (present) {
        (void)m_world.store.remove(kinds::certificateRequest(), namespaceOf(certificate), name);
    }
    const Result<QByteArray> wanted = makeCertificateRequest(certificateSpecOf(certificate, now), privateKey);
    if (!wanted) {
        return {};
    }
    const QJsonObject annotations{{u"cert-manager.io/certificate-name"_s, nameOf(certificate)},
                                  {u"cert-manager.io/certificate-revision"_s, QString::number(revision)}};
    QJsonObject spec{{u"issuerRef"_s, valueAt(certificate, {u"spec", u"issuerRef"})}, {u"request"_s, base64(*wanted)}};
    for (const QStringView key : {u"duration", u"isCA", u"usages"}) {
        if (const QJsonValue value = valueAt(certificate, {u"spec", key}); !value.isUndefined()) {
            spec.insert(key.toString(), value);
        }
    }
    const Result<QJsonObject> made = m_world.store.create(kinds::certificateRequest(),
                                                          {{u"metadata"_s,
                                                            QJsonObject{{u"name"_s, name},
                                                                        {u"namespace"_s, namespaceOf(certificate)},
                                                                        {u"annotations"_s, annotations},
                                                                        {u"ownerReferences"_s, ownerReferenceTo(certificate)}}},
                                                           {u"spec"_s, spec}});
    if (!made) {
        return {};
    }
    (void)m_world.store.change(kinds::certificateRequest(), namespaceOf(certificate), name, [&](QJsonObject &object) {
        setCondition(object,
                     condition(u"Approved"_s, true, u"cert-manager.io"_s,
                               u"Certificate request has been approved by cert-manager.io"_s, 1),
                     now);
        return true;
    });
    return m_world.store.find(kinds::certificateRequest(), namespaceOf(certificate), name);
}

void CertificateController::sayPending(const QJsonObject &request, const QString &sentence)
{
    (void)m_world.store.change(kinds::certificateRequest(), namespaceOf(request), nameOf(request), [&](QJsonObject &object) {
        setCondition(object, condition(u"Ready"_s, false, u"Pending"_s, sentence, 1), m_world.clock.now());
        return true;
    });
}

void CertificateController::issue(const Key &key, const QJsonObject &certificate)
{
    const Result<QByteArray> privateKey = nextKey(certificate);
    const std::optional<QJsonObject> request = privateKey ? requestOf(certificate, *privateKey) : std::nullopt;
    if (!request) {
        return;
    }
    const QString kind = issuerKindOf(certificate);
    const std::optional<QJsonObject> issuer = issuerOf(certificate);
    if (!issuer) {
        sayPending(*request,
                   u"Referenced \"%1\" not found: %2.cert-manager.io \"%3\" not found"_s.arg(
                       kind, kind.toLower(), textAt(certificate, {u"spec", u"issuerRef", u"name"})));
        return; // its arrival tells
    }
    if (!isTrue(*issuer, u"Ready")) {
        sayPending(*request, u"Referenced issuer does not have a Ready status condition"_s);
        return;
    }
    const Result<IssuerController::Signer> signer = m_issuers.signerOf(*issuer);
    if (!signer) {
        sayPending(*request, signer.error().detail);
        return;
    }
    const QDateTime asked = timeAt(*request, {u"metadata", u"creationTimestamp"});
    const Duration left = signer->takes - Duration(asked.msecsTo(m_world.clock.now()));
    if (left > Duration::zero()) {
        m_queue.addAfter(key, left);
        return;
    }
    if (m_refused.contains(key)) {
        refuse(certificate, *request, u"The signer refused the certificate request: renewals are held by a rehearsal scenario"_s);
        return;
    }
    finish(certificate, *request, *signer, *privateKey);
}

void CertificateController::refuse(const QJsonObject &certificate, const QJsonObject &request, const QString &sentence)
{
    const QDateTime now = m_world.clock.now();
    (void)m_world.store.change(kinds::certificateRequest(), namespaceOf(request), nameOf(request), [&](QJsonObject &object) {
        setCondition(object, condition(u"Ready"_s, false, u"Failed"_s, sentence, 1), now);
        put(object, {u"status", u"failureTime"}, timestamp(now));
        return true;
    });
    setStatus(certificate, [&](QJsonObject &object) {
        setCondition(object,
                     condition(u"Issuing"_s, false, u"Failed"_s,
                               u"The certificate request has failed to complete and will be retried: "_s + sentence,
                               numberAt(certificate, {u"metadata", u"generation"})),
                     now);
        put(object, {u"status", u"lastFailureTime"}, timestamp(now));
        put(object, {u"status", u"failedIssuanceAttempts"}, numberAt(object, {u"status", u"failedIssuanceAttempts"}) + 1);
    });
}

void CertificateController::finish(const QJsonObject &certificate, const QJsonObject &request,
                                   const IssuerController::Signer &signer, const QByteArray &privateKey)
{
    const QDateTime now = m_world.clock.now();
    const SigningPair pair = signer.isSelfSigned ? SigningPair{.certificate = {}, .key = privateKey} : signer.pair;
    const Result<QByteArray> leaf = signCertificate(certificateSpecOf(certificate, now), privateKey, pair);
    if (!leaf) {
        refuse(certificate, request, leaf.error().detail);
        return;
    }
    const Result<CertificateFacts> above = readCertificate(pair.certificate);
    const QByteArray chain = above && !above->signsItself ? *leaf + pair.certificate : *leaf;
    const QByteArray authority = signer.isSelfSigned ? *leaf : pair.certificate;
    (void)m_world.store.change(kinds::certificateRequest(), namespaceOf(request), nameOf(request), [&](QJsonObject &object) {
        put(object, {u"status", u"certificate"}, base64(chain));
        put(object, {u"status", u"ca"}, base64(authority));
        setCondition(object, condition(u"Ready"_s, true, u"Issued"_s, u"Certificate fetched from issuer successfully"_s, 1), now);
        return true;
    });
    const Result<QJsonObject> stored = m_world.apply(kinds::secret(), secretObject(certificate, chain, privateKey, authority),
                                                     u"cert-manager-certificates-issuing"_s, true);
    if (!stored) {
        refuse(certificate, request, stored.error().detail);
        return;
    }
    const qint64 revision = numberAt(certificate, {u"status", u"revision"}) + 1;
    const QString kept = textAt(certificate, {u"status", u"nextPrivateKeySecretName"});
    setStatus(certificate, [&](QJsonObject &object) {
        put(object, {u"status", u"revision"}, revision);
        for (const QStringView key : {u"nextPrivateKeySecretName", u"lastFailureTime", u"failedIssuanceAttempts"}) {
            drop(object, {u"status", key});
        }
        dropCondition(object, u"Issuing");
    });
    (void)m_world.store.remove(kinds::secret(), namespaceOf(certificate), kept);
    dropOldRequests(certificate, revision);
}

void CertificateController::dropOldRequests(const QJsonObject &certificate, qint64 revision)
{
    const qint64 limit = std::max<qint64>(1, numberAt(certificate, {u"spec", u"revisionHistoryLimit"}, 1));
    const QList<QJsonObject> requests = m_world.store.list(kinds::certificateRequest(), namespaceOf(certificate));
    for (const QJsonObject &request : requests) {
        if (annotationOf(request, u"cert-manager.io/certificate-name") == nameOf(certificate)
            && annotationOf(request, u"cert-manager.io/certificate-revision").toLongLong() <= revision - limit) {
            (void)m_world.store.remove(kinds::certificateRequest(), namespaceOf(request), nameOf(request));
        }
    }
}

} // namespace sentinel::sandbox
