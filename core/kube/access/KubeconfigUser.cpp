// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/ClientKey.h"
#include "core/kube/access/KubeconfigParts.h"
#include "core/yaml/Json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr QStringView kClusterExtension = u"client.authentication.k8s.io/exec";

Result<ExecPlugin::Interaction> interactionOf(const KubeconfigEntry &exec, const QString &user, const QString &apiVersion)
{
    const auto mode = exec.text(u"interactiveMode");
    if (!mode) {
        return failure(mode);
    }
    if (mode->isEmpty() && apiVersion.endsWith("/v1"_L1)) {
        return exec.problem(
            Text::tr("The sign-in program of the user \"%1\" needs interactiveMode: Never, IfAvailable or Always.").arg(user));
    }
    if (mode->isEmpty() || *mode == "IfAvailable"_L1) {
        return ExecPlugin::Interaction::IfAvailable;
    }
    if (*mode == "Never"_L1) {
        return ExecPlugin::Interaction::Never;
    }
    if (*mode == "Always"_L1) {
        return ExecPlugin::Interaction::Always;
    }
    return exec.problem(Text::tr("interactiveMode must be Never, IfAvailable or Always."), u"interactiveMode");
}

Result<QList<std::pair<QString, QString>>> variablesOf(const KubeconfigEntry &exec)
{
    QList<std::pair<QString, QString>> variables;
    const yaml::Value *written = exec.value.find(u"env");
    if (!written || written->isNull()) {
        return variables;
    }
    for (const yaml::Value &item : written->items()) {
        const yaml::Value *name = item.find(u"name");
        const yaml::Value *value = item.find(u"value");
        const bool isGood = name && name->isScalar() && !name->text().isEmpty() && !name->text().contains(u'=')
            && !name->text().contains(QChar(0)) && (!value || value->isScalar());
        if (!isGood) {
            return exec.problem(Text::tr("\"env\" must be a list of name and value."), u"env");
        }
        variables.append({name->text(), value ? value->text() : QString()});
    }
    if (!written->isList()) {
        return exec.problem(Text::tr("\"env\" must be a list of name and value."), u"env");
    }
    return variables;
}

QJsonValue clusterConfigOf(const KubeconfigEntry &cluster)
{
    const yaml::Value *extensions = cluster.value.find(u"extensions");
    for (const yaml::Value &each : extensions ? extensions->items() : QList<yaml::Value>()) {
        const yaml::Value *name = each.find(u"name");
        const yaml::Value *content = each.find(u"extension");
        if (name && content && name->text() == kClusterExtension) {
            return yaml::toJson(*content);
        }
    }
    return QJsonValue::Undefined;
}

Result<ExecPlugin> pluginOf(const KubeconfigEntry &user, const KubeconfigEntry &cluster)
{
    const yaml::Value *content = user.value.find(u"exec");
    if (!content->isMap()) {
        return user.problem(Text::tr("\"exec\" of \"%1\" must hold keys and values.").arg(user.name), u"exec");
    }
    const KubeconfigEntry exec{.name = user.name, .value = *content, .file = user.file, .where = user.place(u"exec")};
    const auto command = exec.text(u"command");
    const auto apiVersion = exec.text(u"apiVersion");
    const auto hint = exec.text(u"installHint");
    for (const auto *each : {&command, &apiVersion, &hint}) {
        if (!*each) {
            return failure(*each);
        }
    }
    const auto arguments = exec.texts(u"args");
    const auto variables = variablesOf(exec);
    const auto wantsCluster = exec.flag(u"provideClusterInfo");
    if (!arguments || !variables) {
        return failure(arguments ? variables.error() : arguments.error());
    }
    if (!wantsCluster) {
        return failure(wantsCluster);
    }
    if (command->isEmpty()) {
        return exec.problem(Text::tr("The sign-in program of the user \"%1\" has no command.").arg(user.name));
    }
    if (*apiVersion != "client.authentication.k8s.io/v1"_L1 && *apiVersion != "client.authentication.k8s.io/v1beta1"_L1) {
        return exec.problem(Text::tr("The sign-in program of the user \"%1\" speaks \"%2\"; understood are "
                                     "client.authentication.k8s.io/v1 and v1beta1.")
                                .arg(user.name, *apiVersion),
                            u"apiVersion", Error::Kind::Unsupported);
    }
    const auto interaction = interactionOf(exec, user.name, *apiVersion);
    if (!interaction) {
        return failure(interaction);
    }
    // Only a bare name is looked for on PATH; "./sign-in" lies beside the kubeconfig.
    const QString program
        = command->contains(u'/') ? QDir::cleanPath(QFileInfo(user.file).absoluteDir().absoluteFilePath(*command)) : *command;
    return ExecPlugin{.command = program,
                      .arguments = *arguments,
                      .variables = *variables,
                      .apiVersion = *apiVersion,
                      .installHint = *hint,
                      .wantsCluster = *wantsCluster,
                      .interaction = *interaction,
                      .clusterConfig = *wantsCluster ? clusterConfigOf(cluster) : QJsonValue(QJsonValue::Undefined),
                      .where = exec.where};
}

