// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sandbox/delivery/DeliveryCluster.h"

using namespace sentinel;
using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DeliveryHooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wavesRunInTheirOrder_data();
    void wavesRunInTheirOrder();
    void aWaveWaitsUntilTheOneBeforeIsHealthyAndTwoSecondsMore();
    void theLastWaveOfPlainObjectsIsNotWaitedFor();
    void aDegradedObjectFailsTheSync();
    void hooksRunBeforeAndAfter();
    void theApplyStrategySkipsHooks();
    void aFailedHookRunsTheHooksForFailure();
    void aHookOfBeforeIsReplaced();
    void aHookThatVanishesIsWaitedForForEver();
    void hooksAreDeletedAsTheirPolicySays_data();
    void hooksAreDeletedAsTheirPolicySays();
    void helmsHooksAreMapped_data();
    void helmsHooksAreMapped();
    void removalsGoTheOtherWayRoundOrLast_data();
    void removalsGoTheOtherWayRoundOrLast();
};

namespace {

struct Shop : DeliveryCluster
{
    explicit Shop(QList<QJsonObject> objects)
    {
        repositories.commit(u"one"_s);
        renderer.objects[u"one"_s] = std::move(objects);
        DeliveryCluster::put(shopApplication());
    }
    void sync(const QByteArray &more = "") { operate(R"({"sync": {"revision": "one")" + more + "}}"); }
};

QMap<QString, QString> hook(const QString &phase, const QString &policy = {}, const QString &wave = {})
{
    QMap<QString, QString> annotations{{u"argocd.argoproj.io/hook"_s, phase}};
    if (!policy.isEmpty()) {
        annotations.insert(u"argocd.argoproj.io/hook-delete-policy"_s, policy);
    }
    if (!wave.isEmpty()) {
        annotations.insert(u"argocd.argoproj.io/sync-wave"_s, wave);
    }
    return annotations;
}

} // namespace

void DeliveryHooksTest::wavesRunInTheirOrder_data()
{
    QTest::addColumn<QList<QJsonObject>>("objects");
    QTest::addColumn<QStringList>("order");
    QTest::newRow("by wave") << QList<QJsonObject>{configMap(u"c"_s, u"1"_s, u"5"_s), configMap(u"a"_s, u"1"_s, u"-3"_s),
                                                   configMap(u"b"_s)}
                             << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("by kind in a wave")
        << QList<QJsonObject>{deployment(u"a"_s), configMap(u"z"_s),
                              json(R"({"apiVersion": "v1", "kind": "Service", "metadata": {"name": "m"}})")}
        << QStringList{u"z"_s, u"m"_s, u"a"_s};
    QTest::newRow("by name in a kind") << QList<QJsonObject>{configMap(u"b"_s), configMap(u"a"_s)} << QStringList{u"a"_s, u"b"_s};
}

void DeliveryHooksTest::wavesRunInTheirOrder()
{
    QFETCH(QList<QJsonObject>, objects);
    QFETCH(QStringList, order);
    Shop shop(objects);
    shop.sync();
    shop.settle(2s);
    shop.settle(2s);
    QCOMPARE(shop.applied, order);
    QCOMPARE(shop.phase(), u"Succeeded"_s);
}

void DeliveryHooksTest::aWaveWaitsUntilTheOneBeforeIsHealthyAndTwoSecondsMore()
{
    Shop shop({deployment(u"db"_s), configMap(u"late"_s, u"1"_s, u"1"_s)});
    shop.sync();
    QCOMPARE(shop.message(), u"waiting for healthy state of apps/Deployment/db"_s);
    shop.settle(1h);
    QVERIFY(!shop.has(kinds::configMap(), u"late"_s));
    shop.makeReady(u"db"_s);
    shop.settle(1900ms);
    QVERIFY(!shop.has(kinds::configMap(), u"late"_s));
    shop.settle(100ms);
    QVERIFY(shop.has(kinds::configMap(), u"late"_s));
    QCOMPARE(shop.phase(), u"Succeeded"_s);
}

void DeliveryHooksTest::theLastWaveOfPlainObjectsIsNotWaitedFor()
{
    Shop shop({deployment(u"web"_s)});
    shop.sync();
    QCOMPARE(shop.phase(), u"Succeeded"_s);
    QCOMPARE(shop.status({u"health", u"status"}), u"Progressing"_s);
}

