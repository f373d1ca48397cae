// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/PeerCertificate.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <arpa/inet.h>
#include <array>
#include <memory>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

int contextSlot()
{
    static const int slot = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return slot;
}

QString nameText(const X509_NAME *name)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
    if (!out || X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) < 0) {
        return {};
    }
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return plainLine(QString::fromUtf8(bytes, size)).left(200);
}

QDateTime timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1) {
        return {};
    }
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::UTC);
}

QString addressText(const ASN1_OCTET_STRING *bytes)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int size = ASN1_STRING_length(bytes);
    if (size != 4 && size != 16) {
        return {};
    }
    inet_ntop(size == 4 ? AF_INET : AF_INET6, ASN1_STRING_get0_data(bytes), text.data(), text.size());
    return QString::fromLatin1(text.data());
}

QStringList alternativeNames(X509 *certificate)
{
    QStringList names;
    const auto release = [](GENERAL_NAMES *all) { GENERAL_NAMES_free(all); };
    const std::unique_ptr<GENERAL_NAMES, decltype(release)> all(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)), release);
    for (int index = 0; all && index < sk_GENERAL_NAME_num(all.get()); ++index) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(all.get(), index);
        if (name->type == GEN_DNS) {
            const auto *bytes = reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName));
            names.append(plainLine(QString::fromUtf8(bytes, ASN1_STRING_length(name->d.dNSName))));
        } else if (name->type == GEN_IPADD) {
            names.append(addressText(name->d.iPAddress));
        }
    }
    return names;
}

void note(PeerCertificate &noted, X509 *certificate)
{
    noted.subject = nameText(X509_get_subject_name(certificate));
    noted.issuer = nameText(X509_get_issuer_name(certificate));
    noted.notBefore = timeOf(X509_get0_notBefore(certificate));
    noted.notAfter = timeOf(X509_get0_notAfter(certificate));
}

int onCertificate(int isGood, X509_STORE_CTX *store)
{
    const auto *ssl = static_cast<const SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *noted = ssl ? static_cast<PeerCertificate *>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), contextSlot())) : nullptr;
    X509 *certificate = X509_STORE_CTX_get_current_cert(store);
    if (!noted || !certificate) {
        return isGood;
    }
    if (!isGood) {
        noted->isSeen = true;
        noted->problem = X509_STORE_CTX_get_error(store);
        note(*noted, certificate);
    } else if (X509_STORE_CTX_get_error_depth(store) == 0) {
        *noted = {.names = alternativeNames(certificate), .isSeen = true};
        note(*noted, certificate);
    }
    return isGood;
}

QString dayOf(const QDateTime &time)
{
    return time.toString(u"yyyy-MM-dd hh:mm"_s) + u" UTC"_s;
}

} // namespace

void watchHandshakes(SSL_CTX *context, PeerCertificate *noted)
{
    SSL_CTX_set_ex_data(context, contextSlot(), noted);
    SSL_CTX_set_verify(context, SSL_CTX_get_verify_mode(context), &onCertificate);
}

QString PeerCertificate::complaint(const QString &host) const
{
    switch (problem) {
    case X509_V_OK: {
        QStringList some = names.mid(0, 8);
        if (names.size() > some.size()) {
            some.append(u"…"_s);
        }
        return some.isEmpty()
            ? Text::tr("The certificate of %1 (%2) names no host at all.").arg(host, subject)
            : Text::tr("The certificate of %1 (%2) is for other names: %3.").arg(host, subject, some.join(u", "_s));
    }
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return Text::tr("A certificate that %1 shows (%2) expired on %3.").arg(host, subject, dayOf(notAfter));
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return Text::tr("A certificate that %1 shows (%2) is not valid before %3; is the clock of this computer right?")
            .arg(host, subject, dayOf(notBefore));
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        return Text::tr("The certificate of %1 (%2) is signed by \"%3\", which is not the authority of this cluster.")
            .arg(host, subject, issuer);
    default:
        return Text::tr("The certificate of %1 (%2) is not accepted: %3.")
            .arg(host, subject, QString::fromLatin1(X509_verify_cert_error_string(problem)));
    }
}

} // namespace sentinel::kube
