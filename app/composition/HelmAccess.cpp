// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/HelmAccess.h"
#include "core/base/Files.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QJsonObject execOf(const kube::ExecPlugin &plugin)
{
    QJsonArray variables;
    for (const auto &[name, value] : plugin.variables) {
        variables.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
    }
    return {{u"apiVersion"_s, plugin.apiVersion},
            {u"command"_s, plugin.command},
            {u"args"_s, QJsonArray::fromStringList(plugin.arguments)},
            {u"env"_s, variables},
            {u"provideClusterInfo"_s, plugin.wantsCluster},
            {u"interactiveMode"_s, u"Never"_s}};
}

void addImpersonation(QJsonObject &user, const kube::Impersonation &as)
{
    if (as.isNobody()) {
        return;
    }
    QJsonObject extra;
    for (const auto &[key, values] : as.extra) {
        extra.insert(key, QJsonArray::fromStringList(values));
    }
    user.insert(u"as"_s, as.user);
    user.insert(u"as-uid"_s, as.uid);
    user.insert(u"as-groups"_s, QJsonArray::fromStringList(as.groups));
    user.insert(u"as-user-extra"_s, extra);
}

/// The same access as ours, for a program that reads a kubeconfig; JSON is YAML.
QByteArray kubeconfigOf(const kube::ClusterAccess &access)
{
    QJsonObject cluster{{u"server"_s, access.server.toString()}};
    QJsonObject user;
    const auto add = [](QJsonObject &object, const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            object.insert(name, value);
        }
    };
    add(cluster, u"certificate-authority-data"_s, base64(access.authority));
    add(cluster, u"tls-server-name"_s, access.tlsServerName);
    add(cluster, u"proxy-url"_s, access.proxy.url.toString());
    if (access.insecure) {
        cluster.insert(u"insecure-skip-tls-verify"_s, true);
    }
    if (access.plugin && !access.plugin->clusterConfig.isUndefined()) {
        cluster.insert(u"extensions"_s,
                       QJsonArray{QJsonObject{{u"name"_s, u"client.authentication.k8s.io/exec"_s},
                                              {u"extension"_s, access.plugin->clusterConfig}}});
    }
    add(user, u"client-certificate-data"_s, base64(access.certificate));
    add(user, u"client-key-data"_s, base64(access.key));
    add(user, u"token"_s, QString::fromUtf8(access.token));
    add(user, u"tokenFile"_s, access.tokenFile);
    add(user, u"username"_s, QString::fromUtf8(access.userName));
    add(user, u"password"_s, QString::fromUtf8(access.password));
    if (access.plugin) {
        user.insert(u"exec"_s, execOf(*access.plugin));
    }
    addImpersonation(user, access.as);
    const QString name = u"cluster"_s;
    const QJsonObject context{{u"cluster"_s, name}, {u"user"_s, name}, {u"namespace"_s, access.ns}};
    const QJsonObject config{{u"apiVersion"_s, u"v1"_s},
                             {u"kind"_s, u"Config"_s},
                             {u"clusters"_s, QJsonArray{QJsonObject{{u"name"_s, name}, {u"cluster"_s, cluster}}}},
                             {u"users"_s, QJsonArray{QJsonObject{{u"name"_s, name}, {u"user"_s, user}}}},
                             {u"contexts"_s, QJsonArray{QJsonObject{{u"name"_s, name}, {u"context"_s, context}}}},
                             {u"current-context"_s, name}};
    return QJsonDocument(config).toJson(QJsonDocument::Compact);
}

} // namespace

Async<std::optional<HelmAccess>> helmAccess(ClusterConnection connection, CancelToken cancel)
{
    const auto binary = co_await helm::findHelm({u"helm"_s, QCoreApplication::applicationDirPath() + u"/helm"_s}, cancel);
    if (!binary) {
        if (binary.error().kind == Error::Kind::Cancelled) {
            co_return failure(binary);
        }
        co_return std::nullopt;
    }
    const auto folder = std::make_shared<QTemporaryDir>(); // 0700
    const QString path = folder->filePath(u"kubeconfig"_s);
    if (const auto written = writeFile(path, kubeconfigOf(connection.access)); !written) {
        co_return failure(written);
    }
    co_return HelmAccess{.binary = *binary, .kubeconfig = path, .keeper = folder};
}

} // namespace sentinel::composition