void DeliveryHooksTest::aDegradedObjectFailsTheSync()
{
    Shop shop({deployment(u"db"_s), configMap(u"late"_s, u"1"_s, u"1"_s)});
    shop.sync();
    shop.edit(kinds::deployment(), u"shop"_s, u"db"_s, [](QJsonObject &object) {
        object[u"status"_s] = json(
            R"({"observedGeneration": 1, "conditions": [{"type": "Progressing", "status": "False", "reason": "ProgressDeadlineExceeded"}]})");
    });
    QCOMPARE(shop.phase(), u"Failed"_s);
    QVERIFY2(shop.message().contains(u"exceeded its progress deadline"), qPrintable(shop.message()));
    QVERIFY(!shop.has(kinds::configMap(), u"late"_s));
}

void DeliveryHooksTest::hooksRunBeforeAndAfter()
{
    Shop shop({job(u"before"_s, hook(u"PreSync"_s)), configMap(u"a"_s), job(u"after"_s, hook(u"PostSync"_s))});
    shop.sync();
    QCOMPARE(shop.applied, QStringList{u"before"_s});
    QCOMPARE(shop.message(), u"waiting for completion of hook batch/Job/before"_s);
    shop.finishJob(u"before"_s);
    shop.settle(2s);
    QCOMPARE(shop.applied, (QStringList{u"before"_s, u"a"_s}));
    shop.settle(2s);
    QCOMPARE(shop.applied, (QStringList{u"before"_s, u"a"_s, u"after"_s}));
    QCOMPARE(shop.phase(), u"Running"_s);
    shop.finishJob(u"after"_s);
    QCOMPARE(shop.phase(), u"Succeeded"_s);
    // Hooks are no part of the comparison and are told in the result.
    QCOMPARE(shop.application()[u"status"][u"resources"].toArray().size(), 1);
    const QJsonArray resources = shop.application()[u"status"][u"operationState"][u"syncResult"][u"resources"].toArray();
    QCOMPARE(resources.size(), 3);
    QCOMPARE(resources[0][u"hookType"].toString(), u"PreSync"_s);
    QCOMPARE(resources[0][u"hookPhase"].toString(), u"Succeeded"_s);
    QCOMPARE(resources[0][u"syncPhase"].toString(), u"PreSync"_s);
}

void DeliveryHooksTest::theApplyStrategySkipsHooks()
{
    Shop shop({job(u"before"_s, hook(u"PreSync"_s)), configMap(u"a"_s)});
    shop.sync(R"(, "syncStrategy": {"apply": {}})");
    QCOMPARE(shop.phase(), u"Succeeded"_s);
    QCOMPARE(shop.applied, QStringList{u"a"_s});
}

void DeliveryHooksTest::aFailedHookRunsTheHooksForFailure()
{
    Shop shop({job(u"before"_s, hook(u"PreSync"_s)), configMap(u"a"_s), job(u"alarm"_s, hook(u"SyncFail"_s))});
    shop.sync();
    shop.finishJob(u"before"_s, false);
    shop.settle(2s);
    QCOMPARE(shop.applied, (QStringList{u"before"_s, u"alarm"_s}));
    QCOMPARE(shop.phase(), u"Running"_s);
    shop.finishJob(u"alarm"_s);
    QCOMPARE(shop.phase(), u"Failed"_s);
    QVERIFY2(shop.message().contains(u"it broke"), qPrintable(shop.message()));
}

void DeliveryHooksTest::aHookOfBeforeIsReplaced()
{
    Shop shop({job(u"migrate"_s, hook(u"Sync"_s, u"BeforeHookCreation"_s))});
    shop.sync();
    shop.finishJob(u"migrate"_s);
    const QString first = uidOf(*shop.store.find(kinds::job(), u"shop"_s, u"migrate"_s));
    shop.sync();
    const std::optional<QJsonObject> second = shop.store.find(kinds::job(), u"shop"_s, u"migrate"_s);
    QVERIFY(second);
    QVERIFY(uidOf(*second) != first);
    QCOMPARE(shop.phase(), u"Running"_s);
}

void DeliveryHooksTest::aHookThatVanishesIsWaitedForForEver()
{
    Shop shop({job(u"before"_s, hook(u"PreSync"_s)), configMap(u"a"_s)});
    shop.sync();
    QVERIFY(shop.store.remove(kinds::job(), u"shop"_s, u"before"_s));
    shop.settle(24h);
    QCOMPARE(shop.phase(), u"Running"_s);
    QCOMPARE(shop.message(), u"waiting for completion of hook batch/Job/before"_s);
}

