// SPDX-License-Identifier: GPL-3.0-or-later
// Issuers against a table of cert-manager's own fields (deploy/crds/cert-manager.io_issuers.yaml of v1, the part we may write).
#include "tests/core/bundle/Plans.h"

using namespace Qt::StringLiterals;
using namespace sentinel;
using namespace sentinel::bundle;

namespace {

/// Every path an issuer's spec may have; "[]" stands for the items of a list. A path that others extend is a map or list.
const QStringList &knownFields()
{
    static const QStringList fields{
        u"selfSigned"_s,
        u"ca.secretName"_s,
        u"acme.server"_s,
        u"acme.email"_s,
        u"acme.privateKeySecretRef.name"_s,
        u"acme.solvers[].selector.dnsZones[]"_s,
        u"acme.solvers[].http01.ingress.ingressClassName"_s,
        u"acme.solvers[].http01.ingress.serviceType"_s,
        u"acme.solvers[].http01.gatewayHTTPRoute.serviceType"_s,
        u"acme.solvers[].http01.gatewayHTTPRoute.parentRefs[].group"_s,
        u"acme.solvers[].http01.gatewayHTTPRoute.parentRefs[].kind"_s,
        u"acme.solvers[].http01.gatewayHTTPRoute.parentRefs[].name"_s,
        u"acme.solvers[].http01.gatewayHTTPRoute.parentRefs[].namespace"_s,
        u"acme.solvers[].dns01.rfc2136.nameserver"_s,
        u"acme.solvers[].dns01.rfc2136.tsigKeyName"_s,
        u"acme.solvers[].dns01.rfc2136.tsigAlgorithm"_s,
        u"acme.solvers[].dns01.rfc2136.tsigSecretSecretRef.name"_s,
        u"acme.solvers[].dns01.rfc2136.tsigSecretSecretRef.key"_s,
        u"acme.solvers[].dns01.route53.region"_s,
        u"acme.solvers[].dns01.route53.hostedZoneID"_s,
        u"acme.solvers[].dns01.route53.role"_s,
        u"acme.solvers[].dns01.route53.accessKeyID"_s,
        u"acme.solvers[].dns01.route53.secretAccessKeySecretRef.name"_s,
        u"acme.solvers[].dns01.route53.secretAccessKeySecretRef.key"_s,
        u"acme.solvers[].dns01.cloudDNS.project"_s,
        u"acme.solvers[].dns01.cloudDNS.serviceAccountSecretRef.name"_s,
        u"acme.solvers[].dns01.cloudDNS.serviceAccountSecretRef.key"_s,
        u"acme.solvers[].dns01.azureDNS.subscriptionID"_s,
        u"acme.solvers[].dns01.azureDNS.resourceGroupName"_s,
        u"acme.solvers[].dns01.azureDNS.hostedZoneName"_s,
        u"acme.solvers[].dns01.azureDNS.tenantID"_s,
        u"acme.solvers[].dns01.azureDNS.clientID"_s,
        u"acme.solvers[].dns01.azureDNS.clientSecretSecretRef.name"_s,
        u"acme.solvers[].dns01.azureDNS.clientSecretSecretRef.key"_s,
        u"acme.solvers[].dns01.azureDNS.managedIdentity.clientID"_s,
        u"acme.solvers[].dns01.cloudflare.apiTokenSecretRef.name"_s,
        u"acme.solvers[].dns01.cloudflare.apiTokenSecretRef.key"_s,
        u"vault.server"_s,
        u"vault.path"_s,
        u"vault.caBundleSecretRef.name"_s,
        u"vault.caBundleSecretRef.key"_s,
        u"vault.auth.kubernetes.role"_s,
        u"vault.auth.kubernetes.mountPath"_s,
        u"vault.auth.kubernetes.serviceAccountRef.name"_s,
    };
    return fields;
}

/// The paths of the leaves of `value`.
QStringList leaves(const yaml::Value &value, const QString &path = {})
{
    QStringList all;
    if (value.isMap() && !value.entries().isEmpty()) {
        for (const yaml::Entry &entry : value.entries()) {
            all += leaves(entry.value, path.isEmpty() ? entry.key : path + u'.' + entry.key);
        }
    } else if (value.isList()) {
        for (const yaml::Value &item : value.items()) {
            all += leaves(item, path + u"[]"_s);
        }
    } else {
        all.append(path);
    }
    return all;
}

QStringList kindsOf(const QList<yaml::Value> &documents)
{
    QStringList kinds;
    for (const yaml::Value &document : documents) {
        kinds.append(textAt(document, {u"apiVersion"_s}) + u' ' + textAt(document, {u"kind"_s}));
    }
    return kinds;
}

const QString kPath = u"environments/prod/cert-manager/issuer.yaml"_s;

} // namespace

class BundleIssuersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTlsKindBringsExactlyItsObjects_data();
    void eachTlsKindBringsExactlyItsObjects();
    void noIssuerHasAFieldCertManagerDoesNotKnow_data();
    void noIssuerHasAFieldCertManagerDoesNotKnow();
    void chartAsksTheIssuerThatIsThere_data();
    void chartAsksTheIssuerThatIsThere();
    void noTlsMeansNoIssuer();
    void httpChallengeComesTheWaySentinelIsExposed();
    void azureWithoutSecretUsesItsManagedIdentity();
    void vaultTokenIsForOneAccountOnly();
    void clusterIssuerLeavesTheNamespaceAndSaysSo();
};

void BundleIssuersTest::eachTlsKindBringsExactlyItsObjects_data()
{
    QTest::addColumn<QString>("tls");
    QTest::addColumn<QString>("exposure");
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QStringList>("kinds");
    for (const QString &exposure : {u"ingress"_s, u"gateway"_s, u"none"_s}) {
        for (const QString &scope : {u"namespace"_s, u"cluster"_s}) {
            const QString issuer = u"cert-manager.io/v1 "_s + (scope == u"cluster" ? u"ClusterIssuer"_s : u"Issuer"_s);
            const auto row = [&](const QString &tls, const QStringList &kinds) {
                QTest::addRow("%s, %s, %s", qPrintable(tls), qPrintable(exposure), qPrintable(scope))
                    << tls << exposure << scope << kinds;
            };
            row(u"selfSigned"_s, {issuer, u"cert-manager.io/v1 Certificate"_s, issuer});
            row(u"ca"_s, {issuer});
            row(u"acmeHttp01"_s, {issuer});
            row(u"acmeDns01"_s, {issuer});
            row(u"vault"_s,
                {u"v1 ServiceAccount"_s, u"rbac.authorization.k8s.io/v1 Role"_s, u"rbac.authorization.k8s.io/v1 RoleBinding"_s,
                 issuer});
        }
    }
}

void BundleIssuersTest::eachTlsKindBringsExactlyItsObjects()
{
    QFETCH(QString, tls);
    QFETCH(QString, exposure);
    QFETCH(QString, scope);
    QFETCH(QStringList, kinds);
    const plan::InstallPlan plan
        = planWith({u"prod"_s}, {{u"network.tls"_s, tls}, {u"network.exposure"_s, exposure}, {u"network.issuerScope"_s, scope}});
    const Result<Bundle> bundle = generate(plan);
    if (!bundle) {
        QVERIFY(tls == u"acmeHttp01"
                && exposure == u"none"); // the one pair a rule may refuse: nothing would answer the challenge
        return;
    }
    const QList<yaml::Value> documents = documentsOf(*bundle, kPath);
    QCOMPARE(kindsOf(documents), kinds);
    for (const yaml::Value &document : documents) {
        const bool clusterWide = textAt(document, {u"kind"_s}) == u"ClusterIssuer";
        const QString space = textAt(document, {u"metadata"_s, u"namespace"_s});
        QCOMPARE(space, clusterWide ? QString() : scope == u"cluster" ? u"cert-manager"_s : u"sentinel-prod"_s);
    }
}

