// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/Kubeconfig.h"

#include "core/base/Files.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <arpa/inet.h>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const KubeconfigEntry *named(const QList<KubeconfigEntry> &entries, const QString &name)
{
    const auto found = std::ranges::find(entries, name, &KubeconfigEntry::name);
    return found == entries.end() ? nullptr : &*found;
}

/// The first file that names a thing wins whole.
void merge(QList<KubeconfigEntry> &into, QList<KubeconfigEntry> more)
{
    for (KubeconfigEntry &entry : more) {
        if (!named(into, entry.name)) {
            into.append(std::move(entry));
        }
    }
}

bool isLoopback(const QString &host)
{
    in_addr address{};
    const bool isAddress4 = inet_pton(AF_INET, host.toLatin1().constData(), &address) == 1;
    return host == "localhost"_L1 || host == "::1"_L1 || (isAddress4 && ntohl(address.s_addr) >> 24 == 127);
}

Result<QUrl> serverOf(const KubeconfigEntry &cluster)
{
    const auto written = cluster.text(u"server");
    if (!written) {
        return failure(written);
    }
    if (written->isEmpty()) {
        return cluster.problem(Text::tr("The cluster \"%1\" has no server.").arg(cluster.name));
    }
    // kubectl takes "host:6443" for https as well.
    const QUrl url(written->contains("://"_L1) ? *written : u"https://"_s + *written, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty()) {
        return cluster.problem(
            Text::tr("The server of the cluster \"%1\" is not an address like https://host:6443.").arg(cluster.name), u"server");
    }
    const bool plain = url.scheme() == "http"_L1;
    if (url.scheme() != "https"_L1 && !plain) {
        return cluster.problem(Text::tr("The server of the cluster \"%1\" must be an https address.").arg(cluster.name),
                               u"server");
    }
    if (plain && !isLoopback(url.host())) {
        return cluster.problem(
            Text::tr("The server of the cluster \"%1\" is plain http: only https is spoken with clusters.").arg(cluster.name),
            u"server", Error::Kind::Unsupported);
    }
    return url;
}

Result<void> readCluster(const KubeconfigEntry &cluster, ClusterAccess &access)
{
    const auto insecure = cluster.flag(u"insecure-skip-tls-verify");
    const auto plainBodies = cluster.flag(u"disable-compression");
    const auto serverName = cluster.text(u"tls-server-name");
    const auto server = serverOf(cluster);
    if (!insecure || !plainBodies) {
        return failure(insecure ? plainBodies : insecure);
    }
    if (!serverName) {
        return failure(serverName);
    }
    if (!server) {
        return failure(server);
    }
    if (*insecure) {
        return cluster.problem(
            Text::tr("The cluster \"%1\" asks not to verify its certificate. That is never done: put the cluster's "
                     "authority into certificate-authority-data.")
                .arg(cluster.name),
            u"insecure-skip-tls-verify", Error::Kind::Unsupported);
    }
    if (cluster.has(u"proxy-url")) {
        return cluster.problem(Text::tr("The cluster \"%1\" is behind a proxy; proxies are not supported yet.").arg(cluster.name),
                               u"proxy-url", Error::Kind::Unsupported);
    }
    auto authority = cluster.content(u"certificate-authority"_s);
    if (!authority) {
        return failure(authority);
    }
    if (!authority->isEmpty() && !authority->contains("-----BEGIN CERTIFICATE-----")) {
        const QString key
            = cluster.has(u"certificate-authority-data") ? u"certificate-authority-data"_s : u"certificate-authority"_s;
        return cluster.problem(Text::tr("The authority of the cluster \"%1\" holds no PEM certificate.").arg(cluster.name), key);
    }
    access.server = *server;
    access.tlsServerName = *serverName;
    access.authority = std::move(*authority);
    access.compression = !*plainBodies;
    return {};
}

