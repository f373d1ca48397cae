// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/ExecCredential.h"
#include "core/base/Timestamp.h"

#include "core/kube/access/ClientKey.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostBytes = 1024 * 1024; // a certificate and its key have a few thousand

QJsonObject clusterObject(const ExecPlugin &plugin, const ClusterAccess &access)
{
    QJsonObject cluster{{u"server"_s, access.server.toString()}};
    const auto add = [&cluster](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            cluster.insert(name, value);
        }
    };
    add(u"tls-server-name"_s, access.tlsServerName);
    add(u"certificate-authority-data"_s, QString::fromLatin1(access.authority.toBase64()));
    if (access.proxy.variable.isEmpty()) { // what the environment names it sees itself
        add(u"proxy-url"_s, access.proxy.url.toString());
    }
    if (access.insecure) {
        cluster.insert(u"insecure-skip-tls-verify"_s, true);
    }
    if (!access.compression) {
        cluster.insert(u"disable-compression"_s, true);
    }
    if (!plugin.clusterConfig.isUndefined()) {
        cluster.insert(u"config"_s, plugin.clusterConfig);
    }
    return cluster;
}

bool isToken(const QByteArray &text)
{
    return std::ranges::none_of(text, [](char letter) { return letter <= ' ' || letter > '~'; });
}

} // namespace

QByteArray execInfo(const ExecPlugin &plugin, const ClusterAccess &access, bool isInteractive)
{
    QJsonObject spec{{u"interactive"_s, isInteractive}};
    if (plugin.wantsCluster) {
        spec.insert(u"cluster"_s, clusterObject(plugin, access));
    }
    const QJsonObject info{{u"apiVersion"_s, plugin.apiVersion}, {u"kind"_s, u"ExecCredential"_s}, {u"spec"_s, spec}};
    return QJsonDocument(info).toJson(QJsonDocument::Compact);
}

Result<ExecCredential> readExecCredential(const QByteArray &out, const QString &apiVersion, const QString &program)
{
    const auto refused = [&program](const QString &sentence) {
        return failure(Error::Kind::Invalid, Text::tr("signing in with %1").arg(program), sentence);
    };
    const QJsonDocument document = out.size() <= kMostBytes ? QJsonDocument::fromJson(out) : QJsonDocument();
    const QJsonObject whole = document.object();
    if (whole["kind"_L1].toString() != "ExecCredential"_L1) {
        return refused(Text::tr("What %1 wrote is no ExecCredential.").arg(program));
    }
    if (whole["apiVersion"_L1].toString() != apiVersion) {
        return refused(
            Text::tr("%1 answered in another version than %2, which the kubeconfig asks for.").arg(program, apiVersion));
    }
    const QJsonObject status = whole["status"_L1].toObject();
    const QString expires = status["expirationTimestamp"_L1].toString();
    ExecCredential credential{.token = status["token"_L1].toString().trimmed().toUtf8(),
                              .certificate = status["clientCertificateData"_L1].toString().toUtf8(),
                              .key = status["clientKeyData"_L1].toString().toUtf8(),
                              .expires = timestampOf(status["expirationTimestamp"_L1])};
    if (!expires.isEmpty() && !credential.expires.isValid()) {
        return refused(Text::tr("%1 says that its credentials end at a time that is none.").arg(program));
    }
    if (credential.certificate.isEmpty() != credential.key.isEmpty()) {
        return refused(Text::tr("%1 gave a certificate without its key, or a key without its certificate.").arg(program));
    }
    if (credential.token.isEmpty() && credential.certificate.isEmpty()) {
        return refused(Text::tr("%1 gave neither a token nor a certificate.").arg(program));
    }
    if (!isToken(credential.token)) {
        return refused(Text::tr("%1 gave a token with characters that no token has.").arg(program));
    }
    const bool hasPem = credential.certificate.isEmpty()
        || (credential.certificate.contains("-----BEGIN CERTIFICATE-----") && credential.key.contains("PRIVATE KEY-----"));
    if (!hasPem || (!credential.key.isEmpty() && keyFit(credential.certificate, credential.key) == KeyFit::No)) {
        return refused(Text::tr("%1 gave a certificate and a key that are no PEM or do not belong together.").arg(program));
    }
    return credential;
}

} // namespace sentinel::kube
