// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/CertificateController.h"
#include "tests/core/sandbox/delivery/DeliveryCluster.h"

#include <QProcess>

using namespace sentinel;
using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DeliveryCertificatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChainOfTrustIsReal();
    void anIssuerSaysWhetherItCanSign_data();
    void anIssuerSaysWhetherItCanSign();
    void aCertificateWaitsForItsIssuer();
    void aCertificateIsRenewedWhenItsTimeComes();
    void aChangedNameIsIssuedAnew();
    void aPersonCanAskForRenewal();
    void aLostSecretComesBack();
    void anExpiringCertificateIsRefusedUntilTheFaultEnds();
    void nothingHappensInBetween();
};

namespace {

struct Certificates : DeliveryCluster
{
    IssuerController issuers{world};
    CertificateController certificates{world, issuers};

    void issuer(const QByteArray &spec, const QString &name = u"ca"_s)
    {
        put(json(R"({"apiVersion": "cert-manager.io/v1", "kind": "Issuer", "metadata": {"name": ")" + name.toUtf8()
                 + R"(", "namespace": "shop"}, "spec": )" + spec + "}"));
    }
    void certificate(const QString &name, const QByteArray &spec)
    {
        put(json(R"({"apiVersion": "cert-manager.io/v1", "kind": "Certificate", "metadata": {"name": ")" + name.toUtf8()
                 + R"(", "namespace": "shop"}, "spec": {"privateKey": {"algorithm": "ECDSA"}, "secretName": ")" + name.toUtf8()
                 + R"(-tls", )" + spec + "}}"));
    }
    [[nodiscard]] QJsonObject find(const Type &type, const QString &name) const
    {
        return store.find(type, u"shop"_s, name).value_or(QJsonObject());
    }
    [[nodiscard]] QByteArray part(const QString &secret, QStringView key) const
    {
        return secretPart(find(kinds::secret(), secret), key);
    }
    [[nodiscard]] CertificateFacts facts(const QString &secret) const
    {
        return readCertificate(part(secret, u"tls.crt")).value_or(CertificateFacts{});
    }
    [[nodiscard]] QString ready(const QString &name, QStringView what = u"status") const
    {
        return conditionOf(find(kinds::certificate(), name), u"Ready")[what].toString();
    }
};

const QByteArray kWeb
    = R"("dnsNames": ["shop.example.com", "www.shop.example.com"], "issuerRef": {"name": "ca", "kind": "Issuer"})";

} // namespace

void DeliveryCertificatesTest::aChainOfTrustIsReal()
{
    Certificates cluster;
    cluster.issuer(R"({"selfSigned": {}})", u"start"_s);
    cluster.certificate(u"root"_s,
                        R"("isCA": true, "commonName": "Shop root", "duration": "87600h", "issuerRef": {"name": "start"})");
    cluster.issuer(R"({"ca": {"secretName": "root-tls"}})");
    cluster.certificate(u"web"_s, kWeb);
    cluster.settle(10s);

    QCOMPARE(cluster.ready(u"root"_s), u"True"_s);
    QCOMPARE(cluster.ready(u"web"_s), u"True"_s);
    const CertificateFacts root = cluster.facts(u"root-tls"_s);
    QVERIFY(root.isAuthority && root.signsItself);
    QCOMPARE(root.notBefore.daysTo(root.notAfter), 3650);
    const CertificateFacts web = cluster.facts(u"web-tls"_s);
    QCOMPARE(web.dnsNames, (QStringList{u"shop.example.com"_s, u"www.shop.example.com"_s}));
    QVERIFY(!web.isAuthority && !web.signsItself);
    QCOMPARE(web.notBefore.daysTo(web.notAfter), 90);
    QVERIFY(isPair(cluster.part(u"web-tls"_s, u"tls.crt"), cluster.part(u"web-tls"_s, u"tls.key")));
    QCOMPARE(cluster.part(u"web-tls"_s, u"ca.crt"), cluster.part(u"root-tls"_s, u"tls.crt"));
    QCOMPARE(cluster.find(kinds::secret(), u"web-tls"_s)[u"type"].toString(), u"kubernetes.io/tls"_s);
    // openssl itself agrees.
    const QTemporaryDir folder;
    for (const auto &[name, content] :
         {std::pair{u"ca"_s, cluster.part(u"root-tls"_s, u"tls.crt")}, {u"leaf"_s, cluster.part(u"web-tls"_s, u"tls.crt")}}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"verify"_s, u"-attime"_s, QString::number(cluster.clock.now().toSecsSinceEpoch()), u"-CAfile"_s,
                   folder.filePath(u"ca"_s), folder.filePath(u"leaf"_s)});
    QVERIFY2(openssl.waitForFinished(), "openssl is not on PATH");
    QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
    const QJsonObject status = cluster.find(kinds::certificate(), u"web"_s)[u"status"].toObject();
    QCOMPARE(status[u"revision"].toInt(), 1);
    QCOMPARE(timeAt(status, {u"notAfter"}), web.notAfter);
    QCOMPARE(timeAt(status, {u"renewalTime"}), web.notAfter.addDays(-30));
    const QJsonObject request = cluster.find(kinds::certificateRequest(), u"web-1"_s);
    QVERIFY(isTrue(request, u"Approved") && isTrue(request, u"Ready"));
    QVERIFY(
        QByteArray::fromBase64(textAt(request, {u"spec", u"request"}).toLatin1()).startsWith("-----BEGIN CERTIFICATE REQUEST"));
    // The key that waited for its certificate is not left lying about.
    QCOMPARE(cluster.store.list(kinds::secret(), u"shop"_s).size(), 2);
}

