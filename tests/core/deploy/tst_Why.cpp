// SPDX-License-Identifier: GPL-3.0-or-later
// From what was seen to the root: one row for each way an object can be kept waiting.
#include "core/deploy/Why.h"
#include "tests/core/deploy/Objects.h"

#include <QTest>

using namespace sentinel::deploy;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

const char kDeployment[] = "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'backend','namespace':'s','uid':'d'},"
                           "'spec':{'replicas':1},'status':{'replicas':1,'updatedReplicas':1}}";
const char kReplicaSet[]
    = "{'apiVersion':'apps/v1','kind':'ReplicaSet','metadata':{'name':'backend-1','namespace':'s','uid':'r','ownerReferences':[{"
      "'apiVersion':'apps/"
      "v1','kind':'Deployment','name':'backend','uid':'d','controller':true}]},'spec':{'replicas':1},'status':{"
      "'replicas':1}}";

/// A pod of the Deployment, with this status.
QJsonObject pod(const QByteArray &status, const QByteArray &spec = "{}")
{
    return json("{'apiVersion':'v1','kind':'Pod','metadata':{'name':'backend-1-x','namespace':'s','uid':'p','labels':{"
                "'app.kubernetes.io/component':'backend'},'ownerReferences':[{'apiVersion':'apps/v1','kind':'ReplicaSet','name':"
                "'backend-1','uid':'r','controller':true}]},'spec':"
                + spec + ",'status':" + status + "}");
}

QJsonObject eventAbout(const QByteArray &reason, const QByteArray &message, const QByteArray &kind = "Pod",
                       const QByteArray &name = "backend-1-x")
{
    return json("{'apiVersion':'v1','kind':'Event','metadata':{'name':'" + reason + "','namespace':'s'},'reason':'" + reason
                + "','message':'" + message + "','count':5,'involvedObject':{'apiVersion':'" + (kind == "Pod" ? "v1" : "apps/v1")
                + "','kind':'" + kind + "','name':'" + name + "','namespace':'s'}}");
}

QByteArray waiting(const QByteArray &reason, const QByteArray &message = {}, const QByteArray &more = {})
{
    return "{'phase':'Pending','containerStatuses':[{'name':'backend','image':'r.example.com/"
           "backend:9','ready':false,'state':{'waiting':{"
           "'reason':'"
        + reason + "','message':'" + message + "'}}" + more + "}]}";
}

} // namespace

class WhyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRootOfAPodIsFound_data();
    void theRootOfAPodIsFound();
    void theChainLeadsFromTheRootToTheSymptom();
    void thePodsNobodyMadeAreExplained_data();
    void thePodsNobodyMadeAreExplained();
    void aPodWaitsForTheMigrationAndThatForTheDatabase();
    void aFailedMigrationIsTheRoot();
    void anUnboundClaimIsTheRootOfAnUnschedulablePod();
    void aCertificateWaitsForItsIssuer();
    void anApplicationNamesWhatItsWaveWaitsFor();
    void aSyncThatIsOverHoldsNoWaveBack();
    void aRefusedResourceIsTheRootOfAFailedSync();
    void whatIsHealthyNeedsNoReason();
    void objectsThatWaitForEachOtherEnd();
};

