// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Changes.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::policy;
using namespace Qt::StringLiterals;

class ChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAChangeDoesIsSaid_data();
    void whatAChangeDoesIsSaid();
    void valuesOfSecretsAreCountedAndNeverShown();
    void theGravestComesFirst();
    void anotherLabelOfTheObjectAloneDoesNothing();
};

namespace {

const QByteArray kWeb
    = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2, selector: {matchLabels: {app: web}}, "
      "template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: a:1}]}}}\n";
const QByteArray kDb
    = "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {serviceName: db, template: {spec: {containers: "
      "[{name: c, image: a:1}]}}, volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: fast, resources: "
      "{requests: {storage: 10Gi}}}}]}\n";
const QByteArray kJob = "apiVersion: batch/v1\nkind: Job\nmetadata: {name: once}\nspec: {template: {spec: {containers: [{name: "
                        "c, image: a:1}]}}}\n";
const QByteArray kService = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {clusterIP: None}\n";
const QByteArray kConfig = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {MODE: a}\n";
const QByteArray kClaim
    = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: c}\nspec: {resources: {requests: {storage: 10Gi}}}\n";

QList<Effect> effects(const QByteArray &older, const QByteArray &newer)
{
    Manifests before;
    Manifests after;
    if (!before.add(older, u"old"_s) || !after.add(newer, u"new"_s)) {
        qFatal("no YAML");
    }
    return effectsOf(before, after);
}

QString words(const QList<Effect> &list)
{
    QStringList result;
    for (const Effect &effect : list) {
        result.append(effectName(effect.kind));
    }
    return result.join(u' ');
}

QByteArray with(QByteArray text, const QByteArray &from, const QByteArray &to)
{
    if (!text.contains(from)) {
        qFatal("no %s", from.constData());
    }
    return text.replace(from, to);
}

} // namespace

void ChangesTest::whatAChangeDoesIsSaid_data()
{
    QTest::addColumn<QByteArray>("older");
    QTest::addColumn<QByteArray>("newer");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the same") << kWeb + "---\n" + kDb << kWeb + "---\n" + kDb << QString();
    QTest::newRow("new image") << kWeb << with(kWeb, "a:1", "a:2") << u"restarts"_s;
    QTest::newRow("more pods") << kWeb << with(kWeb, "replicas: 2", "replicas: 3") << u"scales"_s;
    QTest::newRow("strategy only") << kWeb << with(kWeb, "replicas: 2", "replicas: 2, minReadySeconds: 5") << u"changes"_s;
    QTest::newRow("another selector") << kWeb << with(kWeb, "app: web", "app: www") << u"replaced"_s;
    QTest::newRow("another storage class") << kDb << with(kDb, "fast", "slow") << u"data replaced"_s;
    QTest::newRow("a smaller claim") << kDb << with(kDb, "10Gi", "5Gi") << u"data replaced"_s;
    QTest::newRow("a larger claim") << kDb << with(kDb, "10Gi", "20Gi") << u"replaced changes"_s;
    QTest::newRow("a claim less") << kDb << with(kDb, "name: data", "name: other") << u"data replaced"_s;
    QTest::newRow("another service name") << kDb << with(kDb, "serviceName: db", "serviceName: x") << u"replaced"_s;
    QTest::newRow("a job") << kJob << with(kJob, "a:1", "a:2") << u"replaced"_s;
    QTest::newRow("a Service with an address") << kService << with(kService, "None", "10.0.0.1") << u"replaced"_s;
    QTest::newRow("settings") << kConfig << with(kConfig, "MODE: a", "MODE: b") << u"config"_s;
    QTest::newRow("a new object") << kConfig << kConfig + "---\n" + kWeb << u"appears"_s;
    QTest::newRow("a workload goes") << kConfig + "---\n" + kWeb << kConfig << u"disappears"_s;
    QTest::newRow("a database goes") << kConfig + "---\n" + kDb << kConfig << u"data"_s;
    QTest::newRow("a claim goes") << kConfig + "---\n" + kClaim << kConfig << u"data"_s;
    QTest::newRow("a definition goes") << kConfig
            + "---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.b}\n"
                                       << kConfig << u"data"_s;
}

void ChangesTest::whatAChangeDoesIsSaid()
{
    QFETCH(QByteArray, older);
    QFETCH(QByteArray, newer);
    QFETCH(QString, expected);
    const QList<Effect> result = effects(older, newer);
    QCOMPARE(words(result), expected);
    for (const Effect &effect : result) {
        QVERIFY(effect.where.isKnown());
        QVERIFY2(!effect.sentence.contains(u'%'), qPrintable(effect.sentence));
    }
}

void ChangesTest::valuesOfSecretsAreCountedAndNeverShown()
{
    const QList<Effect> result
        = effects("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a: b25l, b: dHdv, c: x}\n",
                  "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a: b25l, b: bmV3, d: bmV3}\n");
    QCOMPARE(words(result), u"secret"_s);
    QCOMPARE(result.first().sentence, u"Of its keys 1 get another value, 1 are new and 1 go; values are not shown."_s);
    QVERIFY(!result.first().sentence.contains(u"bmV3"));
}

void ChangesTest::theGravestComesFirst()
{
    const QList<Effect> result = effects(kWeb + "---\n" + kConfig + "---\n" + kDb,
                                         with(kWeb, "a:1", "a:2") + "---\n" + with(kConfig, "MODE: a", "MODE: b"));
    QCOMPARE(words(result), u"data restarts config"_s);
    QVERIFY(result.first().isGrave());
}

void ChangesTest::anotherLabelOfTheObjectAloneDoesNothing()
{
    QCOMPARE(words(effects(kWeb, with(kWeb, "{name: web}", "{name: web, labels: {a: b}}"))), QString());
}

QTEST_APPLESS_MAIN(ChangesTest)
#include "tst_Changes.moc"
