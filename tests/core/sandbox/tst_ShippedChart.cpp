// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rehearsal.h"

#include "core/yaml/Read.h"

#include <QProcess>
#include <QStandardPaths>

using namespace sentinel;
using namespace sentinel::testing;

/// The chart we ship, rendered by the real helm, on the model: it must come up in the order it asks for.
class ShippedChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutItsSecretsItSaysWhichOnesAreMissing();
    void itComesUpInOrderAndThenRests();
    void anUpgradeMigratesFirstAndKeepsServing();
    void aFailedMigrationLeavesTheOldVersionServing();

private:
    static QList<QJsonObject> render(const QString &version);
    static void install(Rehearsal &cluster, const QList<QJsonObject> &objects);
    static void addSecrets(Rehearsal &cluster);
    static bool isUp(const Rehearsal &cluster, const QString &version);
    static QJsonObject migrationOf(const Rehearsal &cluster, const QString &version);
};

namespace {

QJsonValue jsonOf(const yaml::Value &value)
{
    switch (value.kind()) {
    case yaml::Value::Kind::Null:
        return {};
    case yaml::Value::Kind::Boolean:
        return value.boolean();
    case yaml::Value::Kind::Number:
        return value.text().contains(u'.') ? QJsonValue(value.text().toDouble()) : QJsonValue(value.text().toLongLong());
    case yaml::Value::Kind::String:
        return value.text();
    case yaml::Value::Kind::List: {
        QJsonArray list;
        for (const yaml::Value &item : value.items()) {
            list.append(jsonOf(item));
        }
        return list;
    }
    case yaml::Value::Kind::Map:
        break;
    }
    QJsonObject map;
    for (const yaml::Entry &entry : value.entries()) {
        map.insert(entry.key, jsonOf(entry.value));
    }
    return map;
}

bool isServing(const QJsonObject &pod, const QString &component)
{
    return labelsOf(pod).value(u"app.kubernetes.io/component").toString() == component && isReady(pod) && !isDeleting(pod);
}

int serving(const Rehearsal &cluster, const QString &component)
{
    const auto pods = cluster.pods();
    return static_cast<int>(std::ranges::count_if(pods, [&](const QJsonObject &pod) { return isServing(pod, component); }));
}

} // namespace

void ShippedChartTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"helm"_s).isEmpty()) {
        QSKIP("SKIP: no helm on PATH, so the chart cannot be rendered.");
    }
}

