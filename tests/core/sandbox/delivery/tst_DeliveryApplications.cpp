// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sandbox/delivery/DeliveryCluster.h"

using namespace sentinel;
using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DeliveryApplicationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMissingIsOutOfSyncAndMissing();
    void aSyncBringsEverythingAndIsRemembered();
    void nothingIsWrittenOnceEverythingIsAsItShouldBe();
    void aSecondOperationIsSwallowed();
    void terminatingEndsTheOperationAndFreesTheNext();
    void aRollbackBringsTheOldRevisionAndNothingElse();
    void automaticSyncFollowsTheBranch();
    void pausedAutomaticSyncDoesNothing();
    void aPersonsEditIsHealedOnlyWhereAsked_data();
    void aPersonsEditIsHealedOnlyWhereAsked();
    void whatLeftTheChartGoesOnlyWhenPruned_data();
    void whatLeftTheChartGoesOnlyWhenPruned();
    void anIgnoredDifferenceIsNone();
    void aRevisionThatIsNotThereIsAnError();
    void aChartThatCannotBeRenderedIsAComparisonError();
    void aFailedAttemptIsRetriedWithGrowingWaits();
    void automaticSyncDoesNotRepeatAFailedRevision();
    void whatTheProjectForbidsIsSaid_data();
    void whatTheProjectForbidsIsSaid();
    void aKindTheProjectForbidsFailsTheSync();
    void aKindNobodyServesFailsTheSync();
    void anObjectOfAnotherApplicationIsNotTaken();
    void aClosedWindowHoldsAutomaticSyncBackAndAPersonNot();
    void aRefreshIsDoneAndItsAnnotationTakenOff();
    void deletingWithTheFinalizerTakesTheResourcesAlong();
    void aDryRunChangesNothing();
};

namespace {

struct Shop : DeliveryCluster
{
    explicit Shop(const QByteArray &policy = "{}", QList<QJsonObject> objects = {configMap(u"a"_s), deployment(u"web"_s)})
    {
        repositories.commit(u"one"_s);
        renderer.objects[u"one"_s] = std::move(objects);
        DeliveryCluster::put(shopApplication(policy));
    }
    void push(const QString &revision, const QList<QJsonObject> &objects)
    {
        repositories.commit(revision);
        renderer.objects[revision] = objects;
        applications.repositoryMoved(u"https://git.example.com/s"_s);
        settle();
    }
    [[nodiscard]] QString contentOf(const QString &name) const
    {
        return textAt(store.find(kinds::configMap(), u"shop"_s, name).value_or(QJsonObject()), {u"data", u"content"});
    }
    [[nodiscard]] qsizetype history() const { return application()[u"status"][u"history"].toArray().size(); }
};

} // namespace

void DeliveryApplicationsTest::whatIsMissingIsOutOfSyncAndMissing()
{
    const Shop shop;
    QCOMPARE(shop.status({u"sync", u"status"}), u"OutOfSync"_s);
    QCOMPARE(shop.status({u"sync", u"revision"}), u"one"_s);
    QCOMPARE(shop.status({u"health", u"status"}), u"Missing"_s);
    QCOMPARE(shop.application()[u"status"][u"resources"].toArray().size(), 2);
    QCOMPARE(shop.application()[u"status"][u"sync"][u"comparedTo"][u"source"], shop.application()[u"spec"][u"source"]);
    QVERIFY(!shop.application().contains(u"operation"_s));
    // Helm is asked with the cluster's own version and kinds.
    QCOMPARE(shop.renderer.asked.first().kubernetesVersion, u"1.35.0"_s);
    QVERIFY(shop.renderer.asked.first().apiVersions.contains(u"cert-manager.io/v1/Certificate"_s));
    QCOMPARE(shop.renderer.asked.first().releaseName, u"shop"_s);
}

