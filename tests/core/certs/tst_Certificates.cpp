// SPDX-License-Identifier: GPL-3.0-or-later
// How certificates stand, what holds them up, and what their Secrets really hold.
#include "core/certs/Chain.h"
#include "core/certs/Sight.h"
#include "tests/core/certs/Issued.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/SteppedClock.h"

#include <QJsonArray>
#include <QTest>

using namespace sentinel;
using namespace sentinel::certs;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kNow = QDateTime::fromString(u"2026-11-26T12:00:00Z"_s, Qt::ISODate);
const QByteArray kReady = "'conditions':[{'type':'Ready','status':'True','reason':'Ready'}],'notBefore':'2026-11-01T00:00:00Z',"
                          "'notAfter':'2027-01-30T00:00:00Z','renewalTime':'2026-12-31T00:00:00Z','revision':1";

Certificate judgedAt(const QByteArray &status, const QDateTime &now = kNow, Sight sight = {})
{
    sight.certificates = {certificate(status)};
    sight.issuers = {issuer()};
    return judge(sight, now).first();
}

QJsonObject owned(const QByteArray &kind, const QByteArray &name, const QByteArray &owner, const QByteArray &rest)
{
    return json("{'kind':'" + kind + "','metadata':{'name':'" + name + "','namespace':'shop','uid':'uid-" + name
                + "','ownerReferences':[{'uid':'uid-" + owner + "'}],'annotations':{'cert-manager.io/certificate-revision':'2'}},"
                + rest + "}");
}

QStringList rulesOf(const Certificate &one)
{
    QStringList rules;
    for (const Finding &finding : one.findings) {
        rules.append(finding.rule);
    }
    return rules;
}

} // namespace

class CertificatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStateIsThatOfTheConditionsAndTheClock_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("now");
        QTest::addColumn<State>("state");
        const QString today = u"2026-11-26T12:00:00Z"_s;
        QTest::newRow("ready") << kReady << today << State::Ready;
        QTest::newRow("its renewal is overdue") << kReady << u"2027-01-25T00:00:00Z"_s << State::Expiring;
        QTest::newRow("expired, whatever is said") << kReady << u"2027-02-01T00:00:00Z"_s << State::Expired;
        QTest::newRow("nothing said") << QByteArray() << today << State::Unknown;
        QTest::newRow("issuing") << QByteArray("'conditions':[{'type':'Issuing','status':'True','reason':'DoesNotExist'}]")
                                 << today << State::Issuing;
        QTest::newRow("not ready") << QByteArray("'conditions':[{'type':'Ready','status':'False','message':'no'}]") << today
                                   << State::NotReady;
        QTest::newRow("failed") << QByteArray("'conditions':[{'type':'Ready','status':'False'}],'failedIssuanceAttempts':1,'"
                                              "lastFailureTime':'2026-11-26T11:30:00Z'")
                                << today << State::Waiting;
        QTest::newRow("nonsense") << QByteArray("'conditions':7,'notAfter':{},'failedIssuanceAttempts':'many'") << today
                                  << State::Unknown;
    }
    void theStateIsThatOfTheConditionsAndTheClock()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QString, now);
        QFETCH(const State, state);
        const Certificate one = judgedAt(status, QDateTime::fromString(now, Qt::ISODate));
        QCOMPARE(stateName(one.state), stateName(state));
        QVERIFY(!one.sentence.isEmpty());
    }
    void theNextTryDoublesItsPause_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<QString>("next");
        QTest::newRow("first") << 1 << u"2026-11-26T12:00:00Z"_s;
        QTest::newRow("third") << 3 << u"2026-11-26T15:00:00Z"_s;
        QTest::newRow("at most 32 hours") << 40 << u"2026-11-27T19:00:00Z"_s;
    }
    void theNextTryDoublesItsPause()
    {
        QFETCH(const int, failures);
        QFETCH(const QString, next);
        const Certificate one = judgedAt(
            "'conditions':[{'type':'Ready','status':'False'}],'lastFailureTime':'2026-11-26T11:00:00Z','failedIssuanceAttempts':"
            + QByteArray::number(failures));
        QCOMPARE(one.nextTry.toString(Qt::ISODate), next);
    }
    void theCauseIsAtTheRootOfTheChain()
    {
        Sight sight;
        sight.certificates = {certificate("'conditions':[{'type':'Ready','status':'False'},{'type':'Issuing','status':'True'}]")};
        sight.issuers = {issuer(true, "'acme':{}")};
        sight.requests = {owned("CertificateRequest", "web-2", "web",
                                "'status':{'conditions':[{'type':'Approved','status':'True'},{'type':'Ready','status':'False','"
                                "reason':'Pending'}]}")};
        sight.orders = {owned("Order", "web-2-1", "web-2", "'status':{'state':'pending'}")};
        sight.challenges = {owned("Challenge", "web-2-1-0", "web-2-1",
                                  "'spec':{'type':'HTTP-01','dnsName':'web.example.com'},'status':{'state':'pending','presented':"
                                  "true,'reason':'wrong status code 404'}")};
        const Certificate one = judge(sight, kNow).first();
        QStringList kinds;
        for (const Link &link : one.chain) {
            kinds.append(link.kind);
        }
        QCOMPARE(kinds, (QStringList{u"Certificate"_s, u"CertificateRequest"_s, u"Order"_s, u"Challenge"_s, u"Issuer"_s}));
        QVERIFY2(one.cause.contains(u"Challenge/web-2-1-0"_s) && one.cause.contains(u"404"_s), qPrintable(one.cause));
    }
    void aBrokenIssuerIsTheRoot()
    {
        Sight sight;
        sight.certificates = {certificate("'conditions':[{'type':'Ready','status':'False'}]")};
        sight.issuers = {issuer(false)};
        const Certificate one = judge(sight, kNow).first();
        QVERIFY2(one.cause.startsWith(u"Issuer/ca"_s) && one.cause.contains(u"secret not found"_s), qPrintable(one.cause));
        sight.issuers.clear();
        QCOMPARE(judge(sight, kNow).first().cause, u"Issuer/ca is not there"_s);
    }
    void whatTheSecretHoldsIsHeldAgainstWhatIsAskedFor()
    {
        const Authority authority(u"Root"_s, kNow.addYears(5));
        FakeCluster cluster;
        const auto look = [&](const kube::Object &secret) {
            auto fake = std::make_shared<FakeCluster>();
            fake->put(certificate(kReady));
            fake->put(issuer());
            fake->put(authority.ownSecret(u"ca-pair"_s));
            fake->put(secret);
            SteppedClock clock;
            const auto sight = answerOf(clock, lookAt(fake, {}, {}));
            return judge(**sight, kNow).first();
        };
        const QDateTime until = QDateTime::fromString(u"2027-01-30T00:00:00Z"_s, Qt::ISODate);
        const Certificate good = look(authority.secret(u"web-tls"_s, {u"web.example.com"_s}, until));
        QVERIFY(good.served);
        QCOMPARE(good.served->keyAlgorithm, u"ECDSA"_s);
        QCOMPARE(rulesOf(good), QStringList());
        QCOMPARE(rulesOf(look(authority.secret(u"web-tls"_s, {u"other.example.com"_s}, until))),
                 QStringList{u"certificate.names"_s});
        QCOMPARE(rulesOf(look(authority.secret(u"web-tls"_s, {u"web.example.com"_s}, until, u"RSA"_s))),
                 QStringList{u"certificate.key"_s});
        QCOMPARE(rulesOf(look(authority.secret(u"web-tls"_s, {u"web.example.com"_s}, until.addDays(3)))),
                 QStringList{u"certificate.other"_s});
        const Authority before(u"Root"_s, kNow.addYears(5));
        QCOMPARE(rulesOf(look(before.secret(u"web-tls"_s, {u"web.example.com"_s}, until))),
                 QStringList{u"certificate.authority-changed"_s});
    }
    void anAuthorityThatEndsFirstIsToldOf()
    {
        const Authority authority(u"Root"_s, kNow.addDays(10));
        Sight sight;
        sight.certificates = {certificate(kReady)};
        sight.issuers = {issuer()};
        auto fake = std::make_shared<FakeCluster>();
        fake->put(authority.ownSecret(u"ca-pair"_s));
        fake->put(authority.secret(u"web-tls"_s, {u"web.example.com"_s},
                                   QDateTime::fromString(u"2027-01-30T00:00:00Z"_s, Qt::ISODate)));
        SteppedClock clock;
        sight.secrets = **answerOf(clock, readSecrets(fake, secretsOf(sight), {}));
        QCOMPARE(rulesOf(judge(sight, kNow).first()), QStringList{u"certificate.authority-ends"_s});
    }
    void twoThatWriteOneSecretAreAnError()
    {
        Sight sight;
        sight.certificates = {certificate(kReady), certificate(kReady, u"copy"_s)};
        sight.issuers = {issuer()};
        const QList<Certificate> all = judge(sight, kNow);
        QVERIFY(rulesOf(all.first()).contains(u"certificate.shared-secret"_s));
        QVERIFY(rulesOf(all.last()).contains(u"certificate.shared-secret"_s));
    }
    void aPodThatTrustsTheCaOfASecretIsFound()
    {
        auto fake = std::make_shared<FakeCluster>();
        fake->put(certificate(kReady));
        fake->put(json("{'apiVersion':'v1','kind':'Pod','metadata':{'name':'client-1','namespace':'shop'},'spec':{'volumes':[{'"
                       "name':'ca','secret':"
                       "{'secretName':'web-tls','items':[{'key':'ca.crt','path':'ca.crt'}]}}]}}"));
        SteppedClock clock;
        const auto sight = answerOf(clock, lookAt(fake, {}, {}));
        QVERIFY(rulesOf(judge(**sight, kNow).first()).contains(u"certificate.trust-anchor"_s));
    }
    void aSecretNobodyMayReadIsNotCalledGood()
    {
        auto fake = std::make_shared<FakeCluster>();
        fake->put(certificate(kReady));
        fake->failNext(Act::Get, Error::Kind::Forbidden, 5, u"Secret"_s);
        SteppedClock clock;
        const Certificate one = judge(**answerOf(clock, lookAt(fake, {}, {})), kNow).first();
        QVERIFY(!one.served);
        QVERIFY2(one.notRead.contains(u"someone who may get secrets in shop"_s), qPrintable(one.notRead));
    }
    void noKeyLeavesTheRoom()
    {
        const Authority authority(u"Root"_s, kNow.addYears(5));
        auto fake = std::make_shared<FakeCluster>();
        const kube::Object secret = authority.secret(u"web-tls"_s, {u"web.example.com"_s}, kNow.addDays(30));
        fake->put(secret);
        SteppedClock clock;
        const auto shown = answerOf(clock, readSecrets(fake, {{.ns = u"shop"_s, .name = u"web-tls"_s}}, {}));
        const QByteArray key = QByteArray::fromBase64(secret[u"data"][u"tls.key"].toString().toLatin1());
        const Served served = *(**shown).first().leaf;
        QVERIFY(!key.isEmpty());
        QVERIFY(!served.der.contains(key) && !served.fingerprint.contains(key));
    }
    void aClusterWithoutCertManagerSaysSo()
    {
        auto fake = std::make_shared<FakeCluster>();
        fake->failNext(Act::List, Error::Kind::NotFound, 1, u"Certificate"_s);
        SteppedClock clock;
        const auto sight = answerOf(clock, lookAt(fake, {}, {}));
        QCOMPARE(sight->error().kind, Error::Kind::Unsupported);
    }
    void controlCharactersOfAClusterDoNotAct()
    {
        Sight sight;
        QJsonObject object = certificate("'conditions':[{'type':'Ready','status':'False','message':'x'}]");
        QJsonObject status = object[u"status"].toObject();
        status.insert(
            u"conditions"_s,
            QJsonArray{QJsonObject{{u"type"_s, u"Ready"_s}, {u"status"_s, u"False"_s}, {u"message"_s, u"a\x1b[31mb"_s}}});
        object.insert(u"status"_s, status);
        sight.certificates = {object};
        QVERIFY(!judge(sight, kNow).first().sentence.contains(u'\x1b'));
    }
};

QTEST_GUILESS_MAIN(CertificatesTest)
#include "tst_Certificates.moc"