QList<QJsonObject> ShippedChartTest::render(const QString &version)
{
    QProcess helm;
    helm.start(u"helm"_s,
               {u"template"_s, u"sentinel"_s, QStringLiteral(SENTINEL_SOURCE_DIR "/resources/charts/sentinel"), u"-n"_s,
                u"shop"_s, u"--set"_s, u"version="_s + version});
    if (!helm.waitForFinished(60'000) || helm.exitCode() != 0) {
        qFatal("helm: %s", helm.readAllStandardError().constData());
    }
    const auto documents = yaml::readAll(helm.readAllStandardOutput(), u"chart"_s);
    QList<QJsonObject> objects;
    for (const yaml::Value &document : documents.value_or(QList<yaml::Value>())) {
        const QJsonObject object = jsonOf(document).toObject();
        if (!hasAt(object, {u"metadata", u"annotations", u"helm.sh/hook"})) {
            objects.append(object);
        }
    }
    return objects;
}

void ShippedChartTest::install(Rehearsal &cluster, const QList<QJsonObject> &objects)
{
    for (const QJsonObject &object : objects) {
        const Type *type = typeOfKind(object.value(u"apiVersion").toString(), object.value(u"kind").toString());
        QVERIFY2(type, qPrintable(object.value(u"kind").toString()));
        const auto present = cluster.store.find(*type, u"shop"_s, nameOf(object));
        if (!present) {
            QVERIFY(cluster.store.create(*type, object));
            continue;
        }
        cluster.store.change(
            *type, u"shop"_s, nameOf(object),
            [&](QJsonObject &stored) {
                for (const QString &part : {u"spec"_s, u"data"_s}) {
                    QJsonObject wanted = object.value(part).toObject();
                    if (stored.value(part).toObject().contains(u"clusterIP")) {
                        wanted.insert(u"clusterIP", valueAt(stored, {u"spec", u"clusterIP"}));
                        wanted.insert(u"clusterIPs", valueAt(stored, {u"spec", u"clusterIPs"}));
                    }
                    if (object.contains(part)) {
                        stored.insert(part, wanted);
                    }
                }
                return type != &kinds::job();
            },
            Store::Half::Main);
    }
}

void ShippedChartTest::addSecrets(Rehearsal &cluster)
{
    cluster.add(kinds::secret(), R"({"metadata": {"name": "sentinel-database"}, "data": {"password": "eA=="}})");
    cluster.add(kinds::secret(), R"({"metadata": {"name": "sentinel-redis"}, "data": {"password": "eA=="}})");
    cluster.add(kinds::secret(), R"({"metadata": {"name": "sentinel-app"}, "data": {"secret-key": "eA=="}})");
}

bool ShippedChartTest::isUp(const Rehearsal &cluster, const QString &version)
{
    const auto deployments = cluster.store.list(kinds::deployment(), u"shop"_s);
    return !deployments.isEmpty() && std::ranges::all_of(deployments, [&](const QJsonObject &each) {
        const qint64 wanted = numberAt(each, {u"spec", u"replicas"}, 1);
        return labelsOf(objectAt(each, {u"spec", u"template"})).value(u"app.kubernetes.io/version").toString() == version
            && numberAt(each, {u"status", u"observedGeneration"}) == numberAt(each, {u"metadata", u"generation"})
            && numberAt(each, {u"status", u"updatedReplicas"}) == wanted && numberAt(each, {u"status", u"replicas"}) == wanted
            && numberAt(each, {u"status", u"availableReplicas"}) == wanted;
    });
}

QJsonObject ShippedChartTest::migrationOf(const Rehearsal &cluster, const QString &version)
{
    for (const QJsonObject &job : cluster.store.list(kinds::job(), u"shop"_s)) {
        if (textAt(job, {u"metadata", u"annotations", u"console.sentinel/app-version"}) == version) {
            return job;
        }
    }
    return {};
}

void ShippedChartTest::withoutItsSecretsItSaysWhichOnesAreMissing()
{
    Rehearsal cluster;
    install(cluster, render(u"1.0.0"_s));
    cluster.pass(seconds(120));
    QVERIFY(!isUp(cluster, u"1.0.0"_s));
    QVERIFY(cluster.said(u"Failed"_s).contains(u"Error: secret \"sentinel-database\" not found"_s));
    addSecrets(cluster);
    QVERIFY(cluster.passUntil([&] { return isUp(cluster, u"1.0.0"_s); }, seconds(600)));
}

void ShippedChartTest::itComesUpInOrderAndThenRests()
{
    Rehearsal cluster;
    addSecrets(cluster);
    install(cluster, render(u"1.0.0"_s));
    bool migratedEarly = false;
    bool servedEarly = false;
    const auto look = [&] {
        const bool isMigrated = isTrue(migrationOf(cluster, u"1.0.0"_s), u"Complete");
        migratedEarly = migratedEarly || (isMigrated && serving(cluster, u"postgresql"_s) == 0);
        servedEarly = servedEarly || (!isMigrated && serving(cluster, u"backend"_s) + serving(cluster, u"worker"_s) > 0);
    };
    const QDateTime began = cluster.clock.now();
    QVERIFY(cluster.passUntil([&] { return isUp(cluster, u"1.0.0"_s); }, seconds(600), look));
    qInfo("up after %lld s", static_cast<long long>(began.secsTo(cluster.clock.now())));
    QVERIFY(!migratedEarly);
    QVERIFY(!servedEarly);
    const auto ingress = cluster.store.list(*typeOfKind(u"networking.k8s.io/v1", u"Ingress"), u"shop"_s);
    QCOMPARE(listAt(ingress.first(), {u"status", u"loadBalancer", u"ingress"}).size(), 1);
    cluster.pass(std::chrono::hours(2)); // past the last deadline somebody asked for
    const int before = cluster.clock.ran();
    cluster.pass(std::chrono::hours(10));
    QCOMPARE(cluster.clock.ran(), before);
}

void ShippedChartTest::anUpgradeMigratesFirstAndKeepsServing()
{
    Rehearsal cluster;
    addSecrets(cluster);
    install(cluster, render(u"1.0.0"_s));
    QVERIFY(cluster.passUntil([&] { return isUp(cluster, u"1.0.0"_s); }, seconds(600)));
    const int served = serving(cluster, u"backend"_s);
    install(cluster, render(u"1.1.0"_s));
    int least = served;
    bool isEarly = false;
    const auto look = [&] {
        least = std::min(least, serving(cluster, u"backend"_s));
        const auto pods = cluster.pods();
        const bool isMigrated = isTrue(migrationOf(cluster, u"1.1.0"_s), u"Complete");
        isEarly
            = isEarly || (!isMigrated && std::ranges::any_of(pods, [](const QJsonObject &pod) {
                  return isServing(pod, u"backend"_s) && labelsOf(pod).value(u"app.kubernetes.io/version").toString() == u"1.1.0";
              }));
    };
    cluster.pass(Duration(1));
    QVERIFY(cluster.passUntil([&] { return isUp(cluster, u"1.1.0"_s); }, seconds(900), look));
    QVERIFY(!isEarly);
    QCOMPARE(least, served);
}

void ShippedChartTest::aFailedMigrationLeavesTheOldVersionServing()
{
    Rehearsal cluster;
    addSecrets(cluster);
    install(cluster, render(u"1.0.0"_s));
    QVERIFY(cluster.passUntil([&] { return isUp(cluster, u"1.0.0"_s); }, seconds(600)));
    const int served = serving(cluster, u"backend"_s);
    QVERIFY(cluster.workloads.scenarios().start(u"failing-migration"_s));
    install(cluster, render(u"1.1.0"_s));
    cluster.pass(Duration(1));
    QVERIFY(cluster.passUntil([&] { return isTrue(migrationOf(cluster, u"1.1.0"_s), u"Failed"); }, seconds(600)));
    QCOMPARE(serving(cluster, u"backend"_s), served);
    QVERIFY(!isUp(cluster, u"1.1.0"_s));
    // Back to what was: nothing waits, since its migration went through long ago.
    QVERIFY(cluster.workloads.scenarios().clear(u"failing-migration"_s));
    install(cluster, render(u"1.0.0"_s));
    cluster.pass(Duration(1));
    QVERIFY(cluster.passUntil([&] { return isUp(cluster, u"1.0.0"_s); }, seconds(600)));
}

QTEST_GUILESS_MAIN(ShippedChartTest)
#include "tst_ShippedChart.moc"