void DeliveryCertificatesTest::anIssuerSaysWhetherItCanSign_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<QString>("ready");
    QTest::addColumn<QString>("words");
    QTest::newRow("self-signed") << QByteArray(R"({"selfSigned": {}})") << u"True"_s << QString();
    QTest::newRow("CA without its Secret") << QByteArray(R"({"ca": {"secretName": "none"}})") << u"False"_s
                                           << u"secrets \"none\" not found"_s;
    QTest::newRow("ACME") << QByteArray(
        R"({"acme": {"server": "https://acme.example.com/d", "privateKeySecretRef": {"name": "account"}}})")
                          << u"True"_s << u"a throw-away CA of this cluster stands in for https://acme.example.com/d"_s;
    QTest::newRow("Vault") << QByteArray(R"({"vault": {"server": "https://vault", "path": "pki/sign/x"}})") << u"True"_s
                           << u"stands in for https://vault"_s;
    QTest::newRow("nothing") << QByteArray("{}") << u"False"_s << u"exactly one"_s;
    QTest::newRow("two") << QByteArray(R"({"selfSigned": {}, "ca": {"secretName": "x"}})") << u"False"_s << u"exactly one"_s;
}

void DeliveryCertificatesTest::anIssuerSaysWhetherItCanSign()
{
    QFETCH(QByteArray, spec);
    QFETCH(QString, ready);
    QFETCH(QString, words);
    Certificates cluster;
    cluster.issuer(spec);
    const QJsonObject condition = conditionOf(cluster.find(kinds::issuer(), u"ca"_s), u"Ready");
    QCOMPARE(condition[u"status"].toString(), ready);
    QVERIFY2(condition[u"message"].toString().contains(words), qPrintable(condition[u"message"].toString()));
}

void DeliveryCertificatesTest::aCertificateWaitsForItsIssuer()
{
    Certificates cluster;
    cluster.certificate(u"web"_s, kWeb);
    cluster.settle(1h);
    QCOMPARE(cluster.ready(u"web"_s), u"False"_s);
    QCOMPARE(cluster.ready(u"web"_s, u"reason"), u"DoesNotExist"_s);
    QVERIFY(isTrue(cluster.find(kinds::certificate(), u"web"_s), u"Issuing"));
    QVERIFY2(conditionOf(cluster.find(kinds::certificateRequest(), u"web-1"_s), u"Ready")[u"message"].toString().contains(
                 u"issuer.cert-manager.io \"ca\" not found"),
             "the request says what it waits for");
    cluster.issuer(R"({"acme": {"server": "https://acme.example.com/d"}})");
    cluster.settle(5s);
    QCOMPARE(cluster.ready(u"web"_s), u"True"_s);
}

void DeliveryCertificatesTest::aCertificateIsRenewedWhenItsTimeComes()
{
    Certificates cluster;
    cluster.issuer(R"({"selfSigned": {}})");
    cluster.certificate(u"web"_s, kWeb + R"(, "duration": "24h", "renewBefore": "8h")");
    cluster.settle(5s);
    const QByteArray first = cluster.part(u"web-tls"_s, u"tls.crt");
    cluster.settle(15h);
    QCOMPARE(cluster.part(u"web-tls"_s, u"tls.crt"), first);
    cluster.settle(2h);
    QVERIFY(cluster.part(u"web-tls"_s, u"tls.crt") != first);
    QCOMPARE(cluster.ready(u"web"_s), u"True"_s);
    QCOMPARE(numberAt(cluster.find(kinds::certificate(), u"web"_s), {u"status", u"revision"}), 2);
    // One request is kept.
    QCOMPARE(cluster.store.list(kinds::certificateRequest()).size(), 1);
}

void DeliveryCertificatesTest::aChangedNameIsIssuedAnew()
{
    Certificates cluster;
    cluster.issuer(R"({"selfSigned": {}})");
    cluster.certificate(u"web"_s, kWeb);
    cluster.settle(5s);
    cluster.edit(kinds::certificate(), u"shop"_s, u"web"_s,
                 [](QJsonObject &object) { put(object, {u"spec", u"dnsNames"}, QJsonArray{u"new.example.com"_s}); });
    cluster.settle(5s);
    QCOMPARE(cluster.facts(u"web-tls"_s).dnsNames, QStringList{u"new.example.com"_s});
}

void DeliveryCertificatesTest::aPersonCanAskForRenewal()
{
    Certificates cluster;
    cluster.issuer(R"({"selfSigned": {}})");
    cluster.certificate(u"web"_s, kWeb);
    cluster.settle(5s);
    const QByteArray first = cluster.part(u"web-tls"_s, u"tls.crt");
    cluster.edit(kinds::certificate(), u"shop"_s, u"web"_s, [](QJsonObject &object) {
        QJsonArray conditions = listAt(object, {u"status", u"conditions"});
        conditions.append(json(R"({"type": "Issuing", "status": "True", "reason": "ManuallyTriggered", "message": "by hand"})"));
        put(object, {u"status", u"conditions"}, conditions);
    });
    cluster.settle(5s);
    QVERIFY(cluster.part(u"web-tls"_s, u"tls.crt") != first);
    QVERIFY(!isTrue(cluster.find(kinds::certificate(), u"web"_s), u"Issuing"));
}

void DeliveryCertificatesTest::aLostSecretComesBack()
{
    Certificates cluster;
    cluster.issuer(R"({"selfSigned": {}})");
    cluster.certificate(u"web"_s, kWeb);
    cluster.settle(5s);
    QVERIFY(cluster.store.remove(kinds::secret(), u"shop"_s, u"web-tls"_s));
    cluster.settle();
    QCOMPARE(cluster.ready(u"web"_s, u"reason"), u"DoesNotExist"_s);
    cluster.settle(5s);
    QCOMPARE(cluster.ready(u"web"_s), u"True"_s);
}

void DeliveryCertificatesTest::anExpiringCertificateIsRefusedUntilTheFaultEnds()
{
    Certificates cluster;
    cluster.issuer(R"({"selfSigned": {}})");
    cluster.certificate(u"web"_s, kWeb);
    cluster.settle(5s);
    const auto web = [](const QJsonObject &certificate) { return nameOf(certificate) == u"web"; };

    QCOMPARE(cluster.certificates.expireSoon(web, 10min), 1);
    cluster.settle(5s);
    QCOMPARE(cluster.facts(u"web-tls"_s).notAfter, cluster.clock.now().addSecs(595));
    QCOMPARE(cluster.ready(u"web"_s), u"True"_s); // still valid
    const QJsonObject issuing = conditionOf(cluster.find(kinds::certificate(), u"web"_s), u"Issuing");
    QCOMPARE(issuing[u"reason"].toString(), u"Failed"_s);
    QCOMPARE(numberAt(cluster.find(kinds::certificate(), u"web"_s), {u"status", u"failedIssuanceAttempts"}), 1);
    cluster.settle(10min);
    QCOMPARE(cluster.ready(u"web"_s, u"reason"), u"Expired"_s);

    cluster.certificates.letRenew(web);
    cluster.settle(5s);
    QCOMPARE(cluster.ready(u"web"_s), u"True"_s);
    QVERIFY(!hasAt(cluster.find(kinds::certificate(), u"web"_s), {u"status", u"failedIssuanceAttempts"}));
}

void DeliveryCertificatesTest::nothingHappensInBetween()
{
    Certificates cluster;
    cluster.issuer(R"({"selfSigned": {}})");
    cluster.certificate(u"web"_s, kWeb);
    cluster.settle(1h);
    const qint64 version = cluster.store.resourceVersion();
    cluster.settle(48h);
    QCOMPARE(cluster.store.resourceVersion(), version);
}

QTEST_GUILESS_MAIN(DeliveryCertificatesTest)
#include "tst_DeliveryCertificates.moc"
