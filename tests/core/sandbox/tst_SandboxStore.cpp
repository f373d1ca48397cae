// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Store.h"
#include "core/sandbox/Types.h"
#include "tests/support/ManualClock.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace sentinel;
using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QString &name, const QJsonObject &spec = {}, const QString &ns = u"a"_s)
{
    return {{"metadata"_L1, QJsonObject{{"name"_L1, name}, {"namespace"_L1, ns}}}, {"spec"_L1, spec}};
}

QJsonValue meta(const QJsonObject &of, QLatin1StringView key)
{
    return of.value("metadata"_L1)[key];
}

} // namespace

class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewObjectGetsItsIdentity();
    void aTakenNameIsAConflictAndAGeneratedOneNever();
    void aWriteThatChangesNothingMakesNoVersion();
    void generationCountsChangesOfSpecOnly();
    void theStatusHalfLeavesSpecAloneAndTheOtherWayRound();
    void anApplicationHasNoHalves();
    void aStaleVersionIsAConflict();
    void finalizersKeepAnObjectUntilTheLastOneGoes();
    void changesMadeWhileTellingAreToldAfterwardsInOrder();
    void dryRunsAnswerAndChangeNothing();
    void historyGivesBackEveryEarlierState();
    void forgottenHistoryIsSaidToBeForgotten();
};

void StoreTest::aNewObjectGetsItsIdentity()
{
    testing::ManualClock clock;
    Store store(clock);
    const auto made = store.create(kinds::deployment(), object(u"x"_s));
    QVERIFY(made);
    QCOMPARE(made->value("kind"_L1).toString(), u"Deployment"_s);
    QCOMPARE(made->value("apiVersion"_L1).toString(), u"apps/v1"_s);
    QCOMPARE(meta(*made, "creationTimestamp"_L1).toString(), u"2026-11-26T12:00:00Z"_s);
    QCOMPARE(meta(*made, "generation"_L1).toInt(), 1);
    QCOMPARE(meta(*made, "uid"_L1).toString().size(), 36);
    QCOMPARE(meta(*made, "resourceVersion"_L1).toString(), QString::number(store.resourceVersion()));
    QCOMPARE(*store.find(kinds::deployment(), u"a"_s, u"x"_s), *made);
    QVERIFY(!store.find(kinds::deployment(), u"b"_s, u"x"_s));
}

void StoreTest::aTakenNameIsAConflictAndAGeneratedOneNever()
{
    testing::ManualClock clock;
    Store store(clock);
    QVERIFY(store.create(kinds::pod(), object(u"x"_s)));
    QCOMPARE(store.create(kinds::pod(), object(u"x"_s)).error().kind, Error::Kind::Conflict);
    QSet<QString> names;
    for (int i = 0; i < 200; ++i) {
        const auto made
            = store.create(kinds::pod(), {{"metadata"_L1, QJsonObject{{"generateName"_L1, "x-"_L1}, {"namespace"_L1, "a"_L1}}}});
        QVERIFY(made);
        names.insert(meta(*made, "name"_L1).toString());
    }
    QCOMPARE(names.size(), 200);
    QCOMPARE(store.create(kinds::pod(), {{"metadata"_L1, QJsonObject{{"name"_L1, "y"_L1}}}}).error().kind, Error::Kind::Invalid);
}

void StoreTest::aWriteThatChangesNothingMakesNoVersion()
{
    testing::ManualClock clock;
    Store store(clock);
    const auto made = store.create(kinds::deployment(), object(u"x"_s, {{"replicas"_L1, 1}}));
    int told = 0;
    store.listen([&told](const Change &) { ++told; });
    QCOMPARE(*store.update(kinds::deployment(), *made), *made);
    QCOMPARE(told, 0);
    QVERIFY(store.update(kinds::deployment(), object(u"x"_s, {{"replicas"_L1, 2}})));
    QCOMPARE(told, 1);
}

