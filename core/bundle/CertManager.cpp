// SPDX-License-Identifier: GPL-3.0-or-later
// Issuers for cert-manager's v1 API. Field names: deploy/crds/cert-manager.io_issuers.yaml of cert-manager.
#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

constexpr int kIssuerWave = -10;

const QString &apiVersion()
{
    static const QString version = u"cert-manager.io/v1"_s;
    return version;
}

QString issuerKind(const Environment &environment)
{
    return environment.usesClusterIssuer() ? u"ClusterIssuer"_s : u"Issuer"_s;
}

Value issuerNamed(const Environment &environment, const QString &name, Value spec, int wave)
{
    Value issuer
        = object(environment, apiVersion(), issuerKind(environment),
                 {.name = name, .nameSpace = environment.usesClusterIssuer() ? QString() : environment.nameSpace()}, wave);
    issuer.set(u"spec"_s, from(u"network.tls"_s, std::move(spec)));
    return issuer;
}

Value issuerOf(const Environment &environment, Value spec)
{
    return issuerNamed(environment, environment.issuer(), std::move(spec), kIssuerWave);
}

/// A self-signed root that signs the rest. Leaf certificates that sign themselves would give browsers a new stranger at each
/// renewal; this root can be handed out once.
QList<Value> selfSigned(const Environment &environment)
{
    const QString root = environment.issuer() + u"-root"_s;
    const QString starter = environment.issuer() + u"-selfsigned"_s;
    Value certificate = object(environment, apiVersion(), u"Certificate"_s,
                               {.name = root, .nameSpace = environment.issuerNamespace()}, kIssuerWave - 1);
    certificate.set(
        u"spec"_s,
        from(u"network.tls"_s,
             Value::map(
                 {{u"isCA"_s, true},
                  {u"commonName"_s, u"Sentinel "_s + environment.name + u" root"_s},
                  {u"secretName"_s, root},
                  {u"duration"_s, u"87600h"_s},
                  {u"renewBefore"_s, u"8760h"_s},
                  {u"privateKey"_s,
                   Value::map({{u"algorithm"_s, u"ECDSA"_s}, {u"size"_s, 256}, {u"rotationPolicy"_s, u"Never"_s}})},
                  {u"issuerRef"_s,
                   Value::map(
                       {{u"name"_s, starter}, {u"kind"_s, issuerKind(environment)}, {u"group"_s, u"cert-manager.io"_s}})}})));
    return {issuerNamed(environment, starter, Value::map({{u"selfSigned"_s, Value::map()}}), kIssuerWave - 2), certificate,
            issuerOf(environment, Value::map({{u"ca"_s, Value::map({{u"secretName"_s, root}})}}))};
}

Value ca(const Environment &environment)
{
    const SecretReference reference = secretReference(environment.answers.text(u"network.caSecret"), u"tls.crt"_s);
    return Value::map({{u"ca"_s, Value::map({{u"secretName"_s, from(u"network.caSecret"_s, reference.secret)}})}});
}

Value http01(const Environment &environment)
{
    // ClusterIP: cert-manager's default is a NodePort, which opens a port on every machine for nothing.
    if (environment.answers.text(u"network.exposure") == u"gateway") {
        // No sectionName: the challenge comes over the Gateway's HTTP listener, not over the TLS one that Sentinel uses.
        const Value parent = Value::map(
            {{u"group"_s, u"gateway.networking.k8s.io"_s},
             {u"kind"_s, u"Gateway"_s},
             {u"name"_s, from(u"network.gatewayName"_s, environment.answers.text(u"network.gatewayName"))},
             {u"namespace"_s, from(u"network.gatewayNamespace"_s, environment.answers.text(u"network.gatewayNamespace"))}});
        return Value::map(
            {{u"gatewayHTTPRoute"_s,
              Value::map({{u"parentRefs"_s, Value::list(QList<Value>{parent})}, {u"serviceType"_s, u"ClusterIP"_s}})}});
    }
    Value ingress = Value::map();
    setText(ingress, u"ingressClassName"_s, environment, u"network.ingressClass"_s);
    ingress.set(u"serviceType"_s, u"ClusterIP"_s);
    return Value::map({{u"ingress"_s, ingress}});
}

/// `{key: {name, key}}` appended when the secret was answered.
void setSecret(Value &map, const QString &key, const Environment &environment, const QString &answer, const QString &usualKey)
{
    if (Value reference = secretKeyReference(environment, answer, usualKey); !reference.isNull()) {
        map.set(key, std::move(reference));
    }
}

