// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Application.h"

#include <QJsonDocument>
#include <QTest>

using namespace sentinel;
using namespace sentinel::gitops;
using namespace Qt::StringLiterals;

class GitopsApplicationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingAPersonAsksAboutIsRead();
    void aFreshApplicationHasNothingYet();
    void severalSourcesHaveSeveralRevisions();
    void aFailedOperationThatWaitsIsNotOver();
    void autoSyncIsPausedByItsSwitch_data();
    void autoSyncIsPausedByItsSwitch();
    void anotherKindIsRefused();
};

namespace {

const QByteArray kApplication = R"({
  "apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
  "metadata": {"name": "sentinel-prod-eu", "namespace": "argocd",
    "ownerReferences": [{"kind": "ApplicationSet", "name": "sentinel-prod", "controller": true}]},
  "spec": {"project": "sentinel-prod", "source": {"repoURL": "https://git.example.com/s.git", "path": "charts/sentinel", "targetRevision": "main"},
    "destination": {"server": "https://kubernetes.default.svc", "namespace": "sentinel-prod"},
    "syncPolicy": {"automated": {"prune": true, "selfHeal": true}}},
  "operation": {"sync": {}},
  "status": {
    "sync": {"status": "OutOfSync", "revision": "abc",
      "comparedTo": {"source": {"repoURL": "https://git.example.com/s.git", "path": "charts/sentinel", "targetRevision": "main"},
        "destination": {"server": "https://kubernetes.default.svc", "namespace": "sentinel-prod"}}},
    "health": {"status": "Degraded", "message": "one is down"},
    "reconciledAt": "2026-11-24T10:00:00Z",
    "conditions": [{"type": "SyncError", "message": "failed", "lastTransitionTime": "2026-11-24T10:01:00Z"},
      {"type": "SharedResourceWarning", "message": "shared"}],
    "history": [{"id": 0, "revision": "aaa", "deployedAt": "2026-11-23T10:00:00Z", "source": {"path": "x"}, "initiatedBy": {"automated": true}},
      {"id": 7, "revision": "abc", "initiatedBy": {"username": "ada"}}],
    "operationState": {"phase": "Running", "message": "waiting for healthy state of apps/Deployment/backend", "startedAt": "2026-11-24T10:02:00Z",
      "retryCount": 1, "operation": {"sync": {"revision": "abc"}},
      "syncResult": {"revision": "abc", "resources": [{"group": "batch", "version": "v1", "kind": "Job", "namespace": "sentinel-prod", "name": "migrate",
        "status": "Synced", "hookType": "PreSync", "hookPhase": "Running", "syncPhase": "PreSync", "message": "created"}]}},
    "resources": [{"group": "apps", "version": "v1", "kind": "Deployment", "namespace": "sentinel-prod", "name": "backend", "status": "OutOfSync",
      "health": {"status": "Degraded", "message": "no pods"}, "syncWave": 2, "requiresPruning": true}],
    "summary": {"images": ["a:1", "b:2"]}
  }})";

QJsonObject application()
{
    return QJsonDocument::fromJson(kApplication).object();
}

} // namespace

void GitopsApplicationTest::everythingAPersonAsksAboutIsRead()
{
    const Result<Application> read = readApplication(application());
    QVERIFY(read);
    QCOMPARE(read->name, u"sentinel-prod-eu"_s);
    QCOMPARE(read->owner, u"ApplicationSet/sentinel-prod"_s);
    QVERIFY(read->isAutomated && read->prunes && read->healsItself && read->isAsked && read->isBusy() && read->isCompared);
    QCOMPARE(read->sync, u"OutOfSync"_s);
    QCOMPARE(read->revisions, QStringList{u"abc"_s});
    QCOMPARE(read->health, u"Degraded"_s);
    QCOMPARE(read->conditions.size(), 2);
    QVERIFY(read->conditions.first().isError());
    QVERIFY(!read->conditions.last().isError());
    QCOMPARE(read->history.size(), 2);
    QVERIFY(read->history.first().automated);
    QCOMPARE(read->history.last().by, u"ada"_s);
    QCOMPARE(read->history.last().id, 7);
    QCOMPARE(read->operation.phase, u"Running"_s);
    QCOMPARE(read->operation.retries, 1);
    QCOMPARE(read->operation.request[u"sync"][u"revision"].toString(), u"abc"_s);
    QCOMPARE(read->operation.resources.first().hookPhase, u"Running"_s);
    QCOMPARE(read->resources.first().wave, 2);
    QVERIFY(read->resources.first().needsPruning);
    QCOMPARE(read->images.size(), 2);
}

void GitopsApplicationTest::aFreshApplicationHasNothingYet()
{
    QJsonObject object = application();
    object.remove(u"status"_s);
    object.remove(u"operation"_s);
    const Result<Application> read = readApplication(object);
    QVERIFY(read);
    QVERIFY(!read->isBusy());
    QVERIFY(!read->isCompared);
    QCOMPARE(read->sync, QString());
    QVERIFY(!read->reconciledAt.isValid());
}

void GitopsApplicationTest::severalSourcesHaveSeveralRevisions()
{
    QJsonObject object = application();
    object[u"status"_s] = QJsonDocument::fromJson(R"({"sync": {"status": "Synced", "revisions": ["a", "b"]}})").object();
    const Result<Application> read = readApplication(object);
    QVERIFY(read);
    QCOMPARE(read->revisions, (QStringList{u"a"_s, u"b"_s}));
}

void GitopsApplicationTest::aFailedOperationThatWaitsIsNotOver()
{
    QJsonObject object = application();
    object[u"status"_s]
        = QJsonDocument::fromJson(R"({"operationState": {"phase": "Running", "finishedAt": "2026-11-24T10:02:00Z"}})").object();
    const Result<Application> read = readApplication(object);
    QVERIFY(read);
    QVERIFY(!read->operation.isOver());
    QVERIFY(read->operation.waitsToRetry());
}

void GitopsApplicationTest::autoSyncIsPausedByItsSwitch_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<bool>("automated");
    QTest::newRow("no policy") << QByteArray("{}") << false;
    QTest::newRow("an empty block") << QByteArray(R"({"automated": {}})") << true;
    QTest::newRow("enabled") << QByteArray(R"({"automated": {"enabled": true}})") << true;
    QTest::newRow("paused") << QByteArray(R"({"automated": {"enabled": false, "prune": true}})") << false;
    QTest::newRow("null") << QByteArray(R"({"automated": null})") << false;
}

void GitopsApplicationTest::autoSyncIsPausedByItsSwitch()
{
    QFETCH(QByteArray, policy);
    QFETCH(bool, automated);
    QJsonObject object = application();
    QJsonObject spec = object[u"spec"].toObject();
    spec[u"syncPolicy"_s] = QJsonDocument::fromJson(policy).object();
    object[u"spec"_s] = spec;
    QCOMPARE(readApplication(object)->isAutomated, automated);
}

void GitopsApplicationTest::anotherKindIsRefused()
{
    QVERIFY(!readApplication({{u"kind"_s, u"Application"_s}, {u"apiVersion"_s, u"app.k8s.io/v1beta1"_s}}));
    QVERIFY(!readApplication({}));
}

QTEST_GUILESS_MAIN(GitopsApplicationTest)
#include "tst_GitopsApplication.moc"
