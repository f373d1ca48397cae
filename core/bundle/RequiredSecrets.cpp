// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/RequiredSecrets.h"

#include "core/bundle/Values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

using Kind = RequiredSecret::Kind;

/// Collects Secrets; two references to one Secret become two keys of it.
class Collection
{
public:
    void add(RequiredSecret secret)
    {
        const auto same = std::ranges::find_if(m_secrets, [&secret](const RequiredSecret &other) {
            return other.name == secret.name && other.nameSpace == secret.nameSpace;
        });
        if (same == m_secrets.end()) {
            m_secrets.append(std::move(secret));
            return;
        }
        for (RequiredKey &key : secret.keys) {
            if (!std::ranges::contains(same->keys, key.key, &RequiredKey::key)) {
                same->keys.append(std::move(key));
            }
        }
    }
    [[nodiscard]] QList<RequiredSecret> take() { return std::move(m_secrets); }

private:
    QList<RequiredSecret> m_secrets;
};

/// An Opaque Secret with the one key the answer names.
RequiredSecret opaque(const Environment &environment, const QString &answer, const QString &usualKey, const QString &nameSpace,
                      const plan::Words &purpose, const QString &file = {})
{
    const SecretReference reference = secretReference(environment.answers.text(answer), usualKey);
    return {.kind = Kind::Opaque,
            .nameSpace = nameSpace,
            .name = reference.secret,
            .answer = answer,
            .url = {},
            .keys = {{.key = reference.key, .purpose = purpose, .file = file}}};
}

RequiredSecret tls(const Environment &environment, const QString &answer, const QString &nameSpace, const plan::Words &purpose)
{
    return {.kind = Kind::Tls,
            .nameSpace = nameSpace,
            .name = secretReference(environment.answers.text(answer), {}).secret,
            .answer = answer,
            .url = {},
            .keys = {{.key = u"tls.crt"_s, .purpose = purpose, .file = u"tls.crt"_s},
                     {.key = u"tls.key"_s, .purpose = purpose, .file = u"tls.key"_s}}};
}

void addOwn(Collection &secrets, const Environment &environment)
{
    const QString space = environment.nameSpace();
    const bool external = environment.answers.text(u"storage.database") == u"external";
    secrets.add(opaque(environment, u"security.databaseSecret"_s, u"password"_s, space,
                       {u"password of the database user"_s, u"contraseña del usuario de la base de datos"_s},
                       external ? u"database-password"_s : QString()));
    secrets.add(
        opaque(environment, u"security.redisSecret"_s, u"password"_s, space, {u"password of Redis"_s, u"contraseña de Redis"_s}));
    secrets.add(opaque(environment, u"security.appSecret"_s, u"secret-key"_s, space,
                       {u"key that signs logins, at least 32 characters"_s,
                        u"clave que firma los inicios de sesión, de al menos 32 caracteres"_s}));
    if (environment.answers.has(u"target.pullSecret")) {
        secrets.add({.kind = Kind::PullSecret,
                     .nameSpace = space,
                     .name = secretReference(environment.answers.text(u"target.pullSecret"), {}).secret,
                     .answer = u"target.pullSecret"_s,
                     .url = {},
                     .keys = {{.key = u".dockerconfigjson"_s,
                               .purpose = {u"login at the image registry"_s, u"acceso al registro de imágenes"_s},
                               .file = u"$HOME/.docker/config.json"_s}}});
    }
    if (environment.answers.text(u"network.tls") == u"existingSecret") {
        secrets.add(tls(environment, u"network.tlsSecret"_s, space, {u"certificate of the host"_s, u"certificado del host"_s}));
    }
}

/// A Secret with several keys under names the chart gives them.
RequiredSecret several(const Environment &environment, const QString &answer, QList<RequiredKey> keys)
{
    return {.kind = Kind::Opaque,
            .nameSpace = environment.nameSpace(),
            .name = secretReference(environment.answers.text(answer), {}).secret,
            .answer = answer,
            .url = {},
            .keys = std::move(keys)};
}

