// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Inventory.h"
#include "tests/core/sizing/Plans.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::sizing;
using namespace Qt::StringLiterals;

class InventoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void machinesAreReadAndDealtOverTheirZones();
    void handWritingIsTakenAsPeopleWriteIt();
    void aWrongInventoryIsRefusedWithItsPlace_data();
    void aWrongInventoryIsRefusedWithItsPlace();
    void everyMistakeIsNamedAtOnce();
    void aMissingFileIsNotFound();
    void aPlanIsTriedOnTheMachines();
    void theMachinesAReportAsksForAreEnough_data();
    void theMachinesAReportAsksForAreEnough();
    void aRemedyIsAboutMachinesThatTakePods();

private:
    Result<QList<Node>> load(const QByteArray &text);
    QTemporaryDir m_folder;
};

Result<QList<Node>> InventoryTest::load(const QByteArray &text)
{
    QFile file(m_folder.filePath(u"inventory.yaml"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        qFatal("cannot write into the temporary folder");
    }
    file.write(text);
    file.close();
    return loadInventory(file.fileName());
}

void InventoryTest::machinesAreReadAndDealtOverTheirZones()
{
    const auto nodes = load(R"(apiVersion: console.sentinel/v1
kind: Inventory
groups:
  - name: db
    count: 4
    cpu: 16
    memory: 64Gi
    disk: 1Ti
    zones: [a, b, c]
    taints: ["dedicated=db:NoSchedule"]
  - {name: app, cpu: 8, memory: 32Gi, taints: ["x=y:NoSchedule"], tolerated: true}
)");
    QVERIFY2(nodes, nodes ? "" : qPrintable(nodes.error().detail));
    QCOMPARE(nodes->size(), 5);
    QCOMPARE(nodes->at(0).name, u"db-1"_s);
    QCOMPARE(nodes->at(2).zone, u"c"_s);
    QCOMPARE(nodes->at(3).zone, u"a"_s);
    QCOMPARE(nodes->at(0).group, u"db"_s);
    QCOMPARE(nodes->at(0).cpu.toString(), u"15890m"_s); // what kubelet leaves of 16
    QVERIFY(nodes->at(0).memory < *Quantity::parse(u"59Gi"));
    QCOMPARE(nodes->at(0).disk.toString(), u"1Ti"_s);
    QCOMPARE(nodes->at(0).taints.size(), 1);
    QVERIFY(nodes->at(4).taints.isEmpty());
    QVERIFY(nodes->at(4).disk.isZero());
}

void InventoryTest::handWritingIsTakenAsPeopleWriteIt()
{
    const auto nodes = load(R"(nodeGroups:
  - {name: db, count: 2, cpu: 16, memory: 64Gi, zone: eu-1b, taints: [{key: dedicated, value: db, effect: NoSchedule}]}
  - {name: gpu, cpu: 8, memory: 32Gi, taints: [{key: gpu, effect: NoExecute}]}
)");
    QVERIFY2(nodes, nodes ? "" : qPrintable(nodes.error().detail));
    QCOMPARE(nodes->size(), 3);
    QCOMPARE(nodes->at(1).zone, u"eu-1b"_s);
    QCOMPARE(nodes->at(0).taints, QStringList{u"dedicated=db:NoSchedule"_s});
    QCOMPARE(nodes->at(2).taints, QStringList{u"gpu=:NoExecute"_s});
}

void InventoryTest::aWrongInventoryIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("says");
    const QByteArray head = "apiVersion: console.sentinel/v1\nkind: Inventory\n";
    const auto group
        = [&](const QByteArray &rest) { return head + "groups:\n  - name: a\n    cpu: 4\n    memory: 16Gi\n" + rest; };
    QTest::newRow("unknown key") << group("    zoens: [a]\n") << 7 << 5 << u"did you mean \"zones\"?"_s;
    QTest::newRow("unknown key, nothing near") << group("    colour: red\n") << 7 << 5 << u"known are name"_s;
    QTest::newRow("unknown key at the top") << head + "group: []\n" << 3 << 1 << u"did you mean \"groups\"?"_s;
    QTest::newRow("no groups") << head << 1 << 1 << u"at least one group"_s;
    QTest::newRow("wrong kind") << QByteArray(
        "apiVersion: console.sentinel/v1\nkind: InstallPlan\ngroups: [{name: a, cpu: 1, memory: 4Gi}]\n")
                                << 2 << 7 << u"must be Inventory"_s;
    QTest::newRow("no quantity") << head + "groups:\n  - name: a\n    cpu: many\n    memory: 16Gi\n"
                                 << 5 << 10 << u"\"many\" is not a Kubernetes quantity"_s;
    QTest::newRow("no memory") << head + "groups:\n  - name: a\n    cpu: 4\n" << 4 << 5 << u"\"memory\" is missing"_s;
    QTest::newRow("memory without unit") << head + "groups:\n  - name: a\n    cpu: 4\n    memory: 64\n"
                                         << 6 << 13 << u"write a unit"_s;
    QTest::newRow("zero CPU") << head + "groups:\n  - name: a\n    cpu: 0\n    memory: 64Gi\n" << 5 << 10 << u"more than zero"_s;
    QTest::newRow("count too large") << group("    count: 5001\n") << 7 << 12 << u"from 1 to 5000"_s;
    QTest::newRow("count a text") << group("    count: three\n") << 7 << 12 << u"whole number"_s;
    QTest::newRow("zones a text") << group("    zones: a\n") << 7 << 12 << u"must be a list"_s;
    QTest::newRow("zone a list") << group("    zone: [a]\n") << 7 << 11 << u"must be a text"_s;
    QTest::newRow("zone and zones") << group("    zone: a\n    zones: [a]\n") << 8 << 12 << u"either"_s;
    QTest::newRow("taint without effect") << group("    taints: [{key: a}]\n") << 7 << 14 << u"not a taint"_s;
    QTest::newRow("taint without key") << group("    taints: [{effect: NoSchedule}]\n") << 7 << 14 << u"not a taint"_s;
    QTest::newRow("unknown key of a taint") << group("    taints: [{key: a, efect: NoSchedule}]\n") << 7 << 23 << u"\"effect\""_s;
    QTest::newRow("taints a text") << group("    taints: a=b:NoSchedule\n") << 7 << 13 << u"must be a list"_s;
    QTest::newRow("wrong taint") << group("    taints: [\"a=b:Never\"]\n") << 7 << 14 << u"not a taint"_s;
    QTest::newRow("tolerated a text") << group("    tolerated: \"yes\"\n") << 7 << 16 << u"true or false"_s;
    QTest::newRow("same name twice") << group("  - {name: a, cpu: 4, memory: 16Gi}\n") << 7 << 12 << u"two groups called"_s;
    QTest::newRow("no YAML") << head + "groups: [\n" << 3 << 9 << QString();
}

