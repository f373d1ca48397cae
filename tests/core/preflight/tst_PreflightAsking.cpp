// SPDX-License-Identifier: GPL-3.0-or-later
// What a cluster has to be asked: rights, dry runs, lists, names, registries.
#include "tests/core/preflight/Ask.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/SteppedClock.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::preflight;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
Result<T> waitFor(Async<T> flow)
{
    SteppedClock clock;
    return answerOf(clock, std::move(flow))
        .value_or(failure(Error::Kind::Timeout, u"waiting"_s, u"it waits for something that never comes"_s));
}

QJsonObject web()
{
    return workload(u"Deployment"_s, u"web"_s, 1, u"1"_s, u"1Gi"_s);
}

struct World
{
    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    Demand wanted = demand({web()});

    Sight seen()
    {
        Sight looked = *waitFor(lookAt(cluster, wanted.ns(), {}));
        return looked;
    }
    Checks rights() { return *waitFor(checkRights(cluster, wanted, seen(), {})); }
    Checks admission() { return *waitFor(checkAdmission(cluster, wanted, seen(), {})); }
    void makeNamespace() { cluster->put(json("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'sentinel-staging'}}")); }
};

} // namespace

class PreflightAskingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayDoEverythingIsToldByOneAnswer()
    {
        World world;
        int asked = 0;
        world.cluster->allows = [&asked](const QJsonObject &) { return ++asked > 0; };
        QCOMPARE(one(world.rights(), u"preflight.rights"_s).state, State::Pass);
        QCOMPARE(asked, 1);
    }
    void aMissingRightIsNamed()
    {
        World world;
        world.cluster->allows = [](const QJsonObject &asked) {
            return asked[u"verb"].toString() != "*"_L1
                && !(asked[u"resource"].toString() == "deployments"_L1 && asked[u"verb"].toString() == "patch"_L1);
        };
        const Check check = one(world.rights(), u"preflight.rights"_s);
        QCOMPARE(check.state, State::Fail);
        QCOMPARE(check.details, QStringList{u"patch deployments.apps in sentinel-staging"_s});
    }
    void argoCdsWayAsksForItsOwnObjectsOnly()
    {
        World world;
        world.wanted.way = Way::ArgoCd;
        world.wanted.argo = {
            json("{'apiVersion':'argoproj.io/v1alpha1','kind':'ApplicationSet','metadata':{'name':'s','namespace':'argocd'}}")};
        QStringList patched;
        world.cluster->allows = [&patched](const QJsonObject &asked) {
            if (asked[u"verb"].toString() == "patch"_L1) {
                patched.append(asked[u"resource"].toString());
            }
            return asked[u"verb"].toString() != "*"_L1;
        };
        QCOMPARE(one(world.rights(), u"preflight.rights"_s).state, State::Pass);
        patched.sort();
        QCOMPARE(patched, (QStringList{u"applications"_s, u"applicationsets"_s, u"namespaces"_s}));
    }
    void aServerThatDoesNotAnswerLeavesTheRightsOpen()
    {
        World world;
        const Sight seen = world.seen();
        world.cluster->failNext(Act::Any, Error::Kind::Internal, 1000);
        QCOMPARE(one(*waitFor(checkRights(world.cluster, world.wanted, seen, {})), u"preflight.rights"_s).state,
                 State::NotChecked);
    }
    void withoutItsNamespaceNothingCanBeTriedInIt()
    {
        World world;
        QCOMPARE(one(world.admission(), u"preflight.admission"_s).state, State::Pass); // the namespace itself
        QVERIFY(world.cluster->effects().isEmpty()); // and all of it was a dry run
    }
    void everyObjectIsTriedAndNothingIsWritten()
    {
        World world;
        world.makeNamespace();
        const Check check = one(world.admission(), u"preflight.admission"_s);
        QCOMPARE(check.state, State::Pass);
        QVERIFY2(check.found.contains(u"2 object(s)"_s), qPrintable(check.found));
        QVERIFY(world.cluster->effects().isEmpty());
        QVERIFY(world.cluster->object(u"Deployment"_s, u"sentinel-staging"_s, u"web"_s).isEmpty());
    }
    void whatIsRefusedIsNamed()
    {
        World world;
        world.makeNamespace();
        world.cluster->failNext(Act::Apply, Error::Kind::Invalid, 1, u"Deployment"_s);
        const Check check = one(world.admission(), u"preflight.admission"_s);
        QCOMPARE(check.state, State::Fail);
        QVERIFY(check.found.contains(u"Deployment/web"_s));
    }
    void fieldsOfOthersAreAFailForHelmAndAWarningForArgoCd()
    {
        World world;
        world.makeNamespace();
        const kube::FieldConflict conflict{.manager = u"kubectl-edit"_s, .field = u".spec.replicas"_s};
        world.cluster->conflictOn(u"Deployment"_s, u"web"_s, conflict);
        QCOMPARE(one(world.admission(), u"preflight.ownership"_s).state, State::Fail);
        world.cluster->conflictOn(u"Deployment"_s, u"web"_s, conflict);
        world.wanted.way = Way::ArgoCd;
        QCOMPARE(one(world.admission(), u"preflight.ownership"_s).state, State::Warn);
        world.cluster->conflictOn(u"Deployment"_s, u"web"_s, {.manager = u"argocd-controller"_s, .field = u".spec.replicas"_s});
        QCOMPARE(one(world.admission(), u"preflight.ownership"_s).state, State::Pass);
    }
    void aListNobodyMayReadIsKeptAsItsError()
    {
        World world;
        world.cluster->failNext(Act::List, Error::Kind::Forbidden, 1, u"Node"_s);
        const Sight seen = world.seen();
        QVERIFY(!seen.of(u"nodes"_s));
        QVERIFY(seen.of(u"pods"_s));
        QVERIFY(seen.of(u"gateways.gateway.networking.k8s.io"_s)); // not served: none
    }
    void aServerOutOfReachIsAnError()
    {
        World world;
        world.cluster->failNext(Act::Version, Error::Kind::Unreachable);
        const auto seen = waitFor(lookAt(world.cluster, world.wanted.ns(), {}));
        QVERIFY(!seen);
        QCOMPARE(seen.error().kind, Error::Kind::Unreachable);
    }
    void aNameWithoutAddressIsWorthALook()
    {
        const auto look = [](Result<QStringList> answer, const QStringList &answers) {
            const Resolve resolve = [answer](QString, CancelToken) -> Async<QStringList> { co_return answer; };
            return one(*waitFor(checkName(demand({}, answers), resolve, {})), u"preflight.dns"_s);
        };
        const QStringList host{u"network.host=s.example.org"_s};
        QCOMPARE(look(QStringList{u"192.0.2.1"_s}, host).state, State::Pass);
        const Check missing = look(failure(Error::Kind::NotFound, u"resolving"_s, u"Host not found"_s), host);
        QCOMPARE(missing.state, State::Warn);
        QVERIFY(missing.found.contains(u"s.example.org"_s));
    }
    void registriesAreBelievedWhereTheyAnswer()
    {
        const auto look = [](const Result<bool> &answer) {
            const HasImage has = [answer](QString, CancelToken) -> Async<bool> { co_return answer; };
            return one(*waitFor(checkRegistries(demand({web()}), has, {})), u"preflight.images"_s);
        };
        QCOMPARE(look(true).state, State::Pass);
        const Check missing = look(false);
        QCOMPARE(missing.state, State::Fail);
        QVERIFY2(missing.found.contains(u"registry.example.com/web:1, for Deployment/web"_s), qPrintable(missing.found));
        QCOMPARE(look(failure(Error::Kind::Unauthorized, u"asking"_s, u"no login"_s)).state, State::NotChecked);
    }
};

QTEST_GUILESS_MAIN(PreflightAskingTest)
#include "tst_PreflightAsking.moc"