std::optional<Error> unsupportedUser(const KubeconfigEntry &user)
{
    const auto refuse = [&user](QStringView key, const QString &sentence) -> std::optional<Error> {
        return user.problem(sentence, key, Error::Kind::Unsupported).error();
    };
    if (user.has(u"exec")) {
        return refuse(
            u"exec",
            Text::tr("The user \"%1\" signs in with a plugin program (exec), which is not supported yet. Use a token or a "
                     "client certificate.")
                .arg(user.name));
    }
    if (user.has(u"auth-provider")) {
        return refuse(u"auth-provider",
                      Text::tr("The user \"%1\" signs in with an auth-provider, which kubectl has given up too.").arg(user.name));
    }
    if (user.has(u"username") || user.has(u"password")) {
        return refuse(
            u"username",
            Text::tr("The user \"%1\" signs in with a password, which no supported Kubernetes accepts.").arg(user.name));
    }
    for (const QStringView key : {u"as", u"as-uid", u"as-groups", u"as-user-extra"}) {
        if (user.has(key)) {
            return refuse(
                key, Text::tr("The user \"%1\" acts as somebody else (%2), which is not supported yet.").arg(user.name, key));
        }
    }
    return {};
}

Result<void> readUser(const KubeconfigEntry &user, ClusterAccess &access)
{
    if (auto unsupported = unsupportedUser(user)) {
        return failure(std::move(*unsupported));
    }
    const auto token = user.text(u"token");
    const auto tokenFile = user.path(u"tokenFile");
    if (!token || !tokenFile) {
        return failure(token ? tokenFile : token);
    }
    auto certificate = user.content(u"client-certificate"_s);
    auto key = user.content(u"client-key"_s);
    if (!certificate || !key) {
        return failure(certificate ? key : certificate);
    }
    if (certificate->isEmpty() != key->isEmpty()) {
        return user.problem(
            Text::tr("The user \"%1\" has a client certificate without its key, or a key without its certificate.")
                .arg(user.name));
    }
    if (!certificate->isEmpty() && !certificate->contains("-----BEGIN CERTIFICATE-----")) {
        return user.problem(Text::tr("The client certificate of the user \"%1\" is not a PEM certificate.").arg(user.name),
                            user.has(u"client-certificate-data") ? u"client-certificate-data" : u"client-certificate");
    }
    const QStringView keyAt = user.has(u"client-key-data") ? u"client-key-data" : u"client-key";
    if (!key->isEmpty() && !key->contains("PRIVATE KEY-----")) {
        return user.problem(Text::tr("The client key of the user \"%1\" is not a PEM key.").arg(user.name), keyAt);
    }
    if (key->contains("ENCRYPTED")) {
        return user.problem(
            Text::tr("The client key of the user \"%1\" is protected by a passphrase, which is not supported.").arg(user.name),
            keyAt, Error::Kind::Unsupported);
    }
    access.token = token->trimmed().toUtf8();
    access.tokenFile = *tokenFile;
    access.certificate = std::move(*certificate);
    access.key = std::move(*key);
    return {};
}

} // namespace

QStringList Kubeconfig::files(const QString &file, const QString &variable, const QString &home)
{
    if (!file.isEmpty()) {
        return {file};
    }
    if (const QStringList listed = variable.split(QDir::listSeparator(), Qt::SkipEmptyParts); !listed.isEmpty()) {
        return listed;
    }
    return {home + u"/.kube/config"_s};
}

Result<Kubeconfig> Kubeconfig::read(const QString &file)
{
    QStringList found = files(file, qEnvironmentVariable("KUBECONFIG"), QDir::homePath());
    if (!file.isEmpty()) {
        return readFiles(found);
    }
    const QStringList looked = found;
    found.removeIf([](const QString &each) { return !QFileInfo::exists(each); });
    if (found.isEmpty()) {
        return failure(Error::Kind::NotFound, Text::tr("looking for a kubeconfig"),
                       Text::tr("There is no kubeconfig: %1 does not exist.").arg(looked.join(u", "_s)),
                       {.file = looked.first()});
    }
    return readFiles(found);
}

Result<Kubeconfig> Kubeconfig::readFiles(const QStringList &files)
{
    Kubeconfig config;
    for (const QString &file : files) {
        const auto text = readFile(file);
        if (!text) {
            return failure(text);
        }
        if (const auto added = config.add(file, *text); !added) {
            return failure(added);
        }
    }
    return config;
}