Value rfc2136(const Environment &environment)
{
    Value provider = Value::map();
    setText(provider, u"nameserver"_s, environment, u"network.rfc2136Server"_s);
    setText(provider, u"tsigKeyName"_s, environment, u"network.rfc2136KeyName"_s);
    setText(provider, u"tsigAlgorithm"_s, environment, u"network.rfc2136Algorithm"_s);
    setSecret(provider, u"tsigSecretSecretRef"_s, environment, u"network.rfc2136Secret"_s, u"tsig-key"_s);
    return provider;
}

Value route53(const Environment &environment)
{
    Value provider = Value::map();
    setText(provider, u"region"_s, environment, u"network.route53Region"_s);
    setText(provider, u"hostedZoneID"_s, environment, u"network.route53ZoneId"_s);
    setText(provider, u"role"_s, environment, u"network.route53Role"_s);
    setText(provider, u"accessKeyID"_s, environment, u"network.route53AccessKeyId"_s);
    setSecret(provider, u"secretAccessKeySecretRef"_s, environment, u"network.route53Secret"_s, u"secret-access-key"_s);
    return provider;
}

Value cloudDns(const Environment &environment)
{
    Value provider = Value::map();
    setText(provider, u"project"_s, environment, u"network.cloudDnsProject"_s);
    setSecret(provider, u"serviceAccountSecretRef"_s, environment, u"network.cloudDnsSecret"_s, u"key.json"_s);
    return provider;
}

Value azureDns(const Environment &environment)
{
    Value provider = Value::map();
    setText(provider, u"subscriptionID"_s, environment, u"network.azureSubscription"_s);
    setText(provider, u"resourceGroupName"_s, environment, u"network.azureResourceGroup"_s);
    setText(provider, u"hostedZoneName"_s, environment, u"network.azureZone"_s);
    if (environment.answers.has(u"network.azureSecret")) {
        setText(provider, u"tenantID"_s, environment, u"network.azureTenant"_s);
        setText(provider, u"clientID"_s, environment, u"network.azureClientId"_s);
        setSecret(provider, u"clientSecretSecretRef"_s, environment, u"network.azureSecret"_s, u"client-secret"_s);
        return provider;
    }
    // Without a Secret and without an identity named, cert-manager takes the one its pod has.
    if (environment.answers.has(u"network.azureClientId")) {
        Value identity = Value::map();
        setText(identity, u"clientID"_s, environment, u"network.azureClientId"_s);
        provider.set(u"managedIdentity"_s, identity);
    }
    return provider;
}

Value cloudflare(const Environment &environment)
{
    Value provider = Value::map();
    setSecret(provider, u"apiTokenSecretRef"_s, environment, u"network.cloudflareSecret"_s, u"api-token"_s);
    return provider;
}

Value dns01(const Environment &environment)
{
    const QString provider = environment.answers.text(u"network.dnsProvider");
    const QString key = u"network.dnsProvider"_s;
    if (provider == u"route53") {
        return Value::map({{u"route53"_s, from(key, route53(environment))}});
    }
    if (provider == u"cloudDns") {
        return Value::map({{u"cloudDNS"_s, from(key, cloudDns(environment))}});
    }
    if (provider == u"azureDns") {
        return Value::map({{u"azureDNS"_s, from(key, azureDns(environment))}});
    }
    if (provider == u"cloudflare") {
        return Value::map({{u"cloudflare"_s, from(key, cloudflare(environment))}});
    }
    return Value::map({{u"rfc2136"_s, from(key, rfc2136(environment))}});
}

QString acmeServer(const Environment &environment)
{
    const QString server = environment.answers.text(u"network.acmeServer");
    if (server == u"custom") {
        return environment.answers.text(u"network.acmeUrl");
    }
    return server == u"letsencryptStaging" ? u"https://acme-staging-v02.api.letsencrypt.org/directory"_s
                                           : u"https://acme-v02.api.letsencrypt.org/directory"_s;
}

