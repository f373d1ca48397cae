// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certs/Served.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTimeZone>
#include <memory>
#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace sentinel::certs {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free>>;
using X509Pointer = std::unique_ptr<X509, Freed<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES_free>>;

QDateTime timeOf(const ASN1_TIME *time)
{
    tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1) {
        return {};
    }
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::UTC);
}

QString textOf(const ASN1_STRING *string)
{
    unsigned char *utf8 = nullptr;
    const int length = string ? ASN1_STRING_to_UTF8(&utf8, string) : -1;
    if (length < 0) {
        return {};
    }
    const QString text = plainLine(QString::fromUtf8(reinterpret_cast<const char *>(utf8), length));
    OPENSSL_free(utf8);
    return text;
}

/// The common name where there is one, else all of it on a line.
QString nameOf(const X509_NAME *name)
{
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at >= 0) {
        return textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    }
    const Bio out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char *bytes = nullptr;
    const long length = BIO_get_mem_data(out.get(), &bytes);
    return plainLine(QString::fromUtf8(bytes, length));
}

QString addressOf(const ASN1_OCTET_STRING *octets)
{
    const int length = ASN1_STRING_length(octets);
    const unsigned char *bytes = ASN1_STRING_get0_data(octets);
    QStringList parts;
    if (length == 4) {
        for (int at = 0; at < 4; ++at) {
            parts.append(QString::number(bytes[at]));
        }
        return parts.join(u'.');
    }
    for (int at = 0; at + 1 < length; at += 2) {
        parts.append(QString::number(bytes[at] * 256 + bytes[at + 1], 16));
    }
    return parts.join(u':');
}

QStringList namesOf(X509 *certificate)
{
    const Names all(static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    QStringList names;
    for (int at = 0; at < sk_GENERAL_NAME_num(all.get()); ++at) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(all.get(), at);
        switch (name->type) {
        case GEN_DNS:
            names.append(textOf(name->d.dNSName));
            break;
        case GEN_URI:
            names.append(textOf(name->d.uniformResourceIdentifier));
            break;
        case GEN_EMAIL:
            names.append(textOf(name->d.rfc822Name));
            break;
        case GEN_IPADD:
            names.append(addressOf(name->d.iPAddress));
            break;
        default:
            break;
        }
    }
    return names;
}

QString algorithmOf(const EVP_PKEY *key)
{
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return u"RSA"_s;
    case EVP_PKEY_EC:
        return u"ECDSA"_s;
    case EVP_PKEY_ED25519:
        return u"Ed25519"_s;
    default:
        return {};
    }
}

X509Pointer fromDer(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return X509Pointer(d2i_X509(nullptr, &bytes, long(der.size())));
}

} // namespace

Result<Served> readServed(const QByteArray &pem)
{
    const Bio in(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    const X509Pointer certificate(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
    if (!certificate) {
        return failure(Error::Kind::Invalid, Text::tr("reading a certificate"),
                       Text::tr("It holds no certificate that can be read."));
    }
    Served served;
    served.subject = nameOf(X509_get_subject_name(certificate.get()));
    served.issuer = nameOf(X509_get_issuer_name(certificate.get()));
    served.names = namesOf(certificate.get());
    served.notBefore = timeOf(X509_get0_notBefore(certificate.get()));
    served.notAfter = timeOf(X509_get0_notAfter(certificate.get()));
    if (const EVP_PKEY *key = X509_get0_pubkey(certificate.get())) {
        served.keyAlgorithm = algorithmOf(key);
        served.keySize = EVP_PKEY_get_bits(key);
    }
    const Number serial(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate.get()), nullptr));
    char *hex = serial ? BN_bn2hex(serial.get()) : nullptr;
    served.serial = QString::fromLatin1(hex).toLower();
    OPENSSL_free(hex);
    served.isAuthority = X509_check_ca(certificate.get()) == 1;
    unsigned char *der = nullptr;
    const int length = i2d_X509(certificate.get(), &der);
    served.der = QByteArray(reinterpret_cast<const char *>(der), std::max(length, 0));
    OPENSSL_free(der);
    served.fingerprint = QCryptographicHash::hash(served.der, QCryptographicHash::Sha256).toHex();
    return served;
}

bool isSignedBy(const Served &leaf, const Served &authority)
{
    const X509Pointer signedOne = fromDer(leaf.der);
    const X509Pointer signer = fromDer(authority.der);
    if (!signedOne || !signer) {
        return false;
    }
    const Key key(X509_get_pubkey(signer.get()));
    return key && X509_verify(signedOne.get(), key.get()) == 1;
}

} // namespace sentinel::certs
