// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Addresses.h"
#include "core/policy/Labels.h"
#include "core/policy/Ports.h"
#include "core/yaml/Read.h"

#include <QRandomGenerator>
#include <QTest>
#include <bitset>

using namespace sentinel;
using namespace sentinel::policy;
using namespace Qt::StringLiterals;

class PortsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsOfPortsBehaveAsSetsOfNumbers();
    void portsAreSaidShortly();
    void blocksHoldTheirAddressesAndNoOthers();
    void everyPartTheBlocksMakeHasAnExample();
    void selectorsMatchAsKubernetesDoes_data();
    void selectorsMatchAsKubernetesDoes();
};

void PortsTest::setsOfPortsBehaveAsSetsOfNumbers()
{
    using Bits = std::bitset<kLastPort + 1>;
    QRandomGenerator random(7);
    const auto fill = [&random](PortSet &set, Bits &bits) {
        for (int times = random.bounded(8); times > 0; --times) {
            const int first = random.bounded(1, 60);
            const int last = random.bounded(20) == 0 ? kLastPort : first + random.bounded(12);
            set.add(Protocol::Udp, first, last);
            for (int port = first; port <= last; ++port) {
                bits.set(static_cast<std::size_t>(port));
            }
        }
    };
    const auto same = [](const PortSet &set, const Bits &bits) {
        for (int port = 1; port <= 90; ++port) {
            if (set.contains(Protocol::Udp, port) != bits.test(static_cast<std::size_t>(port))) {
                return false;
            }
        }
        return set.contains(Protocol::Udp, kLastPort) == bits.test(kLastPort) && !set.contains(Protocol::Tcp, 5);
    };
    for (int round = 0; round < 2000; ++round) {
        PortSet one;
        PortSet other;
        Bits oneBits;
        Bits otherBits;
        fill(one, oneBits);
        fill(other, otherBits);
        QVERIFY(same(one, oneBits));
        QVERIFY(same(one.common(other), oneBits & otherBits));
        QVERIFY(same(one.without(other), oneBits & ~otherBits));
        PortSet both = one;
        both.add(other);
        QVERIFY(same(both, oneBits | otherBits));
        QCOMPARE(one.isEmpty(), oneBits.none());
        QCOMPARE(one.contains(other), (otherBits & ~oneBits).none());
    }
}

void PortsTest::portsAreSaidShortly()
{
    PortSet set;
    QCOMPARE(set.toString(), QString());
    set.add(Protocol::Udp, 53, 53);
    set.add(Protocol::Tcp, 8000, 8010);
    set.add(Protocol::Tcp, 80, 80);
    QCOMPARE(set.toString(), u"TCP 80, 8000-8010, UDP 53"_s);
    set.add(Protocol::Tcp, 1, kLastPort);
    QCOMPARE(set.toString(), u"TCP *, UDP 53"_s);
    QCOMPARE(PortSet::all().toString(), u"*"_s);
}

void PortsTest::blocksHoldTheirAddressesAndNoOthers()
{
    const auto holds = [](const QString &cidr, const QString &address) {
        return AddressRange::parse(cidr).value().contains(Address::parse(address).value());
    };
    QVERIFY(holds(u"10.0.0.0/8"_s, u"10.255.255.255"_s));
    QVERIFY(!holds(u"10.0.0.0/8"_s, u"11.0.0.0"_s));
    QVERIFY(holds(u"192.168.7.9/22"_s, u"192.168.4.0"_s)); // bits behind the prefix play no part
    QVERIFY(holds(u"0.0.0.0/0"_s, u"255.255.255.255"_s));
    QVERIFY(!holds(u"0.0.0.0/0"_s, u"::1"_s));
    QVERIFY(holds(u"fd00::/9"_s, u"fd7f::1"_s));
    QVERIFY(!holds(u"fd00::/9"_s, u"fd80::"_s));
    QVERIFY(holds(u"192.0.2.1/32"_s, u"192.0.2.1"_s));
    for (const QString &wrong :
         {u"10.0.0.0"_s, u"10.0.0.0/33"_s, u"10.0.0/8"_s, u"::/129"_s, u"a/8"_s, u"10.0.0.0/-1"_s, u"/8"_s}) {
        QVERIFY2(!AddressRange::parse(wrong), qPrintable(wrong));
    }
}

void PortsTest::everyPartTheBlocksMakeHasAnExample()
{
    QList<AddressRange> ranges;
    for (const QString &cidr : {u"10.0.0.0/8"_s, u"10.1.0.0/16"_s, u"0.0.0.0/0"_s, u"fd00::/8"_s}) {
        ranges.append(*AddressRange::parse(cidr));
    }
    QStringList texts;
    for (const Address &address : examples(ranges)) {
        texts.append(address.toString());
    }
    QCOMPARE(texts,
             (QStringList{u"0.0.0.0"_s, u"10.0.0.0"_s, u"10.1.0.0"_s, u"10.2.0.0"_s, u"11.0.0.0"_s, u"::"_s, u"fd00::"_s,
                          u"fe00::"_s}));
}

void PortsTest::selectorsMatchAsKubernetesDoes_data()
{
    QTest::addColumn<QByteArray>("selector");
    QTest::addColumn<bool>("matches");
    QTest::newRow("empty") << QByteArray("{}") << true;
    QTest::newRow("labels") << QByteArray("{matchLabels: {app: web, tier: a}}") << true;
    QTest::newRow("one label differs") << QByteArray("{matchLabels: {app: web, tier: b}}") << false;
    QTest::newRow("in") << QByteArray("{matchExpressions: [{key: tier, operator: In, values: [b, a]}]}") << true;
    QTest::newRow("in, absent") << QByteArray("{matchExpressions: [{key: x, operator: In, values: [b]}]}") << false;
    QTest::newRow("not in") << QByteArray("{matchExpressions: [{key: tier, operator: NotIn, values: [a]}]}") << false;
    QTest::newRow("not in, absent") << QByteArray("{matchExpressions: [{key: x, operator: NotIn, values: [a]}]}") << true;
    QTest::newRow("exists") << QByteArray("{matchExpressions: [{key: app, operator: Exists}]}") << true;
    QTest::newRow("exists, absent") << QByteArray("{matchExpressions: [{key: x, operator: Exists}]}") << false;
    QTest::newRow("does not exist") << QByteArray("{matchExpressions: [{key: app, operator: DoesNotExist}]}") << false;
    QTest::newRow("both must hold") << QByteArray("{matchLabels: {app: web}, matchExpressions: [{key: x, operator: Exists}]}")
                                    << false;
    QTest::newRow("unknown operator") << QByteArray("{matchExpressions: [{key: app, operator: Is, values: [web]}]}") << false;
    QTest::newRow("in nothing") << QByteArray("{matchExpressions: [{key: app, operator: In}]}") << false;
}

void PortsTest::selectorsMatchAsKubernetesDoes()
{
    QFETCH(QByteArray, selector);
    QFETCH(bool, matches);
    const LabelSelector read = LabelSelector::read(*yaml::read(selector, u"s"_s));
    QCOMPARE(read.matches({{u"app"_s, u"web"_s}, {u"tier"_s, u"a"_s}}), matches);
    if (read.isValid()) {
        QVERIFY(read.matches(read.example()));
    }
}

QTEST_APPLESS_MAIN(PortsTest)
#include "tst_Ports.moc"