Value acme(const Environment &environment, bool overDns)
{
    Value solver = Value::map();
    if (overDns && environment.answers.has(u"network.dnsZone")) {
        solver.set(
            u"selector"_s,
            Value::map({{u"dnsZones"_s,
                         from(u"network.dnsZone"_s, Value::list(QStringList{environment.answers.text(u"network.dnsZone")}))}}));
    }
    solver.set(overDns ? u"dns01"_s : u"http01"_s, overDns ? dns01(environment) : http01(environment));
    Value body = Value::map({{u"server"_s, from(u"network.acmeServer"_s, acmeServer(environment))}});
    setText(body, u"email"_s, environment, u"network.acmeEmail"_s);
    // Made by cert-manager; it is the account, so it is worth keeping.
    body.set(u"privateKeySecretRef"_s, Value::map({{u"name"_s, environment.issuer() + u"-acme-account"_s}}));
    body.set(u"solvers"_s, Value::list(QList<Value>{solver}));
    return Value::map({{u"acme"_s, body}});
}

Value vaultSpec(const Environment &environment, const QString &account)
{
    Value body = Value::map();
    setText(body, u"server"_s, environment, u"network.vaultServer"_s);
    setText(body, u"path"_s, environment, u"network.vaultPath"_s);
    setSecret(body, u"caBundleSecretRef"_s, environment, u"network.vaultCaSecret"_s, u"ca.crt"_s);
    Value login = Value::map();
    setText(login, u"role"_s, environment, u"network.vaultRole"_s);
    setText(login, u"mountPath"_s, environment, u"network.vaultMount"_s);
    login.set(u"serviceAccountRef"_s, Value::map({{u"name"_s, account}}));
    body.set(u"auth"_s, Value::map({{u"kubernetes"_s, login}}));
    return Value::map({{u"vault"_s, body}});
}

/// Vault knows cert-manager by a short-lived token of a ServiceAccount of its own, so no token is stored anywhere. cert-manager
/// may ask for tokens of this one account only.
QList<Value> vault(const Environment &environment)
{
    const QString account = environment.issuer() + u"-vault-issuer"_s;
    const ObjectName name{.name = account, .nameSpace = environment.issuerNamespace()};
    const QString rbac = u"rbac.authorization.k8s.io/v1"_s;
    Value user = object(environment, u"v1"_s, u"ServiceAccount"_s, name, kIssuerWave - 1);
    user.set(u"automountServiceAccountToken"_s, false);
    Value role = object(environment, rbac, u"Role"_s, name, kIssuerWave - 1);
    role.set(u"rules"_s,
             Value::list(QList<Value>{Value::map({{u"apiGroups"_s, Value::list(QStringList{QString()})},
                                                  {u"resources"_s, Value::list(QStringList{u"serviceaccounts/token"_s})},
                                                  {u"resourceNames"_s, Value::list(QStringList{account})},
                                                  {u"verbs"_s, Value::list(QStringList{u"create"_s})}})}));
    Value binding = object(environment, rbac, u"RoleBinding"_s, name, kIssuerWave - 1);
    binding.set(u"roleRef"_s,
                Value::map({{u"apiGroup"_s, u"rbac.authorization.k8s.io"_s}, {u"kind"_s, u"Role"_s}, {u"name"_s, account}}));
    binding.set(u"subjects"_s,
                Value::list(QList<Value>{Value::map(
                    {{u"kind"_s, u"ServiceAccount"_s}, {u"name"_s, u"cert-manager"_s}, {u"namespace"_s, u"cert-manager"_s}})}));
    return {user, role, binding, issuerOf(environment, vaultSpec(environment, account))};
}

QList<Value> issuers(const Environment &environment)
{
    const QString tls = environment.answers.text(u"network.tls");
    if (tls == u"selfSigned") {
        return selfSigned(environment);
    }
    if (tls == u"vault") {
        return vault(environment);
    }
    return {issuerOf(environment, tls == u"ca" ? ca(environment) : acme(environment, tls == u"acmeDns01"))};
}

} // namespace

QList<File> certManagerFiles(const Environment &environment)
{
    if (!environment.usesCertManager()) {
        return {};
    }
    QString head = u"Who signs the certificates of the environment "_s + environment.name + u" (cert-manager 1.17 or newer).\n"_s
        + u"The certificate itself belongs to the chart."_s;
    if (environment.usesClusterIssuer()) {
        head += u"\nA ClusterIssuer: the Secrets it names are looked for in the namespace cert-manager."_s;
    }
    return {yamlFile(environment.folder() + u"/cert-manager/issuer.yaml"_s, issuers(environment), head)};
}

} // namespace sentinel::bundle