void addAlerts(Collection &secrets, const Environment &environment)
{
    const std::pair<QStringView, RequiredKey> all[] = {
        {u"slack",
         {.key = u"slack-url"_s,
          .purpose = {u"address of Slack's incoming webhook"_s, u"dirección del webhook entrante de Slack"_s},
          .file = u"slack-url"_s}},
        {u"discord",
         {.key = u"discord-url"_s,
          .purpose = {u"address of Discord's webhook"_s, u"dirección del webhook de Discord"_s},
          .file = u"discord-url"_s}},
        {u"webhook",
         {.key = u"webhook-url"_s,
          .purpose = {u"address of your webhook"_s, u"dirección de su webhook"_s},
          .file = u"webhook-url"_s}},
    };
    QList<RequiredKey> keys;
    for (const auto &[receiver, key] : all) {
        if (sendsAlertsTo(environment.answers, receiver)) {
            keys.append(key);
        }
    }
    if (sendsAlertsTo(environment.answers, u"email") && environment.answers.has(u"observability.mailUser")) {
        keys.append({.key = u"smtp-password"_s,
                     .purpose = {u"password at the mail server"_s, u"contraseña en el servidor de correo"_s},
                     .file = u"smtp-password"_s});
    }
    if (!keys.isEmpty()) {
        secrets.add(several(environment, u"security.alertsSecret"_s, keys));
    }
}

/// Of the parts around Sentinel's own pods.
void addServices(Collection &secrets, const Environment &environment)
{
    const plan::Answers &answers = environment.answers;
    const QString space = environment.nameSpace();
    if (hasPatroni(answers)) {
        secrets.add(
            several(environment, u"security.patroniSecret"_s,
                    {{.key = u"superuser-password"_s,
                      .purpose = {u"password of PostgreSQL's superuser"_s, u"contraseña del superusuario de PostgreSQL"_s}},
                     {.key = u"replication-password"_s,
                      .purpose = {u"password with which replicas copy"_s, u"contraseña con la que copian las réplicas"_s}},
                     {.key = u"rest-password"_s,
                      .purpose = {u"password for orders to Patroni"_s, u"contraseña para dar órdenes a Patroni"_s}}}));
    }
    if (answers.flag(u"observability.automation")) {
        const QString key = secretReference(answers.text(u"security.n8nSecret"), u"encryption-key"_s).key;
        secrets.add(
            several(environment, u"security.n8nSecret"_s,
                    {{.key = key,
                      .purpose = {u"key that seals n8n's credentials; keep a copy outside the cluster"_s,
                                  u"clave que sella las credenciales de n8n; guarde una copia fuera del clúster"_s}},
                     {.key = u"webhook-token"_s,
                      .purpose = {u"word with which the backend calls n8n"_s, u"palabra con la que el backend llama a n8n"_s}}}));
    }
    if (hasGrafana(answers)) {
        secrets.add(opaque(environment, u"security.grafanaSecret"_s, u"admin-password"_s, space,
                           {u"password of Grafana's administrator"_s, u"contraseña del administrador de Grafana"_s}));
    }
    if (answers.applies(u"observability.lokiSecret")) {
        secrets.add(opaque(environment, u"observability.lokiSecret"_s, u"credentials"_s, space,
                           {u"access to the bucket, as a credentials file of AWS tools"_s,
                            u"acceso al bucket, como archivo de credenciales de las herramientas de AWS"_s},
                           u"loki-credentials"_s));
    }
    addAlerts(secrets, environment);
}

struct DnsSecret
{
    QStringView provider;
    QString answer;
    QString usualKey;
    plan::Words purpose;
};

