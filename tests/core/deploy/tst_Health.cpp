// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Health.h"
#include "tests/core/deploy/Objects.h"

#include <QTest>

using namespace sentinel::deploy;
using namespace sentinel::testing;

class HealthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anObjectIsJudgedByWhatItSays_data();
    void anObjectIsJudgedByWhatItSays();
    void podsAreCounted();
};

void HealthTest::anObjectIsJudgedByWhatItSays_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<int>("health");
    const auto row
        = [](const char *name, const char *object, Health health) { QTest::newRow(name) << json(object) << int(health); };

    row("a Deployment with all its pods",
        "{'apiVersion':'apps/"
        "v1','kind':'Deployment','metadata':{'generation':2},'spec':{'replicas':2},'status':{'observedGeneration':2,"
        "'replicas':2,'updatedReplicas':2,'availableReplicas':2}}",
        Health::Healthy);
    row("a Deployment whose controller has not looked yet",
        "{'apiVersion':'apps/"
        "v1','kind':'Deployment','metadata':{'generation':3},'spec':{'replicas':2},'status':{'observedGeneration':2,"
        "'replicas':2,'updatedReplicas':2,'availableReplicas':2}}",
        Health::Progressing);
    row("a Deployment whose old pods still run",
        "{'apiVersion':'apps/v1','kind':'Deployment','spec':{'replicas':2},'status':{'replicas':3,'updatedReplicas':2,"
        "'availableReplicas':3}}",
        Health::Progressing);
    row("a Deployment past its deadline",
        "{'apiVersion':'apps/"
        "v1','kind':'Deployment','spec':{'replicas':1},'status':{'conditions':[{'type':'Progressing','status':'False',"
        "'reason':'ProgressDeadlineExceeded'}]}}",
        Health::Degraded);
    row("a paused Deployment", "{'apiVersion':'apps/v1','kind':'Deployment','spec':{'paused':true}}", Health::Suspended);
    row("a Deployment scaled to nothing", "{'apiVersion':'apps/v1','kind':'Deployment','spec':{'replicas':0},'status':{}}",
        Health::Healthy);
    row("a StatefulSet in the middle of an update",
        "{'apiVersion':'apps/v1','kind':'StatefulSet','spec':{'replicas':1},'status':{'readyReplicas':1,'updateRevision':'b',"
        "'currentRevision':'a','updatedReplicas':0}}",
        Health::Progressing);
    row("a StatefulSet that is through",
        "{'apiVersion':'apps/v1','kind':'StatefulSet','spec':{'replicas':1},'status':{'readyReplicas':1,'updateRevision':'b',"
        "'currentRevision':'b'}}",
        Health::Healthy);
    row("a completed Job",
        "{'apiVersion':'batch/v1','kind':'Job','status':{'succeeded':1,'conditions':[{'type':'Complete','status':'True'}]}}",
        Health::Healthy);
    row("a Job that tries again", "{'apiVersion':'batch/v1','kind':'Job','status':{'failed':1,'active':1}}", Health::Progressing);
    row("a failed Job", "{'apiVersion':'batch/v1','kind':'Job','status':{'conditions':[{'type':'Failed','status':'True'}]}}",
        Health::Degraded);
    row("a bound claim", "{'apiVersion':'v1','kind':'PersistentVolumeClaim','status':{'phase':'Bound'}}", Health::Healthy);
    row("a pending claim", "{'apiVersion':'v1','kind':'PersistentVolumeClaim','status':{'phase':'Pending'}}",
        Health::Progressing);
    row("a lost claim", "{'apiVersion':'v1','kind':'PersistentVolumeClaim','status':{'phase':'Lost'}}", Health::Degraded);
    row("a ready pod",
        "{'apiVersion':'v1','kind':'Pod','status':{'phase':'Running','conditions':[{'type':'Ready','status':'True'}]}}",
        Health::Healthy);
    row("a pod without an image",
        "{'apiVersion':'v1','kind':'Pod','status':{'phase':'Pending','containerStatuses':[{'state':{'waiting':{'reason':"
        "'ImagePullBackOff'}}}]}}",
        Health::Degraded);
    row("a pod being made",
        "{'apiVersion':'v1','kind':'Pod','status':{'phase':'Pending','containerStatuses':[{'state':{'waiting':{'reason':"
        "'ContainerCreating'}}}]}}",
        Health::Progressing);
    row("a certificate that is not issued", "{'apiVersion':'cert-manager.io/v1','kind':'Certificate'}", Health::Progressing);
    row("an issued certificate",
        "{'apiVersion':'cert-manager.io/v1','kind':'Certificate','status':{'conditions':[{'type':'Ready','status':'True'}]}}",
        Health::Healthy);
    row("an issuer that says no",
        "{'apiVersion':'cert-manager.io/v1','kind':'Issuer','status':{'conditions':[{'type':'Ready','status':'False'}]}}",
        Health::Degraded);
    row("a synced Application",
        "{'apiVersion':'argoproj.io/"
        "v1alpha1','kind':'Application','status':{'sync':{'status':'Synced'},'health':{'status':'Healthy'}}}",
        Health::Healthy);
    row("an Application that syncs",
        "{'apiVersion':'argoproj.io/"
        "v1alpha1','kind':'Application','status':{'sync':{'status':'Synced'},'health':{'status':'Healthy'},"
        "'operationState':{'phase':'Running'}}}",
        Health::Progressing);
    row("an Application whose sync failed",
        "{'apiVersion':'argoproj.io/v1alpha1','kind':'Application','status':{'operationState':{'phase':'Failed'}}}",
        Health::Degraded);
    row("whatever only exists", "{'apiVersion':'v1','kind':'ConfigMap'}", Health::Healthy);
    row("whatever is stalled",
        "{'apiVersion':'example.com/v1','kind':'Thing','status':{'conditions':[{'type':'Stalled','status':'True'}]}}",
        Health::Degraded);
    row("whatever is being deleted",
        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'deletionTimestamp':'2026-11-26T12:00:00Z'}}", Health::Progressing);
    row("an empty object", "{}", Health::Healthy);
}

void HealthTest::anObjectIsJudgedByWhatItSays()
{
    QFETCH(const QJsonObject, object);
    QFETCH(const int, health);
    QCOMPARE(int(judge(object).health), health);
}

void HealthTest::podsAreCounted()
{
    const Judgement judgement = judge(json("{'apiVersion':'apps/v1','kind':'Deployment','spec':{'replicas':3},'status':{"
                                           "'updatedReplicas':2,'availableReplicas':3,'replicas':4}}"));
    QCOMPARE(judgement.ready, 2);
    QCOMPARE(judgement.wanted, 3);
}

QTEST_GUILESS_MAIN(HealthTest)
#include "tst_Health.moc"