void BundleIssuersTest::noIssuerHasAFieldCertManagerDoesNotKnow_data()
{
    QTest::addColumn<Answers>("answers");
    const QString tls = u"network.tls"_s;
    const QString provider = u"network.dnsProvider"_s;
    const QString subscription = u"network.azureSubscription"_s;
    const QString id = u"12345678-1234-1234-1234-123456789012"_s;
    QTest::newRow("self-signed") << Answers{{tls, u"selfSigned"_s}};
    QTest::newRow("own authority") << Answers{{tls, u"ca"_s}};
    QTest::newRow("http over ingress") << Answers{{tls, u"acmeHttp01"_s}, {u"network.exposure"_s, u"ingress"_s}};
    QTest::newRow("http over gateway") << Answers{{tls, u"acmeHttp01"_s}, {u"network.exposure"_s, u"gateway"_s}};
    QTest::newRow("rfc2136") << Answers{
        {tls, u"acmeDns01"_s}, {provider, u"rfc2136"_s}, {u"network.dnsZone"_s, u"example.com"_s}};
    QTest::newRow("route53") << Answers{{tls, u"acmeDns01"_s},
                                        {provider, u"route53"_s},
                                        {u"network.route53ZoneId"_s, u"Z0123456789ABCDEFGHIJ"_s},
                                        {u"network.route53Role"_s, u"arn:aws:iam::123456789012:role/cert-manager"_s},
                                        {u"network.route53AccessKeyId"_s, u"AKIAIOSFODNN7EXAMPLE"_s},
                                        {u"network.route53Secret"_s, u"sentinel-route53"_s}};
    QTest::newRow("cloud dns") << Answers{{tls, u"acmeDns01"_s}, {provider, u"cloudDns"_s}};
    QTest::newRow("azure dns with secret") << Answers{{tls, u"acmeDns01"_s},
                                                      {provider, u"azureDns"_s},
                                                      {subscription, id},
                                                      {u"network.azureSecret"_s, u"sentinel-azure"_s},
                                                      {u"network.azureTenant"_s, id},
                                                      {u"network.azureClientId"_s, id}};
    QTest::newRow("azure dns with identity") << Answers{{tls, u"acmeDns01"_s}, {provider, u"azureDns"_s}, {subscription, id}};
    QTest::newRow("cloudflare") << Answers{{tls, u"acmeDns01"_s}, {provider, u"cloudflare"_s}};
    QTest::newRow("vault") << Answers{{tls, u"vault"_s},
                                      {u"network.vaultServer"_s, u"https://vault.example.com:8200"_s},
                                      {u"network.vaultCaSecret"_s, u"vault-ca"_s}};
}

void BundleIssuersTest::noIssuerHasAFieldCertManagerDoesNotKnow()
{
    QFETCH(Answers, answers);
    int checked = 0;
    for (const yaml::Value &document : documentsOf(bundleWith({u"prod"_s}, answers), kPath)) {
        if (!textAt(document, {u"kind"_s}).endsWith(u"Issuer")) {
            continue;
        }
        const QStringList paths = leaves(*document.find(u"spec"));
        QCOMPARE(document.find(u"spec")->keys().size(), 1); // exactly one way of issuing
        for (const QString &path : paths) {
            QVERIFY2(knownFields().contains(path), qPrintable(path));
            ++checked;
        }
    }
    QVERIFY(checked > 0);
}

void BundleIssuersTest::chartAsksTheIssuerThatIsThere_data()
{
    QTest::addColumn<QString>("scope");
    QTest::newRow("of the namespace") << u"namespace"_s;
    QTest::newRow("of the cluster") << u"cluster"_s;
}

void BundleIssuersTest::chartAsksTheIssuerThatIsThere()
{
    QFETCH(QString, scope);
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"network.tls"_s, u"selfSigned"_s}, {u"network.issuerScope"_s, scope}});
    const yaml::Value issuer = documentsOf(bundle, kPath).last();
    const yaml::Value values = documentsOf(bundle, u"environments/prod/values.yaml"_s).first();
    QCOMPARE(textAt(values, {u"tls"_s, u"issuerRef"_s, u"kind"_s}), textAt(issuer, {u"kind"_s}));
    QCOMPARE(textAt(values, {u"tls"_s, u"issuerRef"_s, u"name"_s}), textAt(issuer, {u"metadata"_s, u"name"_s}));
    // The root's Certificate makes the Secret the issuer signs with.
    const yaml::Value root = documentsOf(bundle, kPath)[1];
    QCOMPARE(textAt(root, {u"spec"_s, u"secretName"_s}), textAt(issuer, {u"spec"_s, u"ca"_s, u"secretName"_s}));
    QCOMPARE(textAt(root, {u"spec"_s, u"issuerRef"_s, u"name"_s}),
             textAt(documentsOf(bundle, kPath)[0], {u"metadata"_s, u"name"_s}));
}

