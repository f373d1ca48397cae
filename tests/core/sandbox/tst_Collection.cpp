// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rehearsal.h"

using namespace sentinel;
using namespace sentinel::testing;

class CollectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOwnedGoesWithItsOwner();
    void foregroundKeepsTheOwnerUntilTheRestIsGone();
    void orphansStayAndAreTakenOverAgain();
    void somethingWithTwoOwnersStaysWithTheOther();
    void aNamespaceIsFurnishedAndEmptied();
    void aNamespaceWaitsForFinalizers();
};

void CollectionTest::whatIsOwnedGoesWithItsOwner()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 2, "web:1");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 2; }));
    cluster.erase(kinds::deployment(), u"web"_s);
    QVERIFY(cluster.get(kinds::deployment(), u"web"_s).isEmpty());
    cluster.pass(seconds(60));
    QVERIFY(cluster.pods().isEmpty());
    QVERIFY(cluster.store.list(kinds::replicaSet()).isEmpty());
}

void CollectionTest::foregroundKeepsTheOwnerUntilTheRestIsGone()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 2, "web:1");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 2; }));
    cluster.erase(kinds::deployment(), u"web"_s, Propagation::Foreground);
    cluster.pass(Duration(100));
    QVERIFY(isDeleting(cluster.get(kinds::deployment(), u"web"_s)));
    QVERIFY(!cluster.pods().isEmpty());
    QVERIFY(cluster.passUntil([&] {
        const bool isGone = cluster.get(kinds::deployment(), u"web"_s).isEmpty();
        return isGone && cluster.pods().isEmpty();
    }));
}

void CollectionTest::orphansStayAndAreTakenOverAgain()
{
    Rehearsal cluster;
    cluster.deploy(kinds::deployment(), "web", 2, "web:1");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 2; }));
    const QString uid = uidOf(cluster.pods().first());
    cluster.erase(kinds::deployment(), u"web"_s, Propagation::Orphan);
    cluster.pass(seconds(30));
    QVERIFY(cluster.get(kinds::deployment(), u"web"_s).isEmpty());
    QCOMPARE(cluster.readyPods(), 2);
    QVERIFY(controllerOf(cluster.store.list(kinds::replicaSet()).first()).isEmpty());
    cluster.deploy(kinds::deployment(), "web", 2, "web:1");
    cluster.pass(seconds(30));
    QCOMPARE(cluster.store.list(kinds::replicaSet()).size(), 1);
    QCOMPARE(uidOf(cluster.pods().first()), uid);
}

void CollectionTest::somethingWithTwoOwnersStaysWithTheOther()
{
    Rehearsal cluster;
    const QString first = uidOf(cluster.add(kinds::configMap(), R"({"metadata": {"name": "first"}})"));
    const QString second = uidOf(cluster.add(kinds::configMap(), R"({"metadata": {"name": "second"}})"));
    const auto owner = [](const QString &name, const QString &uid) {
        return R"({"apiVersion": "v1", "kind": "ConfigMap", "name": ")" + name.toUtf8() + R"(", "uid": ")" + uid.toUtf8()
            + R"("})";
    };
    cluster.add(kinds::configMap(),
                R"({"metadata": {"name": "child", "ownerReferences": [)" + owner(u"first"_s, first) + ", "
                    + owner(u"second"_s, second) + "]}}");
    cluster.erase(kinds::configMap(), u"first"_s);
    cluster.pass(seconds(1));
    QCOMPARE(listAt(cluster.get(kinds::configMap(), u"child"_s), {u"metadata", u"ownerReferences"}).size(), 1);
    cluster.erase(kinds::configMap(), u"second"_s);
    cluster.pass(seconds(1));
    QVERIFY(cluster.get(kinds::configMap(), u"child"_s).isEmpty());
}

void CollectionTest::aNamespaceIsFurnishedAndEmptied()
{
    Rehearsal cluster;
    QVERIFY(!cluster.get(kinds::serviceAccount(), u"default"_s).isEmpty());
    QVERIFY(!cluster.get(kinds::configMap(), u"kube-root-ca.crt"_s).isEmpty());
    cluster.deploy(kinds::deployment(), "web", 2, "web:1");
    cluster.deploy(kinds::statefulSet(), "db", 1, "postgres:16", R"("serviceName": "db", )");
    QVERIFY(cluster.passUntil([&] { return cluster.readyPods() == 3; }));
    QVERIFY(beginDeletion(cluster.store, kinds::ns(), {}, u"shop"_s));
    cluster.pass(Duration(10));
    QCOMPARE(textAt(cluster.get(kinds::ns(), u"shop"_s), {u"status", u"phase"}), u"Terminating"_s);
    QVERIFY(cluster.passUntil([&] { return cluster.get(kinds::ns(), u"shop"_s).isEmpty(); }));
    for (const Type *type : allTypes()) {
        QVERIFY2(!type->namespaced || cluster.store.list(*type, u"shop"_s).isEmpty(), qPrintable(type->kind));
    }
    // And nothing comes back.
    cluster.pass(seconds(60));
    QVERIFY(cluster.pods().isEmpty());
}

void CollectionTest::aNamespaceWaitsForFinalizers()
{
    Rehearsal cluster;
    cluster.add(kinds::configMap(), R"({"metadata": {"name": "held", "finalizers": ["example.com/held"]}})");
    QVERIFY(beginDeletion(cluster.store, kinds::ns(), {}, u"shop"_s));
    cluster.pass(seconds(30));
    const QJsonObject home = cluster.get(kinds::ns(), u"shop"_s);
    QVERIFY(conditionOf(home, u"NamespaceContentRemaining")
                .value(u"message")
                .toString()
                .contains(u"configmaps. has 1 resource instances"));
    cluster.store.change(
        kinds::configMap(), u"shop"_s, u"held"_s,
        [](QJsonObject &object) {
            put(object, {u"metadata", u"finalizers"}, QJsonArray());
            return true;
        },
        Store::Half::Both);
    cluster.pass(seconds(1));
    QVERIFY(cluster.get(kinds::ns(), u"shop"_s).isEmpty());
}

QTEST_GUILESS_MAIN(CollectionTest)
#include "tst_Collection.moc"