void StoreTest::generationCountsChangesOfSpecOnly()
{
    testing::ManualClock clock;
    Store store(clock);
    QJsonObject now = *store.create(kinds::deployment(), object(u"x"_s, {{"replicas"_L1, 1}}));
    QJsonObject metadata = now.value("metadata"_L1).toObject();
    metadata.insert("labels"_L1, QJsonObject{{"a"_L1, "b"_L1}});
    now.insert("metadata"_L1, metadata);
    now = *store.update(kinds::deployment(), now);
    QCOMPARE(meta(now, "generation"_L1).toInt(), 1);
    now.insert("spec"_L1, QJsonObject{{"replicas"_L1, 3}});
    QCOMPARE(meta(*store.update(kinds::deployment(), now), "generation"_L1).toInt(), 2);
}

void StoreTest::theStatusHalfLeavesSpecAloneAndTheOtherWayRound()
{
    testing::ManualClock clock;
    Store store(clock);
    QVERIFY(store.create(kinds::deployment(), object(u"x"_s, {{"replicas"_L1, 1}})));
    QJsonObject both = object(u"x"_s, {{"replicas"_L1, 9}});
    both.insert("status"_L1, QJsonObject{{"replicas"_L1, 4}});
    QJsonObject now = *store.update(kinds::deployment(), both, Store::Half::Status);
    QCOMPARE(now.value("spec"_L1)["replicas"_L1].toInt(), 1);
    QCOMPARE(now.value("status"_L1)["replicas"_L1].toInt(), 4);
    both.insert("status"_L1, QJsonObject{{"replicas"_L1, 5}});
    now = *store.update(kinds::deployment(), both, Store::Half::Main);
    QCOMPARE(now.value("spec"_L1)["replicas"_L1].toInt(), 9);
    QCOMPARE(now.value("status"_L1)["replicas"_L1].toInt(), 4);
}

void StoreTest::anApplicationHasNoHalves()
{
    testing::ManualClock clock;
    Store store(clock);
    QVERIFY(store.create(kinds::application(), object(u"x"_s)));
    QJsonObject now = object(u"x"_s, {{"project"_L1, "p"_L1}});
    now.insert("status"_L1, QJsonObject{{"sync"_L1, "s"_L1}});
    now = *store.update(kinds::application(), now, Store::Half::Main);
    QVERIFY(now.contains("status"_L1));
    QVERIFY(now.value("spec"_L1).toObject().contains("project"_L1));
}

void StoreTest::aStaleVersionIsAConflict()
{
    testing::ManualClock clock;
    Store store(clock);
    const QJsonObject old = *store.create(kinds::configMap(), object(u"x"_s));
    QJsonObject changed = old;
    changed.insert("data"_L1, QJsonObject{{"a"_L1, "b"_L1}});
    QVERIFY(store.update(kinds::configMap(), changed));
    changed.insert("data"_L1, QJsonObject{{"a"_L1, "c"_L1}});
    QCOMPARE(store.update(kinds::configMap(), changed).error().kind, Error::Kind::Conflict);
    QCOMPARE(store.update(kinds::configMap(), object(u"none"_s)).error().kind, Error::Kind::NotFound);
}

void StoreTest::finalizersKeepAnObjectUntilTheLastOneGoes()
{
    testing::ManualClock clock;
    Store store(clock);
    QVERIFY(store.create(kinds::pod(), object(u"x"_s)));
    const auto marked = store.remove(kinds::pod(), u"a"_s, u"x"_s, Propagation::Foreground);
    QCOMPARE(meta(*marked, "finalizers"_L1).toArray(), QJsonArray{"foregroundDeletion"_L1});
    QVERIFY(meta(*marked, "deletionTimestamp"_L1).isString());
    QList<Change> changes;
    store.listen([&changes](const Change &change) { changes.append(change); });
    QVERIFY(store.change(kinds::pod(), u"a"_s, u"x"_s, [](QJsonObject &pod) {
        QJsonObject metadata = pod.value("metadata"_L1).toObject();
        metadata.remove("finalizers"_L1);
        pod.insert("metadata"_L1, metadata);
        return true;
    }));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().kind, Change::Kind::Deleted);
    QVERIFY(!store.find(kinds::pod(), u"a"_s, u"x"_s));
}

