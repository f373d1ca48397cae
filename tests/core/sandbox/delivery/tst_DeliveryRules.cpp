// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/DirectorySource.h"
#include "core/sandbox/delivery/ObjectDifference.h"
#include "core/sandbox/delivery/ObjectHealth.h"
#include "core/sandbox/delivery/RepositoryMap.h"
#include "core/sandbox/delivery/SyncWindows.h"
#include "core/sandbox/delivery/TemplateText.h"
#include "tests/core/sandbox/delivery/DeliveryCluster.h"
#include "tests/support/Tries.h"

using namespace sentinel;
using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;

class DeliveryRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsWantedIsCompared_data();
    void onlyWhatIsWantedIsCompared();
    void aWindowIsOpenForItsLength_data();
    void aWindowIsOpenForItsLength();
    void healthIsWhatArgoCdSays_data();
    void healthIsWhatArgoCdSays();
    void oneRepositoryHasManySpellings_data();
    void oneRepositoryHasManySpellings();
    void aPushIsToldWithoutPolling();
    void aFolderIsReadAsItsPatternsSay();
};

void DeliveryRulesTest::onlyWhatIsWantedIsCompared_data()
{
    QTest::addColumn<QByteArray>("live");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const char *live, const char *wanted, bool same) {
        QTest::newRow(name) << QByteArray(live) << QByteArray(wanted) << same;
    };
    row("defaults of the server", R"({"a": 1, "b": 2})", R"({"a": 1})", true);
    row("another value", R"({"a": 1})", R"({"a": 2})", false);
    row("missing", R"({})", R"({"a": 1})", false);
    row("text is no number", R"({"a": "1"})", R"({"a": 1})", false);
    row("a container more", R"({"c": [{"name": "x", "image": "1"}, {"name": "side"}]})",
        R"({"c": [{"name": "x", "image": "1"}]})", true);
    row("a container less", R"({"c": [{"name": "x"}]})", R"({"c": [{"name": "x"}, {"name": "y"}]})", false);
    row("another order", R"({"c": [{"name": "y"}, {"name": "x"}]})", R"({"c": [{"name": "x"}, {"name": "y"}]})", true);
    row("one port, two protocols", R"({"p": [{"port": 53, "protocol": "TCP"}, {"port": 53, "protocol": "UDP"}]})",
        R"({"p": [{"port": 53, "protocol": "UDP"}]})", true);
    row("plain lists are whole", R"({"c": ["a", "b"]})", R"({"c": ["a"]})", false);
    row("null is nothing", R"({})", R"({"a": null})", true);
    row("an empty map is nothing", R"({})", R"({"a": {}})", true);
    row("an empty list is nothing", R"({})", R"({"a": []})", true);
}

void DeliveryRulesTest::onlyWhatIsWantedIsCompared()
{
    QFETCH(QByteArray, live);
    QFETCH(QByteArray, wanted);
    QFETCH(bool, same);
    QCOMPARE(hasAll(json(live), json(wanted)), same);
}

void DeliveryRulesTest::aWindowIsOpenForItsLength_data()
{
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<bool>("open"); // on Thursday 2026-11-26, 12:00 UTC
    QTest::newRow("just begun") << u"0 12 * * *"_s << 60 << QString() << true;
    QTest::newRow("just over") << u"0 11 * * *"_s << 60 << QString() << false;
    QTest::newRow("its last minute") << u"1 11 * * *"_s << 60 << QString() << true;
    QTest::newRow("another day") << u"0 12 * * 5"_s << 60 << QString() << false;
    QTest::newRow("over two days") << u"0 18 * * 3"_s << 48 * 60 << QString() << true;
    QTest::newRow("by name") << u"0 12 * NOV THU"_s << 60 << QString() << true;
    QTest::newRow("steps") << u"*/30 8-18 * * 1-5"_s << 10 << QString() << true;
    QTest::newRow("in Madrid it is one") << u"0 13 * * *"_s << 60 << u"Europe/Madrid"_s << true;
    QTest::newRow("no schedule") << u"whenever"_s << 60 << QString() << false;
    QTest::newRow("out of range") << u"0 25 * * *"_s << 60 << QString() << false;
}

void DeliveryRulesTest::aWindowIsOpenForItsLength()
{
    QFETCH(QString, schedule);
    QFETCH(int, minutes);
    QFETCH(QString, zone);
    QFETCH(bool, open);
    QCOMPARE(isWindowOpen(schedule, minutes, zone, QDateTime::fromString(u"2026-11-26T12:00:00Z"_s, Qt::ISODate)), open);
}

