// SPDX-License-Identifier: GPL-3.0-or-later
#include "Waiting.h"
#include "core/kube/actions/CronJobRun.h"
#include "core/kube/actions/Rollout.h"
#include "core/kube/actions/Scale.h"
#include "core/kube/actions/Suspend.h"
#include "tests/fakes/FakeCluster.h"

#include <QJsonArray>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;
using sentinel::testing::FakeCluster;

namespace {

const ResourceType kCronJobs{.group = u"batch"_s, .version = u"v1"_s, .kind = u"CronJob"_s, .plural = u"cronjobs"_s};
const ResourceType kNodes{.group = {}, .version = u"v1"_s, .kind = u"Node"_s, .plural = u"nodes"_s, .namespaced = false};
const ObjectName kWeb{.ns = u"shop"_s, .name = u"web"_s};

Object named(const QString &kind, const QString &name, const Object &spec, const QString &ns = u"shop"_s)
{
    return {{u"kind"_s, kind},
            {u"metadata"_s, Object{{u"name"_s, name}, {u"namespace"_s, ns}, {u"uid"_s, u"u-"_s + name}}},
            {u"spec"_s, spec}};
}

} // namespace

class VerbsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_cluster = std::make_shared<FakeCluster>(); }
    void aScaleIsReadFromItsSubresource();
    void scalingAsksForNothingElse();
    void scalingHoldsToWhatWasSeen();
    void lessThanNoneIsRefusedBeforeAsking();
    void aRestartChangesOneAnnotation();
    void whatIsPausedIsNotRestarted();
    void kindsThatDoNotRollAreNotRestarted();
    void aRolloutIsPausedAndResumed();
    void aCronJobIsSuspended();
    void aNodeIsClosedAndOpened();
    void aJobOfACronJobIsAsKubectlMakesIt();
    void aJobOfACronJobIsStarted();
    void namesOfRunsFit();
    void aDryRunLeavesNothing();

private:
    std::shared_ptr<FakeCluster> m_cluster;
};

void VerbsTest::aScaleIsReadFromItsSubresource()
{
    QString asked;
    m_cluster->requested = [&asked](const QByteArray &method, const QString &path, const std::optional<Object> &) {
        asked = QString::fromLatin1(method) + u' ' + path;
        return Object{{u"metadata"_s, Object{{u"resourceVersion"_s, u"7"_s}}},
                      {u"spec"_s, Object{{u"replicas"_s, 3}}},
                      {u"status"_s, Object{{u"replicas"_s, 2}, {u"selector"_s, u"app=web"_s}}}};
    };
    const auto scale = answerOf(readScale(m_cluster, kDeployments, kWeb, {}));
    QVERIFY(scale);
    QCOMPARE(asked, u"GET /apis/apps/v1/namespaces/shop/deployments/web/scale"_s);
    QCOMPARE(scale->wanted, 3);
    QCOMPARE(scale->current, 2);
    QCOMPARE(scale->selector, u"app=web"_s);
    QCOMPARE(scale->resourceVersion, u"7"_s);
}

void VerbsTest::scalingAsksForNothingElse()
{
    m_cluster->put(named(u"Deployment"_s, u"web"_s, {{u"replicas"_s, 2}, {u"paused"_s, true}}));
    QVERIFY(answerOf(scaleTo(m_cluster, kDeployments, kWeb, 5, -1, {}, {})));
    const Object spec = m_cluster->object(u"Deployment"_s, u"shop"_s, u"web"_s)[u"spec"].toObject();
    QCOMPARE(spec, (Object{{u"replicas"_s, 5}, {u"paused"_s, true}}));
}