void DeliveryApplicationsTest::aSyncBringsEverythingAndIsRemembered()
{
    Shop shop;
    shop.operate(R"({"initiatedBy": {"username": "ada"}, "sync": {"revision": "one"}})");

    QCOMPARE(shop.phase(), u"Succeeded"_s);
    QVERIFY(!shop.application().contains(u"operation"_s));
    QCOMPARE(shop.status({u"sync", u"status"}), u"Synced"_s);
    QCOMPARE(shop.status({u"health", u"status"}), u"Progressing"_s);
    const QJsonObject live = *shop.store.find(kinds::deployment(), u"shop"_s, u"web"_s);
    QCOMPARE(textAt(live, {u"metadata", u"annotations", u"argocd.argoproj.io/tracking-id"}), u"shop:apps/Deployment:shop/web"_s);
    shop.makeReady(u"web"_s);
    QCOMPARE(shop.status({u"health", u"status"}), u"Healthy"_s);
    const QJsonObject status = shop.application()[u"status"].toObject();
    QCOMPARE(status[u"summary"][u"images"], QJsonValue(QJsonArray{u"app:1"_s}));
    const QJsonValue entry = status[u"history"][0];
    QCOMPARE(entry[u"id"].toInt(-1), 0);
    QCOMPARE(entry[u"revision"].toString(), u"one"_s);
    QCOMPARE(entry[u"initiatedBy"][u"username"].toString(), u"ada"_s);
    QCOMPARE(status[u"operationState"][u"syncResult"][u"resources"].toArray().size(), 2);
    QCOMPARE(status[u"operationState"][u"syncResult"][u"resources"][0][u"status"].toString(), u"Synced"_s);
}

void DeliveryApplicationsTest::nothingIsWrittenOnceEverythingIsAsItShouldBe()
{
    Shop shop(R"({"automated": {"prune": true, "selfHeal": true}})");
    shop.makeReady(u"web"_s);
    shop.settle(10min);
    const qint64 version = shop.store.resourceVersion();
    shop.settle(24h);
    QCOMPARE(shop.store.resourceVersion(), version);
    QCOMPARE(shop.clock.waiting(), 0); // not even a timer
}

void DeliveryApplicationsTest::aSecondOperationIsSwallowed()
{
    Shop shop("{}", {job(u"slow"_s, {{u"argocd.argoproj.io/hook"_s, u"PreSync"_s}}), configMap(u"a"_s)});
    shop.operate(R"({"initiatedBy": {"username": "first"}, "sync": {"revision": "one"}})");
    QCOMPARE(shop.phase(), u"Running"_s);

    shop.operate(R"({"initiatedBy": {"username": "second"}, "sync": {"revision": "one"}})");
    QCOMPARE(shop.application()[u"operation"][u"initiatedBy"][u"username"].toString(), u"second"_s); // accepted …
    QCOMPARE(shop.application()[u"status"][u"operationState"][u"operation"][u"initiatedBy"][u"username"].toString(), u"first"_s);

    shop.finishJob(u"slow"_s);
    shop.settle(2s);
    QCOMPARE(shop.phase(), u"Succeeded"_s);
    QVERIFY(!shop.application().contains(u"operation"_s)); // … and gone
    QCOMPARE(shop.history(), 1);
    QCOMPARE(shop.application()[u"status"][u"history"][0][u"initiatedBy"][u"username"].toString(), u"first"_s);
}

void DeliveryApplicationsTest::terminatingEndsTheOperationAndFreesTheNext()
{
    Shop shop("{}", {job(u"stuck"_s, {{u"argocd.argoproj.io/hook"_s, u"PreSync"_s}}), configMap(u"a"_s)});
    shop.operate(R"({"sync": {"revision": "one"}})");
    QCOMPARE(shop.message(), u"waiting for completion of hook batch/Job/stuck"_s);

    shop.editApplication([](QJsonObject &object) { put(object, {u"status", u"operationState", u"phase"}, u"Terminating"_s); });

    QCOMPARE(shop.phase(), u"Failed"_s);
    QCOMPARE(shop.message(), u"Operation terminated"_s);
    QVERIFY(!shop.application().contains(u"operation"_s));
    QVERIFY(!shop.has(kinds::job(), u"stuck"_s));
    QCOMPARE(shop.history(), 0);
    shop.operate(R"({"sync": {"revision": "one", "syncStrategy": {"apply": {}}}})");
    QCOMPARE(shop.phase(), u"Succeeded"_s);
}

