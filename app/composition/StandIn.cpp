// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/StandIn.h"
#include "core/sandbox/delivery/X509.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

/// A certificate that signs itself and may sign others, and its key.
sandbox::SigningPair authority()
{
    const auto key = sandbox::makeKey({.algorithm = u"ECDSA"_s});
    if (!key) {
        return {};
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const sandbox::CertificateSpec spec{.commonName = u"Rehearsal"_s,
                                        .usages = {u"cert sign"_s, u"digital signature"_s},
                                        .isAuthority = true,
                                        .notBefore = now.addDays(-1),
                                        .notAfter = now.addYears(1)};
    const auto certificate = sandbox::signCertificate(spec, *key, {.certificate = {}, .key = *key});
    return {.certificate = certificate.value_or(QByteArray()), .key = *key};
}

} // namespace

QByteArray standInFor(const deploy::SecretNeed &need, const deploy::SecretKey &key)
{
    if (need.type == u"kubernetes.io/tls" || key.key == u"ca.crt") {
        static QHash<QString, sandbox::SigningPair> made; // both keys of a Secret come from one pair
        auto pair = made.find(need.ns + u'/' + need.name);
        if (pair == made.end()) {
            pair = made.insert(need.ns + u'/' + need.name, authority());
        }
        return key.key == u"tls.key" ? pair->key : pair->certificate;
    }
    if (key.key == u".dockerconfigjson") {
        return R"({"auths":{}})";
    }
    return deploy::generatedSecret();
}

} // namespace sentinel::composition