void VerbsTest::scalingHoldsToWhatWasSeen()
{
    m_cluster->put(named(u"Deployment"_s, u"web"_s, {{u"replicas"_s, 2}}));
    const QString version = m_cluster->object(u"Deployment"_s, u"shop"_s, u"web"_s)[u"metadata"][u"resourceVersion"].toString();
    m_cluster->requested = [&version](const QByteArray &, const QString &, const std::optional<Object> &) {
        return Object{{u"metadata"_s, Object{{u"resourceVersion"_s, version}}}, {u"spec"_s, Object{{u"replicas"_s, 2}}}};
    };
    const auto refused = answerOf(scaleTo(m_cluster, kDeployments, kWeb, 5, 4, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    QVERIFY(refused.error().detail.contains(u'4') && refused.error().detail.contains(u'2'));
    QVERIFY(m_cluster->effects().isEmpty());
    QVERIFY(answerOf(scaleTo(m_cluster, kDeployments, kWeb, 5, 2, {}, {})));
    // The same again, with a version that is old by now: somebody was faster.
    const auto late = answerOf(scaleTo(m_cluster, kDeployments, kWeb, 6, 2, {}, {}));
    QVERIFY(!late);
    QCOMPARE(late.error().kind, Error::Kind::Conflict);
}

void VerbsTest::lessThanNoneIsRefusedBeforeAsking()
{
    const auto refused = answerOf(scaleTo(m_cluster, kDeployments, kWeb, -1, -1, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    QCOMPARE(refused.error().doing, u"scaling Deployment shop/web"_s);
}

void VerbsTest::aRestartChangesOneAnnotation()
{
    const Object form{{u"metadata"_s, Object{{u"annotations"_s, Object{{u"kept"_s, u"yes"_s}}}}}};
    m_cluster->put(named(u"Deployment"_s, u"web"_s, {{u"template"_s, form}, {u"replicas"_s, 2}}));
    const QDateTime now(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);
    QVERIFY(answerOf(restart(m_cluster, kDeployments, kWeb, now, {}, {})));
    const Object spec = m_cluster->object(u"Deployment"_s, u"shop"_s, u"web"_s)[u"spec"].toObject();
    QCOMPARE(spec[u"template"][u"metadata"][u"annotations"].toObject(),
             (Object{{u"kept"_s, u"yes"_s}, {u"kubectl.kubernetes.io/restartedAt"_s, u"2026-11-26T12:00:00Z"_s}}));
    QCOMPARE(spec[u"replicas"].toInt(), 2);
}

void VerbsTest::whatIsPausedIsNotRestarted()
{
    m_cluster->put(named(u"Deployment"_s, u"web"_s, {{u"paused"_s, true}}));
    const auto refused = answerOf(restart(m_cluster, kDeployments, kWeb, {}, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    QVERIFY(m_cluster->effects().isEmpty());
}

void VerbsTest::kindsThatDoNotRollAreNotRestarted()
{
    const auto refused = answerOf(restart(m_cluster, kPods, kWeb, {}, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Unsupported);
    QVERIFY(refused.error().detail.contains(u"Pod"_s));
}

void VerbsTest::aRolloutIsPausedAndResumed()
{
    m_cluster->put(named(u"Deployment"_s, u"web"_s, {{u"replicas"_s, 1}}));
    QVERIFY(answerOf(setPaused(m_cluster, kDeployments, kWeb, true, {}, {})));
    QCOMPARE(m_cluster->object(u"Deployment"_s, u"shop"_s, u"web"_s)[u"spec"][u"paused"], QJsonValue(true));
    QVERIFY(answerOf(setPaused(m_cluster, kDeployments, kWeb, false, {}, {})));
    QVERIFY(!m_cluster->object(u"Deployment"_s, u"shop"_s, u"web"_s)[u"spec"].toObject().contains(u"paused"));
    QCOMPARE(answerOf(setPaused(m_cluster, kPods, kWeb, true, {}, {})).error().kind, Error::Kind::Unsupported);
}

void VerbsTest::aCronJobIsSuspended()
{
    m_cluster->put(named(u"CronJob"_s, u"web"_s, {{u"schedule"_s, u"* * * * *"_s}}));
    QVERIFY(answerOf(setSuspended(m_cluster, kCronJobs, kWeb, true, {}, {})));
    QCOMPARE(m_cluster->object(u"CronJob"_s, u"shop"_s, u"web"_s)[u"spec"][u"suspend"], QJsonValue(true));
    QVERIFY(answerOf(setSuspended(m_cluster, kCronJobs, kWeb, false, {}, {})));
    QCOMPARE(m_cluster->object(u"CronJob"_s, u"shop"_s, u"web"_s)[u"spec"][u"suspend"], QJsonValue(false));
    QCOMPARE(answerOf(setSuspended(m_cluster, kDeployments, kWeb, true, {}, {})).error().kind, Error::Kind::Unsupported);
}

void VerbsTest::aNodeIsClosedAndOpened()
{
    m_cluster->put(named(u"Node"_s, u"n1"_s, {}, {}));
    QVERIFY(answerOf(setSchedulable(m_cluster, u"n1"_s, false, {}, {})));
    QCOMPARE(m_cluster->object(u"Node"_s, {}, u"n1"_s)[u"spec"][u"unschedulable"], QJsonValue(true));
    QVERIFY(answerOf(setSchedulable(m_cluster, u"n1"_s, true, {}, {})));
    QVERIFY(!m_cluster->object(u"Node"_s, {}, u"n1"_s)[u"spec"].toObject().contains(u"unschedulable"));
}

void VerbsTest::aJobOfACronJobIsAsKubectlMakesIt()
{
    const Object spec{{u"template"_s, Object{{u"spec"_s, Object{{u"restartPolicy"_s, u"Never"_s}}}}}, {u"backoffLimit"_s, 2}};
    const Object form{
        {u"metadata"_s, Object{{u"labels"_s, Object{{u"app"_s, u"backup"_s}}}, {u"annotations"_s, Object{{u"a"_s, u"b"_s}}}}},
        {u"spec"_s, spec}};
    const Object cron = named(u"CronJob"_s, u"backup"_s, {{u"suspend"_s, true}, {u"jobTemplate"_s, form}});
    const Object owner{{u"apiVersion"_s, u"batch/v1"_s},
                       {u"kind"_s, u"CronJob"_s},
                       {u"name"_s, u"backup"_s},
                       {u"uid"_s, u"u-backup"_s},
                       {u"controller"_s, true}};
    const Object expected{
        {u"apiVersion"_s, u"batch/v1"_s},
        {u"kind"_s, u"Job"_s},
        {u"metadata"_s,
         Object{{u"name"_s, u"now"_s},
                {u"namespace"_s, u"shop"_s},
                {u"labels"_s, Object{{u"app"_s, u"backup"_s}}},
                {u"annotations"_s, Object{{u"a"_s, u"b"_s}, {u"cronjob.kubernetes.io/instantiate"_s, u"manual"_s}}},
                {u"ownerReferences"_s, QJsonArray{owner}}}},
        {u"spec"_s, spec}};
    QCOMPARE(jobOfCronJob(cron, u"now"_s), expected);
}

void VerbsTest::aJobOfACronJobIsStarted()
{
    const ObjectName backup{.ns = u"shop"_s, .name = u"backup"_s};
    QCOMPARE(answerOf(runCronJob(m_cluster, backup, u"now"_s, {}, {})).error().kind, Error::Kind::NotFound);
    m_cluster->put(named(u"CronJob"_s, u"backup"_s, {{u"jobTemplate"_s, Object{{u"spec"_s, Object{{u"backoffLimit"_s, 2}}}}}}));
    QVERIFY(answerOf(runCronJob(m_cluster, backup, u"now"_s, {}, {})));
    QCOMPARE(m_cluster->object(u"Job"_s, u"shop"_s, u"now"_s)[u"spec"][u"backoffLimit"].toInt(), 2);
    const auto again = answerOf(runCronJob(m_cluster, backup, u"now"_s, {}, {}));
    QCOMPARE(again.error().kind, Error::Kind::Conflict);
    QCOMPARE(again.error().doing, u"starting a Job of CronJob shop/backup"_s);
}

void VerbsTest::namesOfRunsFit()
{
    QCOMPARE(nameOfRun(u"backup"_s, u"3f9c"_s), u"backup-manual-3f9c"_s);
    const QString longest = nameOfRun(QString(50, u'a') + u".b"_s, u"3f9c"_s);
    QCOMPARE(longest, QString(50, u'a') + u"-manual-3f9c"_s); // never ".-"
    QCOMPARE(nameOfRun(QString(63, u'a'), u"3f9c"_s).size(), 63);
}

void VerbsTest::aDryRunLeavesNothing()
{
    m_cluster->put(named(u"Deployment"_s, u"web"_s, {{u"replicas"_s, 2}}));
    m_cluster->put(named(u"CronJob"_s, u"web"_s, {{u"jobTemplate"_s, Object{}}}));
    QVERIFY(answerOf(scaleTo(m_cluster, kDeployments, kWeb, 5, -1, {.dryRun = true}, {})));
    QVERIFY(answerOf(restart(m_cluster, kDeployments, kWeb, QDateTime::currentDateTimeUtc(), {.dryRun = true}, {})));
    QVERIFY(answerOf(runCronJob(m_cluster, kWeb, u"now"_s, {.dryRun = true}, {})));
    QVERIFY(m_cluster->effects().isEmpty());
}

QTEST_GUILESS_MAIN(VerbsTest)
#include "tst_Verbs.moc"