void DeliveryRulesTest::healthIsWhatArgoCdSays_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QString>("health"); // empty: no opinion
    const auto row = [](const char *name, const char *object, const char *health) {
        QTest::newRow(name) << QByteArray(object) << QString::fromLatin1(health);
    };
    row("ConfigMap", R"({"apiVersion": "v1", "kind": "ConfigMap"})", "");
    row("paused Deployment", R"({"apiVersion": "apps/v1", "kind": "Deployment", "spec": {"paused": true}})", "Suspended");
    row("new Deployment",
        R"({"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"generation": 1}, "spec": {"replicas": 2}})",
        "Progressing");
    row("StatefulSet at rest",
        R"({"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"generation": 1}, "spec": {"replicas": 1},
        "status": {"observedGeneration": 1, "readyReplicas": 1, "currentRevision": "a", "updateRevision": "a"}})",
        "Healthy");
    row("StatefulSet that rolls",
        R"({"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"generation": 1}, "spec": {"replicas": 1},
        "status": {"observedGeneration": 1, "readyReplicas": 1, "currentRevision": "a", "updateRevision": "b"}})",
        "Progressing");
    row("DaemonSet",
        R"({"apiVersion": "apps/v1", "kind": "DaemonSet", "status": {"desiredNumberScheduled": 3, "updatedNumberScheduled": 3, "numberAvailable": 2}})",
        "Progressing");
    row("failed Job",
        R"({"apiVersion": "batch/v1", "kind": "Job", "status": {"conditions": [{"type": "Failed", "status": "True"}]}})",
        "Degraded");
    row("lost volume", R"({"apiVersion": "v1", "kind": "PersistentVolumeClaim", "status": {"phase": "Lost"}})", "Degraded");
    row("Ingress without an address", R"({"apiVersion": "networking.k8s.io/v1", "kind": "Ingress"})", "Progressing");
    row("LoadBalancer", R"({"apiVersion": "v1", "kind": "Service", "spec": {"type": "LoadBalancer"}})", "Progressing");
    row("ClusterIP", R"({"apiVersion": "v1", "kind": "Service", "spec": {"type": "ClusterIP"}})", "");
    row("Certificate being issued", R"({"apiVersion": "cert-manager.io/v1", "kind": "Certificate", "status": {"conditions":
        [{"type": "Ready", "status": "False"}, {"type": "Issuing", "status": "True"}]}})",
        "Progressing");
    row("expired Certificate",
        R"({"apiVersion": "cert-manager.io/v1", "kind": "Certificate", "status": {"conditions": [{"type": "Ready", "status": "False"}]}})",
        "Degraded");
    row("pulling fails",
        R"({"apiVersion": "v1", "kind": "Pod", "status": {"phase": "Pending", "containerStatuses": [{"state": {"waiting": {"reason": "ImagePullBackOff"}}}]}})",
        "Degraded");
    row("being deleted",
        R"({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"deletionTimestamp": "2026-11-26T12:00:00Z"}})", "Progressing");
}

void DeliveryRulesTest::healthIsWhatArgoCdSays()
{
    QFETCH(QByteArray, object);
    QFETCH(QString, health);
    const std::optional<Health> found = healthOf(json(object));
    QCOMPARE(found ? healthName(found->status) : QString(), health);
}

void DeliveryRulesTest::oneRepositoryHasManySpellings_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("as it is") << u"https://git.example.com/Team/s"_s;
    QTest::newRow("with .git") << u"https://git.example.com/Team/s.git"_s;
    QTest::newRow("with a slash") << u"https://git.example.com/Team/s/"_s;
    QTest::newRow("loud host") << u"https://GIT.example.com/Team/s.git"_s;
}

void DeliveryRulesTest::oneRepositoryHasManySpellings()
{
    QFETCH(QString, url);
    QCOMPARE(RepositoryMap::normalised(url), u"https://git.example.com/Team/s"_s);
    QVERIFY(RepositoryMap::normalised(u"https://git.example.com/team/s"_s) != RepositoryMap::normalised(url));
}

void DeliveryRulesTest::aPushIsToldWithoutPolling()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"refs/heads"_s));
    RepositoryMap map([](QString, QString, CancelToken) -> Async<Repositories::Checkout> { co_return Repositories::Checkout{}; });
    QStringList moved;
    map.add(u"https://git.example.com/s.git"_s, folder.path());
    map.whenMoved(this, [&moved](const QString &url) { moved.append(url); });
    QFile file(folder.filePath(u"refs/heads/main"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QTRY_COMPARE(moved.isEmpty() ? QString() : moved.first(), u"https://git.example.com/s"_s);
}

void DeliveryRulesTest::aFolderIsReadAsItsPatternsSay()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"deep"_s));
    const auto write = [&folder](const QString &name, const QByteArray &content) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    write(u"one.yaml"_s, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\ndata: {a: \"no\"}\n");
    write(u"deep/two.yaml"_s, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: two}\n");
    write(u"values.yaml"_s, "replicas: 1\n");
    QCOMPARE(readDirectory(folder.path(), json(R"({"include": "{one.yaml,deep/t*.yaml}"})"))->size(), 1);
    const auto all = readDirectory(folder.path(), json(R"({"recurse": true, "include": "{one.yaml,deep/t*.yaml}"})"));
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->last()[u"data"][u"a"], QJsonValue(u"no"_s));
    const auto broken = readDirectory(folder.path(), json(R"({"recurse": true})"));
    QVERIFY(!broken);
    QVERIFY2(broken.error().detail.contains(u"values.yaml"), qPrintable(broken.error().detail));
}

QTEST_GUILESS_MAIN(DeliveryRulesTest)
#include "tst_DeliveryRules.moc"
