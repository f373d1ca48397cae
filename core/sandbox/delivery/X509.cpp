// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/X509.h"

#include <QHash>
#include <QTimeZone>
#include <memory>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Request = std::unique_ptr<X509_REQ, Freed<X509_REQ_free>>;
using Buffer = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using Name = std::unique_ptr<X509_NAME, Freed<X509_NAME_free>>;

struct FreeExtensions
{
    void operator()(STACK_OF(X509_EXTENSION) * list) const { sk_X509_EXTENSION_pop_free(list, X509_EXTENSION_free); }
};
using Extensions = std::unique_ptr<STACK_OF(X509_EXTENSION), FreeExtensions>;

std::unexpected<Error> failed(const QString &what)
{
    return failure(Error::Kind::Invalid, u"making a certificate"_s, what);
}

Buffer reading(const QByteArray &pem)
{
    return Buffer(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

QByteArray written(const Buffer &buffer)
{
    char *start = nullptr;
    const long size = BIO_get_mem_data(buffer.get(), &start);
    return {start, static_cast<qsizetype>(size)};
}

Key readKey(const QByteArray &pem)
{
    return Key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, nullptr, nullptr));
}

Certificate firstCertificate(const QByteArray &pem)
{
    return Certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr));
}

QByteArray subjectAlternatives(const CertificateSpec &spec)
{
    QStringList parts;
    for (const auto &[prefix, list] : {std::pair{u"DNS:"_s, &spec.dnsNames},
                                       {u"URI:"_s, &spec.uris},
                                       {u"email:"_s, &spec.emails},
                                       {u"IP:"_s, &spec.ipAddresses}}) {
        for (const QString &each : *list) {
            // Commas would end the entry in OpenSSL's own notation; none of these may hold one.
            if (!each.contains(u',') && !each.contains(u'\n')) {
                parts.append(prefix + each);
            }
        }
    }
    return parts.join(u',').toUtf8();
}

struct Usages
{
    QStringList key;
    QStringList extended;
};

Usages usagesOf(const CertificateSpec &spec)
{
    static const QHash<QString, QString> keyWords{{u"digital signature"_s, u"digitalSignature"_s},
                                                  {u"signing"_s, u"digitalSignature"_s},
                                                  {u"key encipherment"_s, u"keyEncipherment"_s},
                                                  {u"key agreement"_s, u"keyAgreement"_s},
                                                  {u"data encipherment"_s, u"dataEncipherment"_s},
                                                  {u"content commitment"_s, u"nonRepudiation"_s},
                                                  {u"cert sign"_s, u"keyCertSign"_s},
                                                  {u"crl sign"_s, u"cRLSign"_s}};
    static const QHash<QString, QString> extendedWords{{u"server auth"_s, u"serverAuth"_s},
                                                       {u"client auth"_s, u"clientAuth"_s},
                                                       {u"code signing"_s, u"codeSigning"_s},
                                                       {u"email protection"_s, u"emailProtection"_s},
                                                       {u"ocsp signing"_s, u"OCSPSigning"_s}};
    Usages usages;
    const QStringList words = spec.usages.isEmpty() ? QStringList{u"digital signature"_s, u"key encipherment"_s} : spec.usages;
    for (const QString &word : words) {
        if (keyWords.contains(word)) {
            usages.key.append(keyWords.value(word));
        } else if (extendedWords.contains(word)) {
            usages.extended.append(extendedWords.value(word));
        }
    }
    if (spec.isAuthority && !usages.key.contains(u"keyCertSign"_s)) {
        usages.key.append(u"keyCertSign"_s);
    }
    usages.key.removeDuplicates();
    return usages;
}

bool addExtension(STACK_OF(X509_EXTENSION) * list, X509V3_CTX *context, int id, const QByteArray &value)
{
    if (value.isEmpty()) {
        return true;
    }
    Extension extension(X509V3_EXT_nconf_nid(nullptr, context, id, value.constData()));
    return extension && sk_X509_EXTENSION_push(list, extension.release()) > 0;
}