void DeliveryApplicationsTest::aRollbackBringsTheOldRevisionAndNothingElse()
{
    Shop shop;
    shop.operate(R"({"sync": {"revision": "one"}})");
    shop.push(u"two"_s, {configMap(u"a"_s, u"2"_s), deployment(u"web"_s), configMap(u"extra"_s)});
    shop.operate(R"({"sync": {"revision": "two"}})");
    QCOMPARE(shop.contentOf(u"a"_s), u"2"_s);

    shop.operate(R"({"sync": {"revision": "one", "prune": false, "syncStrategy": {"apply": {}}}})");

    QCOMPARE(shop.phase(), u"Succeeded"_s);
    QCOMPARE(shop.contentOf(u"a"_s), u"1"_s);
    QVERIFY(shop.has(kinds::configMap(), u"extra"_s)); // what the newer one added stays
    QCOMPARE(shop.status({u"sync", u"status"}), u"OutOfSync"_s);
    QCOMPARE(shop.status({u"sync", u"revision"}), u"two"_s);
    QCOMPARE(shop.history(), 3);
    QCOMPARE(shop.application()[u"status"][u"history"][2][u"revision"].toString(), u"one"_s);
}

void DeliveryApplicationsTest::automaticSyncFollowsTheBranch()
{
    Shop shop(R"({"automated": {}, "syncOptions": ["ServerSideApply=true"]})");
    QCOMPARE(shop.phase(), u"Succeeded"_s);
    QVERIFY(shop.application()[u"status"][u"operationState"][u"operation"][u"initiatedBy"][u"automated"].toBool());
    shop.push(u"two"_s, {configMap(u"a"_s, u"2"_s), deployment(u"web"_s)});
    QCOMPARE(shop.contentOf(u"a"_s), u"2"_s);
    QCOMPARE(shop.history(), 2);
}

void DeliveryApplicationsTest::pausedAutomaticSyncDoesNothing()
{
    Shop shop(R"({"automated": {"enabled": false, "selfHeal": true}})");
    QCOMPARE(shop.phase(), QString());
    shop.editApplication([](QJsonObject &object) { drop(object, {u"spec", u"syncPolicy", u"automated", u"enabled"}); });
    QCOMPARE(shop.phase(), u"Succeeded"_s);
}

void DeliveryApplicationsTest::aPersonsEditIsHealedOnlyWhereAsked_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QString>("content");
    QTest::newRow("by hand") << QByteArray("{}") << u"edited"_s;
    QTest::newRow("automatic") << QByteArray(R"({"automated": {}})") << u"edited"_s;
    QTest::newRow("self-healing") << QByteArray(R"({"automated": {"selfHeal": true}})") << u"1"_s;
}

void DeliveryApplicationsTest::aPersonsEditIsHealedOnlyWhereAsked()
{
    QFETCH(QByteArray, policy);
    QFETCH(QString, content);
    Shop shop(policy);
    if (shop.phase().isEmpty()) {
        shop.operate(R"({"sync": {"revision": "one"}})");
    }
    shop.edit(kinds::configMap(), u"shop"_s, u"a"_s,
              [](QJsonObject &object) { put(object, {u"data", u"content"}, u"edited"_s); });
    QCOMPARE(shop.status({u"sync", u"status"}), u"OutOfSync"_s);
    shop.settle(10s);
    QCOMPARE(shop.contentOf(u"a"_s), content);
    QCOMPARE(shop.history(), 1); // healing is partial and makes no history
}

void DeliveryApplicationsTest::whatLeftTheChartGoesOnlyWhenPruned_data()
{
    QTest::addColumn<bool>("prune");
    QTest::newRow("kept") << false;
    QTest::newRow("pruned") << true;
}

void DeliveryApplicationsTest::whatLeftTheChartGoesOnlyWhenPruned()
{
    QFETCH(bool, prune);
    Shop shop("{}", {configMap(u"a"_s), configMap(u"old"_s)});
    shop.operate(R"({"sync": {"revision": "one"}})");
    shop.push(u"two"_s, {configMap(u"a"_s)});
    const QJsonArray resources = shop.application()[u"status"][u"resources"].toArray();
    QVERIFY(resources.last()[u"requiresPruning"].toBool());

    shop.operate(prune ? R"({"sync": {"revision": "two", "prune": true, "syncOptions": ["PrunePropagationPolicy=background"]}})"
                       : R"({"sync": {"revision": "two"}})");

    QCOMPARE(shop.has(kinds::configMap(), u"old"_s), !prune);
    QCOMPARE(shop.status({u"sync", u"status"}), prune ? u"Synced"_s : u"OutOfSync"_s);
    QCOMPARE(shop.phase(), u"Succeeded"_s);
}

