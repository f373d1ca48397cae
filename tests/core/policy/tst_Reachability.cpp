// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Reachability.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sentinel;
using namespace sentinel::policy;
using namespace Qt::StringLiterals;

class ReachabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutPoliciesEverybodyReachesEverybody();
    void aPolicyThatSelectsIsolatesInItsDirectionOnly();
    void typesThatAreNotWrittenFollowFromTheRules();
    void bothEndsMustLetTrafficThrough();
    void selectorsInOneItemAreAndInTwoItemsOr();
    void namedPortsAreThoseOfEachDestination();
    void rangesOfPortsAndProtocolsAreExact();
    void blocksHaveHolesAndPodsWithoutAddressesArePerhapsInside();
    void podsOnTheHostsNetworkAreNotHeld();
    void whatAnApiServerRefusesLetsNothingThrough();
    void whoOnlyPoliciesSpeakOfIsThereToo();
    void aHundredWorkloadsTakeLittleTime();
};

namespace {

struct Looked
{
    Network network;
    Reachability reach;

    [[nodiscard]] int end(const QString &title) const
    {
        for (int at = 0; at < network.endpoints.size(); ++at) {
            if (network.endpoints[at].title == title) {
                return at;
            }
        }
        qFatal("no end %s", qPrintable(title));
    }
    [[nodiscard]] QString open(const QString &from, const QString &to) const
    {
        return reach.between(end(from), end(to)).open.toString();
    }
    [[nodiscard]] QString perhaps(const QString &from, const QString &to) const
    {
        return reach.between(end(from), end(to)).perhaps.toString();
    }
};

Looked look(const QByteArray &policies, const QByteArray &extra = {})
{
    Manifests manifests{.nameSpace = u"shop"_s};
    QByteArray text = extra;
    for (const QByteArray &name : {QByteArray("web"), QByteArray("api"), QByteArray("db")}) {
        text += "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name
            + "}\nspec:\n  template:\n    metadata: {labels: {app: " + name
            + "}}\n    spec:\n      containers:\n      - name: c\n        ports:\n"
              "        - {name: main, containerPort: "
            + (name == "db" ? QByteArray("5432") : QByteArray("8080"))
            + "}\n        - {name: dns, containerPort: 53, protocol: UDP}\n";
    }
    const auto added = manifests.add(text + "---\n" + policies, u"m.yaml"_s);
    if (!added) {
        qFatal("%s: %s", qPrintable(added.error().where.toString()), qPrintable(added.error().detail));
    }
    Network network = networkOf(manifests);
    Reachability reach(network);
    return {std::move(network), std::move(reach)};
}

QByteArray written(const QByteArray &name, const QByteArray &spec)
{
    return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name + "}\nspec: " + spec + "\n";
}

const QByteArray kDeny = written("deny", "{podSelector: {}, policyTypes: [Ingress, Egress]}");

} // namespace

void ReachabilityTest::withoutPoliciesEverybodyReachesEverybody()
{
    const Looked looked = look({});
    QCOMPARE(looked.open(u"web"_s, u"db"_s), u"*"_s);
    QCOMPARE(looked.open(u"(other namespace)"_s, u"db"_s), u"*"_s);
    QCOMPARE(looked.open(u"web"_s, u"0.0.0.0"_s), u"*"_s);
    QVERIFY(!looked.reach.isIsolated(0, true));
}

void ReachabilityTest::aPolicyThatSelectsIsolatesInItsDirectionOnly()
{
    const Looked looked = look(written("db", "{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], egress: [{}]}"));
    QCOMPARE(looked.open(u"web"_s, u"db"_s), QString());
    QCOMPARE(looked.open(u"db"_s, u"db"_s), QString());
    QCOMPARE(looked.open(u"db"_s, u"web"_s), u"*"_s);
    const Looked deny = look(kDeny);
    QCOMPARE(deny.open(u"web"_s, u"db"_s) + deny.open(u"web"_s, u"0.0.0.0"_s) + deny.open(u"::"_s, u"web"_s), QString());
}