void addIssuer(Collection &secrets, const Environment &environment)
{
    const QString kind = environment.answers.text(u"network.tls");
    const QString space = environment.issuerNamespace();
    if (kind == u"ca") {
        secrets.add(
            tls(environment, u"network.caSecret"_s, space, {u"your certificate authority"_s, u"su autoridad certificadora"_s}));
    } else if (kind == u"vault" && environment.answers.has(u"network.vaultCaSecret")) {
        secrets.add(opaque(environment, u"network.vaultCaSecret"_s, u"ca.crt"_s, space,
                           {u"certificate authority of the Vault server"_s, u"autoridad certificadora del servidor Vault"_s},
                           u"ca.crt"_s));
    } else if (kind == u"acmeDns01") {
        const DnsSecret all[] = {
            {u"rfc2136",
             u"network.rfc2136Secret"_s,
             u"tsig-key"_s,
             {u"TSIG key of the DNS server"_s, u"clave TSIG del servidor DNS"_s}},
            {u"route53",
             u"network.route53Secret"_s,
             u"secret-access-key"_s,
             {u"secret access key of AWS"_s, u"clave de acceso secreta de AWS"_s}},
            {u"cloudDns",
             u"network.cloudDnsSecret"_s,
             u"key.json"_s,
             {u"key of the Google service account"_s, u"clave de la cuenta de servicio de Google"_s}},
            {u"azureDns",
             u"network.azureSecret"_s,
             u"client-secret"_s,
             {u"client secret of Azure"_s, u"secreto de cliente de Azure"_s}},
            {u"cloudflare",
             u"network.cloudflareSecret"_s,
             u"api-token"_s,
             {u"API token of Cloudflare"_s, u"token de API de Cloudflare"_s}},
        };
        for (const DnsSecret &one : all) {
            if (environment.answers.text(u"network.dnsProvider") == one.provider && environment.answers.has(one.answer)) {
                RequiredSecret secret = opaque(environment, one.answer, one.usualKey, space, one.purpose);
                secret.keys.first().file = secret.keys.first().key;
                secrets.add(std::move(secret));
            }
        }
    }
}

void addRepository(Collection &secrets, const Environment &environment)
{
    if (!environment.usesArgo() || !environment.answers.has(u"delivery.repoSecret")) {
        return;
    }
    const QString url = environment.answers.text(u"delivery.repository");
    QList<RequiredKey> keys{
        {.key = u"username"_s, .purpose = {u"user of the repository"_s, u"usuario del repositorio"_s}, .file = u"git-username"_s},
        {.key = u"password"_s, .purpose = {u"token of that user"_s, u"token de ese usuario"_s}, .file = u"git-token"_s}};
    if (!url.startsWith(u"http")) {
        keys = {{.key = u"sshPrivateKey"_s,
                 .purpose = {u"private deploy key, read only"_s, u"clave privada de despliegue, solo lectura"_s},
                 .file = u"deploy-key"_s}};
    }
    secrets.add({.kind = Kind::Repository,
                 .nameSpace = environment.answers.text(u"delivery.argocdNamespace"),
                 .name = secretReference(environment.answers.text(u"delivery.repoSecret"), {}).secret,
                 .answer = u"delivery.repoSecret"_s,
                 .url = url,
                 .keys = keys});
}

/// A value that is a file goes in by its name; a made-up one through a pipe only bash and zsh open, so it never touches the disk.
QString keyOption(const RequiredKey &key)
{
    return u"--from-file="_s + key.key + u'='
        + (key.file.isEmpty()              ? u"<(openssl rand -hex 24 | tr -d '\\n')"_s
               : key.file.startsWith(u'$') ? u'"' + key.file + u'"'
                                           : u"./"_s + key.file);
}

} // namespace

QList<RequiredSecret> requiredSecrets(const Environment &environment)
{
    Collection secrets;
    addOwn(secrets, environment);
    addServices(secrets, environment);
    addIssuer(secrets, environment);
    addRepository(secrets, environment);
    return secrets.take();
}

QString createCommand(const RequiredSecret &secret, const QString &context)
{
    const QString kubectl
        = u"kubectl "_s + (context.isEmpty() ? QString() : u"--context "_s + context + u' ') + u"-n "_s + secret.nameSpace;
    if (secret.kind == Kind::Tls) {
        return kubectl + u" create secret tls "_s + secret.name + u" --cert=./tls.crt --key=./tls.key"_s;
    }
    QString command = kubectl + u" create secret generic "_s + secret.name;
    if (secret.kind == Kind::PullSecret) {
        command += u" --type=kubernetes.io/dockerconfigjson"_s;
    } else if (secret.kind == Kind::Repository) {
        command += u" --from-literal=type=git \\\n  --from-literal=url="_s + secret.url;
    }
    for (const RequiredKey &key : secret.keys) {
        command += u" \\\n  "_s + keyOption(key);
    }
    if (secret.kind == Kind::Repository) {
        command += u'\n' + kubectl + u" label secret "_s + secret.name + u" argocd.argoproj.io/secret-type=repository"_s;
    }
    return command;
}

} // namespace sentinel::bundle