void InventoryTest::aWrongInventoryIsRefusedWithItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, says);
    const auto nodes = load(text);
    QVERIFY(!nodes);
    QCOMPARE(nodes.error().kind, Error::Kind::Invalid);
    QVERIFY2(nodes.error().detail.contains(says), qPrintable(nodes.error().detail));
    QCOMPARE(nodes.error().where.line, line);
    QCOMPARE(nodes.error().where.column, column);
    QVERIFY(nodes.error().where.file.endsWith(u"inventory.yaml"_s));
}

void InventoryTest::everyMistakeIsNamedAtOnce()
{
    const auto nodes = load(
        "apiVersion: v1\nkind: Inventory\ngroups:\n  - {name: a, cpu: x, memory: 16Gi}\n  - {nam: b, cpu: 2, memory: 16Gi}\n");
    QVERIFY(!nodes);
    QCOMPARE(nodes.error().findings.size(), 4); // apiVersion, cpu, unknown key, missing name
}

void InventoryTest::aMissingFileIsNotFound()
{
    const auto nodes = loadInventory(m_folder.filePath(u"nowhere.yaml"_s));
    QVERIFY(!nodes);
    QCOMPARE(nodes.error().kind, Error::Kind::NotFound);
}

void InventoryTest::aPlanIsTriedOnTheMachines()
{
    const plan::Answers answers = answersOf(u"staging"_s, {{u"load.eventsPerSecond"_s, u"100"_s}});
    const Sizing sizing = size(answers);
    const auto few
        = load("apiVersion: console.sentinel/v1\nkind: Inventory\ngroups:\n  - {name: a, count: 2, cpu: 4, memory: 16Gi}\n");
    const auto many = load("apiVersion: console.sentinel/v1\nkind: Inventory\ngroups:\n  - {name: a, count: 9, cpu: 16, memory: "
                           "64Gi, zones: [a, b, c]}\n");
    QVERIFY(few && many);
    const Placement small = place(sizing, *few);
    QVERIFY(!small.fits());
    QVERIFY(hasErrors(judge(small, sizing, answers)));
    const Placement large = place(sizing, *many);
    QVERIFY(large.fits());
    QVERIFY(!hasErrors(judge(large, sizing, answers)));
}