void ReachabilityTest::typesThatAreNotWrittenFollowFromTheRules()
{
    const Looked ingress = look(written("p", "{podSelector: {matchLabels: {app: db}}}"));
    QCOMPARE(ingress.open(u"web"_s, u"db"_s), QString());
    QCOMPARE(ingress.open(u"db"_s, u"web"_s), u"*"_s);
    const Looked egress = look(written("p", "{podSelector: {matchLabels: {app: db}}, egress: [{ports: [{port: 1}]}]}"));
    QCOMPARE(egress.open(u"web"_s, u"db"_s), QString());
    QCOMPARE(egress.open(u"db"_s, u"web"_s), u"TCP 1"_s);
}

void ReachabilityTest::bothEndsMustLetTrafficThrough()
{
    const QByteArray out = written("out",
                                   "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{podSelector: "
                                   "{matchLabels: {app: db}}}], ports: [{port: 5432}, {port: 1}]}]}");
    const QByteArray in = written("in",
                                  "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: "
                                  "web}}}], ports: [{port: 5432}, {port: 2}]}]}");
    QCOMPARE(look(kDeny + out).open(u"web"_s, u"db"_s), QString());
    QCOMPARE(look(kDeny + in).open(u"web"_s, u"db"_s), QString());
    const Looked both = look(kDeny + out + in);
    QCOMPARE(both.open(u"web"_s, u"db"_s), u"TCP 5432"_s);
    QCOMPARE(both.open(u"db"_s, u"web"_s), QString());
    QCOMPARE(both.open(u"api"_s, u"db"_s), QString());
}

void ReachabilityTest::selectorsInOneItemAreAndInTwoItemsOr()
{
    const QByteArray both = "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: edge}}";
    const QByteArray pods = "podSelector: {matchLabels: {app: proxy}}";
    const Looked together
        = look(written("p", "{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{" + both + ", " + pods + "}]}]}"));
    QCOMPARE(together.open(u"edge/app=proxy"_s, u"web"_s), u"*"_s);
    QCOMPARE(together.open(u"api"_s, u"web"_s), QString());
    const Looked apart
        = look(written("p", "{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{" + both + "}, {" + pods + "}]}]}"));
    QCOMPARE(apart.open(u"edge/*"_s, u"web"_s), u"*"_s);
    QCOMPARE(apart.open(u"shop/app=proxy"_s, u"web"_s), u"*"_s);
    QCOMPARE(apart.open(u"api"_s, u"web"_s), QString());
}

void ReachabilityTest::namedPortsAreThoseOfEachDestination()
{
    const Looked looked
        = look(kDeny
               + written("p",
                         "{podSelector: {}, policyTypes: [Ingress, Egress], ingress: [{ports: [{port: main}]}], egress: "
                         "[{ports: [{port: main}, {port: dns}, {port: dns, protocol: UDP}]}]}"));
    QCOMPARE(looked.open(u"web"_s, u"api"_s), u"TCP 8080"_s);
    QCOMPARE(looked.open(u"web"_s, u"db"_s), u"TCP 5432"_s);
    QCOMPARE(looked.open(u"web"_s, u"0.0.0.0"_s), QString());
}

void ReachabilityTest::rangesOfPortsAndProtocolsAreExact()
{
    const Looked looked
        = look(written("p",
                       "{podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 10, endPort: 20}, {protocol: "
                       "UDP}, {protocol: SCTP, port: 7}]}]}"));
    QCOMPARE(looked.open(u"web"_s, u"db"_s), u"TCP 10-20, UDP *, SCTP 7"_s);
}

void ReachabilityTest::blocksHaveHolesAndPodsWithoutAddressesArePerhapsInside()
{
    const Looked looked
        = look(written("p",
                       "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: "
                       "10.0.0.0/8, except: [10.1.0.0/16]}}], ports: [{port: 443}]}]}"));
    QCOMPARE(looked.open(u"web"_s, u"10.0.0.0"_s), u"TCP 443"_s);
    QCOMPARE(looked.open(u"web"_s, u"10.1.0.0"_s), QString());
    QCOMPARE(looked.open(u"web"_s, u"0.0.0.0"_s), QString());
    QCOMPARE(looked.open(u"web"_s, u"db"_s), QString());
    QCOMPARE(looked.perhaps(u"web"_s, u"db"_s), u"TCP 443"_s);
}