Extensions extensionsOf(const CertificateSpec &spec, X509V3_CTX *context)
{
    Extensions list(sk_X509_EXTENSION_new_null());
    const Usages usages = usagesOf(spec);
    const bool well
        = addExtension(list.get(), context, NID_basic_constraints, spec.isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE")
        && addExtension(list.get(), context, NID_key_usage,
                        usages.key.isEmpty() ? QByteArray() : "critical," + usages.key.join(u',').toLatin1())
        && addExtension(list.get(), context, NID_ext_key_usage, usages.extended.join(u',').toLatin1())
        && addExtension(list.get(), context, NID_subject_alt_name, subjectAlternatives(spec));
    return well ? std::move(list) : nullptr;
}

Name nameOf(const QString &commonName)
{
    Name name(X509_NAME_new());
    if (!commonName.isEmpty()) {
        const QByteArray text = commonName.left(64).toUtf8();
        X509_NAME_add_entry_by_NID(name.get(), NID_commonName, MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(text.constData()), static_cast<int>(text.size()), -1,
                                   0);
    }
    return name;
}

/// Ed25519 hashes by itself.
const EVP_MD *digestFor(const Key &key)
{
    return EVP_PKEY_is_a(key.get(), "ED25519") ? nullptr : EVP_sha256();
}

bool setTime(ASN1_TIME *to, const QDateTime &time)
{
    return ASN1_TIME_set(to, static_cast<time_t>(time.toSecsSinceEpoch())) != nullptr;
}

QDateTime timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    ASN1_TIME_to_tm(time, &parts);
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::UTC);
}

QString textOf(const ASN1_STRING *text)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text));
}

void readAlternatives(const Certificate &certificate, CertificateFacts &facts)
{
    auto *names = static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr));
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
        if (name->type == GEN_DNS) {
            facts.dnsNames.append(textOf(name->d.dNSName));
        } else if (name->type == GEN_IPADD) {
            const unsigned char *bytes = ASN1_STRING_get0_data(name->d.iPAddress);
            const bool isFour = ASN1_STRING_length(name->d.iPAddress) == 4;
            facts.ipAddresses.append(
                isFour
                    ? u"%1.%2.%3.%4"_s.arg(bytes[0]).arg(bytes[1]).arg(bytes[2]).arg(bytes[3])
                    : QString::fromLatin1(
                          QByteArray(reinterpret_cast<const char *>(bytes), ASN1_STRING_length(name->d.iPAddress)).toHex(':')));
        }
    }
    GENERAL_NAMES_free(names);
}

} // namespace

