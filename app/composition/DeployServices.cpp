// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/DeployServices.h"
#include "app/composition/Application.h"
#include "app/composition/StandIn.h"
#include "core/base/Files.h"
#include "core/deploy/BundleGit.h"
#include "core/deploy/InstalledHelm.h"
#include "core/deploy/JournalLedger.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

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

/// Null where there is no helm: what needs it says so.
[[nodiscard]] Async<std::shared_ptr<deploy::HelmRunner>> helmFor(ClusterConnection connection, std::shared_ptr<Clock> clock,
                                                                 CancelToken cancel)
{
    const auto binary = co_await helm::findHelm({u"helm"_s, QCoreApplication::applicationDirPath() + u"/helm"_s}, cancel);
    if (!binary) {
        if (binary.error().kind == Error::Kind::Cancelled) {
            co_return failure(binary);
        }
        co_return std::shared_ptr<deploy::HelmRunner>();
    }
    const auto folder = std::make_shared<QTemporaryDir>(); // 0700
    const QString path = folder->filePath(u"kubeconfig"_s);
    if (const auto written = writeFile(path, kubeconfigOf(connection.access)); !written) {
        co_return failure(written);
    }
    co_return std::make_shared<deploy::InstalledHelm>(deploy::InstalledHelm::Place{
        .binary = *binary, .kubeconfig = path, .api = connection.api, .clock = std::move(clock), .keeper = folder});
}

} // namespace

Result<std::shared_ptr<journal::Journal>> openJournal()
{
    return journal::Journal::open(stateFolder());
}

Async<deploy::Services> deployServices(ClusterConnection connection, CancelToken cancel)
{
    const auto clock = std::make_shared<SystemClock>();
    const auto journal = openJournal();
    if (!journal) {
        co_return failure(journal);
    }
    const auto helm = co_await helmFor(connection, clock, cancel);
    if (!helm) {
        co_return failure(helm);
    }
    deploy::Services services{.api = connection.api, .clock = clock, .ledger = std::make_shared<deploy::JournalLedger>(*journal)};
    services.helm = *helm;
    if (!QStandardPaths::findExecutable(u"git"_s).isEmpty()) {
        const QString rehearsals = connection.rehearsal ? stateFolder() + u"/rehearsal/repositories"_s : QString();
        services.git = std::make_shared<deploy::BundleGit>(connection.api, rehearsals);
    }
    services.clusterName = connection.access.context;
    services.clusterId = connection.access.server.toString();
    services.userName = qEnvironmentVariable("USER", u"sentinel-console"_s);
    services.rehearsal = connection.rehearsal;
    services.lock
        = [journal = *journal, cluster = services.clusterId](const QString &environment) -> Result<std::shared_ptr<void>> {
        auto claim = journal->claim({.kind = u"deploy"_s, .cluster = cluster, .environment = environment});
        if (!claim) {
            return failure(claim);
        }
        return std::make_shared<journal::Claim>(std::move(*claim));
    };
    if (connection.rehearsal) {
        // A word nobody guesses will do where no system beyond this machine is asked.
        services.standIn = [](const deploy::SecretNeed &need, const deploy::SecretKey &key) { return standInFor(need, key); };
    }
    co_return services;
}

} // namespace sentinel::composition
