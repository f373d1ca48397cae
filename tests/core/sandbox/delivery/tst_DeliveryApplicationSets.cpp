// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sandbox/delivery/DeliveryCluster.h"

using namespace sentinel;
using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DeliveryApplicationSetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachElementBecomesAnApplication();
    void aMissingValueIsSaidAndNothingIsMade();
    void whatIsNotKnownHereIsRefused_data();
    void whatIsNotKnownHereIsRefused();
    void aPauseIsUndoneUnlessItIsIgnored_data();
    void aPauseIsUndoneUnlessItIsIgnored();
    void aRollbackOfAnOwnedApplicationIsUndone();
    void aChangedTemplateArrivesAlthoughThePauseStays();
    void anElementThatGoesTakesItsApplicationAlong();
    void deletingTheSetLeavesTheResourcesWhenAskedTo();
};

namespace {

QJsonObject set(const QByteArray &more = "",
                const QByteArray &elements = R"([{"cluster": "eu", "server": "https://kubernetes.default.svc"}])")
{
    return json(
        R"({"apiVersion": "argoproj.io/v1alpha1", "kind": "ApplicationSet", "metadata": {"name": "shops", "namespace": "argocd"},
      "spec": {"goTemplate": true, "goTemplateOptions": ["missingkey=error"], "generators": [{"list": {"elements": )"
        + elements + R"(}}],
        "syncPolicy": {"preserveResourcesOnDeletion": true}, )"
        + more + R"(
        "template": {"metadata": {"name": "shop-{{ .cluster }}", "labels": {"cluster": "{{ .cluster }}"}},
          "spec": {"project": "default", "source": {"repoURL": "https://git.example.com/s.git", "targetRevision": "main", "path": "chart"},
            "destination": {"server": "{{ .server }}", "namespace": "shop"}, "syncPolicy": {"automated": {"prune": true}}}}}})");
}

struct Shops : DeliveryCluster
{
    Shops()
    {
        repositories.commit(u"one"_s);
        renderer.objects[u"one"_s] = {configMap(u"a"_s)};
    }
    [[nodiscard]] QString setCondition(QStringView type, QStringView part) const
    {
        const QJsonObject live = store.find(kinds::applicationSet(), u"argocd"_s, u"shops"_s).value_or(QJsonObject());
        return conditionOf(live, type)[part].toString();
    }
};

const QByteArray kIgnoring = R"("ignoreApplicationDifferences": [{"jsonPointers": ["/spec/syncPolicy/automated/enabled"]}],)";

} // namespace

void DeliveryApplicationSetsTest::eachElementBecomesAnApplication()
{
    Shops shops;
    shops.put(set(
        "",
        R"([{"cluster": "eu", "server": "https://kubernetes.default.svc"}, {"cluster": "us", "server": "https://us.example.com"}])"));
    const QJsonObject eu = shops.application(u"shop-eu"_s);
    QCOMPARE(textAt(eu, {u"metadata", u"labels", u"cluster"}), u"eu"_s);
    QCOMPARE(textAt(eu, {u"spec", u"destination", u"server"}), u"https://kubernetes.default.svc"_s);
    QCOMPARE(listAt(eu, {u"metadata", u"ownerReferences"})[0][u"kind"].toString(), u"ApplicationSet"_s);
    QVERIFY(listAt(eu, {u"metadata", u"finalizers"}).isEmpty());
    QCOMPARE(textAt(eu, {u"status", u"sync", u"status"}), u"Synced"_s);
    QVERIFY(!shops.application(u"shop-us"_s).isEmpty());
    QCOMPARE(shops.setCondition(u"ResourcesUpToDate", u"status"), u"True"_s);
    QCOMPARE(numberAt(*shops.store.find(kinds::applicationSet(), u"argocd"_s, u"shops"_s), {u"status", u"resourcesCount"}), 2);
}

void DeliveryApplicationSetsTest::aMissingValueIsSaidAndNothingIsMade()
{
    Shops shops;
    shops.put(set("", R"([{"cluster": "eu"}])"));
    QCOMPARE(shops.setCondition(u"ErrorOccurred", u"status"), u"True"_s);
    QVERIFY2(shops.setCondition(u"ErrorOccurred", u"message").contains(u"map has no entry for key \"server\""),
             qPrintable(shops.setCondition(u"ErrorOccurred", u"message")));
    QVERIFY(shops.application(u"shop-eu"_s).isEmpty());
}

void DeliveryApplicationSetsTest::whatIsNotKnownHereIsRefused_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<QString>("words");
    QTest::newRow("templatePatch") << set(R"("templatePatch": "spec: {}",)") << u"templatePatch"_s;
    QTest::newRow("rolling sync") << set(R"("strategy": {"type": "RollingSync"},)") << u"RollingSync"_s;
    QJsonObject generator = set();
    put(generator, {u"spec", u"generators"}, QJsonArray{json(R"({"clusters": {}})")});
    QTest::newRow("another generator") << generator << u"clusters"_s;
    QJsonObject function = set();
    put(function, {u"spec", u"template", u"metadata", u"name"}, u"shop-{{ .cluster | upper }}"_s);
    QTest::newRow("a function") << function << u"upper"_s;
}

void DeliveryApplicationSetsTest::whatIsNotKnownHereIsRefused()
{
    QFETCH(QJsonObject, object);
    QFETCH(QString, words);
    Shops shops;
    shops.put(object);
    QCOMPARE(shops.setCondition(u"ErrorOccurred", u"reason"), u"Unsupported"_s);
    QVERIFY2(shops.setCondition(u"ErrorOccurred", u"message").contains(words),
             qPrintable(shops.setCondition(u"ErrorOccurred", u"message")));
    QVERIFY(shops.store.list(kinds::application()).isEmpty());
}

void DeliveryApplicationSetsTest::aPauseIsUndoneUnlessItIsIgnored_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("sticks");
    QTest::newRow("plain") << QByteArray() << false;
    QTest::newRow("ignored") << kIgnoring << true;
    QTest::newRow("the whole policy ignored")
        << QByteArray(R"("ignoreApplicationDifferences": [{"jsonPointers": ["/spec/syncPolicy"]}],)") << true;
    QTest::newRow("of another application") << QByteArray(
        R"("ignoreApplicationDifferences": [{"name": "shop-us", "jsonPointers": ["/spec/syncPolicy"]}],)")
                                            << false;
}

void DeliveryApplicationSetsTest::aPauseIsUndoneUnlessItIsIgnored()
{
    QFETCH(QByteArray, more);
    QFETCH(bool, sticks);
    Shops shops;
    shops.put(set(more));
    shops.editApplication([](QJsonObject &object) { put(object, {u"spec", u"syncPolicy", u"automated", u"enabled"}, false); },
                          u"shop-eu"_s);
    shops.settle(2s);
    QCOMPARE(hasAt(shops.application(u"shop-eu"_s), {u"spec", u"syncPolicy", u"automated", u"enabled"}), sticks);
    QVERIFY(flagAt(shops.application(u"shop-eu"_s), {u"spec", u"syncPolicy", u"automated", u"prune"}));
}

void DeliveryApplicationSetsTest::aRollbackOfAnOwnedApplicationIsUndone()
{
    Shops shops;
    shops.put(set());
    shops.repositories.commit(u"two"_s);
    shops.renderer.objects[u"two"_s] = {configMap(u"a"_s, u"2"_s)};
    shops.applications.repositoryMoved(u"https://git.example.com/s.git"_s);
    shops.settle();
    const auto content
        = [&shops] { return textAt(*shops.store.find(kinds::configMap(), u"shop"_s, u"a"_s), {u"data", u"content"}); };
    QCOMPARE(content(), u"2"_s);

    QStringList contents;
    shops.store.listen([&contents](const Change &change) {
        if (change.type == &kinds::configMap()) {
            contents.append(textAt(change.object, {u"data", u"content"}));
        }
    });
    shops.editApplication(
        [](QJsonObject &object) {
            put(object, {u"spec", u"syncPolicy", u"automated", u"enabled"}, false);
            object[u"operation"_s] = json(R"({"sync": {"revision": "one", "syncStrategy": {"apply": {}}}})");
        },
        u"shop-eu"_s);
    shops.settle(2s);
    // It was rolled back, and nothing says that it did not last.
    QCOMPARE(contents, (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(content(), u"2"_s);
}

void DeliveryApplicationSetsTest::aChangedTemplateArrivesAlthoughThePauseStays()
{
    Shops shops;
    shops.put(set(kIgnoring));
    shops.editApplication([](QJsonObject &object) { put(object, {u"spec", u"syncPolicy", u"automated", u"enabled"}, false); },
                          u"shop-eu"_s);
    shops.edit(kinds::applicationSet(), u"argocd"_s, u"shops"_s,
               [](QJsonObject &object) { put(object, {u"spec", u"template", u"metadata", u"labels", u"added"}, u"yes"_s); });
    QCOMPARE(textAt(shops.application(u"shop-eu"_s), {u"metadata", u"labels", u"added"}), u"yes"_s);
    QVERIFY(hasAt(shops.application(u"shop-eu"_s), {u"spec", u"syncPolicy", u"automated", u"enabled"}));
    // Taking the pause away resumes.
    shops.editApplication([](QJsonObject &object) { drop(object, {u"spec", u"syncPolicy", u"automated", u"enabled"}); },
                          u"shop-eu"_s);
    QVERIFY(!hasAt(shops.application(u"shop-eu"_s), {u"spec", u"syncPolicy", u"automated", u"enabled"}));
}

void DeliveryApplicationSetsTest::anElementThatGoesTakesItsApplicationAlong()
{
    Shops shops;
    shops.put(set());
    shops.edit(kinds::applicationSet(), u"argocd"_s, u"shops"_s, [](QJsonObject &object) {
        put(object, {u"spec", u"generators"}, QJsonArray{json(R"({"list": {"elements": []}})")});
    });
    QVERIFY(shops.application(u"shop-eu"_s).isEmpty());
    QVERIFY(shops.has(kinds::configMap(), u"a"_s)); // no finalizer: the resources stay
}

void DeliveryApplicationSetsTest::deletingTheSetLeavesTheResourcesWhenAskedTo()
{
    Shops shops;
    shops.put(set());
    QVERIFY(shops.store.remove(kinds::applicationSet(), u"argocd"_s, u"shops"_s));
    shops.settle();
    QVERIFY(shops.application(u"shop-eu"_s).isEmpty());
    QVERIFY(shops.has(kinds::configMap(), u"a"_s));
}

QTEST_GUILESS_MAIN(DeliveryApplicationSetsTest)
#include "tst_DeliveryApplicationSets.moc"
