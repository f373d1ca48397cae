// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Quantity.h"
#include "tests/cli/CommandLine.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using cli::Exit;

class SizeCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReportHasTheFieldsOfTheContract();
    void quantitiesAreWrittenAsKubernetesWritesThem();
    void yamlAndJsonSayTheSame();
    void explainAddsFormulaNumbersAndSource();
    void anInventoryThatSufficesIsAYes();
    void anInventoryThatDoesNotIsANoThatNamesPodAndReason();
    void aBrokenInventoryIsSaidWithItsPlace();
    void aVerdictThatNothingCanMendIsANo();
    void podsThatWaitForOneReasonShareALine();
    void machinesOfAnInventoryTakeThePlaceOfThePlansOwn();
    void severalEnvironmentsAreAllReported();
};

namespace {

QJsonObject sized(const QString &plan, const QStringList &more = {})
{
    const Answer answer = run(QStringList{u"size"_s, plan, u"-o"_s, u"json"_s} + more);
    if (answer.code != Exit::Done) {
        qWarning("%s", qPrintable(answer.err));
    }
    return QJsonDocument::fromJson(answer.out.toUtf8()).object();
}

constexpr auto kInventory = "apiVersion: console.sentinel/v1\nkind: Inventory\ngroups:\n  - {name: workers, count: %1, cpu: "
                            "\"32\", memory: 256Gi, disk: 1Ti, "
                            "zones: [a, b, c]}\n";

} // namespace

void SizeCommandTest::theReportHasTheFieldsOfTheContract()
{
    const PlanFolder folder(
        {u"--profile"_s, u"prod"_s, u"--set"_s, u"load.eventsPerSecond=1200"_s, u"--set"_s, u"load.logRetention=90d"_s});
    const QJsonObject report = sized(folder.plan());
    QCOMPARE(report.value("kind"_L1).toString(), u"SizingReport"_s);
    QCOMPARE(report.value("apiVersion"_L1).toString(), u"console.sentinel/v1"_s);
    const QJsonArray items = report.value("items"_L1).toArray();
    QVERIFY(items.size() > 8);
    for (const QJsonValue value : items) {
        const QJsonObject item = value.toObject();
        for (const auto &field :
             {"component"_L1, "replicas"_L1, "requests"_L1, "limits"_L1, "storage"_L1, "iops"_L1, "formula"_L1}) {
            QVERIFY2(item.contains(field), qPrintable(item.value("component"_L1).toString() + u' ' + field));
        }
    }
    const QJsonObject pool = report.value("nodePools"_L1).toArray().first().toObject();
    for (const auto &field : {"name"_L1, "count"_L1, "cpu"_L1, "memory"_L1, "disk"_L1}) {
        QVERIFY(pool.contains(field));
    }
    QVERIFY(report.value("totals"_L1).isObject());
    bool tiered = false;
    for (const QJsonValue verdict : report.value("verdicts"_L1).toArray()) {
        tiered = tiered || verdict.toObject().value("path"_L1).toString().contains(u"eventStore");
    }
    QVERIFY2(tiered, "7 TB of events in one PostgreSQL must be said");
}