void DeliveryApplicationsTest::anIgnoredDifferenceIsNone()
{
    Shop shop(R"({"syncOptions": ["RespectIgnoreDifferences=true"]})");
    shop.editApplication([](QJsonObject &object) {
        put(object, {u"spec", u"ignoreDifferences"},
            QJsonArray{json(R"({"group": "apps", "kind": "Deployment", "jsonPointers": ["/spec/replicas"]})")});
    });
    shop.operate(R"({"sync": {"revision": "one"}})");
    shop.edit(kinds::deployment(), u"shop"_s, u"web"_s, [](QJsonObject &object) { put(object, {u"spec", u"replicas"}, 7); });
    QCOMPARE(shop.status({u"sync", u"status"}), u"Synced"_s);
    shop.operate(R"({"sync": {"revision": "one", "syncOptions": ["RespectIgnoreDifferences=true"]}})");
    QCOMPARE(numberAt(*shop.store.find(kinds::deployment(), u"shop"_s, u"web"_s), {u"spec", u"replicas"}), 7);
    shop.operate(R"({"sync": {"revision": "one"}})");
    QCOMPARE(numberAt(*shop.store.find(kinds::deployment(), u"shop"_s, u"web"_s), {u"spec", u"replicas"}), 1);
}

void DeliveryApplicationsTest::aRevisionThatIsNotThereIsAnError()
{
    Shop shop;
    shop.operate(R"({"sync": {"revision": "gone"}})");
    QCOMPARE(shop.phase(), u"Error"_s);
    QVERIFY2(shop.message().contains(u"unable to resolve 'gone' to a commit SHA"), qPrintable(shop.message()));
    QVERIFY(shop.applied.isEmpty());
    QCOMPARE(shop.history(), 0);
}

void DeliveryApplicationsTest::aChartThatCannotBeRenderedIsAComparisonError()
{
    Shop shop;
    shop.renderer.problem = Error{.kind = Error::Kind::Invalid, .doing = {}, .detail = u"values don't meet the schema"_s};
    shop.push(u"two"_s, {});
    QCOMPARE(shop.status({u"sync", u"status"}), u"Unknown"_s);
    QCOMPARE(shop.condition(u"ComparisonError"_s), u"Failed to load target state: values don't meet the schema"_s);

    shop.renderer.problem.reset();
    shop.push(u"three"_s, {configMap(u"a"_s)});
    QCOMPARE(shop.condition(u"ComparisonError"_s), QString());
    QCOMPARE(shop.status({u"sync", u"revision"}), u"three"_s);
}

void DeliveryApplicationsTest::aFailedAttemptIsRetriedWithGrowingWaits()
{
    Shop shop;
    shop.renderer.objects[u"one"_s] = {withAnnotations(configMap(u"a"_s), {})};
    (void)shop.store.remove(kinds::ns(), {}, u"shop"_s);
    shop.operate(R"({"retry": {"limit": 2, "backoff": {"duration": "10s", "factor": 3}}, "sync": {"revision": "one"}})");

    QCOMPARE(shop.phase(), u"Running"_s); // Running, with finishedAt: it waits
    QVERIFY(!shop.status({u"operationState", u"finishedAt"}).isEmpty());
    QVERIFY2(shop.message().contains(u"namespaces \"shop\" not found"), qPrintable(shop.message()));
    QVERIFY2(shop.message().contains(u"Retrying attempt #1"), qPrintable(shop.message()));
    shop.settle(9s);
    QCOMPARE(shop.applied.size(), 1);
    shop.settle(1s);
    QCOMPARE(shop.applied.size(), 2);
    shop.settle(29s);
    QCOMPARE(shop.applied.size(), 2);
    (void)shop.store.create(kinds::ns(), json(R"({"metadata": {"name": "shop"}})"));
    shop.settle(1s);
    QCOMPARE(shop.phase(), u"Succeeded"_s);
    QCOMPARE(shop.application()[u"status"][u"operationState"][u"retryCount"].toInt(), 2);
}