Result<void> Kubeconfig::add(const QString &file, const QByteArray &text)
{
    const auto root = yaml::read(text, file);
    if (!root) {
        return failure(root);
    }
    m_files.append(file);
    if (root->isNull()) {
        return {};
    }
    const KubeconfigEntry whole{.name = file, .value = *root, .file = file, .where = {.file = file, .line = 1, .column = 1}};
    if (!root->isMap()) {
        return whole.problem(Text::tr("This is not a kubeconfig: it holds no clusters, users and contexts."));
    }
    const auto kind = whole.text(u"kind");
    const auto current = whole.text(u"current-context");
    if (!kind || !current) {
        return failure(kind ? current : kind);
    }
    if (!kind->isEmpty() && *kind != "Config"_L1) {
        return whole.problem(Text::tr("This is not a kubeconfig but a %1.").arg(*kind), u"kind");
    }
    auto clusters = namedEntries(*root, file, u"clusters"_s, u"cluster"_s);
    auto users = namedEntries(*root, file, u"users"_s, u"user"_s);
    auto contexts = namedEntries(*root, file, u"contexts"_s, u"context"_s);
    for (const auto *entries : {&clusters, &users, &contexts}) {
        if (!*entries) {
            return failure(*entries);
        }
    }
    if (m_current.isEmpty()) {
        m_current = *current;
    }
    merge(m_clusters, std::move(*clusters));
    merge(m_users, std::move(*users));
    merge(m_contexts, std::move(*contexts));
    return {};
}

QStringList Kubeconfig::contexts() const
{
    QStringList names;
    for (const KubeconfigEntry &context : m_contexts) {
        names.append(context.name);
    }
    return names;
}

Result<ClusterAccess> Kubeconfig::access(const QString &context) const
{
    const QString wanted = context.isEmpty() ? m_current : context;
    const QString file = m_files.value(0);
    const QString doing = Text::tr("reading the kubeconfig %1").arg(m_files.join(u", "_s));
    if (wanted.isEmpty()) {
        return failure(Error::Kind::NotFound, doing,
                       m_contexts.isEmpty()
                           ? Text::tr("The kubeconfig names no cluster.")
                           : Text::tr("The kubeconfig sets no current context; name one of: %1.").arg(contexts().join(u", "_s)),
                       {.file = file});
    }
    const KubeconfigEntry *found = named(m_contexts, wanted);
    if (!found) {
        return failure(Error::Kind::NotFound, doing,
                       m_contexts.isEmpty()
                           ? Text::tr("The kubeconfig has no context \"%1\", nor any other.").arg(wanted)
                           : Text::tr("The kubeconfig has no context \"%1\"; it has: %2.").arg(wanted, contexts().join(u", "_s)),
                       {.file = file});
    }
    const auto cluster = found->text(u"cluster");
    const auto user = found->text(u"user");
    const auto space = found->text(u"namespace");
    for (const auto *field : {&cluster, &user, &space}) {
        if (!*field) {
            return failure(*field);
        }
    }
    ClusterAccess access{.context = wanted, .cluster = *cluster, .user = *user};
    if (!space->isEmpty()) {
        access.ns = *space;
    }
    const KubeconfigEntry *where = named(m_clusters, *cluster);
    if (!where) {
        return found->problem(Text::tr("The context \"%1\" names the cluster \"%2\", which is not there.").arg(wanted, *cluster),
                              u"cluster");
    }
    if (const auto read = readCluster(*where, access); !read) {
        return failure(read);
    }
    if (user->isEmpty()) {
        return access; // a server that knows us by other means says 401 itself
    }
    const KubeconfigEntry *who = named(m_users, *user);
    if (!who) {
        return found->problem(Text::tr("The context \"%1\" names the user \"%2\", which is not there.").arg(wanted, *user),
                              u"user");
    }
    if (const auto read = readUser(*who, access); !read) {
        return failure(read);
    }
    return access;
}

} // namespace sentinel::kube