/// What goes into a header may not end it.
bool isOneLine(const QStringList &texts)
{
    return std::ranges::none_of(texts, [](const QString &text) {
        return std::ranges::any_of(text, [](QChar letter) { return letter.category() == QChar::Other_Control; });
    });
}

Result<Impersonation> impersonationOf(const KubeconfigEntry &user)
{
    const auto name = user.text(u"as");
    const auto uid = user.text(u"as-uid");
    const auto groups = user.texts(u"as-groups");
    if (!name || !uid) {
        return failure(name ? uid : name);
    }
    if (!groups) {
        return failure(groups);
    }
    Impersonation as{.user = *name, .uid = *uid, .groups = *groups};
    if (!isOneLine(QStringList{*name, *uid} + *groups)) {
        return user.problem(Text::tr("Whom the user \"%1\" acts as has letters that no name has.").arg(user.name), u"as");
    }
    if (const yaml::Value *extra = user.value.find(u"as-user-extra"); extra && !extra->isNull()) {
        for (const yaml::Entry &entry : extra->entries()) {
            QStringList values;
            for (const yaml::Value &value : entry.value.items()) {
                values.append(value.text());
            }
            if (!isOneLine(values)) {
                return user.problem(Text::tr("Whom the user \"%1\" acts as has letters that no name has.").arg(user.name),
                                    u"as-user-extra");
            }
            as.extra.append({entry.key, values});
        }
    }
    if (as.user.isEmpty() && (!as.uid.isEmpty() || !as.groups.isEmpty() || !as.extra.isEmpty())) {
        return user.problem(
            Text::tr("The user \"%1\" acts with the groups or the id of somebody, but \"as\" does not say who that is.")
                .arg(user.name));
    }
    return as;
}

Result<void> readCertificate(const KubeconfigEntry &user, ClusterAccess &access)
{
    auto certificate = user.content(u"client-certificate"_s, access.files);
    auto key = user.content(u"client-key"_s, access.files);
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
    if (!key->isEmpty() && keyFit(*certificate, *key) == KeyFit::No) {
        return user.problem(Text::tr("The client key of the user \"%1\" does not belong to its certificate.").arg(user.name),
                            keyAt);
    }
    access.certificate = std::move(*certificate);
    access.key = std::move(*key);
    return {};
}

Result<void> readWords(const KubeconfigEntry &user, ClusterAccess &access)
{
    const auto token = user.text(u"token");
    const auto tokenFile = user.path(u"tokenFile");
    const auto name = user.text(u"username");
    const auto password = user.text(u"password");
    for (const auto *each : {&token, &tokenFile, &name, &password}) {
        if (!*each) {
            return failure(*each);
        }
    }
    const bool hasToken = !token->isEmpty() || !tokenFile->isEmpty();
    if (hasToken && !name->isEmpty()) {
        return user.problem(
            Text::tr("The user \"%1\" has a token and a password; the server can be told one of them.").arg(user.name),
            u"username");
    }
    if (name->isEmpty() != password->isEmpty()) {
        return user.problem(
            Text::tr("The user \"%1\" has a user name without a password, or a password without a user name.").arg(user.name));
    }
    if (name->contains(u':')) {
        return user.problem(Text::tr("A user name cannot hold a colon."), u"username");
    }
    access.token = token->trimmed().toUtf8();
    access.tokenFile = *tokenFile;
    access.userName = name->toUtf8();
    access.password = password->toUtf8();
    return {};
}

} // namespace

Result<void> readUser(const KubeconfigEntry &user, const KubeconfigEntry &cluster, ClusterAccess &access)
{
    if (user.has(u"auth-provider")) {
        return user.problem(
            Text::tr("The user \"%1\" signs in with an auth-provider, which kubectl has given up too.").arg(user.name),
            u"auth-provider", Error::Kind::Unsupported);
    }
    if (const auto words = readWords(user, access); !words) {
        return words;
    }
    if (const auto certificate = readCertificate(user, access); !certificate) {
        return certificate;
    }
    auto as = impersonationOf(user);
    if (!as) {
        return failure(as);
    }
    access.as = std::move(*as);
    if (user.has(u"exec")) {
        auto plugin = pluginOf(user, cluster);
        if (!plugin) {
            return failure(plugin);
        }
        const bool isKnownOtherwise = !access.token.isEmpty() || !access.tokenFile.isEmpty() || !access.userName.isEmpty()
            || !access.certificate.isEmpty();
        if (!isKnownOtherwise) {
            access.plugin = std::move(*plugin);
        }
    }
    return {};
}

} // namespace sentinel::kube