void ReachabilityTest::podsOnTheHostsNetworkAreNotHeld()
{
    const Looked looked
        = look(kDeny + written("p", "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {}}]}]}"),
               "---\napiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\nspec: {template: {metadata: {labels: "
               "{app: agent}}, spec: {hostNetwork: true}}}\n");
    QCOMPARE(looked.open(u"agent"_s, u"0.0.0.0"_s), u"*"_s);
    QCOMPARE(looked.open(u"agent"_s, u"db"_s), QString());
    QCOMPARE(looked.open(u"0.0.0.0"_s, u"agent"_s), u"*"_s);
}

void ReachabilityTest::whatAnApiServerRefusesLetsNothingThrough()
{
    for (const QByteArray &wrong :
         {QByteArray("[{from: [{}]}]"), QByteArray("[{from: [{ipBlock: {cidr: nonsense}}]}]"),
          QByteArray("[{from: [{ipBlock: {cidr: 0.0.0.0/0}, podSelector: {}}]}]"),
          QByteArray("[{ports: [{port: 20, endPort: 10}]}]"), QByteArray("[{ports: [{protocol: ICMP, port: 1}]}]"),
          QByteArray("[{ports: [{port: main, endPort: 9000}]}]")}) {
        const Looked looked = look(written("p", "{podSelector: {matchLabels: {app: db}}, ingress: " + wrong + "}"));
        QVERIFY2(looked.open(u"web"_s, u"db"_s).isEmpty(), wrong.constData());
    }
}

void ReachabilityTest::whoOnlyPoliciesSpeakOfIsThereToo()
{
    const Looked looked = look(
        written("p",
                "{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}}, "
                "{podSelector: {matchExpressions: [{key: role, operator: In, values: [x, y]}]}}]}]}"),
        "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: operations, labels: {team: ops}}\n");
    QCOMPARE(looked.open(u"operations/*"_s, u"web"_s), u"*"_s);
    QCOMPARE(looked.open(u"shop/role in (x, y)"_s, u"web"_s), u"*"_s);
    QCOMPARE(looked.open(u"shop/(other pod)"_s, u"web"_s), QString());
}

void ReachabilityTest::aHundredWorkloadsTakeLittleTime()
{
    QByteArray text;
    for (int at = 0; at < 100; ++at) {
        const QByteArray number = QByteArray::number(at);
        text += "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: w" + number
            + "}\nspec: {template: {metadata: {labels: {app: w" + number + ", tier: t" + QByteArray::number(at % 7)
            + "}}, spec: {containers: [{name: c, ports: [{name: main, containerPort: " + QByteArray::number(8000 + at)
            + "}]}]}}}\n"
            + written("in" + number,
                      "{podSelector: {matchLabels: {app: w" + number
                          + "}}, ingress: [{from: [{podSelector: {matchLabels: {tier: t" + QByteArray::number((at + 1) % 7)
                          + "}}}], ports: [{port: main}]}]}")
            + written("out" + number,
                      "{podSelector: {matchLabels: {app: w" + number
                          + "}}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}, {to: [{ipBlock: {cidr: 10." + number
                          + ".0.0/16}}], ports: [{port: 443}]}]}");
    }
    Manifests manifests;
    QVERIFY(manifests.add(kDeny + text, u"m"_s));
    const Network network = networkOf(manifests);
    QElapsedTimer timer;
    timer.start();
    const Reachability reach(network);
    const qint64 took = timer.elapsed();
    QCOMPARE(reach.between(0, 6).open.toString(), u"TCP 8006"_s);
    qInfo("%lld ms for %d ends and %lld policies", static_cast<long long>(took), reach.size(),
          static_cast<long long>(network.policies.size()));
    // 50 ms are the aim on a quiet machine; a busy one, or a sanitizer, is not what this looks for.
    QVERIFY(took < 500);
}

QTEST_APPLESS_MAIN(ReachabilityTest)
#include "tst_Reachability.moc"