void StoreTest::changesMadeWhileTellingAreToldAfterwardsInOrder()
{
    testing::ManualClock clock;
    Store store(clock);
    QList<qint64> first;
    QList<qint64> second;
    store.listen([&](const Change &change) {
        first.append(change.resourceVersion);
        if (first.size() < 5) {
            QVERIFY(store.create(kinds::pod(), object(u"p%1"_s.arg(first.size()))));
        }
    });
    store.listen([&](const Change &change) { second.append(change.resourceVersion); });
    QVERIFY(store.create(kinds::pod(), object(u"p0"_s)));
    QCOMPARE(first.size(), 5);
    QCOMPARE(second, first);
    QVERIFY(std::ranges::is_sorted(first));
}

void StoreTest::dryRunsAnswerAndChangeNothing()
{
    testing::ManualClock clock;
    Store store(clock);
    const qint64 before = store.resourceVersion();
    const auto made = store.dryRun([&] { return store.create(kinds::pod(), object(u"x"_s)); });
    QVERIFY(made);
    QCOMPARE(meta(*made, "name"_L1).toString(), u"x"_s);
    QCOMPARE(store.resourceVersion(), before);
    QCOMPARE(store.count(kinds::pod()), 0);
}

void StoreTest::historyGivesBackEveryEarlierState()
{
    testing::ManualClock clock;
    Store store(clock);
    QRandomGenerator random(7);
    QMap<qint64, QList<QJsonObject>> states;
    for (int step = 0; step < 1500; ++step) {
        const QString name = u"n%1"_s.arg(random.bounded(20));
        const QJsonObject wanted = object(name, {{"value"_L1, random.bounded(4)}}, u"ns%1"_s.arg(random.bounded(3)));
        switch (random.bounded(3)) {
        case 0:
            (void)store.create(kinds::pod(), wanted);
            break;
        case 1:
            (void)store.update(kinds::pod(), wanted);
            break;
        default:
            (void)store.remove(kinds::pod(), meta(wanted, "namespace"_L1).toString(), name);
        }
        states.insert(store.resourceVersion(), store.list(kinds::pod()));
    }
    QVERIFY(states.size() > 300);
    for (auto at = states.begin(); at != states.end(); ++at) {
        QCOMPARE(*store.listAt(kinds::pod(), {}, at.key()), at.value());
    }
    // Replaying the changes since any version gives today's state, too.
    const qint64 from = states.firstKey();
    QMap<QString, QJsonObject> replayed;
    for (const QJsonObject &pod : states.first()) {
        replayed.insert(meta(pod, "namespace"_L1).toString() + u'/' + meta(pod, "name"_L1).toString(), pod);
    }
    const QList<Change> later = *store.since(kinds::pod(), from);
    for (const Change &change : later) {
        const QString key = meta(change.object, "namespace"_L1).toString() + u'/' + meta(change.object, "name"_L1).toString();
        if (change.kind == Change::Kind::Deleted) {
            replayed.remove(key);
        } else {
            replayed.insert(key, change.object);
        }
    }
    QCOMPARE(replayed.size(), store.count(kinds::pod()));
}

void StoreTest::forgottenHistoryIsSaidToBeForgotten()
{
    testing::ManualClock clock;
    Store store(clock);
    QVERIFY(store.create(kinds::pod(), object(u"x"_s)));
    const qint64 then = store.resourceVersion();
    QVERIFY(store.create(kinds::pod(), object(u"y"_s)));
    QCOMPARE(store.since(kinds::pod(), then)->size(), 1);
    store.compact();
    QVERIFY(!store.since(kinds::pod(), then));
    QVERIFY(!store.listAt(kinds::pod(), {}, then));
    QVERIFY(store.since(kinds::pod(), store.resourceVersion())->isEmpty());
}

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_SandboxStore.moc"