void DeliveryHooksTest::hooksAreDeletedAsTheirPolicySays_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<bool>("well");
    QTest::addColumn<bool>("stays");
    QTest::newRow("default") << QString() << true << true;
    QTest::newRow("succeeded, and it did") << u"HookSucceeded"_s << true << false;
    QTest::newRow("succeeded, and it did not") << u"HookSucceeded"_s << false << true;
    QTest::newRow("failed, and it did") << u"HookFailed"_s << false << false;
    QTest::newRow("failed, and it did not") << u"HookFailed"_s << true << true;
    QTest::newRow("both") << u"HookSucceeded, HookFailed"_s << true << false;
}

void DeliveryHooksTest::hooksAreDeletedAsTheirPolicySays()
{
    QFETCH(QString, policy);
    QFETCH(bool, well);
    QFETCH(bool, stays);
    Shop shop({job(u"before"_s, hook(u"PreSync"_s, policy))});
    shop.sync();
    shop.finishJob(u"before"_s, well);
    QCOMPARE(shop.phase(), well ? u"Succeeded"_s : u"Failed"_s);
    QCOMPARE(shop.has(kinds::job(), u"before"_s), stays);
}

void DeliveryHooksTest::helmsHooksAreMapped_data()
{
    QTest::addColumn<QString>("helm");
    QTest::addColumn<QString>("phase"); // empty: not run
    QTest::newRow("pre-install") << u"pre-install"_s << u"PreSync"_s;
    QTest::newRow("both pre") << u"pre-install,pre-upgrade"_s << u"PreSync"_s;
    QTest::newRow("post-upgrade") << u"post-upgrade"_s << u"PostSync"_s;
    QTest::newRow("test") << u"test"_s << QString();
    QTest::newRow("pre-rollback") << u"pre-rollback"_s << QString();
}

void DeliveryHooksTest::helmsHooksAreMapped()
{
    QFETCH(QString, helm);
    QFETCH(QString, phase);
    Shop shop({job(u"hook"_s, {{u"helm.sh/hook"_s, helm}, {u"helm.sh/hook-weight"_s, u"-5"_s}}), configMap(u"a"_s)});
    shop.sync();
    shop.settle(2s);
    if (shop.has(kinds::job(), u"hook"_s)) {
        shop.finishJob(u"hook"_s);
        shop.settle(2s);
    }
    QCOMPARE(shop.phase(), u"Succeeded"_s);
    QString ran;
    const QJsonArray resources = shop.application()[u"status"][u"operationState"][u"syncResult"][u"resources"].toArray();
    for (const QJsonValue &resource : resources) {
        ran += resource[u"hookType"].toString();
    }
    QCOMPARE(ran, phase);
}

void DeliveryHooksTest::removalsGoTheOtherWayRoundOrLast_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QStringList>("order");
    QTest::newRow("reversed") << QByteArray() << QStringList{u"second"_s, u"first"_s};
    QTest::newRow("last") << QByteArray(R"("PruneLast=true", )") << QStringList{u"first"_s, u"second"_s};
}

void DeliveryHooksTest::removalsGoTheOtherWayRoundOrLast()
{
    QFETCH(QByteArray, options);
    QFETCH(QStringList, order);
    Shop shop(
        {configMap(u"first"_s, u"1"_s, u"1"_s), configMap(u"second"_s, u"1"_s, u"2"_s), configMap(u"keep"_s, u"1"_s, u"3"_s)});
    shop.sync();
    shop.settle(2s);
    shop.settle(2s);
    shop.renderer.objects[u"one"_s] = {configMap(u"keep"_s, u"1"_s, u"3"_s)};
    QStringList gone;
    const int listener = shop.store.listen([&gone](const Change &change) {
        if (change.kind == Change::Kind::Deleted) {
            gone.append(nameOf(change.object));
        }
    });
    shop.sync(R"(, "prune": true, "syncOptions": [)" + options + R"("PrunePropagationPolicy=background"])");
    for (int step = 0; step < 4; ++step) {
        shop.settle(2s);
    }
    shop.store.forget(listener);
    QCOMPARE(gone, order);
    QCOMPARE(shop.phase(), u"Succeeded"_s);
}

QTEST_GUILESS_MAIN(DeliveryHooksTest)
#include "tst_DeliveryHooks.moc"
