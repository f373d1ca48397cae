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
};

QTEST_GUILESS_MAIN(PreflightNamespaceTest)
#include "tst_PreflightNamespace.moc"
