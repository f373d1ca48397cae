// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Flows.h"

#include <QFile>
#include <QTest>

using namespace sentinel;
using namespace sentinel::policy;
using namespace Qt::StringLiterals;

class FlowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWantedFlowIsOpenAndNothingElse();
    void withoutAnyRuleExactlyItsFlowIsClosed();
    void aRuleMoreIsFoundAtOnce();
    void whatNobodyHoldsIsLeftToItsOwnRule();
};

namespace {

QByteArray content(const QString &name)
{
    QFile file(QStringLiteral(SENTINEL_SOURCE_DIR "/tests/core/policy/corpus/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Network network()
{
    Manifests manifests{.nameSpace = u"shop"_s};
    if (!manifests.add(content(u"good.yaml"_s), u"good.yaml"_s)) {
        qFatal("no YAML");
    }
    return networkOf(manifests);
}

QList<Flow> flows()
{
    return *readFlows(content(u"flows.yaml"_s), u"flows.yaml"_s);
}

Findings proven(const Network &network)
{
    return proveFlows(network, Reachability(network), flows(), u"shop"_s);
}

/// Pairs of ends whose ports differ.
QStringList changes(const Network &network, const Reachability &before, const Reachability &after)
{
    QStringList result;
    for (int from = 0; from < before.size(); ++from) {
        for (int to = 0; to < before.size(); ++to) {
            if (!(before.between(from, to) == after.between(from, to))) {
                result.append(network.endpoints[from].title + u" → "_s + network.endpoints[to].title);
            }
        }
    }
    return result;
}

} // namespace

void FlowsTest::everyWantedFlowIsOpenAndNothingElse()
{
    const Findings findings = proven(network());
    QVERIFY2(findings.isEmpty(), qPrintable(findings.isEmpty() ? QString() : findings.first().sentence));
}

void FlowsTest::withoutAnyRuleExactlyItsFlowIsClosed()
{
    const Network whole = network();
    const Reachability before(whole);
    int dropped = 0;
    for (qsizetype policy = 0; policy < whole.policies.size(); ++policy) {
        for (const bool ingress : {true, false}) {
            const QList<TrafficRule> &rules = ingress ? whole.policies[policy].ingress : whole.policies[policy].egress;
            for (qsizetype rule = 0; rule < rules.size(); ++rule) {
                Network less = whole;
                (ingress ? less.policies[policy].ingress : less.policies[policy].egress).removeAt(rule);
                // "web-to-api" and "api-from-web" are the two ends of one flow.
                const QString name = whole.policies[policy].name;
                const QStringList ends = ingress ? name.split(u"-from-"_s) : name.split(u"-to-"_s);
                const QString flow = ingress ? ends[1] + u" → "_s + ends[0] : ends[0] + u" → "_s + ends[1];
                QCOMPARE(changes(whole, before, Reachability(less)), QStringList{flow});
                const Findings findings = proven(less);
                QCOMPARE(findings.size(), 1);
                QCOMPARE(findings.first().rule, u"network.flow-closed"_s);
                QCOMPARE(findings.first().object, flow);
                ++dropped;
            }
        }
    }
    QCOMPARE(dropped, 4);
}

void FlowsTest::aRuleMoreIsFoundAtOnce()
{
    Network more = network();
    for (NetworkPolicy &policy : more.policies) {
        if (policy.name == "web-to-api"_L1 || policy.name == "api-from-web"_L1) {
            QList<TrafficRule> &rules = policy.ingress.isEmpty() ? policy.egress : policy.ingress;
            rules.first().ports.append({.protocol = Protocol::Udp, .first = 1000, .last = 2000});
        }
    }
    const Findings findings = proven(more);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().rule, u"network.flow-unwanted"_s);
    QVERIFY2(findings.first().sentence.contains(u"UDP 1000-2000"), qPrintable(findings.first().sentence));
}

void FlowsTest::whatNobodyHoldsIsLeftToItsOwnRule()
{
    Network none = network();
    none.policies.clear();
    QVERIFY(proven(none).isEmpty());
}

QTEST_APPLESS_MAIN(FlowsTest)
#include "tst_Flows.moc"
