// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Credentials.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T *what) const
    {
        Free(what);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Bytes = std::unique_ptr<BIO, Freed<BIO_free_all>>;

enum class Use { Authority, Server, Client };

struct Named
{
    const char *commonName;
    const char *organization;
    Use use;
};

Error refused(const QString &doing)
{
    return {.kind = Error::Kind::Internal, .doing = doing, .detail = u"OpenSSL refused to make it."_s};
}

QByteArray contentOf(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<qsizetype>(size)};
}

QByteArray pemOf(X509 *certificate)
{
    const Bytes bio(BIO_new(BIO_s_mem()));
    return bio && PEM_write_bio_X509(bio.get(), certificate) == 1 ? contentOf(bio.get()) : QByteArray();
}

QByteArray pemOf(EVP_PKEY *key)
{
    const Bytes bio(BIO_new(BIO_s_mem()));
    return bio && PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1 ? contentOf(bio.get())
                                                                                                       : QByteArray();
}

bool extend(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool describeUse(X509 *certificate, X509 *issuer, Use use)
{
    bool done = extend(certificate, issuer, NID_subject_key_identifier, "hash");
    switch (use) {
    case Use::Authority:
        return done && extend(certificate, issuer, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
            && extend(certificate, issuer, NID_key_usage, "critical,keyCertSign,cRLSign");
    case Use::Server:
        done = done && extend(certificate, issuer, NID_ext_key_usage, "serverAuth")
            && extend(certificate, issuer, NID_subject_alt_name,
                      "DNS:localhost,DNS:kubernetes,DNS:kubernetes.default.svc,IP:127.0.0.1,IP:::1");
        break;
    case Use::Client:
        done = done && extend(certificate, issuer, NID_ext_key_usage, "clientAuth");
        break;
    }
    return done && extend(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE")
        && extend(certificate, issuer, NID_key_usage, "critical,digitalSignature")
        && extend(certificate, issuer, NID_authority_key_identifier, "keyid");
}

bool setName(X509_NAME *name, const char *field, const char *text)
{
    return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(text), -1, -1, 0) == 1;
}

/// `issuer` null: signed by itself.
Certificate signedCertificate(const Named &named, EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey, qint64 now)
{
    Certificate certificate(X509_new());
    unsigned char serial[16];
    if (!certificate || RAND_bytes(serial, sizeof serial) != 1) {
        return {};
    }
    serial[0] &= 0x7f;
    const std::unique_ptr<BIGNUM, Freed<BN_free>> number(BN_bin2bn(serial, sizeof serial, nullptr));
    X509_NAME *name = X509_get_subject_name(certificate.get());
    // An hour back: the clock of a virtual machine may be behind that of whoever looks.
    const bool made = number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get()))
        && X509_set_version(certificate.get(), X509_VERSION_3) == 1 && setName(name, "O", named.organization)
        && setName(name, "CN", named.commonName) && ASN1_TIME_set(X509_getm_notBefore(certificate.get()), now - 3600)
        && ASN1_TIME_set(X509_getm_notAfter(certificate.get()), now + 365LL * 24 * 3600)
        && X509_set_issuer_name(certificate.get(), issuer ? X509_get_subject_name(issuer) : name) == 1
        && X509_set_pubkey(certificate.get(), key) == 1
        && describeUse(certificate.get(), issuer ? issuer : certificate.get(), named.use)
        && X509_sign(certificate.get(), issuerKey, EVP_sha256()) > 0;
    return made ? std::move(certificate) : Certificate();
}

} // namespace

Result<Credentials> makeCredentials(const Clock &clock)
{
    const qint64 now = clock.now().toSecsSinceEpoch();
    const Key authorityKey(EVP_EC_gen("P-256"));
    const Key serverKey(EVP_EC_gen("P-256"));
    const Key clientKey(EVP_EC_gen("P-256"));
    QByteArray token(32, Qt::Uninitialized);
    if (!authorityKey || !serverKey || !clientKey
        || RAND_bytes(reinterpret_cast<unsigned char *>(token.data()), static_cast<int>(token.size())) != 1) {
        return failure(refused(u"making the keys of the rehearsal cluster"_s));
    }
    const Certificate authority = signedCertificate({"Sentinel Console rehearsal", "rehearsal", Use::Authority},
                                                    authorityKey.get(), nullptr, authorityKey.get(), now);
    const Certificate server = authority
        ? signedCertificate({"rehearsal", "rehearsal", Use::Server}, serverKey.get(), authority.get(), authorityKey.get(), now)
        : Certificate();
    const Certificate client = authority ? signedCertificate({"rehearsal-admin", "system:masters", Use::Client}, clientKey.get(),
                                                             authority.get(), authorityKey.get(), now)
                                         : Certificate();
    if (!authority || !server || !client) {
        return failure(refused(u"making the certificates of the rehearsal cluster"_s));
    }
    return Credentials{.authority = pemOf(authority.get()),
                       .serverCertificate = pemOf(server.get()),
                       .serverKey = pemOf(serverKey.get()),
                       .clientCertificate = pemOf(client.get()),
                       .clientKey = pemOf(clientKey.get()),
                       .token = token.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)};
}

} // namespace sentinel::sandbox