void SizeCommandTest::quantitiesAreWrittenAsKubernetesWritesThem()
{
    const PlanFolder folder;
    for (const QJsonValue value : sized(folder.plan()).value("items"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        for (const auto &list : {"requests"_L1, "limits"_L1}) {
            for (const auto &resource : {"cpu"_L1, "memory"_L1}) {
                const QString text = item.value(list).toObject().value(resource).toString();
                const auto quantity = Quantity::parse(text);
                QVERIFY2(quantity, qPrintable(text));
                QCOMPARE(quantity->toString(), text);
            }
        }
    }
}

void SizeCommandTest::yamlAndJsonSayTheSame()
{
    const PlanFolder folder;
    const Answer yaml = run({u"size"_s, folder.plan(), u"-o"_s, u"yaml"_s});
    QVERIFY(yaml.out.startsWith(u"apiVersion: console.sentinel/v1\nkind: SizingReport\n"));
    const QJsonArray items = sized(folder.plan()).value("items"_L1).toArray();
    QCOMPARE(yaml.out.count(u"component: "), items.size());
}

void SizeCommandTest::explainAddsFormulaNumbersAndSource()
{
    const PlanFolder folder({u"--set"_s, u"load.eventsPerSecond=1000"_s, u"--set"_s, u"load.logRetention=90d"_s});
    const Answer answer = run({u"size"_s, folder.plan(), u"--explain"_s});
    QCOMPARE(answer.code, Exit::Done);
    QVERIFY2(answer.out.contains(u"source: "), qPrintable(answer.out));
    QVERIFY(answer.out.contains(u"load.eventsPerSecond"));
    QVERIFY(!run({u"size"_s, folder.plan()}).out.contains(u"source: "));
}

void SizeCommandTest::anInventoryThatSufficesIsAYes()
{
    const PlanFolder folder({u"--set"_s, u"load.eventsPerSecond=100"_s});
    folder.write(u"inventory.yaml"_s, QString::fromLatin1(kInventory).arg(9).toUtf8());
    const Answer answer = run({u"size"_s, folder.plan(), u"--inventory"_s, folder.file(u"inventory.yaml"_s)});
    QVERIFY2(answer.code == Exit::Done, qPrintable(answer.out + answer.err));
    QVERIFY(answer.out.contains(u"Fits on the 9 node"));
}

void SizeCommandTest::anInventoryThatDoesNotIsANoThatNamesPodAndReason()
{
    const PlanFolder folder({u"--set"_s, u"load.eventsPerSecond=1000"_s});
    folder.write(u"inventory.yaml"_s,
                 "apiVersion: console.sentinel/v1\nkind: Inventory\ngroups:\n  - {name: small, count: 2, cpu: 2, memory: 4Gi}\n");
    const Answer answer = run({u"size"_s, folder.plan(), u"--inventory"_s, folder.file(u"inventory.yaml"_s)});
    QCOMPARE(answer.code, Exit::No);
    QVERIFY2(answer.out.contains(u"postgresql"), qPrintable(answer.out));
    QVERIFY(answer.out.contains(u"memory"));
}

void SizeCommandTest::aVerdictThatNothingCanMendIsANo()
{
    const PlanFolder folder({u"--set"_s, u"load.eventsPerSecond=10000"_s, u"--set"_s, u"load.eventRetention=90d"_s});
    const Answer answer = run({u"size"_s, folder.plan()});
    QCOMPARE(answer.code, Exit::No);
    QVERIFY2(answer.out.contains(u"sizing.no-single-postgresql"), qPrintable(answer.out));
    const Answer refused = run({u"generate"_s, folder.plan(), u"--out"_s, folder.file(u"out"_s)});
    QCOMPARE(refused.code, Exit::No);
    QVERIFY2(refused.err.contains(u"sentinelctl size "), qPrintable(refused.err));
    QVERIFY(!QFileInfo::exists(folder.file(u"out"_s)));
}

void SizeCommandTest::podsThatWaitForOneReasonShareALine()
{
    const PlanFolder folder({u"--set"_s, u"load.eventsPerSecond=1000"_s});
    folder.write(u"inventory.yaml"_s, "groups:\n  - {name: small, count: 3, cpu: 2, memory: 4Gi}\n");
    const Answer answer = run({u"size"_s, folder.plan(), u"--inventory"_s, folder.file(u"inventory.yaml"_s)});
    QCOMPARE(answer.code, Exit::No);
    QVERIFY2(answer.out.contains(u"  postgresql-0 … postgresql-2: 0 of 3 nodes take postgresql"), qPrintable(answer.out));
    QVERIFY(!answer.out.contains(u"postgresql-1"));
}

void SizeCommandTest::machinesOfAnInventoryTakeThePlaceOfThePlansOwn()
{
    const PlanFolder folder({u"--set"_s, u"load.eventsPerSecond=100"_s, u"--set"_s, u"hardware.nodeCpu=2"_s});
    QCOMPARE(run({u"size"_s, folder.plan()}).code, Exit::No);
    folder.write(u"inventory.yaml"_s, QString::fromLatin1(kInventory).arg(9).toUtf8());
    const Answer answer = run({u"size"_s, folder.plan(), u"--inventory"_s, folder.file(u"inventory.yaml"_s)});
    QVERIFY2(answer.code == Exit::Done, qPrintable(answer.out + answer.err));
    QVERIFY2(!answer.out.contains(u"sizing.does-not-fit"), qPrintable(answer.out));
}

void SizeCommandTest::aBrokenInventoryIsSaidWithItsPlace()
{
    const PlanFolder folder;
    folder.write(
        u"inventory.yaml"_s,
        "apiVersion: console.sentinel/v1\nkind: Inventory\ngroups:\n  - {name: small, count: two, cpu: 2, memory: 4Gi}\n");
    const Answer answer = run({u"size"_s, folder.plan(), u"--inventory"_s, folder.file(u"inventory.yaml"_s)});
    QCOMPARE(answer.code, Exit::Usage);
    QVERIFY2(answer.err.contains(u"inventory.yaml:4:26: "), qPrintable(answer.err));
}

void SizeCommandTest::severalEnvironmentsAreAllReported()
{
    const PlanFolder folder({u"--environments"_s, u"dev,prod"_s});
    const QJsonArray items = sized(folder.plan()).value("items"_L1).toArray();
    QSet<QString> seen;
    for (const QJsonValue item : items) {
        seen.insert(item.toObject().value("environment"_L1).toString());
    }
    QCOMPARE(seen, (QSet<QString>{u"dev"_s, u"prod"_s}));
}

QTEST_GUILESS_MAIN(SizeCommandTest)
#include "tst_SizeCommand.moc"