Result<QByteArray> makeKey(const KeySpec &spec)
{
    Key key;
    if (spec.algorithm == u"ECDSA") {
        const int size = spec.size == 0 ? 256 : spec.size;
        const char *curve = size == 521 ? "P-521" : size == 384 ? "P-384" : "P-256";
        key.reset(EVP_EC_gen(curve));
    } else if (spec.algorithm == u"Ed25519") {
        key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    } else {
        key.reset(EVP_RSA_gen(static_cast<unsigned int>(spec.size == 0 ? 2048 : spec.size)));
    }
    const Buffer buffer(BIO_new(BIO_s_mem()));
    if (!key || PEM_write_bio_PrivateKey(buffer.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        return failed(u"no private key could be made"_s);
    }
    return written(buffer);
}

Result<QByteArray> makeCertificateRequest(const CertificateSpec &spec, const QByteArray &keyPem)
{
    const Key key = readKey(keyPem);
    const Request request(X509_REQ_new());
    const Extensions extensions = extensionsOf(spec, nullptr);
    const Buffer buffer(BIO_new(BIO_s_mem()));
    const bool well = key && extensions && X509_REQ_set_subject_name(request.get(), nameOf(spec.commonName).get()) == 1
        && X509_REQ_set_pubkey(request.get(), key.get()) == 1 && X509_REQ_add_extensions(request.get(), extensions.get()) == 1
        && X509_REQ_sign(request.get(), key.get(), digestFor(key)) > 0
        && PEM_write_bio_X509_REQ(buffer.get(), request.get()) == 1;
    if (!well) {
        return failed(u"no certificate request could be made of these names"_s);
    }
    return written(buffer);
}

Result<QByteArray> signCertificate(const CertificateSpec &spec, const QByteArray &keyPem, const SigningPair &signer)
{
    const Key key = readKey(keyPem);
    const Key signingKey = readKey(signer.key);
    const Certificate issuer = signer.certificate.isEmpty() ? nullptr : firstCertificate(signer.certificate);
    const Certificate certificate(X509_new());
    if (!key || !signingKey || (!signer.certificate.isEmpty() && !issuer)) {
        return failed(u"the signing key pair cannot be read"_s);
    }
    unsigned char serial[16];
    RAND_bytes(serial, sizeof serial);
    serial[0] &= 0x7f; // positive
    std::unique_ptr<BIGNUM, Freed<BN_free>> number(BN_bin2bn(serial, sizeof serial, nullptr));
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get()));
    const Name subject = nameOf(spec.commonName);
    X509_set_version(certificate.get(), X509_VERSION_3);
    X509_set_subject_name(certificate.get(), subject.get());
    X509_set_issuer_name(certificate.get(), issuer ? X509_get_subject_name(issuer.get()) : subject.get());
    X509_set_pubkey(certificate.get(), key.get());
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer ? issuer.get() : certificate.get(), certificate.get(), nullptr, nullptr, 0);
    Extensions extensions = extensionsOf(spec, &context);
    bool well = extensions && setTime(X509_getm_notBefore(certificate.get()), spec.notBefore)
        && setTime(X509_getm_notAfter(certificate.get()), spec.notAfter);
    well = well && addExtension(extensions.get(), &context, NID_subject_key_identifier, "hash");
    for (int i = 0; well && i < sk_X509_EXTENSION_num(extensions.get()); ++i) {
        well = X509_add_ext(certificate.get(), sk_X509_EXTENSION_value(extensions.get(), i), -1) == 1;
    }
    if (well && issuer) {
        const Extension authority(X509V3_EXT_nconf_nid(nullptr, &context, NID_authority_key_identifier, "keyid"));
        well = !authority || X509_add_ext(certificate.get(), authority.get(), -1) == 1;
    }
    const Buffer buffer(BIO_new(BIO_s_mem()));
    if (!well || X509_sign(certificate.get(), signingKey.get(), digestFor(signingKey)) <= 0
        || PEM_write_bio_X509(buffer.get(), certificate.get()) != 1) {
        return failed(u"no certificate could be made of these names"_s);
    }
    return written(buffer);
}

Result<CertificateFacts> readCertificate(const QByteArray &pem)
{
    const Certificate certificate = firstCertificate(pem);
    if (!certificate) {
        return failed(u"this is no certificate"_s);
    }
    CertificateFacts facts{.notBefore = timeOf(X509_get0_notBefore(certificate.get())),
                           .notAfter = timeOf(X509_get0_notAfter(certificate.get())),
                           .isAuthority = X509_check_ca(certificate.get()) == 1,
                           .signsItself = X509_check_issued(certificate.get(), certificate.get()) == X509_V_OK};
    const X509_NAME *subject = X509_get_subject_name(certificate.get());
    if (const int index = X509_NAME_get_index_by_NID(subject, NID_commonName, -1); index >= 0) {
        facts.commonName = textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index)));
    }
    readAlternatives(certificate, facts);
    return facts;
}

bool isPair(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    const Certificate certificate = firstCertificate(certificatePem);
    const Key key = readKey(keyPem);
    return certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
}

} // namespace sentinel::sandbox
