// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster behind a proxy: who is told what, and what is said when it does not work.
#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"
#include "tests/support/FakeProxy.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;
using testing::FakeProxy;

class HttpProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const Authority::Issued issued = m_authority.issue({.names = {u"k8s.corp"_s}});
        m_server = std::make_unique<ScriptedServer>(m_authority,
                                                    ScriptedServer::Setup{.certificate = issued.certificate, .key = issued.key});
        m_server->answer = [](const Seen &, QHttpServerResponder &responder) {
            reply(responder, 200, QJsonObject{{u"major"_s, u"1"_s}, {u"minor"_s, u"35"_s}});
        };
    }

    void theProxyIsAskedForTheServerAndNeverSeesTheToken()
    {
        FakeProxy proxy(FakeProxy::Kind::Connect);
        proxy.names.insert(u"k8s.corp"_s, m_server->port());
        proxy.user = "me:pw";
        QCOMPARE(sentenceFor(u"http://me:pw@127.0.0.1:%1"_s.arg(proxy.port())), QString());
        QCOMPARE(proxy.asked, QStringList{u"k8s.corp:6443"_s});
        QVERIFY(!proxy.heads.first().contains("secret-token"));
        QCOMPARE(m_server->seen.last().headers.value("authorization").toByteArray(), QByteArray("Bearer secret-token"));
        QVERIFY(!m_server->seen.last().headers.contains("proxy-authorization"));
    }
    void aProxyMaySpeakTlsItself()
    {
        const Authority::Issued issued = m_authority.issue();
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(issued.certificate, QSsl::Pem));
        tls.setPrivateKey(QSslKey(issued.key, QSsl::Ec, QSsl::Pem));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        FakeProxy proxy(FakeProxy::Kind::Connect, 0, tls);
        proxy.names.insert(u"k8s.corp"_s, m_server->port());
        QCOMPARE(sentenceFor(u"https://127.0.0.1:%1"_s.arg(proxy.port())), QString());
        QCOMPARE(proxy.asked, QStringList{u"k8s.corp:6443"_s});
    }
    void aSocksProxyLooksTheNameUp()
    {
        FakeProxy proxy(FakeProxy::Kind::Socks5);
        proxy.names.insert(u"k8s.corp"_s, m_server->port());
        QCOMPARE(sentenceFor(u"socks5://127.0.0.1:%1"_s.arg(proxy.port())), QString());
        QCOMPARE(proxy.asked, QStringList{u"k8s.corp:6443"_s});
    }
    void theNameOfTheCertificateMayBeAnotherThanTheServers()
    {
        FakeProxy proxy(FakeProxy::Kind::Connect);
        proxy.names.insert(u"10.0.0.1"_s, m_server->port());
        ClusterAccess access = accessThrough(u"http://127.0.0.1:%1"_s.arg(proxy.port()));
        access.server = QUrl(u"https://10.0.0.1:6443"_s);
        access.tlsServerName = u"k8s.corp"_s;
        HttpApi api(access);
        const auto version = answerOf(api.version({}));
        QVERIFY2(version, qPrintable(version ? QString() : version.error().detail));
        QCOMPARE(proxy.asked, QStringList{u"10.0.0.1:6443"_s});
    }
    void aProxyThatRefusesIsSaidAsOne()
    {
        FakeProxy proxy(FakeProxy::Kind::Connect);
        proxy.refuses = true;
        const QString address = u"http://127.0.0.1:%1"_s.arg(proxy.port());
        const QString sentence = sentenceFor(QString(address).replace(u"//"_s, u"//me:hunter2@"_s));
        QVERIFY2(sentence.contains(u"The proxy %1 gives no way to k8s.corp:6443"_s.arg(address)), qPrintable(sentence));
        QVERIFY(!sentence.contains(u"hunter2"_s));
        FakeProxy socks(FakeProxy::Kind::Socks5);
        socks.refuses = true;
        const QString other = sentenceFor(u"socks5://127.0.0.1:%1"_s.arg(socks.port()));
        QVERIFY2(other.contains(u"The proxy socks5://127.0.0.1"_s), qPrintable(other));
    }
    void aProxyThatIsNotThereIsSaidWithTheVariableThatNamesIt()
    {
        QTcpServer closed;
        closed.listen(QHostAddress::LocalHost);
        const quint16 port = closed.serverPort();
        closed.close();
        ClusterAccess access = accessThrough(u"http://127.0.0.1:%1"_s.arg(port));
        access.proxy.variable = u"HTTPS_PROXY"_s;
        HttpApi api(access);
        const auto version = answerOf(api.version({}));
        QVERIFY(!version);
        QVERIFY2(version.error().detail.contains(u"(of HTTPS_PROXY) gives no way"_s), qPrintable(version.error().detail));
    }
    void aProxyCannotPassForTheServer()
    {
        const Authority other(u"other-ca"_s);
        const Authority::Issued issued = other.issue({.names = {u"k8s.corp"_s}});
        ScriptedServer liar(m_authority, {.certificate = issued.certificate, .key = issued.key});
        liar.answer = [](const Seen &, QHttpServerResponder &responder) { reply(responder, 200, QJsonObject()); };
        FakeProxy proxy(FakeProxy::Kind::Connect);
        proxy.names.insert(u"k8s.corp"_s, liar.port());
        const QString sentence = sentenceFor(u"http://127.0.0.1:%1"_s.arg(proxy.port()));
        QVERIFY2(sentence.contains(u"signed by \"CN=other-ca\""_s), qPrintable(sentence));
        QCOMPARE(liar.seen.size(), 0);
    }

private:
    [[nodiscard]] ClusterAccess accessThrough(const QString &proxy) const
    {
        ClusterAccess access = m_server->access();
        access.server = QUrl(u"https://k8s.corp:6443"_s);
        access.proxy.url = QUrl(proxy);
        return access;
    }
    /// Why no answer came; empty: it did.
    QString sentenceFor(const QString &proxy)
    {
        HttpApi api(accessThrough(proxy));
        const auto version = answerOf(api.version({}));
        return version ? QString() : version.error().detail;
    }

    Authority m_authority{u"cluster-ca"_s};
    std::unique_ptr<ScriptedServer> m_server;
};

QTEST_GUILESS_MAIN(HttpProxyTest)
#include "tst_HttpProxy.moc"
