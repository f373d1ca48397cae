// SPDX-License-Identifier: GPL-3.0-or-later
#include "Authority.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

struct TestKey
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    ~TestKey() { EVP_PKEY_free(key); }
};

namespace {

QByteArray taken(BIO *out)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out, &bytes);
    QByteArray text(bytes, size);
    BIO_free(out);
    return text;
}

QByteArray pemOf(X509 *certificate)
{
    BIO *out = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(out, certificate);
    return taken(out);
}

QByteArray pemOf(EVP_PKEY *key)
{
    BIO *out = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
    return taken(out);
}

X509_NAME *named(const QString &commonName)
{
    X509_NAME *name = X509_NAME_new();
    const QByteArray text = commonName.toUtf8();
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(text.constData()),
                               static_cast<int>(text.size()), -1, 0);
    return name;
}

void extend(X509 *certificate, int what, const QByteArray &value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, what, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

QByteArray alternativeNames(const QStringList &names)
{
    QByteArrayList parts;
    for (const QString &name : names) {
        parts.append((name.front().isDigit() ? "IP:" : "DNS:") + name.toLatin1());
    }
    return parts.join(',');
}

QByteArray made(EVP_PKEY *subjectKey, const QString &subject, EVP_PKEY *issuerKey, const QString &issuer,
                const Authority::Wish &wish, bool isAuthority)
{
    static long serial = 1000;
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
    ASN1_TIME_set(X509_getm_notBefore(certificate), wish.notBefore.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(certificate), wish.notAfter.toSecsSinceEpoch());
    X509_NAME *subjectName = named(subject);
    X509_NAME *issuerName = named(issuer);
    X509_set_subject_name(certificate, subjectName);
    X509_set_issuer_name(certificate, issuerName);
    X509_NAME_free(subjectName);
    X509_NAME_free(issuerName);
    X509_set_pubkey(certificate, subjectKey);
    extend(certificate, NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "CA:FALSE");
    if (isAuthority) {
        extend(certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    } else if (!wish.names.isEmpty()) {
        extend(certificate, NID_subject_alt_name, alternativeNames(wish.names));
    }
    X509_sign(certificate, issuerKey, EVP_sha256());
    const QByteArray pem = pemOf(certificate);
    X509_free(certificate);
    return pem;
}

} // namespace

Authority::Authority(const QString &commonName)
    : m_key(std::make_unique<TestKey>())
    , m_name(commonName)
    , m_certificate(made(m_key->key, commonName, m_key->key, commonName, Wish{}, true))
{
}

Authority::~Authority() = default;

Authority::Issued Authority::issue(const Wish &wish) const
{
    const TestKey key;
    return {.certificate = made(key.key, wish.commonName, m_key->key, m_name, wish, false), .key = pemOf(key.key)};
}
