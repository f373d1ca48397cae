// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Standing.h"
#include "tests/core/deploy/Objects.h"

#include <QTest>

using namespace sentinel::deploy;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

class StandingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wavesThatAreNotThereYetNameWhatComesFirst();
    void whatControllersMadeFollowsItsOwner();
    void anOldReplicaSetIsNotShown();
    void claimsBelongToTheirStatefulSet();
    void onlyWhatTheBundleBringsIsCounted();
    void kindsNobodyWatchesAreBelieved();
    void whatStandsInNoNamespaceIsOneThingWhateverTheSyncSays();
    void eventsOfAnEarlierPodOfTheNameAreNotAboutThisOne();
};

void StandingTest::wavesThatAreNotThereYetNameWhatComesFirst()
{
    const QJsonObject application
        = json("{'apiVersion':'argoproj.io/"
               "v1alpha1','kind':'Application','metadata':{'name':'app','namespace':'argocd'},'status':{'resources':["
               "{'group':'apps','kind':'StatefulSet','namespace':'s','name':'postgres'},"
               "{'group':'apps','kind':'Deployment','namespace':'s','name':'frontend','syncWave':3}],'operationState':{'phase':'"
               "Running'}}}");
    const QJsonObject database
        = json("{'apiVersion':'apps/v1','kind':'StatefulSet','metadata':{'name':'postgres','namespace':'s'},'spec':{"
               "'replicas':1},'status':{}}");
    const Standing standing = standingOf(seenOf({application, database}), {.ns = u"s"_s, .applications = {u"app"_s}});
    const auto frontend
        = std::ranges::find_if(standing.objects, [](const ObjectState &state) { return state.key.name == u"frontend"; });
    QVERIFY(frontend != standing.objects.cend());
    QCOMPARE(healthName(frontend->health), healthName(Health::Waiting));
    QVERIFY(frontend->waitsFor.contains(keyOf(database)));
    QCOMPARE(causeName(frontend->why.last().cause), causeName(Cause::WaitsForWave));
    QCOMPARE(frontend->wave, 3);
    QVERIFY(standing.cause.isEmpty());
}

void StandingTest::whatControllersMadeFollowsItsOwner()
{
    const QJsonObject set
        = json("{'apiVersion':'apps/v1','kind':'StatefulSet','metadata':{'name':'redis','namespace':'s','uid':'u','labels':{"
               "'app.kubernetes.io/part-of':'sentinel'}},'status':{'readyReplicas':1}}");
    const QJsonObject pod
        = json("{'apiVersion':'v1','kind':'Pod','metadata':{'name':'redis-0','namespace':'s','ownerReferences':[{'uid':'u',"
               "'apiVersion':'apps/v1','kind':'StatefulSet','name':'redis','controller':true}]}}");
    const Standing standing = standingOf(seenOf({pod, set}), {.ns = u"s"_s});
    QCOMPARE(standing.objects.size(), 2);
    QCOMPARE(standing.objects[1].depth, 1);
    QCOMPARE(standing.objects[1].owner, keyOf(set));
    QCOMPARE(standing.total, 1);
}

void StandingTest::anOldReplicaSetIsNotShown()
{
    const QJsonObject deployment
        = json("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'b','namespace':'s','uid':'u','labels':{"
               "'app.kubernetes.io/part-of':'sentinel'}},'spec':{'replicas':0}}");
    const QJsonObject old
        = json("{'apiVersion':'apps/v1','kind':'ReplicaSet','metadata':{'name':'b-1','namespace':'s','ownerReferences':[{'uid':"
               "'u','apiVersion':'apps/v1','kind':'Deployment','name':'b','controller':true}]},'spec':{'replicas':0}}");
    QCOMPARE(standingOf(seenOf({deployment, old}), {.ns = u"s"_s}).objects.size(), 1);
}