void WhyTest::theRootOfAPodIsFound_data()
{
    QTest::addColumn<QList<QJsonObject>>("pods");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const QList<QJsonObject> &objects, Cause cause) {
        QTest::newRow(name) << objects << causeName(cause);
    };
    row("image that does not exist",
        {pod(waiting("ImagePullBackOff", "Back-off pulling image")),
         eventAbout("Failed", "Failed to pull image r.example.com/backend:9: not found")},
        Cause::ImageMissing);
    row("image with a bad name", {pod(waiting("InvalidImageName", "InvalidImageName"))}, Cause::ImageMissing);
    row("registry wants a login", {pod(waiting("ErrImagePull", "401 Unauthorized"))}, Cause::ImageDenied);
    row("registry does not answer", {pod(waiting("ErrImagePull", "dial tcp: i/o timeout"))}, Cause::ImageUnreachable);
    row("no Secret", {pod(waiting("CreateContainerConfigError", "secret sentinel-app not found"))}, Cause::ConfigMissing);
    row("crash loop",
        {pod(waiting("CrashLoopBackOff", "back-off",
                     ",'lastState':{'terminated':{'exitCode':1,'reason':'Error','message':'boom'}}"))},
        Cause::Crashing);
    row("out of memory",
        {pod(waiting("CrashLoopBackOff", "back-off", ",'lastState':{'terminated':{'exitCode':137,'reason':'OOMKilled'}}"))},
        Cause::OutOfMemory);
    row("volume is full",
        {pod(waiting("CrashLoopBackOff", "back-off",
                     ",'lastState':{'terminated':{'exitCode':1,'message':'No space left on device'}}"))},
        Cause::VolumeFull);
    row("no node",
        {pod("{'phase':'Pending','conditions':[{'type':'PodScheduled','status':'False','reason':'Unschedulable','message':'0/6 "
             "nodes are "
             "available: Insufficient cpu'}]}")},
        Cause::Unschedulable);
    row("silent probe",
        {pod("{'phase':'Running','containerStatuses':[{'name':'backend','ready':false,'state':{'running':{}}}]}"),
         eventAbout("Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 500")},
        Cause::ProbeFailing);
    row("still starting",
        {pod("{'phase':'Running','containerStatuses':[{'name':'backend','ready':false,'state':{'running':{}}}]}")},
        Cause::Starting);
    row("mount without its Secret", {pod("{'phase':'Pending'}"), eventAbout("FailedMount", "secret tls not found")},
        Cause::ConfigMissing);
    row("node is gone",
        {pod("{'phase':'Running','containerStatuses':[{'name':'backend','ready':false,'state':{'running':{}}}]}",
             "{'nodeName':'n1'}"),
         json("{'apiVersion':'v1','kind':'Node','metadata':{'name':'n1'},'status':{'conditions':[{'type':'Ready','status':'"
              "Unknown'}]}}")},
        Cause::NodeLost);
}

void WhyTest::theRootOfAPodIsFound()
{
    QFETCH(const QList<QJsonObject>, pods);
    QFETCH(const QString, cause);
    const Snapshot seen = seenOf(QList<QJsonObject>{json(kDeployment), json(kReplicaSet)} + pods);
    const QList<WhyStep> chain = why(seen, keyOf(json(kDeployment)));
    QVERIFY(!chain.isEmpty());
    QCOMPARE(causeName(chain.first().cause), cause);
    QVERIFY(!chain.first().title.isEmpty());
    // Whoever waits for it is the end of the chain: what a person sees.
    QCOMPARE(chain.last().object.kind, u"Deployment"_s);
    // What does not mend by itself comes with a next step.
    QVERIFY(mendsByItself(chain.first().cause) || !chain.first().remedy.isEmpty());
}

void WhyTest::theChainLeadsFromTheRootToTheSymptom()
{
    const Snapshot seen = seenOf({json(kDeployment), json(kReplicaSet), pod(waiting("ImagePullBackOff", "manifest unknown"))});
    const QList<WhyStep> chain = why(seen, keyOf(json(kDeployment)));
    QCOMPARE(chain.size(), 2);
    QCOMPARE(chain[0].object.kind, u"Pod"_s);
    QVERIFY(chain[0].title.contains(u"r.example.com/backend:9"));
    QCOMPARE(causeName(chain[1].cause), causeName(Cause::WaitsForPods));
}

void WhyTest::thePodsNobodyMadeAreExplained_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("cause");
    QTest::newRow("quota") << QByteArray("pods backend-1-x is forbidden: exceeded quota: compute") << causeName(Cause::Quota);
    QTest::newRow("pod security") << QByteArray("violates PodSecurity restricted:latest") << causeName(Cause::Refused);
}

void WhyTest::thePodsNobodyMadeAreExplained()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QString, cause);
    const Snapshot seen
        = seenOf({json(kDeployment), json(kReplicaSet), eventAbout("FailedCreate", message, "ReplicaSet", "backend-1")});
    const QList<WhyStep> chain = why(seen, keyOf(json(kDeployment)));
    QVERIFY(!chain.isEmpty());
    QCOMPARE(causeName(chain.first().cause), cause);
    QCOMPARE(chain.first().detail, QString::fromUtf8(message));
}

