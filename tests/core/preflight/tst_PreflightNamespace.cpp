// SPDX-License-Identifier: GPL-3.0-or-later
// Quotas, limit ranges, Pod Security and what is in a namespace already.
#include "tests/core/preflight/Ask.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::preflight;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

QJsonObject quota(const QByteArray &hard, const QByteArray &used)
{
    return json("{'kind':'ResourceQuota','metadata':{'name':'team'},'status':{'hard':{" + hard + "},'used':{" + used + "}}}");
}

Demand web(int replicas)
{
    return demand({workload(u"Deployment"_s, u"web"_s, replicas, u"1"_s, u"1Gi"_s)});
}

Check quotaOf(const Demand &wanted, const QJsonObject &quota, const QList<QJsonObject> &pods = {})
{
    return one(checkNamespace(wanted, sight({{u"resourcequotas"_s, {quota}}, {u"pods"_s, pods}})), u"preflight.quota"_s);
}

QJsonObject ourPod()
{
    return json(
        "{'metadata':{'name':'web-1','namespace':'sentinel-staging','labels':{'app.kubernetes.io/instance':'sentinel'}},"
        "'spec':{'containers':[{'resources':{'requests':{'cpu':'1','memory':'1Gi'},'limits':{'cpu':'1','memory':'1Gi'}}}]}}");
}

} // namespace

class PreflightNamespaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuotaWithRoomPasses()
    {
        QCOMPARE(quotaOf(web(3), quota("'requests.cpu':'4','pods':'10'", "'requests.cpu':'1','pods':'1'")).state, State::Pass);
    }
    void aQuotaThatIsTooSmallSaysWhatIsMissing()
    {
        const Check check = quotaOf(web(3), quota("'requests.cpu':'4','limits.memory':'2Gi'", "'requests.cpu':'2'"));
        QCOMPARE(check.state, State::Fail);
        QCOMPARE(check.object, u"ResourceQuota/team"_s);
        QVERIFY(check.details.contains(u"requests.cpu: 3 cores asked, 2 cores left of 4 cores"_s));
        QVERIFY(check.details.contains(u"limits.memory: 3.0 GiB asked, 2.0 GiB left of 2.0 GiB"_s));
    }
    void whatRunsOfOursAlreadyIsNotAskedForTwice()
    {
        const QJsonObject full = quota("'requests.cpu':'1','pods':'1'", "'requests.cpu':'1','pods':'1'");
        QCOMPARE(quotaOf(web(1), full).state, State::Fail);
        QCOMPARE(quotaOf(web(1), full, {ourPod()}).state, State::Pass);
    }
    void aPlainCpuIsThatOfRequests() { QCOMPARE(quotaOf(web(3), quota("'cpu':'2'", "")).state, State::Fail); }
    void aLimitRangeRefusesWhatIsOutsideOfIt_data()
    {
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<State>("state");
        QTest::newRow("wide") << QByteArray("'max':{'cpu':'2','memory':'2Gi'}") << State::Pass;
        QTest::newRow("max") << QByteArray("'max':{'cpu':'500m'}") << State::Fail;
        QTest::newRow("min") << QByteArray("'min':{'memory':'2Gi'}") << State::Fail;
        QTest::newRow("of pods only") << QByteArray("'type':'Pod','max':{'cpu':'500m'}") << State::Pass;
    }
    void aLimitRangeRefusesWhatIsOutsideOfIt()
    {
        QFETCH(const QByteArray, limit);
        QFETCH(const State, state);
        const QByteArray type = limit.contains("'type'") ? QByteArray() : QByteArray("'type':'Container',");
        const QJsonObject range
            = json("{'kind':'LimitRange','metadata':{'name':'r'},'spec':{'limits':[{" + type + limit + "}]}}");
        const Check check = one(checkNamespace(web(1), sight({{u"limitranges"_s, {range}}})), u"preflight.limit-range"_s);
        QCOMPARE(check.state, state);
        QCOMPARE(check.details.isEmpty(), state == State::Pass);
    }
    void aNamespaceThatIsThereSaysItsOwnLevel()
    {
        const auto level = [](const QByteArray &enforce) {
            Sight seen = sight();
            seen.nameSpace = json("{'metadata':{'name':'sentinel-staging','labels':{'pod-security.kubernetes.io/enforce':'"
                                  + enforce + "'}}}");
            return one(checkNamespace(web(1), seen), u"preflight.pod-security"_s);
        };
        QCOMPARE(level("baseline").state, State::Pass);
        const Check restricted = level("restricted");
        QCOMPARE(restricted.state, State::Fail);
        QVERIFY2(restricted.found.contains(u"Deployment/web: allowPrivilegeEscalation of container web"_s),
                 qPrintable(restricted.found));
    }
    void aStrangersServiceOfOurNameIsFound()
    {
        const QJsonObject service
            = json("{'apiVersion':'v1','kind':'Service','metadata':{'name':'redis','namespace':'sentinel-staging'}}");
        const Demand wanted = demand({service});
        const auto look = [&](const QByteArray &metadata) {
            return checkExisting(wanted, sight({{u"services"_s, {json("{'metadata':{'name':'redis'" + metadata + "}}")}}}))
                .first();
        };
        QCOMPARE(look(",'labels':{'app.kubernetes.io/instance':'sentinel'}").state, State::Pass);
        QCOMPARE(look("").state, State::Fail);
        const Check other
            = look(",'annotations':{'meta.helm.sh/release-name':'shop'},'labels':{'app.kubernetes.io/instance':'sentinel'}");
        QCOMPARE(other.state, State::Fail);
        QVERIFY2(other.found.contains(u"Helm release shop"_s), qPrintable(other.found));
    }
    void whatMayNotBeSeenIsNotGood()
    {
        Sight blind = sight();
        for (const QString &list : {u"resourcequotas"_s, u"limitranges"_s, u"services"_s}) {
            blind.lists.insert(list, failure(Error::Kind::Forbidden, u"listing"_s, u"no"_s));
        }
        QCOMPARE(one(checkNamespace(web(1), blind), u"preflight.quota"_s).state, State::NotChecked);
        QCOMPARE(one(checkNamespace(web(1), blind), u"preflight.limit-range"_s).state, State::NotChecked);
        QCOMPARE(checkExisting(web(1), blind).first().state, State::NotChecked);
        QCOMPARE(checkExisting(web(1), blind).first().whoCan, u"someone who may list services in sentinel-staging"_s);
    }
    void aLargerClaimOfAStatefulSetIsFoundWithItsField()
    {
        const auto withClaim = [](const QByteArray &size, const QByteArray &more = {}) {
            QJsonObject set = workload(u"StatefulSet"_s, u"patroni"_s, 3, u"1"_s, u"1Gi"_s);
            QJsonObject spec = set[u"spec"].toObject();
            spec.insert(u"volumeClaimTemplates"_s,
                        QJsonArray{json("{'metadata':{'name':'data'},'spec':{'accessModes':['ReadWriteOnce']," + more
                                        + "'resources':{'requests':{'storage':'" + size + "'}}}}")});
            set.insert(u"spec"_s, spec);
            return set;
        };
        const auto look = [](const QJsonObject &live, const QJsonObject &wanted) {
            return one(checkImmutable(demand({wanted}), sight({{u"statefulsets.apps"_s, {live}}})), u"preflight.immutable"_s);
        };
        const Check larger = look(withClaim("10Gi"), withClaim("20Gi"));
        QCOMPARE(larger.state, State::Fail);
        QCOMPARE(larger.object, u"StatefulSet/patroni"_s);
        QVERIFY2(
            larger.found.contains(u"spec.volumeClaimTemplates[data].spec.resources.requests.storage: 10Gi, would become 20Gi"_s),
            qPrintable(larger.found));
        QVERIFY(larger.remedy.contains(u"kubectl delete statefulset patroni -n sentinel-staging --cascade=orphan"_s));
        QCOMPARE(larger.answer, u"storage.databaseVolume"_s);
        // The same amount in other words, and what the server filled in, are no change.
        QCOMPARE(look(withClaim("10Gi", "'volumeMode':'Filesystem',"), withClaim("10240Mi")).state, State::Pass);
        QCOMPARE(look(withClaim("10Gi", "'storageClassName':'slow',"), withClaim("10Gi", "'storageClassName':'fast',")).answer,
                 u"storage.databaseClass"_s);
    }
    void selectorsAndAddressesStayToo()
    {
        const auto service = [](const QByteArray &address) {
            return json("{'apiVersion':'v1','kind':'Service','metadata':{'name':'web','namespace':'sentinel-staging'},'spec':{'"
                        "clusterIP':'"
                        + address + "'}}");
        };
        const QJsonObject plain = json("{'apiVersion':'v1','kind':'Service','metadata':{'name':'web'},'spec':{}}");
        const auto look = [](const QString &list, const QJsonObject &live, const QJsonObject &wanted) {
            return one(checkImmutable(demand({wanted}), sight({{list, {live}}})), u"preflight.immutable"_s).state;
        };
        QCOMPARE(look(u"services"_s, service("10.0.0.7"), plain), State::Pass);
        QCOMPARE(look(u"services"_s, service("None"), plain), State::Fail);
        QJsonObject web = workload(u"Deployment"_s, u"web"_s, 1, u"1"_s, u"1Gi"_s);
        QJsonObject other = web;
        QJsonObject spec = other[u"spec"].toObject();
        spec.insert(u"selector"_s, json("{'matchLabels':{'app':'other'}}"));
        other.insert(u"spec"_s, spec);
        QCOMPARE(look(u"deployments.apps"_s, web, other), State::Fail);
        QCOMPARE(look(u"deployments.apps"_s, web, web), State::Pass);
    }
    void whatIsNotInstalledIsNotCompared()
    {
        QVERIFY(checkImmutable(demand({workload(u"StatefulSet"_s, u"db"_s, 1, u"1"_s, u"1Gi"_s)}), sight()).isEmpty());
        Sight blind = sight();
        blind.lists.insert(u"statefulsets.apps"_s, failure(Error::Kind::Forbidden, u"listing"_s, u"no"_s));
        QCOMPARE(one(checkImmutable(demand({}), blind), u"preflight.immutable"_s).state, State::NotChecked);
    }
    void kernelsAreToldByTheNodes()
    {
        const auto withKernel = [](const QString &kernel) {
            QJsonObject machine = node(u"n1"_s, u"z"_s);
            QJsonObject status = machine[u"status"].toObject();
            status.insert(u"nodeInfo"_s, QJsonObject{{u"kernelVersion"_s, kernel}});
            machine.insert(u"status"_s, status);
            return one(checkKernels(sight({{u"nodes"_s, {machine}}})), u"preflight.node-kernel"_s).state;
        };
        QCOMPARE(withKernel(u"6.12.43+deb13-amd64"_s), State::Pass);
        QCOMPARE(withKernel(u"4.18.0-553.el8_10.x86_64"_s), State::Warn);
        QCOMPARE(withKernel(u"kwok"_s), State::NotChecked);
        QCOMPARE(withKernel({}), State::NotChecked);
    }
};

QTEST_GUILESS_MAIN(PreflightNamespaceTest)
#include "tst_PreflightNamespace.moc"
