// SPDX-License-Identifier: GPL-3.0-or-later
// Versions, ways in, network plug-ins, room and storage of a cluster, on what it shows.
#include "tests/core/preflight/Ask.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::preflight;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

Error denied()
{
    return {.kind = Error::Kind::Forbidden, .doing = u"listing"_s, .detail = u"User \"ana\" cannot list it"_s};
}

Sight serving(Sight seen, const QString &group, const QString &kind)
{
    seen.types.append({.group = group, .version = u"v1"_s, .kind = kind, .plural = kind.toLower() + u's'});
    return seen;
}

QJsonObject ingress()
{
    return json("{'apiVersion':'networking.k8s.io/"
                "v1','kind':'Ingress','metadata':{'name':'sentinel'},'spec':{'ingressClassName':'nginx'}}");
}

QJsonObject database(const QByteArray &storageClass)
{
    QJsonObject set = workload(u"StatefulSet"_s, u"patroni"_s, 3, u"1"_s, u"1Gi"_s, apart(u"patroni"_s));
    QJsonObject spec = set[u"spec"].toObject();
    spec.insert(u"volumeClaimTemplates"_s,
                QJsonArray{json("{'metadata':{'name':'data'},'spec':{" + storageClass
                                + "'resources':{'requests':{'storage':'10Gi'}}}}")});
    set.insert(u"spec"_s, spec);
    return set;
}

QList<QJsonObject> threeNodes(const QString &cpu = u"4"_s)
{
    return {node(u"a"_s, u"z0"_s, cpu), node(u"b"_s, u"z1"_s, cpu), node(u"c"_s, u"z2"_s, cpu)};
}

} // namespace

class PreflightClusterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kubernetesIsHeldAgainstPlanAndRange_data()
    {
        QTest::addColumn<int>("minor");
        QTest::addColumn<State>("state");
        QTest::newRow("too old") << 33 << State::Fail;
        QTest::newRow("older than the plan") << 34 << State::Fail;
        QTest::newRow("as the plan says") << 35 << State::Pass;
        QTest::newRow("newer than the plan") << 37 << State::Warn;
        QTest::newRow("newer than we know") << 38 << State::Warn;
    }
    void kubernetesIsHeldAgainstPlanAndRange()
    {
        QFETCH(const int, minor);
        QFETCH(const State, state);
        Sight seen = sight();
        seen.version.minor = minor;
        const Check check = one(checkVersions(demand({}), seen), u"preflight.kubernetes-version"_s);
        QCOMPARE(check.state, state);
        QCOMPARE(check.answer, u"target.kubernetesVersion"_s);
        QCOMPARE(check.remedy.isEmpty(), state == State::Pass);
    }
    void aKindNobodyServesIsNamed()
    {
        const QJsonObject route
            = json("{'apiVersion':'gateway.networking.k8s.io/v1','kind':'HTTPRoute','metadata':{'name':'r'}}");
        const Check check = one(checkVersions(demand({route}), sight()), u"preflight.kinds"_s);
        QCOMPARE(check.state, State::Fail);
        QCOMPARE(check.details, QStringList{u"HTTPRoute (gateway.networking.k8s.io/v1)"_s});
    }
    void certManagerIsThereInAGoodVersion_data()
    {
        QTest::addColumn<bool>("served");
        QTest::addColumn<QString>("label");
        QTest::addColumn<State>("state");
        QTest::newRow("missing") << false << u""_s << State::Fail;
        QTest::newRow("good") << true << u"v1.21.1"_s << State::Pass;
        QTest::newRow("old") << true << u"v1.12.0"_s << State::Fail;
        QTest::newRow("a build of its own") << true << u"v0.0.0"_s << State::NotChecked;
        QTest::newRow("says nothing") << true << u""_s << State::NotChecked;
    }
    void certManagerIsThereInAGoodVersion()
    {
        QFETCH(const bool, served);
        QFETCH(const QString, label);
        QFETCH(const State, state);
        const QJsonObject definition
            = json("{'metadata':{'name':'certificates.cert-manager.io','labels':{'app.kubernetes.io/version':'" + label.toUtf8()
                   + "'}}}");
        Sight seen = sight({{u"customresourcedefinitions.apiextensions.k8s.io"_s, {definition}}});
        if (served) {
            seen = serving(seen, u"cert-manager.io"_s, u"Certificate"_s);
        }
        const QJsonObject certificate = json("{'apiVersion':'cert-manager.io/v1','kind':'Certificate','metadata':{'name':'c'}}");
        const Check check = one(checkVersions(demand({certificate}), seen), u"preflight.cert-manager"_s);
        QCOMPARE(check.state, state);
        QCOMPARE(check.whoCan.isEmpty(), state != State::NotChecked);
    }
    void anotherArgoCdOverTheTurnOfThePauseFails()
    {
        const QJsonObject pod
            = json("{'metadata':{'name':'p'},'spec':{'containers':[{'image':'quay.io/argoproj/argocd:v2.14.3'}]}}");
        Demand wanted = demand({});
        wanted.way = Way::ArgoCd;
        Sight seen = serving(sight({{u"pods"_s, {pod}}}), u"argoproj.io"_s, u"ApplicationSet"_s);
        const Check check = one(checkVersions(wanted, seen), u"preflight.argocd"_s);
        QCOMPARE(check.state, State::Fail);
        QVERIFY2(check.found.contains(u"2.14.3"_s), qPrintable(check.found));
    }
    void withoutAVersionTheDefinitionsOfArgoCdTell()
    {
        Demand wanted = demand({});
        wanted.way = Way::ArgoCd;
        Sight seen = serving(sight(), u"argoproj.io"_s, u"ApplicationSet"_s);
        QCOMPARE(one(checkVersions(wanted, seen), u"preflight.argocd"_s).state, State::NotChecked);
        seen.argoEnables = true;
        QCOMPARE(one(checkVersions(wanted, seen), u"preflight.argocd"_s).state, State::Pass);
        seen.argoEnables = false;
        QCOMPARE(one(checkVersions(wanted, seen), u"preflight.argocd"_s).state, State::Fail);
    }
    void anIngressNeedsItsClass()
    {
        const Demand wanted = demand({ingress()});
        QCOMPARE(one(checkEdge(wanted, sight()), u"preflight.ingress-class"_s).state, State::Fail);
        const QJsonObject there = json("{'metadata':{'name':'nginx'},'spec':{'controller':'k8s.io/ingress-nginx'}}");
        QCOMPARE(
            one(checkEdge(wanted, sight({{u"ingressclasses.networking.k8s.io"_s, {there}}})), u"preflight.ingress-class"_s).state,
            State::Pass);
        Sight blind = sight();
        blind.lists.insert(u"ingressclasses.networking.k8s.io"_s, failure(denied()));
        const Check unknown = one(checkEdge(wanted, blind), u"preflight.ingress-class"_s);
        QCOMPARE(unknown.state, State::NotChecked);
        QCOMPARE(unknown.whoCan, u"someone who may list ingressclasses"_s);
        Sight rehearsed = sight();
        rehearsed.rehearsal = true;
        QCOMPARE(one(checkEdge(wanted, rehearsed), u"preflight.ingress-class"_s).state, State::NotChecked);
    }
    void aRouteNeedsItsGatewayAndListener()
    {
        const QJsonObject route = json("{'apiVersion':'gateway.networking.k8s.io/"
                                       "v1','kind':'HTTPRoute','metadata':{'name':'r','namespace':'sentinel-staging'},"
                                       "'spec':{'parentRefs':[{'name':'edge','namespace':'infra','sectionName':'https'}]}}");
        const auto gateway = [](const QByteArray &status, const QByteArray &listener) {
            return json("{'metadata':{'name':'edge','namespace':'infra'},'spec':{'listeners':[{'name':'" + listener
                        + "'}]},'status':{'conditions':[{'type':'Programmed','status':'" + status
                        + "','message':'no address'}]}}");
        };
        const auto stateWith = [&](const QList<QJsonObject> &gateways) {
            const Sight seen = serving(sight({{u"gateways.gateway.networking.k8s.io"_s, gateways}}),
                                       u"gateway.networking.k8s.io"_s, u"Gateway"_s);
            return one(checkEdge(demand({route}), seen), u"preflight.gateway"_s).state;
        };
        QCOMPARE(one(checkEdge(demand({route}), sight()), u"preflight.gateway"_s).state, State::Fail);
        QCOMPARE(stateWith({}), State::Fail);
        QCOMPARE(stateWith({gateway("True", "https")}), State::Pass);
        QCOMPARE(stateWith({gateway("True", "http")}), State::Fail);
        QCOMPARE(stateWith({gateway("False", "https")}), State::Warn);
    }
    void aPluginThatIgnoresPoliciesFailsAndAnUnknownOneIsNotChecked()
    {
        const auto stateWith = [](const QByteArray &name) {
            const QJsonObject set = json("{'metadata':{'name':'" + name + "','namespace':'kube-system'}}");
            return one(checkNetworkPolicies(demand({}), sight({{u"daemonsets.apps"_s, {set}}})), u"preflight.network-policies"_s)
                .state;
        };
        QCOMPARE(stateWith("calico-node"), State::Pass);
        QCOMPARE(stateWith("kube-flannel-ds"), State::Fail);
        QCOMPARE(stateWith("something-else"), State::NotChecked);
        QVERIFY(checkNetworkPolicies(demand({}, {u"security.networkPolicies=false"_s}), sight()).isEmpty());
    }
    void roomIsSummedAndPlacesAreFound()
    {
        const Demand wanted = demand({database({})}, {u"availability.level=node"_s});
        const Checks checks = checkCapacity(wanted, sight({{u"nodes"_s, threeNodes()}}));
        QCOMPARE(one(checks, u"preflight.capacity"_s).state, State::Pass);
        QCOMPARE(one(checks, u"preflight.placement"_s).state, State::Pass);
        // Two of three stay, which is what the third is for.
        QCOMPARE(one(checks, u"preflight.node-loss"_s).state, State::Pass);
    }
    void tooSmallNodesFailWithTheNumbers()
    {
        const Checks checks = checkCapacity(demand({database({})}), sight({{u"nodes"_s, threeNodes(u"500m"_s)}}));
        const Check capacity = one(checks, u"preflight.capacity"_s);
        QCOMPARE(capacity.state, State::Fail);
        QVERIFY2(capacity.found.contains(u"1.5 cores free, 3 cores needed"_s), qPrintable(capacity.found));
        const Check placement = one(checks, u"preflight.placement"_s);
        QCOMPARE(placement.state, State::Fail);
        QVERIFY2(placement.found.startsWith(u"StatefulSet/patroni: 3 of 3 pods find no place"_s), qPrintable(placement.found));
        QCOMPARE(one(checks, u"preflight.node-loss"_s).state, State::NotChecked);
    }
    void whatStopsWithALostNodeFailsOnlyWhereThePlanForbidsIt()
    {
        // Room for all on two nodes, none for the one that has to move.
        const QList<QJsonObject> chart{workload(u"Deployment"_s, u"beat"_s, 1, u"3"_s, u"1Gi"_s),
                                       workload(u"Deployment"_s, u"web"_s, 1, u"3"_s, u"1Gi"_s)};
        const QList<QJsonObject> machines{node(u"a"_s, u"z0"_s), node(u"b"_s, u"z1"_s)};
        const auto loss = [&](const QString &level) {
            return one(checkCapacity(demand(chart, {u"availability.level="_s + level}), sight({{u"nodes"_s, machines}})),
                       u"preflight.node-loss"_s);
        };
        QCOMPARE(loss(u"node"_s).state, State::Fail);
        QCOMPARE(loss(u"none"_s).state, State::Warn);
        QVERIFY(loss(u"node"_s).found.contains(u"0 of 1 left"_s));
    }
    void losingAZoneNeedsZones()
    {
        const QList<QJsonObject> machines{node(u"a"_s, {}), node(u"b"_s, {})};
        const Checks checks = checkCapacity(demand({}, {u"availability.level=zone"_s}), sight({{u"nodes"_s, machines}}));
        QCOMPARE(one(checks, u"preflight.zone-loss"_s).state, State::Fail);
    }
    void withoutSightOfNodesNothingIsGreen()
    {
        Sight blind = sight();
        blind.lists.insert(u"nodes"_s, failure(denied()));
        const Checks checks = checkCapacity(demand({}), blind);
        QVERIFY(!checks.isEmpty());
        for (const Check &check : checks) {
            QCOMPARE(check.state, State::NotChecked);
            QCOMPARE(check.whoCan, u"someone who may list nodes"_s);
        }
    }
    void storageClassesAreLookedAt()
    {
        const QJsonObject good
            = json("{'metadata':{'name':'fast','annotations':{'storageclass.kubernetes.io/"
                   "is-default-class':'true'}},'kind':'StorageClass',"
                   "'provisioner':'x','allowVolumeExpansion':true,'volumeBindingMode':'WaitForFirstConsumer'}");
        const QJsonObject poor
            = json("{'metadata':{'name':'poor'},'kind':'StorageClass','provisioner':'x','volumeBindingMode':'Immediate'}");
        const auto look = [&](const QByteArray &wanted, const QList<QJsonObject> &classes) {
            return checkStorage(demand({database(wanted)}),
                                sight({{u"storageclasses.storage.k8s.io"_s, classes}, {u"nodes"_s, threeNodes()}}));
        };
        QCOMPARE(one(look({}, {good, poor}), u"preflight.storage-class"_s).state, State::Pass);
        QCOMPARE(one(look({}, {good, poor}), u"preflight.storage-expansion"_s).state, State::Pass);
        QCOMPARE(one(look({}, {poor}), u"preflight.storage-class"_s).state, State::Fail); // none is the default
        QCOMPARE(one(look("'storageClassName':'ssd',", {good}), u"preflight.storage-class"_s).state, State::Fail);
        const Checks of = look("'storageClassName':'poor',", {good, poor});
        QCOMPARE(one(of, u"preflight.storage-expansion"_s).state, State::Warn);
        QCOMPARE(one(of, u"preflight.storage-binding"_s).state, State::Warn);
        QCOMPARE(one(of, u"preflight.storage-class"_s).object, u"StorageClass/poor"_s);
    }
    void aClassThatNamesItsSpeedIsHeldAgainstTheSizing()
    {
        const auto look = [&](const QByteArray &iops) {
            const QJsonObject one_ = json("{'metadata':{'name':'f','annotations':{'storageclass.kubernetes.io/"
                                          "is-default-class':'true'}},'kind':'StorageClass',"
                                          "'parameters':{'iops':'"
                                          + iops + "'}}");
            return one(checkStorage(demand({database({})}), sight({{u"storageclasses.storage.k8s.io"_s, {one_}}})),
                       u"preflight.storage-speed"_s)
                .state;
        };
        QCOMPARE(look("100000"), State::Pass);
        QCOMPARE(look("1"), State::Fail);
        QCOMPARE(look("fast"), State::NotChecked);
    }
    void imagesOnNodesNeedNoRegistry()
    {
        QJsonObject machine = node(u"a"_s, u"z"_s);
        QJsonObject status = machine[u"status"].toObject();
        status.insert(u"images"_s, QJsonArray{json("{'names':['registry.example.com/web:1']}")});
        machine.insert(u"status"_s, status);
        const Demand wanted = demand({workload(u"Deployment"_s, u"web"_s, 1, u"1"_s, u"1Gi"_s)});
        QCOMPARE(one(checkNodeImages(wanted, sight({{u"nodes"_s, {machine}}})), u"preflight.images"_s).state, State::Pass);
        QCOMPARE(one(checkNodeImages(wanted, sight({{u"nodes"_s, {node(u"a"_s, u"z"_s)}}})), u"preflight.images"_s).state,
                 State::NotChecked);
    }
    void clocksThatDifferAreSeen()
    {
        const auto look = [](std::optional<qint64> skew) {
            Sight seen = sight();
            seen.clockSkew = skew;
            return checkClock(seen).first().state;
        };
        QCOMPARE(look({}), State::NotChecked);
        QCOMPARE(look(400), State::Pass);
        QCOMPARE(look(-20'000), State::Warn);
        QCOMPARE(look(120'000), State::Fail);
    }
};

QTEST_GUILESS_MAIN(PreflightClusterTest)
#include "tst_PreflightCluster.moc"
