// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/ClientKey.h"

#include <memory>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace sentinel::kube {

namespace {

using Bytes = std::unique_ptr<BIO, decltype(&BIO_free)>;

Bytes bytesOf(const QByteArray &text)
{
    return {BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())), &BIO_free};
}

/// Never asks on a terminal.
int noPassphrase(char *, int, int, void *)
{
    return 0;
}

} // namespace

KeyFit keyFit(const QByteArray &certificate, const QByteArray &key)
{
    const Bytes certificateBytes = bytesOf(certificate);
    const Bytes keyBytes = bytesOf(key);
    const std::unique_ptr<X509, decltype(&X509_free)> shown(
        PEM_read_bio_X509(certificateBytes.get(), nullptr, &noPassphrase, nullptr), &X509_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> ours(
        PEM_read_bio_PrivateKey(keyBytes.get(), nullptr, &noPassphrase, nullptr), &EVP_PKEY_free);
    const KeyFit fit = !shown || !ours                         ? KeyFit::Unknown
        : X509_check_private_key(shown.get(), ours.get()) == 1 ? KeyFit::Yes
                                                               : KeyFit::No;
    ERR_clear_error();
    return fit;
}

} // namespace sentinel::kube