void BundleIssuersTest::noTlsMeansNoIssuer()
{
    for (const QString &tls : {u"none"_s, u"existingSecret"_s}) {
        const Bundle bundle = bundleWith({u"dev"_s}, {{u"network.tls"_s, tls}});
        QVERIFY(!bundle.find(u"environments/dev/cert-manager/issuer.yaml"));
        QCOMPARE(textAt(documentsOf(bundle, u"environments/dev/values.yaml"_s).first(), {u"tls"_s, u"kind"_s}), tls);
    }
}

void BundleIssuersTest::httpChallengeComesTheWaySentinelIsExposed()
{
    const QStringList solver{u"spec"_s, u"acme"_s, u"solvers"_s, u"0"_s, u"http01"_s};
    const yaml::Value ingress
        = documentsOf(bundleWith({u"prod"_s}, {{u"network.tls"_s, u"acmeHttp01"_s}, {u"network.ingressClass"_s, u"traefik"_s}}),
                      kPath)
              .first();
    QCOMPARE(textAt(ingress, solver + QStringList{u"ingress"_s, u"ingressClassName"_s}), u"traefik"_s);
    const yaml::Value gateway
        = documentsOf(bundleWith({u"prod"_s}, {{u"network.tls"_s, u"acmeHttp01"_s}, {u"network.exposure"_s, u"gateway"_s}}),
                      kPath)
              .first();
    QCOMPARE(textAt(gateway, solver + QStringList{u"gatewayHTTPRoute"_s, u"parentRefs"_s, u"0"_s, u"name"_s}),
             u"sentinel-gateway"_s);
}

void BundleIssuersTest::azureWithoutSecretUsesItsManagedIdentity()
{
    const yaml::Value issuer
        = documentsOf(bundleWith({u"prod"_s},
                                 {{u"network.tls"_s, u"acmeDns01"_s},
                                  {u"network.dnsProvider"_s, u"azureDns"_s},
                                  {u"network.azureSubscription"_s, u"12345678-1234-1234-1234-123456789012"_s},
                                  {u"network.azureClientId"_s, u"12345678-1234-1234-1234-123456789012"_s}}),
                      kPath)
              .first();
    const yaml::Value *azure = &issuer.find({u"spec", u"acme", u"solvers"})->items().first();
    azure = azure->find({u"dns01", u"azureDNS"});
    QVERIFY(azure->find(u"managedIdentity"));
    QVERIFY(!azure->find(u"clientSecretSecretRef") && !azure->find(u"tenantID")); // cert-manager refuses both together
}

void BundleIssuersTest::vaultTokenIsForOneAccountOnly()
{
    const QList<yaml::Value> documents = documentsOf(
        bundleWith({u"prod"_s},
                   {{u"network.tls"_s, u"vault"_s}, {u"network.vaultServer"_s, u"https://vault.example.com:8200"_s}}),
        kPath);
    const QString account = textAt(documents[0], {u"metadata"_s, u"name"_s});
    QCOMPARE(textAt(documents[1], {u"rules"_s, u"0"_s, u"resourceNames"_s, u"0"_s}), account);
    QCOMPARE(textAt(documents[1], {u"rules"_s, u"0"_s, u"resources"_s, u"0"_s}), u"serviceaccounts/token"_s);
    QCOMPARE(textAt(documents[3], {u"spec"_s, u"vault"_s, u"auth"_s, u"kubernetes"_s, u"serviceAccountRef"_s, u"name"_s}),
             account);
}

void BundleIssuersTest::clusterIssuerLeavesTheNamespaceAndSaysSo()
{
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"network.tls"_s, u"ca"_s}, {u"network.issuerScope"_s, u"cluster"_s}});
    QVERIFY(contentOf(bundle, u"docs/DEPLOYMENT_GUIDE.md"_s).contains("kubectl -n cert-manager create secret tls sentinel-ca"));
    QVERIFY(contentOf(bundle, u"docs/DEPLOYMENT_GUIDE.md"_s).contains("--cluster-resource-namespace"));
    QVERIFY(contentOf(bundle, u"docs/DEPLOYMENT_GUIDE.es.md"_s).contains("--cluster-resource-namespace"));
}

QTEST_GUILESS_MAIN(BundleIssuersTest)
#include "tst_BundleIssuers.moc"