void DeliveryApplicationsTest::automaticSyncDoesNotRepeatAFailedRevision()
{
    Shop shop(R"({"automated": {"selfHeal": true}, "retry": {"limit": 0}})",
              {job(u"check"_s, {{u"argocd.argoproj.io/hook"_s, u"PreSync"_s}})});
    shop.push(u"two"_s, {job(u"check"_s, {{u"argocd.argoproj.io/hook"_s, u"PreSync"_s}}), configMap(u"a"_s)});
    shop.finishJob(u"check"_s, false);
    QCOMPARE(shop.phase(), u"Failed"_s);
    const QString failed = shop.status({u"operationState", u"finishedAt"});
    shop.settle(1h);
    QCOMPARE(shop.status({u"operationState", u"finishedAt"}), failed);
    QVERIFY2(shop.condition(u"SyncError"_s).startsWith(u"Failed last sync attempt to two"),
             qPrintable(shop.condition(u"SyncError"_s)));
}

void DeliveryApplicationsTest::whatTheProjectForbidsIsSaid_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such project") << QByteArray() << u"which does not exist"_s;
    QTest::newRow("another repository") << QByteArray(
        R"({"sourceRepos": ["https://other"], "destinations": [{"server": "*", "namespace": "*"}]})")
                                        << u"is not permitted in project 'team'"_s;
    QTest::newRow("another namespace") << QByteArray(
        R"({"sourceRepos": ["*"], "destinations": [{"server": "*", "namespace": "other"}]})")
                                       << u"do not match any of the allowed destinations"_s;
}

void DeliveryApplicationsTest::whatTheProjectForbidsIsSaid()
{
    QFETCH(QByteArray, spec);
    QFETCH(QString, words);
    Shop shop;
    if (!spec.isEmpty()) {
        shop.put(json(
            R"({"apiVersion": "argoproj.io/v1alpha1", "kind": "AppProject", "metadata": {"name": "team", "namespace": "argocd"}, "spec": )"
            + spec + "}"));
    }
    shop.editApplication([](QJsonObject &object) { put(object, {u"spec", u"project"}, u"team"_s); });
    QVERIFY2(shop.condition(u"InvalidSpecError"_s).contains(words), qPrintable(shop.condition(u"InvalidSpecError"_s)));
    QCOMPARE(shop.status({u"sync", u"status"}), u"Unknown"_s);
    shop.operate(R"({"sync": {"revision": "one"}})");
    QCOMPARE(shop.phase(), u"Error"_s);
    QVERIFY(shop.applied.isEmpty());

    shop.editApplication([](QJsonObject &object) { put(object, {u"spec", u"project"}, u"default"_s); });
    QCOMPARE(shop.condition(u"InvalidSpecError"_s), QString());
    QCOMPARE(shop.status({u"sync", u"status"}), u"OutOfSync"_s);
}

void DeliveryApplicationsTest::aKindTheProjectForbidsFailsTheSync()
{
    Shop shop("{}", {json(R"({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "more"}})"), configMap(u"a"_s)});
    shop.put(
        json(R"({"apiVersion": "argoproj.io/v1alpha1", "kind": "AppProject", "metadata": {"name": "team", "namespace": "argocd"},
        "spec": {"sourceRepos": ["*"], "destinations": [{"server": "*", "namespace": "*"}]}})"));
    shop.editApplication([](QJsonObject &object) { put(object, {u"spec", u"project"}, u"team"_s); });
    shop.operate(R"({"sync": {"revision": "one"}})");
    QCOMPARE(shop.phase(), u"Failed"_s);
    QVERIFY2(shop.message().contains(u"resource :Namespace is not permitted in project team"), qPrintable(shop.message()));
    QVERIFY(shop.applied.isEmpty());
}

void DeliveryApplicationsTest::aKindNobodyServesFailsTheSync()
{
    Shop shop("{}", {json(R"({"apiVersion": "x.example/v1", "kind": "Thing", "metadata": {"name": "a"}})"), configMap(u"a"_s)});
    shop.operate(R"({"sync": {"revision": "one"}})");
    QCOMPARE(shop.phase(), u"Failed"_s);
    QVERIFY2(shop.message().contains(u"could not find x.example/Thing"), qPrintable(shop.message()));
    QVERIFY(shop.applied.isEmpty());
}

