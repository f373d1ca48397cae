// SPDX-License-Identifier: GPL-3.0-or-later
// What pods ask for, and which nodes take them.
#include "core/preflight/Nodes.h"
#include "core/preflight/PodSecurity.h"
#include "tests/core/preflight/Ask.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::preflight;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMebi = 1024LL * 1024 * 1000; // in thousandths of a byte

PodGroup group(const QJsonObject &spec, bool perNode = false)
{
    PodGroup made{.owner = u"Deployment/x"_s, .spec = spec};
    made.perNode = perNode;
    return made;
}

} // namespace

class PreflightPodsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPodAsksForItsContainersTogether()
    {
        const Amounts asked = requestsOf(json("{'containers':[{'resources':{'requests':{'cpu':'500m','memory':'64Mi'}}},"
                                              "{'resources':{'requests':{'cpu':1,'memory':'64Mi'}}}]}"));
        QCOMPARE(asked.value(u"cpu"_s), 1500);
        QCOMPARE(asked.value(u"memory"_s), 128 * kMebi);
    }
    void aLargerInitContainerCounts()
    {
        const Amounts asked = requestsOf(json("{'initContainers':[{'resources':{'requests':{'cpu':'2'}}}],"
                                              "'containers':[{'resources':{'requests':{'cpu':'500m'}}}]}"));
        QCOMPARE(asked.value(u"cpu"_s), 2000);
    }
    void aSidecarRunsBesideTheOthersAndTheInitContainersBehindIt()
    {
        const Amounts asked
            = requestsOf(json("{'initContainers':[{'restartPolicy':'Always','resources':{'requests':{'cpu':'300m'}}},"
                              "{'resources':{'requests':{'cpu':'900m'}}}],"
                              "'containers':[{'resources':{'requests':{'cpu':'500m'}}}]}"));
        QCOMPARE(asked.value(u"cpu"_s), 1200); // sidecar and second init container, more than 300 + 500
    }
    void whatOnlyHasALimitAsksForIt()
    {
        const Amounts asked
            = requestsOf(json("{'containers':[{'resources':{'limits':{'cpu':'2','memory':'1Gi'},'requests':{'cpu':'1'}}}]}"));
        QCOMPARE(asked.value(u"cpu"_s), 1000);
        QCOMPARE(asked.value(u"memory"_s), 1024 * kMebi);
    }
    void hostileAmountsCountAsNothing()
    {
        const Amounts asked
            = requestsOf(json("{'containers':[{'resources':{'requests':{'cpu':'lots','memory':{}}}},{'resources':7},'x']}"));
        QCOMPARE(asked.value(u"cpu"_s), 0);
        QCOMPARE(asked.value(u"memory"_s), 0);
    }
    void anAutoscalerSaysHowManyPodsThereAreAtLeast()
    {
        const QJsonObject scaler
            = json("{'kind':'HorizontalPodAutoscaler','metadata':{'name':'web','namespace':'sentinel-staging'},"
                   "'spec':{'minReplicas':3,'maxReplicas':9,'scaleTargetRef':{'kind':'Deployment','name':'web'}}}");
        const QList<PodGroup> groups = podGroupsOf({workload(u"Deployment"_s, u"web"_s, 1, u"1"_s, u"1Gi"_s), scaler});
        QCOMPARE(groups.size(), 1);
        QCOMPARE(groups.first().count, 3);
        QCOMPARE(groups.first().most, 9);
    }
    void whatOthersAskForIsNotFreeAndWhatIsOursIs()
    {
        const auto pod = [](const QString &ns, const QString &phase) {
            return QJsonObject{{u"metadata"_s, QJsonObject{{u"name"_s, u"p"_s}, {u"namespace"_s, ns}}},
                               {u"spec"_s, json("{'nodeName':'a','containers':[{'resources':{'requests':{'cpu':'1'}}}]}")},
                               {u"status"_s, QJsonObject{{u"phase"_s, phase}}}};
        };
        const QList<Node> nodes
            = nodesOf({node(u"a"_s, u"z"_s)},
                      {pod(u"shop"_s, u"Running"_s), pod(u"shop"_s, u"Succeeded"_s), pod(u"sentinel-staging"_s, u"Running"_s)},
                      {u"sentinel-staging"_s});
        QCOMPARE(nodes.first().free.value(u"cpu"_s), 3000);
        QCOMPARE(nodes.first().free.value(u"pods"_s), 109000);
    }
    void aTaintKeepsAwayWhatDoesNotTolerateIt()
    {
        const QJsonObject tainted
            = json("{'taints':[{'key':'gpu','value':'yes','effect':'NoSchedule'},{'key':'soft','effect':'PreferNoSchedule'}]}");
        const QList<Node> nodes = nodesOf({node(u"a"_s, u"z"_s, u"4"_s, u"16Gi"_s, tainted)}, {}, {});
        QCOMPARE(refusal(nodes.first(), group({})), u"has a taint nothing tolerates (gpu=yes:NoSchedule)"_s);
        QCOMPARE(refusal(nodes.first(), group(json("{'tolerations':[{'key':'gpu','value':'yes','effect':'NoSchedule'}]}"))),
                 QString());
        QCOMPARE(refusal(nodes.first(), group(json("{'tolerations':[{'key':'gpu','operator':'Exists'}]}"))), QString());
        QCOMPARE(refusal(nodes.first(), group(json("{'tolerations':[{'operator':'Exists'}]}"))), QString());
        QVERIFY(!refusal(nodes.first(), group(json("{'tolerations':[{'key':'gpu','value':'no'}]}"))).isEmpty());
    }
    void aCordonedNodeTakesOnlyWhatRunsOnEveryNode()
    {
        const QList<Node> nodes = nodesOf({node(u"a"_s, u"z"_s, u"4"_s, u"16Gi"_s, json("{'unschedulable':true}"))}, {}, {});
        QCOMPARE(refusal(nodes.first(), group({})), u"is cordoned"_s);
        QCOMPARE(refusal(nodes.first(), group({}, true)), QString());
    }
    void aNodeThatSaysNothingIsNotReady()
    {
        const QList<Node> nodes = nodesOf({json("{'metadata':{'name':'a'}}")}, {}, {});
        QVERIFY(!nodes.first().open);
    }
    void selectorsAndAffinityAreHeard_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<bool>("takes");
        const auto term = [](const QByteArray &expression) {
            return "{'affinity':{'nodeAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'"
                   "matchExpressions':["
                + expression + "]}]}}}}";
        };
        QTest::newRow("label") << QByteArray("{'nodeSelector':{'topology.kubernetes.io/zone':'z'}}") << true;
        QTest::newRow("another label") << QByteArray("{'nodeSelector':{'disk':'fast'}}") << false;
        QTest::newRow("In") << term("{'key':'topology.kubernetes.io/zone','operator':'In','values':['y','z']}") << true;
        QTest::newRow("not In") << term("{'key':'topology.kubernetes.io/zone','operator':'In','values':['y']}") << false;
        QTest::newRow("NotIn") << term("{'key':'topology.kubernetes.io/zone','operator':'NotIn','values':['z']}") << false;
        QTest::newRow("NotIn of nothing") << term("{'key':'disk','operator':'NotIn','values':['slow']}") << true;
        QTest::newRow("Exists") << term("{'key':'disk','operator':'Exists'}") << false;
        QTest::newRow("DoesNotExist") << term("{'key':'disk','operator':'DoesNotExist'}") << true;
        QTest::newRow("unknown word") << term("{'key':'topology.kubernetes.io/zone','operator':'Like','values':['z']}") << false;
    }
    void selectorsAndAffinityAreHeard()
    {
        QFETCH(const QByteArray, spec);
        QFETCH(const bool, takes);
        const QList<Node> nodes = nodesOf({node(u"a"_s, u"z"_s)}, {}, {});
        QCOMPARE(refusal(nodes.first(), group(json(spec))).isEmpty(), takes);
    }
    void podSecurityLevelsAreThoseOfKubernetes_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<bool>("baseline");
        QTest::addColumn<bool>("restricted");
        const QByteArray good = "'securityContext':{'runAsNonRoot':true,'seccompProfile':{'type':'RuntimeDefault'}}";
        const QByteArray container
            = "{'name':'c','securityContext':{'allowPrivilegeEscalation':false,'capabilities':{'drop':['ALL']}}}";
        QTest::newRow("hardened") << QByteArray("{" + good + ",'containers':[" + container + "]}") << true << true;
        QTest::newRow("plain") << QByteArray("{'containers':[{'name':'c'}]}") << true << false;
        QTest::newRow("host network") << QByteArray("{'hostNetwork':true," + good + ",'containers':[" + container + "]}") << false
                                      << false;
        QTest::newRow("host path") << QByteArray("{" + good + ",'volumes':[{'name':'v','hostPath':{'path':'/'}}],'containers':["
                                                 + container + "]}")
                                   << false << false;
        QTest::newRow("nfs") << QByteArray("{" + good + ",'volumes':[{'name':'v','nfs':{}}],'containers':[" + container + "]}")
                             << true << false;
        QTest::newRow("privileged") << QByteArray("{" + good
                                                  + ",'containers':[{'name':'c','securityContext':{'privileged':true}}]}")
                                    << false << false;
        QTest::newRow("net admin") << QByteArray(
            "{'containers':[{'name':'c','securityContext':{'capabilities':{'add':['NET_ADMIN']}}}]}")
                                   << false << false;
        QTest::newRow("root") << QByteArray(
            "{" + good
            + ",'containers':[{'name':'c','securityContext':{'allowPrivilegeEscalation':false,'runAsUser':0,"
              "'capabilities':{'drop':['ALL']}}}]}")
                              << true << false;
        QTest::newRow("an init container counts")
            << QByteArray("{" + good + ",'initContainers':[{'name':'i'}],'containers':[" + container + "]}") << true << false;
    }
    void podSecurityLevelsAreThoseOfKubernetes()
    {
        QFETCH(const QByteArray, spec);
        QFETCH(const bool, baseline);
        QFETCH(const bool, restricted);
        QCOMPARE(refusedBy(u"privileged"_s, json(spec)), QString());
        QCOMPARE(refusedBy(u"baseline"_s, json(spec)).isEmpty(), baseline);
        QCOMPARE(refusedBy(u"restricted"_s, json(spec)).isEmpty(), restricted);
    }
};

QTEST_GUILESS_MAIN(PreflightPodsTest)
#include "tst_PreflightPods.moc"
