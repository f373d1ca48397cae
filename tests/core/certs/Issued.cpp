// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/certs/Issued.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

kube::Object secretOf(const QString &name, const QJsonObject &data)
{
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Secret"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}},
            {u"data"_s, data}};
}

} // namespace

QJsonObject json(QByteArray text)
{
    text.replace('\'', '"');
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        qFatal("%s in %s", qPrintable(error.errorString()), text.constData());
    }
    return document.object();
}

Authority::Authority(const QString &name, const QDateTime &until)
{
    m_pair.key = sandbox::makeKey({.algorithm = u"ECDSA"_s}).value();
    m_pair.certificate
        = sandbox::signCertificate({.commonName = name, .isAuthority = true, .notBefore = until.addYears(-10), .notAfter = until},
                                   m_pair.key, {.certificate = {}, .key = m_pair.key})
              .value();
}

kube::Object Authority::secret(const QString &name, const QStringList &dnsNames, const QDateTime &until,
                               const QString &algorithm) const
{
    const QByteArray key = sandbox::makeKey({.algorithm = algorithm}).value();
    const QByteArray leaf
        = sandbox::signCertificate(
              {.dnsNames = dnsNames, .usages = {u"server auth"_s}, .notBefore = until.addDays(-90), .notAfter = until}, key,
              m_pair)
              .value();
    return secretOf(name, {{u"tls.crt"_s, base64(leaf)}, {u"tls.key"_s, base64(key)}, {u"ca.crt"_s, base64(m_pair.certificate)}});
}

kube::Object Authority::ownSecret(const QString &name) const
{
    return secretOf(name, {{u"tls.crt"_s, base64(m_pair.certificate)}, {u"tls.key"_s, base64(m_pair.key)}});
}

kube::Object certificate(const QByteArray &status, const QString &name)
{
    return json(
        "{'apiVersion':'cert-manager.io/v1','kind':'Certificate','metadata':{'name':'" + name.toUtf8()
        + "','namespace':'shop','uid':'uid-" + name.toUtf8()
        + "','generation':1},'spec':{'secretName':'web-tls','dnsNames':['web.example.com'],'privateKey':{'algorithm':'ECDSA'},"
          "'issuerRef':{'name':'ca','kind':'Issuer'}},'status':{"
        + status + "}}");
}

kube::Object issuer(bool ready, const QByteArray &spec)
{
    return json("{'apiVersion':'cert-manager.io/v1','kind':'Issuer','metadata':{'name':'ca','namespace':'shop'},'spec':{" + spec
                + "},'status':{'conditions':[{'type':'Ready','status':'" + (ready ? "True" : "False")
                + "','message':'secret not found'}]}}");
}

} // namespace sentinel::testing