void WhyTest::aPodWaitsForTheMigrationAndThatForTheDatabase()
{
    const QJsonObject waits
        = pod("{'phase':'Pending','initContainerStatuses':[{'name':'wait-for-schema','state':{'running':{}}}]}");
    const QJsonObject job
        = json("{'apiVersion':'batch/v1','kind':'Job','metadata':{'name':'migrate-1','namespace':'s','uid':'j','labels':{"
               "'app.kubernetes.io/component':'migration'}},'status':{'active':1}}");
    const QJsonObject jobPod
        = json("{'apiVersion':'v1','kind':'Pod','metadata':{'name':'migrate-1-a','namespace':'s','uid':'jp','labels':{"
               "'app.kubernetes.io/component':'migration'},'ownerReferences':[{'apiVersion':'batch/v1','kind':'Job','name':"
               "'migrate-1','uid':'j','controller':true}]},'status':{'phase':'Pending','containerStatuses':[{'name':'migration',"
               "'state':{'waiting':{'reason':'CrashLoopBackOff'}},'lastState':{'terminated':{'exitCode':1}}}]}}");
    const QJsonObject database
        = json("{'apiVersion':'apps/v1','kind':'StatefulSet','metadata':{'name':'postgres','namespace':'s','uid':'db',"
               "'labels':{'app.kubernetes.io/component':'postgresql'}},'spec':{'replicas':1},'status':{}}");
    const QJsonObject databasePod
        = json("{'apiVersion':'v1','kind':'Pod','metadata':{'name':'postgres-0','namespace':'s','uid':'dbp',"
               "'ownerReferences':[{'apiVersion':'apps/v1','kind':'StatefulSet','name':'postgres','uid':'db',"
               "'controller':true}]},'status':{'phase':'Pending','containerStatuses':[{'name':'postgresql','image':'pg:17',"
               "'state':{'waiting':{'reason':'ErrImagePull','message':'not found'}}}]}}");
    const Snapshot seen = seenOf({json(kDeployment), json(kReplicaSet), waits, job, jobPod, database, databasePod});
    const QList<WhyStep> chain = why(seen, keyOf(json(kDeployment)));
    QCOMPARE(causeName(chain.first().cause), causeName(Cause::ImageMissing));
    QCOMPARE(chain.first().object.name, u"postgres-0"_s);
    QVERIFY(std::ranges::any_of(chain, [](const WhyStep &step) { return step.cause == Cause::WaitsForDatabase; }));
    QCOMPARE(chain.last().object.name, u"backend"_s);

    // With the database well, the pod waits for the migration.
    const Snapshot later = seenOf({json(kDeployment), json(kReplicaSet), waits, job});
    const QList<WhyStep> shorter = why(later, keyOf(json(kDeployment)));
    QVERIFY(std::ranges::any_of(shorter, [](const WhyStep &step) { return step.cause == Cause::WaitsForMigration; }));
    QVERIFY(mendsByItself(shorter.first().cause));
}

void WhyTest::aFailedMigrationIsTheRoot()
{
    const QJsonObject waits
        = pod("{'phase':'Pending','initContainerStatuses':[{'name':'wait-for-schema','state':{'running':{}}}]}");
    const QJsonObject job
        = json("{'apiVersion':'batch/v1','kind':'Job','metadata':{'name':'migrate-1','namespace':'s','uid':'j','labels':{"
               "'app.kubernetes.io/component':'migration'}},'status':{'failed':4,'conditions':[{'type':'Failed','status':'True',"
               "'reason':'BackoffLimitExceeded','message':'Job has reached the specified backoff limit'}]}}");
    const QList<WhyStep> chain = why(seenOf({json(kDeployment), json(kReplicaSet), waits, job}), keyOf(json(kDeployment)));
    QCOMPARE(causeName(chain.first().cause), causeName(Cause::MigrationFailed));
    QVERIFY(chain.first().remedy.contains(u"migrate-1"));
}

void WhyTest::anUnboundClaimIsTheRootOfAnUnschedulablePod()
{
    const QJsonObject stuck
        = pod("{'phase':'Pending','conditions':[{'type':'PodScheduled','status':'False','reason':'Unschedulable',"
              "'message':'pod has unbound immediate PersistentVolumeClaims'}]}",
              "{'volumes':[{'name':'data','persistentVolumeClaim':{'claimName':'data-0'}}]}");
    const QJsonObject claim
        = json("{'apiVersion':'v1','kind':'PersistentVolumeClaim','metadata':{'name':'data-0','namespace':'s'},'status':{"
               "'phase':'Pending'}}");
    QJsonObject failed = eventAbout("ProvisioningFailed", "storageclass fast not found", "PersistentVolumeClaim", "data-0");
    QJsonObject about = failed[u"involvedObject"].toObject();
    about.insert(u"apiVersion"_s, u"v1"_s);
    failed.insert(u"involvedObject"_s, about);
    const QList<WhyStep> chain
        = why(seenOf({json(kDeployment), json(kReplicaSet), stuck, claim, failed}), keyOf(json(kDeployment)));
    QCOMPARE(causeName(chain.first().cause), causeName(Cause::VolumePending));
    QCOMPARE(chain.first().detail, u"storageclass fast not found"_s);
}