void InventoryTest::theMachinesAReportAsksForAreEnough_data()
{
    QTest::addColumn<QString>("events");
    QTest::newRow("edge") << u"20"_s;
    QTest::newRow("dev") << u"50"_s;
    QTest::newRow("staging") << u"200"_s;
    QTest::newRow("prod") << u"1200"_s;
}

void InventoryTest::theMachinesAReportAsksForAreEnough()
{
    QFETCH(QString, events);
    const plan::Answers answers = answersOf(QString::fromLatin1(QTest::currentDataTag()), {{u"load.eventsPerSecond"_s, events}});
    const Sizing sizing = size(answers);
    const NodePool &pool = sizing.nodePools.first();
    const auto nodes
        = load(u"groups: [{name: a, count: %1, cpu: %2, memory: %3, disk: %4, zones: [a, b, c]}]\n"_s
                   .arg(QString::number(pool.count), pool.cpu.toString(), pool.memory.toString(), pool.disk.toString())
                   .toUtf8());
    QVERIFY2(nodes, nodes ? "" : qPrintable(nodes.error().detail));
    const Placement placement = place(sizing, *nodes);
    QVERIFY2(placement.fits(), placement.fits() ? "" : qPrintable(placement.unplaced.first().reason));
    const Findings findings = judge(placement, sizing, answers);
    QVERIFY2(!hasErrors(findings), findings.isEmpty() ? "" : qPrintable(findings.first().sentence));
    const bool aside = std::ranges::any_of(findings, [](const Finding &each) { return each.rule == "sizing.node-disk"_L1; });
    QCOMPARE(aside, sizing.component(u"postgresql")->storage > pool.disk);
}

void InventoryTest::aRemedyIsAboutMachinesThatTakePods()
{
    const plan::Answers answers = answersOf(u"prod"_s, {{u"load.eventsPerSecond"_s, u"100"_s}});
    const Sizing sizing = size(answers);
    const auto judged = [&](const QByteArray &groups) {
        const auto nodes = load("groups:\n" + groups);
        return nodes ? judge(place(sizing, *nodes), sizing, answers) : Findings();
    };
    const Findings tainted = judged("  - {name: a, count: 9, cpu: 16, memory: 64Gi, taints: [\"a=b:NoSchedule\"]}\n");
    QVERIFY(!tainted.isEmpty() && tainted.first().remedy.contains(u"tolerated: true"));
    const Findings mixed = judged("  - {name: a, count: 9, cpu: 16, memory: 64Gi, taints: [\"a=b:NoSchedule\"]}\n"
                                  "  - {name: b, count: 9, cpu: 2, memory: 64Gi}\n");
    QVERIFY2(!mixed.isEmpty() && mixed.first().remedy.contains(u"more than 4 CPU"), qPrintable(mixed.first().remedy));
}

QTEST_GUILESS_MAIN(InventoryTest)
#include "tst_Inventory.moc"