void DeliveryApplicationsTest::anObjectOfAnotherApplicationIsNotTaken()
{
    Shop shop;
    QJsonObject theirs
        = withAnnotations(configMap(u"a"_s, u"theirs"_s), {{u"argocd.argoproj.io/tracking-id"_s, u"other:/ConfigMap:shop/a"_s}});
    put(theirs, {u"metadata", u"namespace"}, u"shop"_s);
    shop.put(theirs);
    shop.operate(R"({"sync": {"revision": "one", "syncOptions": ["FailOnSharedResource=true"]}})");
    QCOMPARE(shop.phase(), u"Failed"_s);
    QVERIFY2(shop.message().contains(u"Shared resource found"), qPrintable(shop.message()));
    QCOMPARE(shop.contentOf(u"a"_s), u"theirs"_s);
    shop.editApplication(
        [](QJsonObject &object) { put(object, {u"metadata", u"annotations", u"argocd.argoproj.io/refresh"}, u"normal"_s); });
    QVERIFY(shop.condition(u"SharedResourceWarning"_s).contains(u"other"));
}

void DeliveryApplicationsTest::aClosedWindowHoldsAutomaticSyncBackAndAPersonNot()
{
    Shop shop;
    // The fake clock stands at 12:00.
    shop.put(
        json(R"({"apiVersion": "argoproj.io/v1alpha1", "kind": "AppProject", "metadata": {"name": "team", "namespace": "argocd"},
        "spec": {"sourceRepos": ["*"], "destinations": [{"server": "*", "namespace": "*"}],
          "syncWindows": [{"kind": "deny", "schedule": "0 11 * * *", "duration": "90m", "applications": ["*"], "manualSync": true}]}})"));
    shop.editApplication([](QJsonObject &object) {
        put(object, {u"spec", u"project"}, u"team"_s);
        put(object, {u"spec", u"syncPolicy", u"automated"}, QJsonObject());
    });
    shop.settle(10min);
    QCOMPARE(shop.phase(), QString());
    shop.settle(21min); // the window is over at 12:30
    QCOMPARE(shop.phase(), u"Succeeded"_s);

    shop.settle(23h);
    shop.push(u"two"_s, {configMap(u"a"_s, u"2"_s)});
    QCOMPARE(shop.contentOf(u"a"_s), u"1"_s);
    shop.operate(R"({"initiatedBy": {"username": "ada"}, "sync": {"revision": "two"}})");
    QCOMPARE(shop.contentOf(u"a"_s), u"2"_s);
}

void DeliveryApplicationsTest::aRefreshIsDoneAndItsAnnotationTakenOff()
{
    Shop shop;
    const qsizetype before = shop.renderer.asked.size();
    shop.editApplication(
        [](QJsonObject &object) { put(object, {u"metadata", u"annotations", u"argocd.argoproj.io/refresh"}, u"hard"_s); });
    QVERIFY(shop.renderer.asked.size() > before);
    QCOMPARE(textAt(shop.application(), {u"metadata", u"annotations", u"argocd.argoproj.io/refresh"}), QString());
}

void DeliveryApplicationsTest::deletingWithTheFinalizerTakesTheResourcesAlong()
{
    Shop shop("{}", {configMap(u"a"_s), configMap(u"b"_s)});
    shop.editApplication([](QJsonObject &object) {
        put(object, {u"metadata", u"finalizers"}, QJsonArray{u"resources-finalizer.argocd.argoproj.io/background"_s});
    });
    shop.operate(R"({"sync": {"revision": "one"}})");
    QVERIFY(shop.has(kinds::configMap(), u"a"_s));
    QVERIFY(shop.store.remove(kinds::application(), u"argocd"_s, u"shop"_s));
    shop.settle();
    QVERIFY(!shop.has(kinds::configMap(), u"a"_s));
    QVERIFY(!shop.has(kinds::configMap(), u"b"_s));
    QVERIFY(shop.application().isEmpty());
}

void DeliveryApplicationsTest::aDryRunChangesNothing()
{
    Shop shop;
    shop.operate(R"({"sync": {"revision": "one", "dryRun": true}})");
    QCOMPARE(shop.phase(), u"Succeeded"_s);
    QVERIFY(shop.applied.isEmpty());
    QCOMPARE(shop.history(), 0);
}

QTEST_GUILESS_MAIN(DeliveryApplicationsTest)
#include "tst_DeliveryApplications.moc"
