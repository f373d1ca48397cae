// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Exemptions.h"
#include "core/policy/Flows.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::policy;
using namespace Qt::StringLiterals;

class ExemptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExemptionTakesItsFindingOutAndNoOther();
    void anExpiredOneIsAFindingAndTakesNothingOut();
    void oneThatNothingNeedsSaysSo();
    void rulesOfOtherToolsStandForOurs();
    void whatIsIncompleteIsRefusedWithItsPlace_data();
    void whatIsIncompleteIsRefusedWithItsPlace();
    void keysOfFlowsAreLookedUp();
    void flowsThatAreNoneAreRefused();
};

namespace {

const QByteArray kHead = "apiVersion: console.sentinel/v1\nkind: PolicyExemptions\nexemptions:\n";

Findings some()
{
    return {{.severity = Severity::Warning, .rule = u"workload.replicas"_s, .object = u"Deployment/beat"_s},
            {.severity = Severity::Warning, .rule = u"workload.replicas"_s, .object = u"Deployment/web"_s},
            {.severity = Severity::Error, .rule = u"pod.host-path"_s, .object = u"Deployment/beat"_s}};
}

} // namespace

void ExemptionsTest::anExemptionTakesItsFindingOutAndNoOther()
{
    const auto read = readExemptions(
        kHead + "  - {rule: workload.replicas, object: Deployment/beat, reason: one scheduler, expires: 2027-01-31}\n",
        u"e.yaml"_s);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    const Exempted result = exempt(some(), *read, QDate(2027, 1, 31)); // its last day
    QCOMPARE(result.exempted.size(), 1);
    QCOMPARE(result.findings, some().sliced(1));
    const auto all = readExemptions(
        kHead + "  - {rule: workload.replicas, object: Deployment/*, reason: edge, expires: 2027-01-31}\n", u"e"_s);
    QCOMPARE(exempt(some(), *all, QDate(2026, 1, 1)).exempted.size(), 2);
}

void ExemptionsTest::anExpiredOneIsAFindingAndTakesNothingOut()
{
    const auto read = readExemptions(
        kHead + "  - {rule: workload.replicas, object: Deployment/beat, reason: one scheduler, expires: 2027-01-31}\n",
        u"e.yaml"_s);
    const Exempted result = exempt(some(), *read, QDate(2027, 2, 1));
    QVERIFY(result.exempted.isEmpty());
    QCOMPARE(result.findings.size(), 4);
    QCOMPARE(result.findings.last().rule, u"exemption.expired"_s);
    QCOMPARE(result.findings.last().severity, Severity::Warning);
    QCOMPARE(result.findings.last().where.toString(), u"e.yaml:4:5"_s);
}

void ExemptionsTest::oneThatNothingNeedsSaysSo()
{
    const auto read
        = readExemptions(kHead + "  - {rule: pod.sysctls, object: Deployment/beat, reason: x, expires: 2027-01-31}\n", u"e"_s);
    const Exempted result = exempt(some(), *read, QDate(2026, 1, 1));
    QCOMPARE(result.findings.last().rule, u"exemption.unused"_s);
    QCOMPARE(result.findings.last().severity, Severity::Info);
}

void ExemptionsTest::rulesOfOtherToolsStandForOurs()
{
    const auto read = readExemptions(
        kHead
            + "  - {rule: kube-score/deployment-replicas, objects: [Deployment/beat, Deployment/web], reason: x, expires: "
              "2027-01-31}\n  - {rule: sensitive-host-mounts, object: Deployment/beat, reason: x, expires: 2027-01-31}\n"
              "  - {rule: kubesec/apparmor, object: Deployment/beat, reason: x, expires: 2027-01-31}\n",
        u"e.yaml"_s);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    const Exempted result = exempt(some(), *read, QDate(2026, 1, 1));
    QCOMPARE(result.exempted, some());
    QVERIFY(result.findings.isEmpty()); // a rule without a counterpart here is never "unused"
}

void ExemptionsTest::whatIsIncompleteIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("no reason") << kHead + "  - {rule: pod.sysctls, object: a/b, expires: 2027-01-31}\n" << 4;
    QTest::newRow("no day") << kHead + "  - {rule: pod.sysctls, object: a/b, reason: x}\n" << 4;
    QTest::newRow("no such day") << kHead + "  - rule: pod.sysctls\n    object: a/b\n    reason: x\n    expires: 2027-02-30\n"
                                 << 7;
    QTest::newRow("no such rule") << kHead + "  - {rule: pod.nothing, object: a/b, reason: x, expires: 2027-01-31}\n" << 4;
    QTest::newRow("unknown field") << kHead + "  - {rule: pod.sysctls, object: a/b, reason: x, expires: 2027-01-31, until: y}\n"
                                   << 4;
    QTest::newRow("another kind") << QByteArray("apiVersion: v1\nkind: List\n") << 1;
}

void ExemptionsTest::whatIsIncompleteIsRefusedWithItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto read = readExemptions(text, u"e.yaml"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Invalid);
    QCOMPARE(read.error().where.line, line);
}

void ExemptionsTest::keysOfFlowsAreLookedUp()
{
    const QByteArray text
        = "apiVersion: console.sentinel/v1\nkind: FlowList\nitems:\n"
          "  - {from: {namespace: '{edge}'}, to: {component: web}, ports: [3000]}\n"
          "  - {from: {component: web}, to: {cidr: '{unknown}'}, ports: [3000]}\n"
          "  - {when: {exposure: ingress}, from: {every: pods}, to: {namespace: dns}, ports: [{port: '{port}', protocol: UDP}]}\n"
          "  - {when: {exposure: gateway}, from: {component: a}, to: {component: b}, ports: [1]}\n";
    const auto read = readFlows(text, u"f"_s, [](const QString &key) -> std::optional<QString> {
        static const QMap<QString, QString> values{
            {u"edge"_s, u"ingress-nginx"_s}, {u"exposure"_s, u"ingress"_s}, {u"port"_s, u"53"_s}};
        const auto found = values.find(key);
        return found == values.end() ? std::nullopt : std::optional(*found);
    });
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->size(), 2);
    QCOMPARE(read->first().from.nameSpace, u"ingress-nginx"_s);
    QVERIFY(read->last().ports.contains(Protocol::Udp, 53));
}

void ExemptionsTest::flowsThatAreNoneAreRefused()
{
    for (const QByteArray &item :
         {QByteArray("{from: {component: a}, to: {component: b}}"), QByteArray("{from: {component: a}, ports: [1]}"),
          QByteArray("{from: {what: a}, to: {component: b}, ports: [1]}"),
          QByteArray("{from: {cidr: x}, to: {component: b}, ports: [1]}"),
          QByteArray("{from: {component: a}, to: {component: b}, ports: [70000]}")}) {
        const auto read = readFlows("apiVersion: console.sentinel/v1\nkind: FlowList\nitems:\n  - " + item + "\n", u"f"_s);
        QVERIFY2(!read, item.constData());
        QCOMPARE(read.error().where.line, 4);
    }
}

QTEST_APPLESS_MAIN(ExemptionsTest)
#include "tst_Exemptions.moc"