void StandingTest::claimsBelongToTheirStatefulSet()
{
    const QJsonObject set
        = json("{'apiVersion':'apps/v1','kind':'StatefulSet','metadata':{'name':'redis','namespace':'s','uid':'u','labels':{"
               "'app.kubernetes.io/part-of':'sentinel'}},'spec':{'volumeClaimTemplates':[{'metadata':{'name':'data'}}]}}");
    const QJsonObject own
        = json("{'apiVersion':'v1','kind':'PersistentVolumeClaim','metadata':{'name':'data-redis-0','namespace':'s'}}");
    const QJsonObject other
        = json("{'apiVersion':'v1','kind':'PersistentVolumeClaim','metadata':{'name':'data-redis-x','namespace':'s'}}");
    const Standing standing = standingOf(seenOf({set, own, other}), {.ns = u"s"_s});
    QCOMPARE(standing.objects.size(), 2);
    QCOMPARE(standing.objects[1].key, keyOf(own));
}

void StandingTest::onlyWhatTheBundleBringsIsCounted()
{
    const QJsonObject foreign
        = json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'kube-root-ca.crt','namespace':'s'}}");
    const QJsonObject wanted = json("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'s'}}");
    const Standing standing = standingOf(seenOf({foreign}), {.ns = u"s"_s, .wanted = {wanted}});
    QCOMPARE(standing.total, 1);
    QCOMPARE(standing.healthy, 0);
    QCOMPARE(healthName(standing.objects.first().health), healthName(Health::Missing));
}

void StandingTest::kindsNobodyWatchesAreBelieved()
{
    const QJsonObject application
        = json("{'apiVersion':'argoproj.io/"
               "v1alpha1','kind':'Application','metadata':{'name':'app','namespace':'argocd'},'status':{'sync':{"
               "'status':'Synced'},'health':{'status':'Healthy'},'resources':["
               "{'group':'example.com','kind':'Thing','namespace':'s','name':'there','status':'Synced'},"
               "{'group':'example.com','kind':'Thing','namespace':'s','name':'not','status':'OutOfSync'},"
               "{'group':'apps','kind':'Deployment','namespace':'s','name':'gone','status':'Synced'}]}}");
    const Standing standing = standingOf(seenOf({application}), {.ns = u"s"_s, .applications = {u"app"_s}});
    QHash<QString, QString> health;
    for (const ObjectState &state : standing.objects) {
        health.insert(state.key.name, healthName(state.health));
    }
    QCOMPARE(health.value(u"there"_s), u"healthy"_s);
    QCOMPARE(health.value(u"not"_s), u"missing"_s);
    QCOMPARE(health.value(u"gone"_s), u"missing"_s); // watched, and not seen
}

void StandingTest::whatStandsInNoNamespaceIsOneThingWhateverTheSyncSays()
{
    // As Argo CD 3.6 writes it: the list of resources leaves the namespace out, the last sync names the Application's own.
    const QJsonObject application
        = json("{'apiVersion':'argoproj.io/v1alpha1','kind':'Application','metadata':{'name':'app','namespace':'argocd'},"
               "'status':{'sync':{'status':'Synced'},'health':{'status':'Healthy'},"
               "'resources':[{'kind':'Namespace','name':'s','status':'Synced'}],"
               "'operationState':{'phase':'Succeeded','syncResult':{'resources':["
               "{'group':'','kind':'Namespace','name':'s','namespace':'s','status':'Synced'}]}}}}");
    const QJsonObject space = json("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'s'},'status':{'phase':'Active'}}");
    const Standing standing = standingOf(seenOf({application, space}), {.ns = u"s"_s, .applications = {u"app"_s}});
    QCOMPARE(std::ranges::count_if(standing.objects, [](const ObjectState &state) { return state.key.kind == u"Namespace"; }), 1);
    QVERIFY(std::ranges::none_of(standing.objects, [](const ObjectState &state) { return state.health == Health::Missing; }));
}

void StandingTest::eventsOfAnEarlierPodOfTheNameAreNotAboutThisOne()
{
    const QJsonObject pod = json("{'apiVersion':'v1','kind':'Pod','metadata':{'name':'redis-0','namespace':'s','uid':'new'}}");
    const QJsonObject event
        = json("{'apiVersion':'v1','kind':'Event','metadata':{'name':'e','namespace':'s'},'reason':'Failed','involvedObject':{"
               "'apiVersion':'v1','kind':'Pod','name':'redis-0','namespace':'s','uid':'old'}}");
    QVERIFY(seenOf({pod, event}).eventsAbout(keyOf(pod)).isEmpty());
}

QTEST_GUILESS_MAIN(StandingTest)
#include "tst_Standing.moc"
