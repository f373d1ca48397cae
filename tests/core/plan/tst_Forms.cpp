// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Closest.h"
#include "core/plan/Forms.h"
#include "core/plan/PublicSecrets.h"

#include <QTest>

using namespace sentinel::plan;
using namespace Qt::StringLiterals;

class FormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kubernetesNamesFollowRfc1123();
    void hostNamesAreNoAddresses();
    void addressesOfBothFamiliesAreKnown();
    void networksKnowTheirOwnAddress();
    void mailboxesNeedADomain();
    void invisibleCharactersAreSeen();
    void publicSecretsAreKnownInAnyCase();
    void theClosestNameIsTheOneMeant();
};

void FormsTest::kubernetesNamesFollowRfc1123()
{
    for (const QStringView good : {u"a", u"prod", u"eu-1", u"0x0"}) {
        QVERIFY2(isDnsLabel(good), qPrintable(good.toString()));
    }
    for (const QStringView bad : {u"", u"-a", u"a-", u"Prod", u"a_b", u"a.b", u"ä", u"a b"}) {
        QVERIFY2(!isDnsLabel(bad), qPrintable(bad.toString()));
    }
    QVERIFY(isDnsLabel(QString(63, u'a')));
    QVERIFY(!isDnsLabel(QString(64, u'a')));
    QVERIFY(isDnsName(u"a.b-c.d") && !isDnsName(u"a..b") && !isDnsName(u".a"));
    QVERIFY(isSecretKey(u"tls.crt") && isSecretKey(u"A_b-c") && !isSecretKey(u"a/b") && !isSecretKey(u"..") && !isSecretKey(u""));
}

void FormsTest::hostNamesAreNoAddresses()
{
    QVERIFY(isHostName(u"sentinel.example.com") && isHostName(u"localhost") && isHostName(u"X1.Example"));
    QVERIFY(!isHostName(u"10.0.0.1") && !isHostName(u"a.b.") && !isHostName(u"https://a.b") && !isHostName(u"a.b:80")
            && !isHostName(u""));
}

void FormsTest::addressesOfBothFamiliesAreKnown()
{
    QVERIFY(isIpv4(u"192.0.2.1") && !isIpv4(u"192.0.2.256") && !isIpv4(u"1.2.3") && !isIpv4(u"01.2.3.4")
            && !isIpv4(u"1.2.3.4.5"));
    for (const QStringView good : {u"::", u"::1", u"2001:db8::1", u"1:2:3:4:5:6:7:8", u"::ffff:192.0.2.1", u"fe80::"}) {
        QVERIFY2(isIpv6(good), qPrintable(good.toString()));
    }
    for (const QStringView bad :
         {u"1:2:3:4:5:6:7", u"1::2::3", u"12345::", u"g::", u":1", u"1:2:3:4:5:6:7:8:9", u"::1%eth0", u":::"}) {
        QVERIFY2(!isIpv6(bad), qPrintable(bad.toString()));
    }
    QVERIFY(isAddress(u"192.0.2.53:53") && isAddress(u"[2001:db8::1]:53") && isAddress(u"2001:db8::1"));
    QVERIFY(!isAddress(u"192.0.2.53:0") && !isAddress(u"192.0.2.53:70000") && !isAddress(u"dns.example.com:53"));
}

void FormsTest::networksKnowTheirOwnAddress()
{
    QVERIFY(isCidr(u"10.0.0.0/8") && isCidr(u"0.0.0.0/0") && isCidr(u"2001:db8::/32"));
    QVERIFY(!isCidr(u"10.0.0.0") && !isCidr(u"10.0.0.0/33") && !isCidr(u"2001:db8::/129") && !isCidr(u"10.0.0.0/08"));
    QCOMPARE(networkOf(u"10.1.2.3/8"), u"10.0.0.0/8"_s);
    QCOMPARE(networkOf(u"192.0.2.130/25"), u"192.0.2.128/25"_s);
    QCOMPARE(networkOf(u"1.2.3.4/0"), u"0.0.0.0/0"_s);
    QCOMPARE(networkOf(u"1.2.3.4/32"), u"1.2.3.4/32"_s);
}

void FormsTest::mailboxesNeedADomain()
{
    QVERIFY(isEmail(u"a.b+c@example.com"));
    QVERIFY(!isEmail(u"a@b") && !isEmail(u"@example.com") && !isEmail(u"a b@example.com") && !isEmail(u".a@example.com")
            && !isEmail(u"a@b@c.d"));
}

void FormsTest::invisibleCharactersAreSeen()
{
    QVERIFY(hasControlCharacters(u"a\nb") && hasControlCharacters(u"a\tb") && hasControlCharacters(u"a\u200Bb")
            && hasControlCharacters(u"a\u202Eb") && hasControlCharacters(u"a\u007Fb"));
    QVERIFY(!hasControlCharacters(u"Señal ü 漢字"));
}

void FormsTest::publicSecretsAreKnownInAnyCase()
{
    for (const QStringView known :
         {u"darkfenix", u"DarkFenix", u" changeme ", u"password", u"minioadmin", u"your-secret-key-change-in-production",
          u"SENTINEL_ENCRYPTION_KEY_32", u"sentinel_wal_secret_key", u"sentinel2024"}) {
        QVERIFY2(isPublicSecret(known), qPrintable(known.toString()));
    }
    for (const QStringView other : {u"", u"sentinel", u"sentinel_user", u"passwords", u"administrator", u"my-changeme"}) {
        QVERIFY2(!isPublicSecret(other), qPrintable(other.toString()));
    }
}

void FormsTest::theClosestNameIsTheOneMeant()
{
    const QStringList names{u"staging"_s, u"prod"_s, u"dev"_s, u"edge"_s};
    QCOMPARE(closest(u"prd", names), u"prod"_s);
    QCOMPARE(closest(u"stagign", names), u"staging"_s);
    QCOMPARE(closest(u"PROD", names), u"prod"_s);
    QCOMPARE(closest(u"production", names), QString());
    QCOMPARE(closest(u"", names), QString());
    QCOMPARE(closest(QString(100'000, u'x'), names), QString());
}

QTEST_APPLESS_MAIN(FormsTest)
#include "tst_Forms.moc"
