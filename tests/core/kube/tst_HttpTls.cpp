// SPDX-License-Identifier: GPL-3.0-or-later
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"

#include <QTcpSocket>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

class HttpTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anotherAuthorityIsRefusedByName();
    void anExpiredCertificateIsRefusedWithItsDay();
    void aCertificateOfTomorrowIsRefused();
    void aCertificateForOtherNamesIsRefusedAndNamesThem();
    void theServerNameOfTheContextIsTheOneVerified();
    void aClientCertificateSaysWhoWeAre();
    void aClientKeyThatDoesNotFitIsSaid();
    void aServerWithoutTlsIsRefused();
    void proxiesOfTheEnvironmentAreNotUsed();
    void brokenAuthorityIsSaid();

private:
    std::unique_ptr<ScriptedServer> serverWith(const Authority::Wish &wish, bool wantsClientCertificate = false)
    {
        const Authority::Issued issued = m_authority.issue(wish);
        auto server = std::make_unique<ScriptedServer>(m_authority,
                                                       ScriptedServer::Setup{.certificate = issued.certificate,
                                                                             .key = issued.key,
                                                                             .wantsClientCertificate = wantsClientCertificate});
        server->answer
            = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, QJsonObject{{u"minor"_s, u"35"_s}}); };
        return server;
    }
    static Error refusal(const ClusterAccess &access)
    {
        HttpApi api(access);
        const auto version = answerOf(api.version({}));
        return version ? Error{.doing = {}, .detail = u"accepted"_s} : version.error();
    }

    Authority m_authority{u"cluster-ca"_s};
};

void HttpTlsTest::initTestCase()
{
    // Nothing answers there: whoever uses it fails.
    for (const char *variable : {"HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"}) {
        qputenv(variable, "http://127.0.0.1:1");
    }
}

void HttpTlsTest::anotherAuthorityIsRefusedByName()
{
    const auto server = serverWith({});
    const Authority other(u"other-ca"_s);
    const Error error = refusal(accessTo(server->port(), other.certificate()));
    QCOMPARE(error.kind, Error::Kind::Unreachable);
    QVERIFY2(error.detail.contains("signed by \"CN=cluster-ca\", which is not the authority of this cluster"_L1),
             qPrintable(error.detail));
    QVERIFY(error.detail.contains(u"127.0.0.1:%1"_s.arg(server->port())));
    QCOMPARE(server->seen.size(), 0); // no token left the house
}

void HttpTlsTest::anExpiredCertificateIsRefusedWithItsDay()
{
    const auto server = serverWith({.notBefore = QDateTime(QDate(2020, 1, 1), QTime(0, 0), QTimeZone::UTC),
                                    .notAfter = QDateTime(QDate(2021, 2, 3), QTime(4, 5), QTimeZone::UTC)});
    const Error error = refusal(server->access());
    QCOMPARE(error.kind, Error::Kind::Unreachable);
    QVERIFY2(error.detail.contains("(CN=kube-apiserver) expired on 2021-02-03 04:05 UTC"_L1), qPrintable(error.detail));
}

void HttpTlsTest::aCertificateOfTomorrowIsRefused()
{
    const auto server = serverWith(
        {.notBefore = QDateTime::currentDateTimeUtc().addDays(2), .notAfter = QDateTime::currentDateTimeUtc().addDays(3)});
    const Error error = refusal(server->access());
    QVERIFY2(error.detail.contains("is not valid before"_L1), qPrintable(error.detail));
}

void HttpTlsTest::aCertificateForOtherNamesIsRefusedAndNamesThem()
{
    const auto server = serverWith({.names = {u"kubernetes.default"_s, u"10.0.0.1"_s}});
    const Error error = refusal(server->access());
    QCOMPARE(error.kind, Error::Kind::Unreachable);
    QVERIFY2(error.detail.contains("is for other names: kubernetes.default, 10.0.0.1"_L1), qPrintable(error.detail));
    QVERIFY(error.detail.contains(u"127.0.0.1:%1"_s.arg(server->port())));
    QCOMPARE(server->seen.size(), 0);
}

void HttpTlsTest::theServerNameOfTheContextIsTheOneVerified()
{
    const auto server = serverWith({.names = {u"kubernetes.default"_s}});
    ClusterAccess access = server->access();
    access.tlsServerName = u"kubernetes.default"_s;
    QCOMPARE(refusal(access).detail, u"accepted"_s);
    access.tlsServerName = u"elsewhere.default"_s;
    const Error error = refusal(access);
    QVERIFY2(error.detail.contains("The certificate of elsewhere.default"_L1), qPrintable(error.detail));
}

void HttpTlsTest::aClientCertificateSaysWhoWeAre()
{
    const auto server = serverWith({}, true);
    ClusterAccess access = server->access();
    const Authority::Issued client = m_authority.issue({.commonName = u"admin"_s, .names = {}});
    access.certificate = client.certificate;
    access.key = client.key;
    QCOMPARE(refusal(access).detail, u"accepted"_s);
    const Error error = refusal(server->access()); // the server asks for one
    QCOMPARE(error.kind, Error::Kind::Unreachable);
}

void HttpTlsTest::aClientKeyThatDoesNotFitIsSaid()
{
    const auto server = serverWith({});
    ClusterAccess access = server->access();
    access.certificate = m_authority.issue().certificate;
    access.key = m_authority.issue().key; // of another
    const Error error = refusal(access);
    QCOMPARE(error.kind, Error::Kind::Invalid);
    QVERIFY2(error.detail.contains("client certificate or key"_L1), qPrintable(error.detail));
}

void HttpTlsTest::aServerWithoutTlsIsRefused()
{
    RudeServer server;
    server.onConnection = [](QTcpSocket *socket) { socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"); };
    ClusterAccess access = server.access();
    access.authority = m_authority.certificate();
    const Error error = refusal(access);
    QCOMPARE(error.kind, Error::Kind::Unreachable);
    QVERIFY2(error.detail.contains("No TLS connection could be made"_L1), qPrintable(error.detail));
}

void HttpTlsTest::proxiesOfTheEnvironmentAreNotUsed()
{
    const auto server = serverWith({});
    QCOMPARE(refusal(server->access()).detail, u"accepted"_s);
    QCOMPARE(server->seen.size(), 1);
}

void HttpTlsTest::brokenAuthorityIsSaid()
{
    const auto server = serverWith({});
    const Error error = refusal(accessTo(server->port(), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
    QVERIFY2(error.detail.contains("authority"_L1), qPrintable(error.detail));
    QCOMPARE(server->seen.size(), 0);
}

QTEST_GUILESS_MAIN(HttpTlsTest)
#include "tst_HttpTls.moc"