void WhyTest::aCertificateWaitsForItsIssuer()
{
    const QJsonObject certificate
        = json("{'apiVersion':'cert-manager.io/v1','kind':'Certificate','metadata':{'name':'tls','namespace':'s'},"
               "'spec':{'issuerRef':{'kind':'Issuer','name':'sentinel'}}}");
    const QJsonObject issuer
        = json("{'apiVersion':'cert-manager.io/v1','kind':'Issuer','metadata':{'name':'sentinel','namespace':'s'},'status':{"
               "'conditions':[{'type':'Ready','status':'False','message':'secret sentinel-ca not found'}]}}");
    const QList<WhyStep> chain = why(seenOf({certificate, issuer}), keyOf(certificate));
    QCOMPARE(causeName(chain.first().cause), causeName(Cause::IssuerNotReady));
    QCOMPARE(chain.last().object.kind, u"Certificate"_s);
    QCOMPARE(causeName(why(seenOf({certificate}), keyOf(certificate)).first().cause), causeName(Cause::CertificatePending));
}

void WhyTest::anApplicationNamesWhatItsWaveWaitsFor()
{
    const QJsonObject application
        = json("{'apiVersion':'argoproj.io/"
               "v1alpha1','kind':'Application','metadata':{'name':'app','namespace':'argocd'},'spec':{'destination':{"
               "'namespace':'s'}},'status':{'operationState':{'phase':'Running','message':'waiting for healthy state of "
               "apps/Deployment/backend'}}}");
    const QList<WhyStep> chain
        = why(seenOf({application, json(kDeployment), json(kReplicaSet), pod(waiting("ErrImagePull", "not found"))}),
              keyOf(application));
    QCOMPARE(causeName(chain.first().cause), causeName(Cause::ImageMissing));
    QCOMPARE(causeName(chain.last().cause), causeName(Cause::WaitsForWave));
}

void WhyTest::aSyncThatIsOverHoldsNoWaveBack()
{
    const QJsonObject application
        = json("{'apiVersion':'argoproj.io/"
               "v1alpha1','kind':'Application','metadata':{'name':'app','namespace':'argocd'},'spec':{'destination':{"
               "'namespace':'s'}},'status':{'operationState':{'phase':'Succeeded','message':'successfully synced'},"
               "'resources':[{'group':'apps','kind':'Deployment','namespace':'s','name':'backend'}]}}");
    const QList<WhyStep> chain
        = why(seenOf({application, json(kDeployment), json(kReplicaSet), pod(waiting("ErrImagePull", "not found"))}),
              keyOf(application));
    QCOMPARE(causeName(chain.first().cause), causeName(Cause::ImageMissing));
    QVERIFY(chain.last().cause != Cause::WaitsForWave);
}

void WhyTest::aRefusedResourceIsTheRootOfAFailedSync()
{
    const QJsonObject application = json(
        "{'apiVersion':'argoproj.io/v1alpha1','kind':'Application','metadata':{'name':'app','namespace':'argocd'},'status':{"
        "'operationState':{'phase':'Failed','message':'one or more objects "
        "failed','syncResult':{'resources':[{'group':'apps','kind':"
        "'Deployment','namespace':'s','name':'backend','status':'SyncFailed','message':'admission webhook denied it'}]}}}}");
    const QList<WhyStep> chain = why(seenOf({application}), keyOf(application));
    QCOMPARE(causeName(chain.first().cause), causeName(Cause::SyncFailed));
    QCOMPARE(chain.first().object.name, u"backend"_s);
    QCOMPARE(chain.first().detail, u"admission webhook denied it"_s);
}

void WhyTest::whatIsHealthyNeedsNoReason()
{
    const QJsonObject config = json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c','namespace':'s'}}");
    QVERIFY(why(seenOf({config}), keyOf(config)).isEmpty());
    QVERIFY(why({}, keyOf(config)).isEmpty());
}

void WhyTest::objectsThatWaitForEachOtherEnd()
{
    // Hostile or broken: an Application whose wave waits for itself.
    const QJsonObject application
        = json("{'apiVersion':'argoproj.io/"
               "v1alpha1','kind':'Application','metadata':{'name':'app','namespace':'argocd'},'spec':{'destination':{"
               "'namespace':'argocd'}},'status':{'operationState':{'phase':'Running','message':'waiting for healthy state of "
               "argoproj.io/Application/app'}}}");
    QVERIFY(why(seenOf({application}), keyOf(application)).size() < 40);
}

QTEST_GUILESS_MAIN(WhyTest)
#include "tst_Why.moc"
